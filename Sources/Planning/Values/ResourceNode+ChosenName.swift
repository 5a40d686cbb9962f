import ResourceCatalog
public import StrataModel

extension ResourceNode {
  /// The pattern of the physical name that the engine will choose, with `*` for the part that differs from incarnation to incarnation.
  ///
  /// - Returns: the property that holds the name and the pattern; `nil` where the program gives the name, or the type has none.
  public func chosenNamePattern(environment: String) -> (property: String, pattern: String)? {
    guard let rule = ResourceBehavior.of(type).generatedName, properties[rule.property] == nil else { return nil }
    return (rule.property, GeneratedNames.pattern(environment: environment, address: address, properties: properties, rule: rule))
  }
}

import ResourceCatalog
import StrataModel

/// What only one object per placement can hold: identifiers, fixed names, occupancy keys.
struct IdentityKeys {
  /// A held name or key.
  struct Key: Hashable {
    var type: String
    var account: String
    var region: String
    var properties: [String]
    var values: [String]

    /// The form for messages, for example `BucketName "logs"`.
    var text: String {
      if properties.isEmpty { return "the only \(type) of \(account)/\(region)" }
      return zip(properties, values).map { "\($0.0) \"\($0.1)\"" }.joined(separator: " with ")
    }
  }

  /// The sets of properties that identify an object of a type.
  static func propertySets(of facts: TypeFacts) -> [[String]] {
    var sets: [[String]] = []
    if facts.behavior.isSingleton { sets.append([]) }
    var candidates = facts.identifiers + facts.behavior.occupancyKeys
    if let name = facts.behavior.generatedName { candidates.append([name.property]) }
    for candidate in candidates where !candidate.isEmpty && !sets.contains(candidate) { sets.append(candidate) }
    return sets
  }

  /// The keys of a document whose values are known; a set with an absent or unknown property is left out.
  static func keys(type: String, placement: Placement, properties: PropertyObject, facts: TypeFacts) -> [Key] {
    propertySets(of: facts).compactMap { set in
      var values: [String] = []
      for name in set {
        guard let value = PropertyValue.object(properties)[PropertyPath(parsing: name) ?? PropertyPath(name)], value.isLiteral else {
          return nil
        }
        values.append(value.scalarText ?? JSONWriter.text(of: value))
      }
      return Key(type: type, account: placement.account, region: placement.region, properties: set, values: values)
    }
  }
}

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
    /// A property that holders give, whatever its value.
    var condition: String?
    /// Whether the service refuses a second object with it.
    var isExclusive: Bool

    /// The form for messages, for example `BucketName "logs"`.
    var text: String {
      if properties.isEmpty { return "the only \(type) of \(account)/\(region)" }
      let text = zip(properties, values).map { "\($0.0) \"\($0.1)\"" }.joined(separator: " with ")
      return condition.map { "\(text) with any \($0)" } ?? text
    }
  }

  /// A set of properties whose values tell objects apart.
  private struct PropertySet: Hashable {
    var properties: [String]
    /// A property that must be given for the set to apply.
    var condition: String?
    /// Whether a property other than the last may be absent; absent equals absent.
    var toleratesAbsence = false
    /// Whether the service refuses a second object; a name that is only the engine's handle may be given twice.
    var isExclusive = true
  }

  private static func sets(of facts: TypeFacts) -> [PropertySet] {
    var sets = facts.identifiers.map { PropertySet(properties: $0) }
    sets += facts.behavior.occupancyKeys.map { PropertySet(properties: $0.paths, condition: $0.condition, toleratesAbsence: true) }
    if let name = facts.behavior.generatedName?.property, !sets.contains(where: { $0.properties == [name] }) {
      sets.append(PropertySet(properties: [name], isExclusive: false))
    }
    if facts.behavior.isSingleton { sets.append(PropertySet(properties: [])) }
    return sets
  }

  /// The top-level properties that take part in an identity.
  static func properties(of facts: TypeFacts) -> Set<String> {
    Set(sets(of: facts).flatMap { $0.properties + [$0.condition].compactMap { $0 } }.map { String($0.prefix { $0 != "." }) })
  }

  /// Whether objects of a type can hold anything that another cannot.
  static func exist(for facts: TypeFacts) -> Bool { !sets(of: facts).isEmpty }

  /// The keys of a document, as far as their values are known.
  static func keys(type: String, placement: Placement, properties: PropertyObject, facts: TypeFacts) -> [Key] {
    var keys: [Key] = []
    for set in sets(of: facts) where set.condition.map({ properties[$0] != nil }) ?? true {
      var combinations: [[String]] = [[]]
      for (index, name) in set.properties.enumerated() {
        let isLast = index == set.properties.count - 1
        guard let values = texts(at: name, in: properties, mayBeAbsent: set.toleratesAbsence && !isLast) else {
          combinations = []
          break
        }
        combinations = combinations.flatMap { combination in values.map { combination + [$0] } }
      }
      for values in combinations {
        keys.append(
          Key(
            type: type, account: placement.account, region: placement.region, properties: set.properties, values: values,
            condition: set.condition, isExclusive: set.isExclusive))
      }
    }
    return keys
  }

  /// The texts at a dotted path, `*` standing for every element of a list; `nil` when one is unknown, or absent and must not be.
  private static func texts(at path: String, in properties: PropertyObject, mayBeAbsent: Bool) -> [String]? {
    var values = [PropertyValue.object(properties)]
    for part in path.split(separator: ".") {
      values = values.flatMap { value -> [PropertyValue] in
        if part == "*" { return value.arrayValue ?? [] }
        return value[String(part)].map { [$0] } ?? []
      }
    }
    if values.isEmpty { return mayBeAbsent ? [""] : nil }
    guard values.allSatisfy(\.isLiteral) else { return nil }
    return values.map { $0.scalarText ?? JSONWriter.text(of: $0) }
  }
}

public import StrataModel

/// Tags as a dictionary literal: `tags: ["Name": "web", "Tier": "\(tier)"]`.
///
/// They are written as the list of keys and values or as the map that the resource's type wants. Tags of an environment, stack or component
/// reach every resource inside; on equal keys the innermost wins.
public struct Tags: Sendable, Hashable, ExpressibleByDictionaryLiteral {
  /// The tags, in ascending order of their keys.
  public private(set) var values: PropertyObject

  public init(dictionaryLiteral elements: (String, any Input<String>)...) {
    values = PropertyObject(elements.map { ($0.0, PropertyFields.checked($0.1.propertyValue, key: $0.0)) })
  }

  /// Creates tags from a dictionary.
  public init(_ values: [String: String]) {
    self.values = PropertyObject(
      values.sorted { $0.key < $1.key }.map { ($0.key, PropertyFields.checked($0.value.propertyValue, key: $0.key)) })
  }

  /// The tags with those of `other` added; on equal keys those of `other` stay.
  public func merging(_ other: Tags) -> Tags {
    var result = self
    result.values = values.isEmpty ? other.values : values.merging(other.values)
    return result
  }

  public var isEmpty: Bool { values.isEmpty }
}

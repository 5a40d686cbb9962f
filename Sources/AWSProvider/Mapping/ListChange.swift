import AWSClient
import StrataModel

/// The difference between two sets of texts.
struct ListChange: Sendable, Hashable {
  /// What is wanted and not there, in the order of the declaration.
  var added: [String]
  /// What is there and not wanted.
  var removed: [String]

  init(from old: [String], to new: [String]) {
    added = new.filter { !old.contains($0) }
    removed = old.filter { !new.contains($0) }
  }
}

extension ResourceCall {
  /// The texts of a desired list.
  func texts(_ property: String) -> [String] { properties[property].texts }
}

extension PropertyValue? {
  /// The texts of a list; none for everything else.
  var texts: [String] { self?.arrayValue?.compactMap(\.stringValue) ?? [] }
}

extension PropertyValue {
  /// A list of texts.
  static func texts(_ texts: [String]) -> PropertyValue { .array(texts.map { .string($0) }) }
}

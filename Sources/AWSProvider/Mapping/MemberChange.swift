import AWSClient
import StrataModel

/// The difference between two lists of texts whose order means nothing.
struct MemberChange: Sendable, Hashable {
  var added: [String]
  var removed: [String]

  init(from old: PropertyValue?, to new: PropertyValue?) {
    let before = Self.texts(old)
    let after = Self.texts(new)
    added = after.filter { !before.contains($0) }
    removed = before.filter { !after.contains($0) }
  }

  static func texts(_ value: PropertyValue?) -> [String] { value?.arrayValue?.compactMap(\.stringValue) ?? [] }
}

extension ResourceCall {
  /// How the texts of a property differ from those that were last applied.
  func memberChange(_ property: String) -> MemberChange { MemberChange(from: previous[property], to: properties[property]) }
}

extension AWSValue {
  /// A list of texts; `nil` where there are none, so that the member is left out.
  static func someStrings(_ texts: [String]) -> AWSValue? { texts.isEmpty ? nil : .strings(texts) }
}

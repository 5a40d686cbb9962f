import StrataModel

/// What listed objects shall have in common.
enum ListFilter: Sendable, Hashable {
  case all
  case tag(key: String, value: String)
  case properties(PropertyObject)

  /// The text of a property that is searched for.
  func text(_ property: String) -> String? {
    if case .properties(let properties) = self { properties[property]?.stringValue } else { nil }
  }
}

import StrataDeployment
import StrataModel

/// What listed objects shall have in common.
enum ListFilter: Sendable, Hashable {
  case all
  case tag(key: String, value: String)
  case properties(PropertyObject)

  /// The filter of a query; `nil` for one by a caller's reference, which documents do not hold.
  init?(_ filter: ObjectQuery.Filter) {
    switch filter {
    case .all: self = .all
    case .tag(let key, let value): self = .tag(key: key, value: value)
    case .properties(let properties): self = .properties(properties)
    case .callerReference: return nil
    }
  }

  /// The text of a property that is searched for.
  func text(_ property: String) -> String? {
    if case .properties(let properties) = self { properties[property]?.stringValue } else { nil }
  }
}

import ResourceCatalog
import StrataModel

/// Whether a change can be made in place.
enum ReplacementRule {
  static func forcesReplacement(_ change: PropertyChange, type: String, facts: TypeFacts, place: DocumentShape) -> Bool {
    if isRefused(change.path, facts) { return true }
    switch place.facts.mutability {
    case .mutable: return false
    case .createOnly: return true
    case .conditionalCreateOnly: return !facts.behavior.conditionalChanges.contains { allows($0, change) }
    }
  }

  /// Why a change replaces, in words that follow "replaced because".
  static func reason(_ change: PropertyChange, type: String, facts: TypeFacts, place: DocumentShape) -> String {
    let cause = change.cause.map { " and \($0)" } ?? ""
    if isRefused(change.path, facts) { return "AWS refuses to change \(change.path) of an existing \(type)\(cause)" }
    if place.facts.mutability == .conditionalCreateOnly {
      return "not every change of \(change.path) is possible in place and this one is not known to be\(cause)"
    }
    return "\(change.path) can only be set at creation\(cause)"
  }

  /// Whether handlers refuse the change although the schema allows it.
  private static func isRefused(_ path: PropertyPath, _ facts: TypeFacts) -> Bool {
    facts.behavior.refusedChanges.contains { covers($0, path) }
  }

  private static func allows(_ rule: ResourceBehavior.ConditionalChange, _ change: PropertyChange) -> Bool {
    guard covers(rule.property, change.path) else { return false }
    return matches(rule.from, change.before) && matches(rule.to, change.after)
  }

  /// Whether a value is the one that a table names; an empty text stands for absence, `nil` for any value.
  private static func matches(_ wanted: String?, _ value: PropertyValue?) -> Bool {
    guard let wanted else { return true }
    return wanted.isEmpty ? value == nil || value == .string("") : value?.scalarText == wanted
  }

  /// Whether a property of a table, written `A.B` or `A/B` with `*` for elements, is a path or lies above it.
  private static func covers(_ property: String, _ path: PropertyPath) -> Bool {
    let parts = property.split(whereSeparator: { $0 == "." || $0 == "/" })
    let components = path.schemaComponents
    guard parts.count <= components.count else { return false }
    return zip(parts, components).allSatisfy { $0 == $1 }
  }
}

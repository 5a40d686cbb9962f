import StrataModel

extension PlanStep {
  /// The type of the step's resource; of an action what becomes of it, and the call that does so.
  var kind: String {
    guard isAction else { return type }
    guard let run = desired.flatMap({ ServiceRequest(document: $0.properties["Run"]) }) else { return verb }
    return "\(verb) \(run.name)"
  }

  /// What is true once an action has run.
  var effect: String? { isAction ? desired?.properties["Effect"]?.stringValue : nil }
}

extension Plan.Refreshed {
  /// Which attributes differ from the recorded ones.
  var text: String { "\(address)  shows another \(attributes.joined(separator: ", ")) than recorded" }
}

extension Plan.LookupChange {
  /// The question with its answer, and with the former one.
  var text: String {
    let new = Self.text(of: after)
    return "\(key)  " + (before.map { "\(Self.text(of: $0)) -> \(new)" } ?? new)
  }

  private static func text(of value: PropertyValue) -> String { value.scalarText ?? JSONWriter.text(of: value) }
}

import StrataModel

/// The messages of failed steps.
enum StepFailures {
  static func make(_ step: PlanStep, _ code: String, _ message: String, _ remedy: String?, path: PropertyPath? = nil) -> Diagnostic {
    Diagnostic(.error, code: code, message, remedy: remedy, at: step.source, address: step.address, path: path)
  }

  static func refused(_ step: PlanStep, _ error: ProviderError) -> Diagnostic {
    let verb =
      switch step.operation {
      case .create: "created"
      case .delete: "deleted"
      case .adopt: "adopted"
      default: "updated"
      }
    let service = error.serviceCode.map { " (\($0))" } ?? ""
    return make(
      step, "refused-\(error.code.rawValue)", "\(step.type) could not be \(verb): \(error.message)\(service)", remedy(error.code),
      path: error.path)
  }

  private static func remedy(_ code: ProviderError.Code) -> String? {
    switch code {
    case .accessDenied: "Give the deployment's principal the permission that the message names, and run again."
    case .limitExceeded: "Ask for a higher quota, or remove what is not needed, and run again."
    case .conflict, .notYetConsistent: "Find out what still uses or changes the resource, and run again."
    case .network, .serviceFailure, .throttled: "Run again; what was done is recorded."
    case .notFound: "It was removed outside of this program: run with --refresh to plan it anew."
    case .invalidRequest: "Correct the declaration and run again."
    default: nil
    }
  }

  static func foreign(_ step: PlanStep, _ found: ObjectDescription, _ evidence: String) -> Diagnostic {
    make(
      step, "already-exists", "\(step.type) exists already: \(evidence)",
      "To take it over, run 'import \(step.address) \(found.identifier)' or declare it with .adopted(\"\(found.identifier)\"); otherwise choose another name."
    )
  }

  static func drifted(_ step: PlanStep, _ path: PropertyPath, found: PropertyValue, expected: PropertyValue) -> Diagnostic {
    make(
      step, "changed-outside",
      "\(path) was changed outside of this program: it is \(JSONWriter.text(of: found)), and \(JSONWriter.text(of: expected)) was left there.",
      "Run 'plan --refresh' to see what to do about it.", path: path)
  }

  static func unknownValue(_ step: PlanStep, _ reference: Reference) -> Diagnostic {
    make(
      step, "unknown-value", "\(reference) is not known although its resource was deployed.",
      "Check the attribute's name against the type's reference page, and plan again.")
  }

  static func replan(_ step: PlanStep, _ reference: Reference) -> Diagnostic {
    make(
      step, "re-plan", "\(reference) changed although the plan took it as known.",
      "Plan again: the new plan has the new value. The attribute belongs into the table of volatile ones.")
  }

  static func unsupported(_ step: PlanStep, _ provider: String) -> Diagnostic {
    make(
      step, "unsupported-type", "The target '\(provider)' cannot hold \(step.type).",
      "Choose a target that does, or leave the resource out.")
  }

  static func interrupted(_ step: PlanStep, _ open: OpenIntent) -> Diagnostic {
    make(
      step, "unresolved-operation",
      "An interrupted \(open.intent.operation.rawValue) of \(open.intent.address) could not be resolved\(open.error.map { ": \($0)" } ?? ".")",
      "Look whether the object exists; then run 'state import' with its identifier, or 'state forget' if there is none.")
  }

  static func secret(_ step: PlanStep, _ message: String) -> Diagnostic {
    make(step, "secret-unavailable", message, nil)
  }
}

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
      step, "refused-\(error.code.rawValue)", "\(step.type) could not be \(verb): \(error.message)\(service)", remedy(error),
      path: error.path)
  }

  private static func remedy(_ error: ProviderError) -> String? {
    switch error.code {
    case .accessDenied:
      missingStatement(error.message).map { "Add this statement to the policy of the deployment's principal, and run again: \($0)" }
        ?? "Give the deployment's principal the permission that the message names, and run again."
    case .limitExceeded: "Ask for a higher quota, or remove what is not needed, and run again."
    case .conflict, .notYetConsistent: "Find out what still uses or changes the resource, and run again."
    case .network, .serviceFailure, .throttled: "Run again; what was done is recorded."
    case .notFound: "It was removed outside of this program: run 'state forget' with its address, then deploy to make it anew."
    case .invalidRequest: "Correct the declaration and run again."
    default: nil
    }
  }

  /// The statement that would allow what a service refused.
  ///
  /// IAM words refusals "… is not authorized to perform: ACTION on resource: ARN …" ("Troubleshoot access denied error messages" in IAM's user
  /// guide); a resource that it does not name is every one.
  private static func missingStatement(_ message: String) -> String? {
    guard let start = message.firstRange(of: "not authorized to perform: ") else { return nil }
    let words = message[start.upperBound...].split(separator: " ", maxSplits: 4)
    guard let action = words.first, action.contains(":") else { return nil }
    let names = words.count > 3 && words[1] == "on" && words[2] == "resource:"
    let resource = names ? words[3].trimmingSuffix { $0 == "," || $0 == "." } : "*"
    return "{\"Effect\":\"Allow\",\"Action\":\"\(action)\",\"Resource\":\"\(resource)\"}"
  }

  static func foreign(_ step: PlanStep, _ found: ObjectDescription, _ evidence: String) -> Diagnostic {
    make(
      step, "already-exists", "\(step.type) exists already: \(evidence)",
      "To take it over, declare it with .adopted(\"\(found.identifier)\"); otherwise choose another name."
    )
  }

  static func drifted(_ step: PlanStep, _ path: PropertyPath, found: PropertyValue?, expected: PropertyValue) -> Diagnostic {
    let present = found.map { "it is \(JSONWriter.text(of: $0))" } ?? "it is gone"
    return make(
      step, "changed-outside",
      "\(path) was changed outside of this program: \(present), and \(JSONWriter.text(of: expected)) was left there.",
      "Look at 'plan --refresh'; 'deploy --refresh' puts back what is declared, 'drift --accept' takes what stands there.", path: path)
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

extension Substring {
  /// The text without the characters at its end that fit.
  fileprivate func trimmingSuffix(while fits: (Character) -> Bool) -> Substring {
    var rest = self
    while let last = rest.last, fits(last) { rest.removeLast() }
    return rest
  }
}

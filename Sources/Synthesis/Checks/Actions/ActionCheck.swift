import StrataLanguage
import StrataModel

/// Finds what is wrong with an action before it is run: actions have no schema, so that their form is checked here.
enum ActionCheck {
  static func check(_ resource: DeclaredResource, _ report: inout DiagnosticReport) {
    checkCall("Run", resource, &report)
    checkCall("Proof", resource, &report)
    if resource.properties["Undo"] != nil { checkCall("Undo", resource, &report) }
    if resource.properties["Effect"]?.stringValue?.isEmpty ?? true {
      report.error("unnamed-effect", "the action does not say what is true afterwards", at: resource, path: "Effect")
    }
    let expectations = resource.properties["Proof"]?["Expect"]?.arrayValue ?? []
    if expectations.isEmpty {
      report.error(
        "unproven-action", "the proof expects nothing of its answer, so that it would always hold",
        remedy: "say with shows(_:_:) or lists(_:_:) what the answer must hold", at: resource, path: "Proof")
    }
    for expectation in expectations {
      let text = expectation["Path"]?.stringValue ?? ""
      guard PropertyPath(parsing: text)?.isRoot ?? true else { continue }
      report.error(
        "invalid-path", "'\(text)' is no path into an answer",
        remedy: "write it as in 'PasswordPolicy.MinimumPasswordLength' or 'Roots[0].Id'",
        at: resource, path: "Proof")
    }
  }

  /// Source of the forms: botocore's names of services (`cognito-idp`), and operations as API references write them (`AdminCreateUser`).
  private static func checkCall(_ part: String, _ resource: DeclaredResource, _ report: inout DiagnosticReport) {
    let call = resource.properties[part]
    let service = call?["Service"]?.stringValue ?? ""
    let operation = call?["Operation"]?.stringValue ?? ""
    if service.wholeMatch(of: /[a-z][a-z0-9]*(-[a-z0-9]+)*/) == nil {
      report.error(
        "invalid-service", "'\(service)' is no name of a service", remedy: "use botocore's, such as 'iam' or 'cognito-idp'", at: resource,
        path: PropertyPath(part))
    }
    if operation.wholeMatch(of: /[A-Z][A-Za-z0-9]*/) == nil {
      report.error(
        "invalid-operation", "'\(operation)' is no name of an operation", remedy: "write it as the API reference does: 'AdminCreateUser'",
        at: resource, path: PropertyPath(part))
    }
    if call?["Input"]?.objectValue == nil {
      report.error("invalid-input", "the input of a call is an object of parameters", at: resource, path: PropertyPath(part))
    }
  }

  /// Where a secret may stand: what a proof or an undo asks is recorded, to be asked again without the program.
  static func allowsSecret(at path: PropertyPath) -> Bool { path.components.starts(with: [.key("Run"), .key("Input")]) }
}

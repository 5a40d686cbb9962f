import StrataDeployment
import StrataModel
import Testing

@testable import AWSClient
@testable import AWSProvider

@Suite("Meaning of Cloud Control's errors")
struct CloudControlErrorTests {
  private func call(
    _ code: String, _ message: String = "no", operation: String = "CreateResource", kind: AWSError.Kind = .refused
  ) -> ProviderError {
    let error = AWSError(kind, code: code, message, service: "cloudcontrol", operation: operation, status: 400)
    return CloudControlErrors.providerError(error, type: "AWS::Logs::LogGroup")
  }

  @Test(
    "Calls are refused in Cloud Control's own codes",
    arguments: [
      ("AlreadyExistsException", ProviderError.Code.alreadyExists), ("ClientTokenConflictException", .tokenMismatch),
      ("ConcurrentOperationException", .conflict), ("ResourceConflictException", .conflict), ("InvalidRequestException", .invalidRequest),
      ("NotUpdatableException", .invalidRequest), ("InvalidCredentialsException", .accessDenied),
      ("ServiceLimitExceededException", .limitExceeded), ("TypeNotFoundException", .unsupported),
      ("UnsupportedActionException", .unsupported), ("HandlerInternalFailureException", .serviceFailure),
      ("NotStabilizedException", .serviceFailure), ("RequestTokenNotFoundException", .notFound),
    ])
  func codes(_ code: String, _ meaning: ProviderError.Code) {
    #expect(call(code).code == meaning)
  }

  @Test("Absence has a code of its own, hides in a handler's words, and in those of a read")
  func absences() {
    #expect(call("ResourceNotFoundException", operation: "GetResource").code == .notFound)
    #expect(call("HandlerFailureException", "ResourceNotFoundException: no such group").code == .notFound)
    #expect(call("GeneralServiceException", "Resource 'app' was not found", operation: "GetResource").code == .notFound)
    #expect(call("GeneralServiceException", "The key that it uses was not found", operation: "UpdateResource").code == .serviceFailure)
  }

  @Test("A rate and a lost answer stay what they are")
  func otherKinds() {
    #expect(call("ThrottlingException", "Rate exceeded", kind: .throttled).code == .throttled)
    #expect(call("", "was not found", operation: "GetResource", kind: .network).code == .network)
  }

  // MARK: Requests that failed later

  private func failed(_ members: [String: AWSValue], hooks: AWSValue? = nil, of operation: Intent.Operation = .create) -> ProviderError {
    let event = AWSValue.structure(members.merging(["OperationStatus": "FAILED"]) { own, _ in own })
    return ProgressEvent(event, hooks: hooks).failure(of: operation, type: "AWS::Logs::LogGroup")
  }

  @Test(
    "Handlers fail in codes of their own",
    arguments: [
      ("NotUpdatable", ProviderError.Code.invalidRequest), ("InvalidRequest", .invalidRequest), ("AccessDenied", .accessDenied),
      ("AlreadyExists", .alreadyExists), ("NotFound", .notFound), ("ResourceConflict", .conflict), ("Throttling", .throttled),
      ("ServiceLimitExceeded", .limitExceeded), ("NotStabilized", .serviceFailure), ("InternalFailure", .serviceFailure),
      ("UnauthorizedTaggingOperation", .accessDenied), ("NewInAYear", .serviceFailure),
    ])
  func handlerCodes(_ code: String, _ meaning: ProviderError.Code) {
    let error = failed(["ErrorCode": .string(code), "StatusMessage": "no"])
    #expect(error.code == meaning)
    #expect(error.serviceCode == code)
    // The request is over: asking again would bring the same answer.
    #expect(error.execution == .executed)
    #expect(error.identifier == nil)
  }

  @Test("A create that failed after it made something says so, and names it")
  func partialCreate() {
    let error = failed(["ErrorCode": "NotStabilized", "Identifier": "app", "StatusMessage": "Exceeded attempts to wait"])
    #expect(error.execution == .executed)
    #expect(error.identifier == "app")
    #expect(failed(["ErrorCode": "NotStabilized", "StatusMessage": "no"]).identifier == nil)
    #expect(failed(["ErrorCode": "InvalidRequest", "Identifier": "app"]).identifier == nil)
    #expect(failed(["ErrorCode": "NotStabilized", "Identifier": "app"], of: .update).identifier == nil)
  }

  @Test("What already exists is another's, although the event names it")
  func foreignObject() {
    let error = failed(["ErrorCode": "AlreadyExists", "Identifier": "app", "StatusMessage": "app already exists"])
    #expect(error.code == .alreadyExists)
    #expect(error.identifier == nil)
  }

  @Test("A throttle that an asynchronous handler reports as its own failure is a throttle")
  func asynchronousThrottle() {
    #expect(failed(["ErrorCode": "GeneralServiceException", "StatusMessage": "Rate exceeded (Service: Iam)"]).code == .throttled)
    #expect(failed(["ErrorCode": "InternalFailure", "StatusMessage": "ThrottlingException: slow down"]).code == .throttled)
  }

  @Test(
    "What a service does not know yet is tried again, a refusal is not",
    arguments: [
      ("The role defined for the function cannot be assumed by Lambda. (Service: Lambda, Status Code: 400)", true),
      ("The policy contains a statement with one or more invalid principals", true),
      ("Cannot write to the log group (Error Code: InvalidCloudWatchLogsRoleArnException)", true),
      ("There are no configuration recorders. (Error Code: NoAvailableConfigurationRecorderException)", false),
      ("The caller does not have permission", false), ("", false),
    ])
  func propagation(_ message: String, _ passes: Bool) {
    let error = failed(["ErrorCode": "InvalidRequest", "StatusMessage": .string(message)])
    #expect(error.code == (passes ? .notYetConsistent : .invalidRequest))
    #expect(error.execution == .executed)
  }

  @Test("What hooks said against a request stands in the message")
  func hooks() {
    let hooks: AWSValue = [
      ["HookTypeName": "Example::Guard", "HookStatus": "HOOK_COMPLETE_FAILED", "HookStatusMessage": "not encrypted"],
      ["HookTypeName": "Example::Other", "HookStatus": "HOOK_COMPLETE_SUCCEEDED", "HookStatusMessage": "fine"],
    ]
    let error = failed(["ErrorCode": "NonCompliant", "StatusMessage": "Hooks failed"], hooks: hooks)
    #expect(error.message == "Hooks failed (Example::Guard: not encrypted)")
    #expect(error.code == .invalidRequest)
  }
}

import AWSClient
import StrataDeployment
import StrataModel

/// How a Cloud Control request goes (`ProgressEvent` of the API reference).
struct ProgressEvent: Sendable {
  var status: String
  var requestToken: String
  var identifier: String?
  var errorCode: String?
  var message: String
  /// The resource as far as the handler tells.
  var model: PropertyObject?
  /// When to ask again, in milliseconds.
  var pause: Int
  /// What hooks said against the request; their failures stand nowhere else.
  var hookFailures: [String] = []

  init(_ event: AWSValue?, hooks: AWSValue?) {
    status = event?["OperationStatus"]?.string ?? "FAILED"
    requestToken = event?["RequestToken"]?.string ?? ""
    identifier = event?["Identifier"]?.string
    errorCode = event?["ErrorCode"]?.string
    message = event?["StatusMessage"]?.string ?? ""
    model = Self.object(event?["ResourceModel"])
    pause = 500
    if case .timestamp(let later)? = event?["RetryAfter"], case .timestamp(let now)? = event?["EventTime"] {
      pause = min(max(500, Int((later - now) * 1_000)), 30_000)
    }
    hookFailures = (hooks?.list ?? []).compactMap { hook in
      guard hook["HookStatus"]?.string?.contains("FAILED") == true else { return nil }
      return "\(hook["HookTypeName"]?.string ?? "a hook"): \(hook["HookStatusMessage"]?.string ?? "failed")"
    }
  }

  static func object(_ text: AWSValue?) -> PropertyObject? {
    guard let text = text?.string else { return nil }
    return (try? JSONReader.plainValue(of: Array(text.utf8)))?.objectValue
  }

  /// What a failed request means.
  ///
  /// The request has ended, whatever it ended with: its token answers with this failure from now on. A create that failed after the resource was
  /// made names it; one that found another resource in its place names that one, which is not ours.
  func failure(of operation: Intent.Operation, type: String) -> ProviderError {
    var code = CloudControlErrors.handlerCodes[errorCode ?? ""] ?? .serviceFailure
    // Somebody cancelled it, who does not want it again.
    if status == "CANCEL_COMPLETE" { code = .cancelled }
    let hooks = hookFailures.isEmpty ? "" : " (" + hookFailures.joined(separator: "; ") + ")"
    let ending = code == .cancelled ? "was cancelled" : "failed"
    let text = message.isEmpty ? "The request for \(type) \(ending)." : message
    if code == .invalidRequest || code == .accessDenied, ErrorMapping.isPropagating(handlerMessage: text) { code = .notYetConsistent }
    let isPartial = operation == .create && code == .serviceFailure
    // A failure that an asynchronous handler reports as its own for a rate is a throttle like any other.
    let isThrottle = text.contains("Rate exceeded") || text.contains("ThrottlingException")
    return ProviderError(
      isThrottle ? .throttled : code, execution: .executed, text + hooks, serviceCode: errorCode, identifier: isPartial ? identifier : nil)
  }
}

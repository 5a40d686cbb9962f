import StrataModel

/// One resource operation request, from its acceptance to its end.
///
/// Source: `ProgressEvent` of the Cloud Control API reference.
struct ResourceRequest: Sendable {
  /// What is to be done to the resource.
  enum Operation: String, Sendable, Hashable, CaseIterable {
    case create = "CREATE"
    case delete = "DELETE"
    case update = "UPDATE"

    var intent: Intent.Operation {
      switch self {
      case .create: .create
      case .delete: .delete
      case .update: .update
      }
    }
  }

  /// How far the operation has come.
  enum Status: String, Sendable, Hashable, CaseIterable {
    case pending = "PENDING"
    case inProgress = "IN_PROGRESS"
    case success = "SUCCESS"
    case failed = "FAILED"
    case cancelInProgress = "CANCEL_IN_PROGRESS"
    case cancelComplete = "CANCEL_COMPLETE"

    var isFinal: Bool { self == .success || self == .failed || self == .cancelComplete }
  }

  /// What a request needs to be carried out; dropped when it was.
  enum Work: Sendable {
    case create(PropertyObject)
    /// The properties after the change, those before, and the names of the top properties that differ.
    case update(PropertyObject, previous: PropertyObject, changed: [String])
    case delete
  }

  let token: String
  let operation: Operation
  let type: String
  let placement: Placement
  /// In the order of acceptance.
  let number: Int
  /// Milliseconds since 1970.
  let acceptedAt: Int
  var work: Work?
  var status = Status.pending
  var identifier: String?
  /// When the status was reported last, in milliseconds since 1970.
  var eventAt: Int
  /// When to ask again, in milliseconds since 1970.
  var retryAt: Int?
  var errorCode: HandlerErrorCode?
  var message: String?
  /// The resource as far as it is known; never write-only values.
  var model: PropertyObject?
  /// What the cloud needs to say how the operation goes.
  var waitToken: String?
  /// Whether somebody is carrying it out or asking about it now.
  var isClaimed = false

  /// The request as the API shows it.
  var event: PropertyValue {
    var event: PropertyObject = [
      "TypeName": .string(type), "RequestToken": .string(token), "Operation": .string(operation.rawValue),
      "OperationStatus": .string(status.rawValue), "EventTime": .number(Double(eventAt) / 1000),
    ]
    event["Identifier"] = identifier.map { .string($0) }
    event["ErrorCode"] = errorCode.map { .string($0.rawValue) }
    event["StatusMessage"] = message.map { .string(String($0.prefix(2048))) }
    event["ResourceModel"] = model.map { .string(JSONWriter.plainText(of: .object($0))) }
    if !status.isFinal { event["RetryAfter"] = retryAt.map { .number(Double($0) / 1000) } }
    return .object(event)
  }
}

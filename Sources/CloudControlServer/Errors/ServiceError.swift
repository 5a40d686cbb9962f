/// A refusal in the form of a service: a code, a message, and whose fault it is.
///
/// Sources: the errors of the Cloud Control API reference, and "Common errors" there.
struct ServiceError: Error, Sendable, Hashable {
  /// The code as JSON services write it, for example `ResourceNotFoundException`.
  var code: String
  var message: String
  /// The status of HTTP; AWS's JSON services answer 400 to whatever the caller could mend.
  var status = 400
  /// The shape's namespace in `__type`.
  var namespace = "com.amazon.cloudapiservice"

  init(_ code: String, _ message: String) {
    self.code = code
    self.message = message
  }

  private init(common code: String, _ message: String, status: Int = 400) {
    self.init(code, message)
    self.status = status
    namespace = "com.amazon.coral.service"
  }

  // MARK: Common errors

  static let missingAuthenticationToken = ServiceError(common: "MissingAuthenticationTokenException", "Missing Authentication Token")

  static func incompleteSignature(_ message: String) -> ServiceError { ServiceError(common: "IncompleteSignatureException", message) }

  static func serialization(_ message: String) -> ServiceError { ServiceError(common: "SerializationException", message) }

  static func unknownOperation(_ message: String) -> ServiceError { ServiceError(common: "UnknownOperationException", message) }

  /// A service that the endpoint does not simulate by its own API.
  static func notServed(_ service: String) -> ServiceError {
    let name = service.isEmpty ? "This request" : "'\(service)'"
    return unknownOperation(
      "\(name) is not served: this endpoint answers AWS Cloud Control (cloudcontrol) and sts:GetCallerIdentity. "
        + "Resources of all services can be made and read here through cloudcontrol.")
  }

  /// The caller's members break the constraints of the API's model.
  static func constraints(_ violations: [String]) -> ServiceError {
    let count = violations.count == 1 ? "1 validation error" : "\(violations.count) validation errors"
    var error = ServiceError("ValidationException", "\(count) detected: " + violations.joined(separator: "; "))
    error.namespace = "com.amazon.coral.validate"
    return error
  }

  // MARK: Errors of Cloud Control

  /// A document that the type's schema does not admit, or a patch that cannot be applied.
  static func validation(_ message: String) -> ServiceError { ServiceError("ValidationException", message) }

  static func typeNotFound(_ type: String) -> ServiceError {
    ServiceError("TypeNotFoundException", "The type '\(type)' cannot be found.")
  }

  static func unsupportedAction(_ action: String, _ type: String) -> ServiceError {
    ServiceError("UnsupportedActionException", "Resource type \(type) does not support \(action) action")
  }

  static func resourceNotFound(_ type: String, _ identifier: String) -> ServiceError {
    ServiceError("ResourceNotFoundException", absence(type, identifier))
  }

  /// What Cloud Control says of an object that is not there, in errors and in events.
  static func absence(_ type: String, _ identifier: String) -> String {
    "Resource of type '\(type)' with identifier '\(identifier)' was not found."
  }

  static func notUpdatable(_ mark: String, _ paths: [String]) -> ServiceError {
    ServiceError("NotUpdatableException", "Invalid patch update: \(mark) [\(paths.joined(separator: ", "))] cannot be updated")
  }

  static func invalidRequest(_ message: String) -> ServiceError { ServiceError("InvalidRequestException", message) }

  static func clientTokenConflict(_ token: String) -> ServiceError {
    ServiceError("ClientTokenConflictException", "Client token '\(token)' has already been used in another resource request")
  }

  static func concurrentOperation(_ type: String, _ identifier: String) -> ServiceError {
    ServiceError(
      "ConcurrentOperationException",
      "Another resource operation is currently being performed on resource of type '\(type)' with identifier '\(identifier)'")
  }

  static func requestTokenNotFound(_ token: String) -> ServiceError {
    ServiceError("RequestTokenNotFoundException", "Request with token \(token) was not found")
  }

  /// A request that cannot be cancelled any more.
  static func notCancelable(_ token: String, _ status: String) -> ServiceError {
    ServiceError(
      "ConcurrentModificationException",
      "Request with token \(token) has the status \(status); only requests that are PENDING or IN_PROGRESS can be canceled")
  }
}

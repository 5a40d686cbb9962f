import AWSClient
import StrataDeployment

/// What the errors of Cloud Control and of its handlers mean.
///
/// Sources: "Handler error codes" in the CloudFormation CLI guide, and the errors of the Cloud Control API reference.
enum CloudControlErrors {
  static let handlerCodes: [String: ProviderError.Code] = [
    "NotUpdatable": .invalidRequest, "InvalidRequest": .invalidRequest, "AccessDenied": .accessDenied, "InvalidCredentials": .accessDenied,
    "AlreadyExists": .alreadyExists, "NotFound": .notFound, "ResourceConflict": .conflict, "Throttling": .throttled,
    "ServiceLimitExceeded": .limitExceeded, "NotStabilized": .serviceFailure, "GeneralServiceException": .serviceFailure,
    "ServiceInternalError": .serviceFailure, "ServiceTimeout": .serviceFailure, "NetworkFailure": .serviceFailure,
    "InternalFailure": .serviceFailure, "UnauthorizedTaggingOperation": .accessDenied, "NonCompliant": .invalidRequest,
    "UnsupportedTarget": .unsupported, "Unknown": .serviceFailure,
  ]

  private static let callCodes: [String: ProviderError.Code] = [
    "AlreadyExistsException": .alreadyExists, "ResourceNotFoundException": .notFound, "ClientTokenConflictException": .tokenMismatch,
    "ConcurrentOperationException": .conflict, "ResourceConflictException": .conflict, "ConcurrentModificationException": .conflict,
    "NotStabilizedException": .serviceFailure, "GeneralServiceException": .serviceFailure, "HandlerFailureException": .serviceFailure,
    "HandlerInternalFailureException": .serviceFailure, "NetworkFailureException": .serviceFailure,
    "ServiceInternalErrorException": .serviceFailure, "InvalidRequestException": .invalidRequest, "NotUpdatableException": .invalidRequest,
    "InvalidCredentialsException": .accessDenied, "ServiceLimitExceededException": .limitExceeded, "TypeNotFoundException": .unsupported,
    "UnsupportedActionException": .unsupported, "RequestTokenNotFoundException": .notFound,
  ]

  /// The meaning of an error of a call; absence comes as a 404, as an own code, and as words in a handler's refusal.
  static func providerError(_ error: AWSError, type: String) -> ProviderError {
    var mapped = ErrorMapping.providerError(error, type: type)
    guard error.kind == .refused || error.kind == .serviceFailure else { return mapped }
    if let code = callCodes[error.code] { mapped.code = code }
    if error.message.contains("ResourceNotFound") || error.message.contains("was not found") && error.operation == "GetResource" {
      mapped.code = .notFound
    }
    return mapped
  }
}

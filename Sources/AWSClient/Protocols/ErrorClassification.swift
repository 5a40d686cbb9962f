/// What a service's code and status mean for the caller.
enum ErrorClassification {
  /// Codes by which services refuse for their rate.
  ///
  /// Source: "Retry behavior", standard mode, https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html, and the list of
  /// codes in https://boto3.amazonaws.com/v1/documentation/api/latest/guide/retries.html.
  private static let throttling: Set<String> = [
    "BandwidthLimitExceeded", "EC2ThrottledException", "PriorRequestNotComplete",
    "ProvisionedThroughputExceededException", "RequestLimitExceeded", "RequestThrottled", "RequestThrottledException", "SlowDown",
    "ThrottledException", "Throttling", "ThrottlingException", "TooManyRequestsException", "TransactionInProgressException",
  ]

  /// The services for which `LimitExceededException` says that calls come too fast; for all others it is a quota that does not pass.
  ///
  /// Source: the retry definitions of botocore (`_retry.json`), which know the code for Kinesis alone, and each service's API reference.
  private static let servicesWithLimitedRate: Set<String> = ["kinesis"]

  /// Codes of a failure that passes, whatever their status: the service did not get or finish the request.
  private static let transient: Set<String> = [
    "RequestTimeout", "RequestTimeoutException", "InternalError", "InternalFailure", "InternalServerError", "InternalServerException",
    "ServiceUnavailable", "ServiceUnavailableException", "Unavailable", "IDPCommunicationError",
  ]

  /// Codes about who asks, or about the signature's time.
  ///
  /// Source: https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html,
  /// https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html,
  /// https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
  private static let credentials: Set<String> = [
    "AuthFailure", "ExpiredToken", "ExpiredTokenException", "IncompleteSignature", "IncompleteSignatureException", "InvalidAccessKeyId",
    "InvalidClientTokenId", "InvalidSecurity", "InvalidSignatureException", "InvalidToken", "MissingAuthenticationToken",
    "MissingAuthenticationTokenException", "RequestExpired", "RequestInTheFuture", "RequestTimeTooSkewed", "SignatureDoesNotMatch",
    "TokenRefreshRequired", "UnrecognizedClientException",
  ]

  private static let denied: Set<String> = [
    "AccessDenied", "AccessDeniedException", "AccessDeniedFault", "AllAccessDisabled", "AuthorizationError", "AuthorizationErrorException",
    "Forbidden", "ForbiddenException", "NotAuthorized", "NotAuthorizedException", "UnauthorizedAccess", "UnauthorizedException",
    "UnauthorizedOperation",
  ]

  private static let unsupported: Set<String> = ["InvalidAction", "NotImplemented", "UnknownOperation", "UnknownOperationException"]

  /// The kind of an error that a service answered with.
  static func kind(code: String, status: Int, service: String) -> AWSError.Kind {
    if throttling.contains(code) || status == 429 { return .throttled }
    if code == "LimitExceededException", servicesWithLimitedRate.contains(service) { return .throttled }
    if credentials.contains(code) { return .credentials }
    if denied.contains(code) { return .accessDenied }
    if unsupported.contains(code) || status == 501 { return .unsupported }
    if status >= 500 || status == 408 || transient.contains(code) { return .serviceFailure }
    if status == 403, code.isEmpty { return .accessDenied }
    return .refused
  }

  /// The code of an answer that bears none, as to a `HEAD`.
  static func code(status: Int) -> String {
    switch status {
    case 301: "PermanentRedirect"
    case 304: "NotModified"
    case 307: "TemporaryRedirect"
    case 400: "BadRequest"
    case 403: "Forbidden"
    case 404: "NotFound"
    case 405: "MethodNotAllowed"
    case 409: "Conflict"
    case 412: "PreconditionFailed"
    case 429: "TooManyRequests"
    case 500: "InternalError"
    case 501: "NotImplemented"
    case 503: "ServiceUnavailable"
    default: String(status)
    }
  }
}

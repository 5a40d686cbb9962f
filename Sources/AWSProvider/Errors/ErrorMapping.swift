import AWSClient
import StrataDeployment

/// Gives errors of calls the meaning that the engine acts on.
///
/// Sources: the "Common errors" and per-operation errors of the services' API references, and the list of eventual consistencies in AWS's
/// documentation of IAM ("changes that I make are not always immediately visible").
enum ErrorMapping {
  /// The provider's error for whatever a handler threw.
  static func providerError(_ error: any Error, type: String) -> ProviderError {
    switch error {
    case let error as ProviderError: error
    case let error as AWSError: providerError(error, type: type)
    case let partial as PartialCreate: Self.partial(partial, type: type)
    case is CancellationError: ProviderError(.cancelled, execution: .unknown, "The call was cancelled.")
    default: ProviderError(.serviceFailure, execution: .unknown, "\(error)")
    }
  }

  private static func partial(_ partial: PartialCreate, type: String) -> ProviderError {
    var error = providerError(partial.cause, type: type)
    error.execution = .executed
    error.identifier = partial.identifier
    return error
  }

  private static func providerError(_ error: AWSError, type: String) -> ProviderError {
    let code = code(of: error)
    return ProviderError(
      code, execution: error.execution == .unknown ? .unknown : .notExecuted, message(of: error),
      serviceCode: error.code.isEmpty ? nil : error.code,
      retryAfter: error.retryAfter)
  }

  private static func message(of error: AWSError) -> String {
    let operation = error.operation.isEmpty ? "" : "\(error.service):\(error.operation): "
    let request = error.requestID.map { " (request \($0))" } ?? ""
    return operation + (error.code.isEmpty ? "" : "\(error.code): ") + error.message + request
  }

  private static func code(of error: AWSError) -> ProviderError.Code {
    switch error.kind {
    case .throttled: return .throttled
    case .accessDenied: return isPropagating(error) ? .notYetConsistent : .accessDenied
    case .credentials: return .accessDenied
    case .serviceFailure: return .serviceFailure
    case .network: return .network
    case .malformedResponse: return .serviceFailure
    case .unsupported: return .unsupported
    case .invalidInput: return .invalidRequest
    case .refused: break
    }
    if isPropagating(error) { return .notYetConsistent }
    if isAbsence(error) { return .notFound }
    if isTokenMismatch(error.code) { return .tokenMismatch }
    if isConflict(error) { return .conflict }
    if isDuplicate(error) { return .alreadyExists }
    if isLimit(error.code) { return .limitExceeded }
    return .invalidRequest
  }

  /// Whether an error says that what was asked for is not there.
  static func isAbsence(_ error: AWSError) -> Bool {
    let code = error.code
    if code.hasSuffix(".NotFound") || code.hasSuffix("NotFoundException") || code.hasSuffix("NotFoundFault") || code.hasSuffix("NotFound") {
      return true
    }
    // Route 53 says of a record only in the message that it is not there, or there already.
    if code == "InvalidChangeBatch", error.message.contains("not found") { return true }
    return code.hasPrefix("NoSuch") || code.hasSuffix("DoesNotExist") || absenceCodes.contains(code)
  }

  private static let absenceCodes: Set<String> = [
    "ResourceNotFound", "WAFNonexistentItemException", "NonExistentQueue", "AWS.SimpleQueueService.NonExistentQueue", "QueueDoesNotExist",
    "ParameterNotFound", "InvalidDocument", "DoesNotExistException", "ResourceNotFoundFault", "404", "Gone", "NotFoundException",
    "NatGatewayNotFound", "NonExistent", "TrailNotFoundException", "ServiceNotFoundException", "ClusterNotFoundException",
    "LoadBalancerNotFound", "TargetGroupNotFound", "ListenerNotFound", "RuleNotFound", "EntityDoesNotExistException",
    "AccountNotFoundException", "InvalidInstanceID.NotFound", "AWSOrganizationsNotInUseException",
  ]

  private static func isTokenMismatch(_ code: String) -> Bool {
    code.contains("IdempotentParameterMismatch") || code == "ClientTokenConflictException"
      || code == "IdempotencyParameterMismatchException"
      || code == "IdempotentParameterMismatchException"
  }

  private static func isDuplicate(_ error: AWSError) -> Bool {
    let code = error.code
    return code.contains("AlreadyExist") || code.hasSuffix(".Duplicate") || code.hasPrefix("Duplicate") || code.contains("AlreadyOwned")
      || duplicateCodes.contains(code)
      || (code == "InvalidChangeBatch" || code == "ResourceInUseException") && error.message.contains("already exists")
  }

  private static let duplicateCodes: Set<String> = [
    "ResourceExistsException", "EntityAlreadyExists", "BucketAlreadyExists", "QueueAlreadyExists", "RepositoryAlreadyExistsException",
    "ResourceConflictException", "InvalidPermission.Duplicate", "UsernameExistsException", "GroupExistsException", "ConflictException",
    "InvalidGroup.Duplicate", "NetworkAclEntryAlreadyExists", "RouteAlreadyExists", "HostedZoneAlreadyExists", "PriorityInUse",
  ]

  private static func isConflict(_ error: AWSError) -> Bool {
    conflictCodes.contains(error.code) || error.code.hasPrefix("DependencyViolation")
      || error.code.hasSuffix("InUse") && !duplicateCodes.contains(error.code)
      || error.code.hasSuffix("InUseException") && error.operation.hasPrefix("Delete")
      // DynamoDB's limit is one of operations on tables at the same time.
      || error.service == "dynamodb" && error.code == "LimitExceededException"
      // DynamoDB and Firehose have one code for a name that is taken and for a change that goes on.
      || error.code == "ResourceInUseException" && !error.message.contains("already exists")
      // Lambda has one code for a name that is taken and for a change that goes on.
      || error.code == "ResourceConflictException" && error.message.contains("in progress")
  }

  private static let conflictCodes: Set<String> = [
    "DeleteConflict", "OperationAborted", "ConcurrentModification", "ConcurrentModificationException", "OptimisticLockException",
    "WAFUnavailableEntityException", "WAFAssociatedItemException", "TooManyUpdates", "InvalidDBInstanceState", "InvalidDBSnapshotState",
    "InvalidReplicationGroupState", "IncorrectState", "IncorrectInstanceState", "ConcurrentAccess", "CannotDelete", "BucketNotEmpty",
    "ConcurrentUpdateException", "ResourceInUse", "ScalingActivityInProgress", "PriorRequestNotComplete", "InvalidChangeBatch.InProgress",
    "DistributionNotDisabled", "TransitGatewayInUse", "InvalidTransitGatewayState", "UpdateInProgressException",
    "QueueDeletedRecently", "AWS.SimpleQueueService.QueueDeletedRecently",
  ]

  private static func isLimit(_ code: String) -> Bool {
    code.contains("LimitExceeded") || code.contains("QuotaExceeded") || code.hasPrefix("TooMany") || code.hasSuffix("LimitExceededFault")
  }

  /// Whether something that was just made elsewhere is not known yet to the service that was asked.
  static func isPropagating(_ error: AWSError) -> Bool {
    let message = error.message.lowercased()
    return wordings.contains { ($0.code == nil || $0.code == error.code) && ($0.text.isEmpty || message.contains($0.text.lowercased())) }
  }

  /// Whether a handler of Cloud Control passes on such an error: services' own codes stand at most in its message.
  static func isPropagating(handlerMessage: String) -> Bool {
    let message = handlerMessage.lowercased()
    return wordings.contains { code, text in
      let hasCode = code.map { message.contains($0.lowercased()) } ?? true
      guard message.contains(text.lowercased()), hasCode || !text.isEmpty else { return false }
      // What is said of assuming a role and of principals says enough by itself.
      return hasCode || ["assume", "principal", "role defined"].contains { text.contains($0) }
    }
  }

  /// The wordings of services that do not know a role, policy or key yet; each is retried for a minute.
  private static let wordings: [(code: String?, text: String)] = [
    ("InvalidParameterValueException", "cannot be assumed by"), ("InvalidParameterValueException", "role defined for the function"),
    ("InvalidParameterValueException", "does not have permission"), ("MalformedPolicyDocumentException", "invalid principal"),
    ("MalformedPolicyDocument", "invalid principal"), ("MalformedPolicy", "invalid principal"),
    ("InvalidParameterException", "unable to assume"), ("ClientException", "unable to assume"),
    ("InvalidCloudWatchLogsRoleArnException", ""), ("InvalidCloudWatchLogsLogGroupArnException", ""),
    ("InsufficientEncryptionPolicyException", ""), ("InsufficientS3BucketPolicyException", ""), ("InsufficientDeliveryPolicyException", ""),
    ("InvalidRoleException", ""), ("InvalidSmsRoleTrustRelationshipException", ""), ("InvalidSmsRoleAccessPolicyException", ""),
    ("InvalidInputException", "not authorized to assume"), ("ValidationException", "role is not valid"),
    ("ValidationException", "unable to assume the role"), ("ValidationException", "must be able to assume"),
    ("InvalidRequestException", "is not authorized to perform: sts:AssumeRole"), ("InvalidParameterCombination", "instance profile"),
    ("InvalidParameterValue", "Invalid IAM Instance Profile"), (nil, "role cannot be assumed"),
    ("InvalidStructureException", "not authorized to perform AssumeRole"),
    ("InvalidInputException", "not authorized to perform: sts:AssumeRole"), ("InvalidArgumentException", "unable to assume role"),
    ("BadRequestException", "does not have permission to the KMS key"),
  ]
}

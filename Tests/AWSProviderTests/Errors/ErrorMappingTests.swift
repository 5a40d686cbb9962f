import StrataDeployment
import Testing

@testable import AWSClient
@testable import AWSProvider

@Suite("Meaning of services' errors")
struct ErrorMappingTests {
  /// A service's refusal and what the engine makes of it.
  struct Row: Sendable, CustomTestStringConvertible {
    var serviceCode: String
    var message: String
    var code: ProviderError.Code

    init(_ serviceCode: String, _ code: ProviderError.Code) { self.init(serviceCode, "no", code) }

    init(_ serviceCode: String, _ message: String, _ code: ProviderError.Code) {
      self.serviceCode = serviceCode
      self.message = message
      self.code = code
    }

    var testDescription: String { "\(serviceCode) '\(message)' is \(code)" }
  }

  static let absences = [
    Row("NoSuchEntity", .notFound), Row("NoSuchBucket", .notFound), Row("InvalidVpcID.NotFound", .notFound),
    Row("ResourceNotFoundException", .notFound), Row("DBInstanceNotFoundFault", .notFound), Row("LoadBalancerNotFound", .notFound),
    Row("AWS.SimpleQueueService.NonExistentQueue", .notFound), Row("WAFNonexistentItemException", .notFound),
    Row("ParameterNotFound", .notFound), Row("404", .notFound),
    Row("InvalidChangeBatch", "Tried to delete resource record set [name='a.', type='A'] but it was not found", .notFound),
  ]

  static let duplicates = [
    Row("EntityAlreadyExists", .alreadyExists), Row("BucketAlreadyOwnedByYou", .alreadyExists),
    Row("ResourceAlreadyExistsException", .alreadyExists), Row("InvalidGroup.Duplicate", .alreadyExists),
    Row("InvalidPermission.Duplicate", .alreadyExists), Row("DuplicateLoadBalancerName", .alreadyExists),
    Row("RouteAlreadyExists", .alreadyExists), Row("ResourceExistsException", .alreadyExists),
    Row("DBInstanceAlreadyExists", .alreadyExists), Row("PriorityInUse", .alreadyExists),
    Row("ResourceConflictException", "Function already exist: app", .alreadyExists),
    Row("ResourceInUseException", "Table already exists: app", .alreadyExists),
    Row("InvalidChangeBatch", "Tried to create resource record set [name='a.', type='A'] but it already exists", .alreadyExists),
  ]

  static let conflicts = [
    Row("DeleteConflict", "Cannot delete entity, must detach all policies first.", .conflict), Row("DependencyViolation", .conflict),
    Row("OperationAborted", .conflict), Row("BucketNotEmpty", .conflict), Row("InvalidDBInstanceState", .conflict),
    Row("DistributionNotDisabled", .conflict), Row("ResourceInUse", .conflict), Row("CertificateInUse", .conflict),
    Row("ResourceInUseException", "Attempt to change a resource which is still in use: Table: app", .conflict),
    Row("ConcurrentModificationException", .conflict), Row("AWS.SimpleQueueService.QueueDeletedRecently", .conflict),
    Row("ResourceConflictException", "An update is in progress for resource: app", .conflict),
  ]

  static let refusals = [
    Row("LimitExceeded", .limitExceeded), Row("LimitExceededException", .limitExceeded), Row("VpcLimitExceeded", .limitExceeded),
    Row("ServiceQuotaExceededException", .limitExceeded),
    Row("TooManyBuckets", .limitExceeded), Row("IdempotentParameterMismatch", .tokenMismatch),
    Row("IdempotentParameterMismatchException", .tokenMismatch), Row("ClientTokenConflictException", .tokenMismatch),
    Row("ValidationException", "1 validation error detected", .invalidRequest), Row("InvalidParameterValue", .invalidRequest),
    Row("InvalidChangeBatch", "Invalid Resource Record: invalid IPv4 address", .invalidRequest), Row("", .invalidRequest),
  ]

  /// Wordings of services that do not know a new role, policy or key yet.
  static let propagation = [
    Row("InvalidParameterValueException", "The role defined for the function cannot be assumed by Lambda.", .notYetConsistent),
    Row("MalformedPolicyDocument", "Invalid principal in policy: \"AWS\":\"arn:aws:iam::123456789012:role/app\"", .notYetConsistent),
    Row("MalformedPolicy", "Invalid principal in policy", .notYetConsistent),
    Row("InvalidCloudWatchLogsRoleArnException", "Access denied.", .notYetConsistent),
    Row("InsufficientS3BucketPolicyException", "Access denied.", .notYetConsistent),
    Row("ClientException", "ECS was unable to assume the role", .notYetConsistent),
    Row(
      "InvalidParameterValue", "Value (app) for parameter iamInstanceProfile.name is invalid. Invalid IAM Instance Profile name",
      .notYetConsistent),
    Row("SomeCode", "The role cannot be assumed", .notYetConsistent),
    // The same codes in other words are plain refusals.
    Row("InvalidParameterValueException", "The runtime parameter is not supported.", .invalidRequest),
    Row("MalformedPolicyDocument", "Syntax errors in policy.", .invalidRequest),
  ]

  @Test("A refusal means what its code and words say", arguments: absences + duplicates + conflicts + refusals + propagation)
  func refusal(_ row: Row) {
    let error = ErrorMapping.providerError(AWSError.refused(row.serviceCode, row.message), type: "AWS::KMS::Key")
    #expect(error.code == row.code)
    #expect(error.execution == .notExecuted)
  }

  @Test(
    "A failure that is no refusal keeps its kind",
    arguments: [
      (AWSError.Kind.throttled, ProviderError.Code.throttled), (.accessDenied, .accessDenied), (.credentials, .accessDenied),
      (.serviceFailure, .serviceFailure), (.network, .network), (.malformedResponse, .serviceFailure), (.unsupported, .unsupported),
      (.invalidInput, .invalidRequest),
    ])
  func kinds(_ kind: AWSError.Kind, _ code: ProviderError.Code) {
    #expect(ErrorMapping.providerError(AWSError(kind, code: "NoSuchEntity", "no"), type: "").code == code)
  }

  @Test("Access that is denied because a role is too new is not denied for good")
  func deniedWhilePropagating() {
    let denied = AWSError(.accessDenied, code: "AccessDeniedException", "The role cannot be assumed")
    #expect(ErrorMapping.providerError(denied, type: "").code == .notYetConsistent)
  }

  @Test("What may have been executed stays so, whatever its code", arguments: AWSError.Kind.allCases)
  func unknownExecution(_ kind: AWSError.Kind) {
    let error = ErrorMapping.providerError(AWSError(kind, execution: .unknown, code: "NoSuchEntity", "no"), type: "")
    #expect(error.execution == .unknown)
  }

  @Test("An object that stands although a later call failed is executed, and named")
  func partialCreate() {
    let partial = PartialCreate(identifier: "app", cause: AWSError.refused("LimitExceeded"))
    let error = ErrorMapping.providerError(partial, type: "")
    #expect(error.code == .limitExceeded)
    #expect(error.execution == .executed)
    #expect(error.identifier == "app")
  }

  @Test("The message names operation, code, words and request")
  func message() {
    let refusal = AWSError(
      .throttled, code: "Throttling", "Rate exceeded", service: "iam", operation: "CreateRole", requestID: "r-1", retryAfter: 700)
    let error = ErrorMapping.providerError(refusal, type: "")
    #expect(error.message == "iam:CreateRole: Throttling: Rate exceeded (request r-1)")
    #expect(error.serviceCode == "Throttling")
    #expect(error.retryAfter == 700)
  }

  @Test("An error that no service sent may have been executed; a handler's own refusal was not")
  func otherErrors() {
    struct Surprise: Error {}
    #expect(ErrorMapping.providerError(Surprise(), type: "").execution == .unknown)
    #expect(ErrorMapping.providerError(CancellationError(), type: "").code == .cancelled)
    #expect(ErrorMapping.providerError(CancellationError(), type: "").execution == .unknown)
    let refusal = ProviderFailure.invalid("no")
    #expect(ErrorMapping.providerError(refusal, type: "") == refusal)
  }
}

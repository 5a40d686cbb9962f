import StrataDeployment

/// Why a resource operation failed, as its event says.
///
/// Source: "Handler error codes" in the CloudFormation Command Line Interface user guide.
enum HandlerErrorCode: String, Sendable, Hashable {
  case notUpdatable = "NotUpdatable"
  case invalidRequest = "InvalidRequest"
  case accessDenied = "AccessDenied"
  case alreadyExists = "AlreadyExists"
  case notFound = "NotFound"
  case resourceConflict = "ResourceConflict"
  case throttling = "Throttling"
  case serviceLimitExceeded = "ServiceLimitExceeded"
  case generalServiceException = "GeneralServiceException"
  case networkFailure = "NetworkFailure"
  case internalFailure = "InternalFailure"

  /// The code for a refusal of the cloud.
  init(_ error: ProviderError) {
    switch error.code {
    case .notFound: self = .notFound
    case .alreadyExists: self = .alreadyExists
    case .invalidRequest where error.serviceCode == "NotUpdatable": self = .notUpdatable
    // A service that has not heard yet of what was just made refuses the value; handlers pass that on as it is.
    case .invalidRequest, .notYetConsistent, .tokenMismatch, .unsupported: self = .invalidRequest
    case .accessDenied: self = .accessDenied
    case .throttled: self = .throttling
    case .conflict: self = .resourceConflict
    case .limitExceeded: self = .serviceLimitExceeded
    case .serviceFailure: self = .generalServiceException
    case .network: self = .networkFailure
    case .cancelled: self = .internalFailure
    }
  }
}

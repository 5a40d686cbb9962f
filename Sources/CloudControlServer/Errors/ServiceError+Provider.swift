import StrataDeployment

extension ServiceError {
  /// What a refusal of the cloud is to the caller of a read or a list, which are answered at once.
  ///
  /// Source: the errors of `GetResource` and `ListResources` in the Cloud Control API reference.
  init(_ error: ProviderError, type: String, identifier: String, action: String) {
    switch error.code {
    case .notFound: self = .resourceNotFound(type, identifier)
    case .unsupported where error.serviceCode == "TypeNotFoundException": self = .typeNotFound(type)
    case .unsupported: self = .unsupportedAction(action, type)
    case .alreadyExists: self.init("AlreadyExistsException", error.message)
    case .invalidRequest, .notYetConsistent, .tokenMismatch: self.init("InvalidRequestException", error.message)
    case .accessDenied: self.init("InvalidCredentialsException", error.message)
    case .throttled: self.init("ThrottlingException", error.message)
    case .conflict: self.init("ResourceConflictException", error.message)
    case .limitExceeded: self.init("ServiceLimitExceededException", error.message)
    case .network: self.init("NetworkFailureException", error.message)
    case .serviceFailure, .cancelled: self.init("ServiceInternalErrorException", error.message)
    }
    if error.code == .network || error.code == .serviceFailure || error.code == .cancelled { status = 500 }
  }
}

import AWSClient
import StrataDeployment

extension ObjectStoreError {
  /// What a failed call means for remote state.
  init(_ error: AWSError) {
    let name = error.code.isEmpty ? "" : " (\(error.code))"
    let message = "\(error.service):\(error.operation) failed: \(error.message)\(name)"
    self.init(Self.code(of: error), message)
  }

  private static func code(of error: AWSError) -> Code {
    switch (error.code, error.status) {
    // An If-Match on an object that is gone is answered with 404.
    case ("PreconditionFailed", _), (_, 412), ("ConditionalCheckFailedException", _): return .conditionFailed
    case ("ConditionalRequestConflict", _), ("OperationAborted", _), ("TransactionConflictException", _), (_, 409): return .conflict
    case ("NoSuchKey", _): return .conditionFailed
    default: break
    }
    switch error.kind {
    case .throttled: return .notSent
    case .serviceFailure, .malformedResponse, .network: return error.execution == .notExecuted ? .notSent : .unknown
    case .accessDenied, .credentials, .refused, .unsupported, .invalidInput: return .refused
    }
  }
}

import StrataDeployment
import StrataModel

extension ResourceRequest {
  /// Notes how far the cloud has come.
  mutating func note(_ progress: OperationProgress, at now: Int) {
    work = nil
    retryAt = nil
    switch progress {
    case .done(let description):
      identifier = description.identifier
      if operation != .delete { model = description.properties }
      finish(.success, at: now)
    case .gone:
      if operation == .delete {
        finish(.success, at: now)
      } else {
        fail(.notFound, ServiceError.absence(type, identifier ?? ""), at: now)
      }
    case .inProgress(let pending):
      identifier = pending.identifier ?? identifier
      if operation != .delete, let description = pending.description { model = description.properties }
      waitToken = pending.waitToken
      status = .inProgress
      eventAt = now
      retryAt = now + pending.pollAfter
    }
  }

  /// Notes that the cloud refused.
  mutating func note(_ error: ProviderError, at now: Int) {
    work = nil
    identifier = error.identifier ?? identifier
    let code = HandlerErrorCode(error)
    switch code {
    case .notFound where operation != .create: fail(code, ServiceError.absence(type, identifier ?? ""), at: now)
    case .alreadyExists where error.identifier != nil:
      fail(code, "Resource of type '\(type)' with identifier '\(error.identifier ?? "")' already exists.", at: now)
    default: fail(code, error.message + (error.serviceCode.map { " (Error Code: \($0))" } ?? ""), at: now)
    }
  }

  mutating func fail(_ code: HandlerErrorCode, _ text: String, at now: Int) {
    errorCode = code
    message = text
    finish(.failed, at: now)
  }

  mutating func finish(_ end: Status, at now: Int) {
    status = end
    eventAt = now
    retryAt = nil
    waitToken = nil
    work = nil
  }
}

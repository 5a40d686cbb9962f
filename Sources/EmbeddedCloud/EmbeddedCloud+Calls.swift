import StrataDeployment
import StrataModel
import Synchronization

extension EmbeddedCloud {
  /// What a call is about, for faults and for the record.
  struct Call {
    var kind: FaultPlan.Call
    var type: String
    var placement: Placement
    var identifier: String?
    var token: String?

    init(_ kind: FaultPlan.Call, _ type: String, _ placement: Placement, identifier: String? = nil, token: String? = nil) {
      self.kind = kind
      self.type = type
      self.placement = placement
      self.identifier = identifier
      self.token = token
    }
  }

  /// Performs a call on the store: lets the faults happen, keeps the record, makes the changes durable.
  func perform<Answer: Sendable>(
    _ call: Call, _ body: (inout CloudStore, Int) throws(ProviderError) -> Answer
  ) async throws(ProviderError) -> Answer {
    var now = options.clock.now()
    let fault = state.withLock { $0.faults.next(call.kind, type: call.type, at: now) }
    if case .slow(let milliseconds)? = fault {
      await options.clock.sleep(milliseconds)
      now = options.clock.now()
    }
    if let refusal = fault?.refusal {
      record(call, executed: false, failure: refusal.serviceCode ?? refusal.code.rawValue)
      throw refusal
    }
    let result = execute(call, now, fault, body)
    if let loss = fault?.loss {
      if case .failure(let error) = result, error.execution != .unknown, fault != .partialCreate { throw error }
      throw loss
    }
    return try result.get()
  }

  private func execute<Answer: Sendable>(
    _ call: Call, _ now: Int, _ fault: FaultPlan.Fault?, _ body: (inout CloudStore, Int) throws(ProviderError) -> Answer
  ) -> Result<Answer, ProviderError> {
    state.withLock { state in
      let result: Result<Answer, ProviderError>
      do throws(ProviderError) {
        try state.beginWriting()
        defer { state.endWriting() }
        // A stale answer is the one that was right a moment ago.
        let moment = fault == .staleAnswer ? now - 5000 : now
        let answer = try body(&state.store, moment)
        try state.commit()
        result = fault == .partialCreate ? .failure(Self.partialFailure(answer)) : .success(answer)
      } catch {
        state.store.changes.removeAll()
        result = .failure(error)
      }
      if state.recordsOperations {
        var failure: String?
        if case .failure(let error) = result { failure = error.serviceCode ?? error.code.rawValue }
        if fault?.loss != nil { failure = "lost" }
        state.operations.append(
          CloudOperation(
            call: call.kind, type: call.type, placement: call.placement, identifier: call.identifier ?? Self.identifier(of: result),
            token: call.token, executed: failure == nil || fault?.loss != nil, failure: failure))
      }
      return result
    }
  }

  private static func identifier<Answer>(of result: Result<Answer, ProviderError>) -> String? {
    switch result {
    case .success(let answer as OperationProgress):
      switch answer {
      case .done(let description): description.identifier
      case .inProgress(let pending): pending.identifier
      case .gone: nil
      }
    case .failure(let error): error.identifier
    default: nil
    }
  }

  private static func partialFailure<Answer>(_ answer: Answer) -> ProviderError {
    ProviderError(
      .serviceFailure, execution: .executed, "The object was made, but a later step of its creation failed", serviceCode: "InternalFailure",
      identifier: identifier(of: .success(answer)))
  }

  private func record(_ call: Call, executed: Bool, failure: String?) {
    state.withLock { state in
      guard state.recordsOperations else { return }
      state.operations.append(
        CloudOperation(
          call: call.kind, type: call.type, placement: call.placement, identifier: call.identifier, token: call.token, executed: executed,
          failure: failure))
    }
  }
}

extension FaultPlan.Fault {
  /// The answer to a call that is not executed.
  var refusal: ProviderError? {
    switch self {
    case .throttled(let retryAfter): ProviderError(.throttled, "Rate exceeded", serviceCode: "ThrottlingException", retryAfter: retryAfter)
    case .serviceFailure(executed: false):
      ProviderError(.serviceFailure, execution: .unknown, "The service failed (500)", serviceCode: "InternalError")
    case .refusedConnection: ProviderError(.network, "The connection was refused")
    case .accessDenied: ProviderError(.accessDenied, "You are not authorized to perform this operation", serviceCode: "AccessDenied")
    case .serviceFailure(executed: true), .lostResponse, .partialCreate, .slow, .staleAnswer: nil
    }
  }

  /// The answer to a call that is executed although the caller is not told so.
  var loss: ProviderError? {
    switch self {
    case .serviceFailure(executed: true):
      ProviderError(.serviceFailure, execution: .unknown, "The service failed (503)", serviceCode: "ServiceUnavailable")
    case .lostResponse: ProviderError(.network, execution: .unknown, "The connection was reset before an answer came")
    default: nil
    }
  }
}

import Synchronization

@testable import AWSClient
@testable import AWSProvider

/// Services that answer by a script, and refuse what the client would refuse to send.
///
/// Each operation has its answers, one for each call; the last one stays. An operation without answers succeeds and says nothing.
final class ServiceScript: ServiceCaller {
  private struct State {
    var answers: [String: [Result<AWSValue, AWSError>]] = [:]
    var sent: [SentCall] = []
  }

  private let state = Mutex(State())

  func script(_ operation: String, _ answers: [Result<AWSValue, AWSError>]) {
    state.withLock { $0.answers[operation] = answers }
  }

  /// The calls since this was asked last.
  func takeSent() -> [SentCall] {
    state.withLock { state in
      defer { state.sent = [] }
      return state.sent
    }
  }

  func call(_ service: String, _ operation: String, _ input: AWSValue) async throws(AWSError) -> AWSValue {
    // The client's own check: no member that the model does not know, none missing, each of its shape.
    _ = try ModelCoder(makeToken: { "made-here" }).encode(service, operation, input, endpoint: Endpoint(host: "localhost"))
    let name = "\(service):\(operation)"
    let answer = state.withLock { state -> Result<AWSValue, AWSError> in
      state.sent.append(SentCall(name, input))
      guard var answers = state.answers[name], let next = answers.first else { return .success([:]) }
      if answers.count > 1 { answers.removeFirst() }
      state.answers[name] = answers
      return next
    }
    return try answer.get()
  }
}

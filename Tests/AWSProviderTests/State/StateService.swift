import StrataDeployment
import Synchronization

@testable import AWSClient
@testable import AWSProvider

/// Services of state that answer by a script, refuse what the client would refuse to send, and tell a time of their own.
final class StateService: StateServiceCaller {
  private struct State {
    var answers: [String: [Result<AWSValue, AWSError>]] = [:]
    var sent: [SentCall] = []
    var time = 1_800_000_000.0
  }

  private let state = Mutex(State())

  func script(_ operation: String, _ answers: Result<AWSValue, AWSError>...) { state.withLock { $0.answers[operation] = answers } }
  func pass(seconds: Double) { state.withLock { $0.time += seconds } }
  var sent: [SentCall] { state.withLock { $0.sent } }
  func lastInput(_ name: String) -> AWSValue? { sent.last { $0.operation == name }?.input }

  func exchange(_ service: String, _ operation: String, _ input: AWSValue) async throws(AWSError) -> AWSAnswer {
    _ = try ModelCoder(makeToken: { "made-here" }).encode(service, operation, input, endpoint: Endpoint(host: "localhost"))
    let name = "\(service):\(operation)"
    let (answer, time) = state.withLock { state -> (Result<AWSValue, AWSError>, Double) in
      state.sent.append(SentCall(name, input))
      guard var answers = state.answers[name], let next = answers.first else { return (.success([:]), state.time) }
      if answers.count > 1 { answers.removeFirst() }
      state.answers[name] = answers
      return (next, state.time)
    }
    return AWSAnswer(try answer.get(), servedAt: time)
  }

  static func failure(_ code: String, _ status: Int, kind: AWSError.Kind = .refused, execution: AWSError.Execution = .notExecuted)
    -> Result<AWSValue, AWSError>
  {
    .failure(AWSError(kind, execution: execution, code: code, "injected", service: "s3", operation: "op", status: status))
  }
}

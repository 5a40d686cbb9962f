import Synchronization

@testable import AWSClient

/// Answers requests from a script, and remembers them.
final class ScriptedTransport: HTTPTransport {
  typealias Answer = Result<HTTPResponse, TransportError>

  private let sent = Mutex<[HTTPRequest]>([])
  private let answer: @Sendable (_ request: HTTPRequest, _ index: Int) -> Answer

  /// Answers by a function of the request and the number of those before it.
  init(_ answer: @escaping @Sendable (_ request: HTTPRequest, _ index: Int) -> Answer) { self.answer = answer }

  /// Gives the answers in turn, and the last one for ever.
  convenience init(_ answers: Answer...) {
    self.init { _, index in answers[min(index, answers.count - 1)] }
  }

  var requests: [HTTPRequest] { sent.withLock { $0 } }

  func send(_ request: HTTPRequest, timeout: Int) async throws(TransportError) -> HTTPResponse {
    let index = sent.withLock { sent in
      sent.append(request)
      return sent.count - 1
    }
    return try answer(request, index).get()
  }
}

extension Result where Success == HTTPResponse, Failure == TransportError {
  /// A success whose body the scripted coder reads as `name=value` lines.
  static func ok(_ lines: String = "") -> Self { .success(HTTPResponse(status: 200, body: Array(lines.utf8))) }

  /// A refusal with the kind and code that the scripted coder reads from headers.
  static func refusal(_ kind: AWSError.Kind, _ code: String, status: Int = 400, headers: [HTTPRequest.Field] = []) -> Self {
    .success(HTTPResponse(status: status, headers: [.init("x-kind", kind.rawValue), .init("x-code", code)] + headers))
  }

  /// No answer.
  static func broken(_ code: TransportError.Code, reached: Bool) -> Self {
    .failure(TransportError(code, "scripted", mayHaveReachedService: reached))
  }
}

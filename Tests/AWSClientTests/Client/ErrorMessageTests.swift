import Testing

@testable import AWSClient

@Suite("What errors say")
struct ErrorMessageTests {
  private func error(_ answer: ScriptedTransport.Answer, _ service: String = "kms") async -> AWSError? {
    let client = AWSClient.scripted(ScriptedTransport(answer)) { $0.maximumAttempts = 1 }
    return await failure { () async throws(AWSError) in try await client.call(service, "CreateKey") }
  }

  @Test(
    "No answer: the host, the port, what happened and what to look at",
    arguments: [
      (TransportError.Code.connectionRefused, false, "nothing answers at kms.eu-central-1.amazonaws.com:443"),
      (.unknownHost, false, "kms.eu-central-1.amazonaws.com cannot be resolved"),
      (.connectionTimeout, false, "kms.eu-central-1.amazonaws.com:443 cannot be reached"),
      (.tls, false, "check this machine's clock, AWS_CA_BUNDLE"), (.timeout, true, "did not answer within 60 s"),
      (.connectionClosed, true, "ended the connection before its answer was complete"), (.cancelled, true, "cancelled while waiting"),
    ])
  func network(code: TransportError.Code, reached: Bool, message: String) async {
    let found = await error(.broken(code, reached: reached))
    #expect(found?.kind == .network)
    #expect(found?.execution == (reached ? .unknown : .notExecuted))
    #expect(found?.message.contains(message) == true, "\(found?.message ?? "")")
    #expect(found?.service == "kms")
  }

  @Test("A page of HTML is none of the service's answers")
  func html() async {
    let page = HTTPResponse(status: 200, headers: [.init("Content-Type", "text/html; charset=utf-8")], body: Array("<html>".utf8))
    let found = await error(.success(page))
    #expect(found?.kind == .malformedResponse && found?.execution == .unknown)
    #expect(found?.message.contains("page of HTML (status 200)") == true)
    var failed = page
    failed.status = 502
    #expect(await error(.success(failed))?.kind == .serviceFailure)
  }

  @Test("An answer cut in half names the host and what was wrong with it")
  func cut() async {
    let found = await error(.ok("cut"))
    #expect(found?.kind == .malformedResponse && found?.execution == .unknown)
    #expect(found?.message.hasPrefix("the text ends in the middle; it came from kms.eu-central-1.amazonaws.com:443") == true)
  }

  @Test("An unknown service and an impossible region are refused before anything is sent")
  func beforeSending() async {
    let transport = ScriptedTransport(.ok())
    let client = AWSClient.scripted(transport)
    #expect(await failure { () async throws(AWSError) in try await client.call("nothing", "X") }?.kind == .invalidInput)
    #expect(await failure { () async throws(AWSError) in try await client.call("kms", "X", region: "a.b") }?.kind == .invalidInput)
    #expect(transport.requests.isEmpty)
  }

  @Test("What the answer's head tells is part of the error")
  func head() async {
    let found = await error(
      .refusal(.refused, "NotFoundException", headers: [.init("x-amzn-RequestId", "id"), .init("x-amz-retry-after", "250")]))
    #expect(found?.requestID == "id" && found?.retryAfter == 250 && found?.status == 400 && found?.execution == .notExecuted)
  }
}

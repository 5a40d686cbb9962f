import Testing

@testable import AWSClient

@Suite("Reaching an endpoint")
struct EndpointReachTests {
  @Test("Any answer is one, even a refusal; its date tells how far the clocks are apart")
  func answered() async {
    // 1,700,000,000 is Tue, 14 Nov 2023 22:13:20 GMT.
    let transport = ScriptedTransport(
      .success(HTTPResponse(status: 403, headers: [.init("date", "Tue, 14 Nov 2023 22:18:20 GMT")])))
    let reach = await AWSClient.scripted(transport, clock: ManualClock(now: 1_700_000_000)).reach("sts")
    #expect(reach.outcome == .answered(clockOffset: 300))
    #expect(reach.endpoint == "https://sts.eu-central-1.amazonaws.com")
    #expect(transport.requests.first?.header("Authorization") == nil)
  }

  @Test("An answer without a date tells nothing of the clock; no answer tells why")
  func failed() async {
    let silent = await AWSClient.scripted(ScriptedTransport(.success(HTTPResponse(status: 200)))).reach("sts")
    #expect(silent.outcome == .answered(clockOffset: nil))
    let broken = await AWSClient.scripted(ScriptedTransport(.broken(.unknownHost, reached: false))).reach("sts")
    #expect(broken.outcome == .failed("scripted"))
  }
}

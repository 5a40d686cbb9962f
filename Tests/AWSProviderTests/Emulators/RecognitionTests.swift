import Synchronization
import Testing

@testable import AWSClient
@testable import AWSProvider

@Suite("Recognition of emulators")
struct RecognitionTests {
  /// A server that knows some paths, and does not find the others.
  private struct ScriptedTransport: HTTPTransport {
    var answers: [String: HTTPResponse]

    func send(_ request: HTTPRequest, timeout: Int) async throws(TransportError) -> HTTPResponse {
      answers[request.path] ?? HTTPResponse(status: 404, body: Array("{}".utf8))
    }
  }

  /// A server that nobody reaches.
  private struct DeafTransport: HTTPTransport {
    func send(_ request: HTTPRequest, timeout: Int) async throws(TransportError) -> HTTPResponse {
      throw TransportError(.connectionRefused, "refused", mayHaveReachedService: false)
    }
  }

  /// A server that counts how often it is asked.
  private final class CountingTransport: HTTPTransport {
    let count = Mutex(0)

    func send(_ request: HTTPRequest, timeout: Int) async throws(TransportError) -> HTTPResponse {
      count.withLock { $0 += 1 }
      return HTTPResponse(status: request.path == "/moto-api/config" ? 200 : 404, body: Array("{}".utf8))
    }
  }

  private let endpoint = Endpoint(isSecure: false, host: "localhost", port: 5000)

  private func recognized(_ path: String, status: Int, body: String) async -> EmulatorCapabilities {
    let answer = HTTPResponse(status: status, body: Array(body.utf8))
    return await EmulatorCapabilities.recognized(at: endpoint, over: ScriptedTransport(answers: [path: answer]))
  }

  @Test("moto is known by its own page, which answers with success of one kind or another", arguments: [200, 201])
  func moto(_ status: Int) async {
    #expect(await recognized("/moto-api/config", status: status, body: #"{"batch":{}}"#) == .moto)
  }

  @Test("LocalStack is known by its health, and has Cloud Control")
  func localStack() async {
    let found = await recognized("/_localstack/health", status: 200, body: #"{"services":{}}"#)
    #expect(found.name == "localstack")
    #expect(found.hasCloudControl)
  }

  @Test("The embedded cloud that is served is known by its own page, and reached through Cloud Control only")
  func servedCloud() async {
    let found = await recognized("/_strata/cloud", status: 200, body: #"{"name":"strata"}"#)
    #expect(found.hasCloudControl)
    #expect(!found.hasServices)
  }

  @Test("A page that is not the emulator's own tells nothing: an error, or no object")
  func strangers() async {
    #expect(await recognized("/moto-api/config", status: 500, body: "{}").name == "localhost")
    #expect(await recognized("/moto-api/config", status: 200, body: "<html></html>").name == "localhost")
    #expect(await recognized("/moto-api/config", status: 200, body: "[]").name == "localhost")
  }

  @Test("What is not recognized is taken as complete, under the name of its host")
  func unknown() async {
    let found = await EmulatorCapabilities.recognized(at: endpoint, over: DeafTransport())
    #expect(found == EmulatorCapabilities(name: "localhost", hasCloudControl: true))
  }

  @Test("An address is asked once, however many connections go there")
  func once() async {
    let transport = CountingTransport()
    let recognized = RecognizedEndpoints()
    await withTaskGroup { group in
      for _ in 0..<5 { group.addTask { #expect(await recognized.capabilities(at: endpoint, over: transport) == .moto) } }
    }
    #expect(await recognized.capabilities(at: endpoint, over: transport) == .moto)
    #expect(transport.count.withLock { $0 } == 1)
  }
}

import NIOCore
import NIOHTTP1
import NIOPosix
import Testing

@testable import AWSClient

@Suite("The transport, against a server on this machine")
struct AsyncHTTPClientTransportTests {
  private func request(_ server: LoopbackServer, _ path: String, body: [UInt8] = []) -> HTTPRequest {
    HTTPRequest(
      method: body.isEmpty ? "GET" : "POST", endpoint: Endpoint(isSecure: false, host: "127.0.0.1", port: server.port), path: path,
      query: [.init("acl", ""), .init("a b", "c/d")], headers: [.init("X-Test", "1")], body: body)
  }

  private func error(_ send: () async throws(TransportError) -> HTTPResponse) async -> TransportError? {
    do throws(TransportError) {
      _ = try await send()
      return nil
    } catch {
      return error
    }
  }

  @Test("Requests arrive as they are, and share connections")
  func keepAlive() async throws {
    let server = try await LoopbackServer.start()
    let transport = try AsyncHTTPClientTransport()
    for _ in 0..<5 {
      let response = try await transport.send(request(server, "/echo", body: Array("hello".utf8)), timeout: 5000)
      #expect(response.status == 200)
      #expect(String(decoding: response.body, as: UTF8.self) == "POST /echo?acl&a%20b=c%2Fd 1 hello")
    }
    // The last bytes of an answer may be here before its connection is free again, so that the next request opens another one.
    #expect(server.connections < 5)
    await transport.shutdown()
    try await server.stop()
  }

  @Test("A redirect is an answer, not an order")
  func redirect() async throws {
    let server = try await LoopbackServer.start()
    let transport = try AsyncHTTPClientTransport()
    let response = try await transport.send(request(server, "/redirect"), timeout: 5000)
    #expect(response.status == 301)
    #expect(response.header("location") == "/echo")
    try await server.stop()
  }

  @Test("A refused connection certainly did not reach the service")
  func refused() async throws {
    let server = try await LoopbackServer.start()
    try await server.stop()
    let transport = try AsyncHTTPClientTransport()
    let request = request(server, "/")
    let found = await error { () async throws(TransportError) in try await transport.send(request, timeout: 5000) }
    #expect(found?.code == .connectionRefused)
    #expect(found?.mayHaveReachedService == false)
  }

  @Test("Half an answer may have been executed, and is sent once")
  func half() async throws {
    let server = try await LoopbackServer.start()
    let transport = try AsyncHTTPClientTransport()
    for path in ["/half", "/close"] {
      let request = request(server, path, body: [1])
      let found = await error { () async throws(TransportError) in try await transport.send(request, timeout: 5000) }
      #expect(found?.code == .connectionClosed, "\(path): \(String(describing: found))")
      #expect(found?.mayHaveReachedService == true)
    }
    #expect(server.requests == 2)
    try await server.stop()
  }

  @Test("A slow answer may have been executed")
  func slow() async throws {
    let server = try await LoopbackServer.start()
    let transport = try AsyncHTTPClientTransport()
    let request = request(server, "/never")
    let found = await error { () async throws(TransportError) in try await transport.send(request, timeout: 100) }
    #expect(found?.code == .timeout)
    #expect(found?.mayHaveReachedService == true)
    try await server.stop()
  }

  @Test("An answer above the limit is refused, not kept")
  func large() async throws {
    let server = try await LoopbackServer.start()
    var options = AsyncHTTPClientTransport.Options()
    options.largestBody = 1 << 20
    let transport = try AsyncHTTPClientTransport(options: options)
    let request = request(server, "/large")
    let found = await error { () async throws(TransportError) in try await transport.send(request, timeout: 10_000) }
    #expect(found?.message == "the answer has more than 1 MiB")
    try await server.stop()
  }

  @Test("A server without TLS fails the handshake, and the request was not sent")
  func handshake() async throws {
    let server = try await LoopbackServer.start()
    let transport = try AsyncHTTPClientTransport()
    var request = request(server, "/echo")
    request.endpoint.isSecure = true
    let secure = request
    let found = await error { () async throws(TransportError) in try await transport.send(secure, timeout: 5000) }
    #expect(found?.code == .tls, "\(String(describing: found))")
    #expect(found?.message == "the handshake failed: the other side closed the connection")
    #expect(found?.mayHaveReachedService == false)
    try await server.stop()
  }

  @Test("Plain HTTP to another machine is refused, and so is anything after shutdown")
  func refusedBeforeSending() async throws {
    let transport = try AsyncHTTPClientTransport()
    let clear = HTTPRequest(endpoint: Endpoint(isSecure: false, host: "example.com"))
    #expect(
      await error { () async throws(TransportError) in try await transport.send(clear, timeout: 100) }?.mayHaveReachedService == false)
    await transport.shutdown()
    let late = HTTPRequest(endpoint: Endpoint(isSecure: false, host: "127.0.0.1", port: 9))
    #expect(await error { () async throws(TransportError) in try await transport.send(late, timeout: 100) }?.mayHaveReachedService == false)
  }
}

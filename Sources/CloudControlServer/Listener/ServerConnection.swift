import NIOCore
import NIOHTTP1

/// One client's connection: requests in, answers out, one after another.
struct ServerConnection: Sendable {
  let server: CloudControlServer

  /// The greatest body that is read, in bytes; the API's greatest document has 256 KiB, and more once it is escaped.
  private static let greatestBody = 4 << 20

  /// Serves the connection until the client leaves or asks to close it.
  func run(_ connection: LoopbackListener.Connection) async {
    // A client that breaks off ends its own connection, and nothing else.
    try? await connection.executeThenClose { inbound, outbound in
      var head: HTTPRequestHead?
      var body: [UInt8] = []
      for try await part in inbound {
        switch part {
        case .head(let next):
          head = next
          body = []
        case .body(let bytes):
          guard body.count + bytes.readableBytes <= Self.greatestBody else {
            try await write(ServerResponse(status: 413), keepsAlive: false, outbound)
            return
          }
          body.append(contentsOf: bytes.readableBytesView)
        case .end:
          guard let request = head else { return }
          let answer = await server.respond(
            to: ServerRequest(
              method: request.method.rawValue, target: request.uri, headers: request.headers.map { .init($0.name, $0.value) }, body: body))
          try await write(answer, keepsAlive: request.isKeepAlive, outbound)
          if !request.isKeepAlive { return }
        }
      }
    }
  }

  private func write(
    _ answer: ServerResponse, keepsAlive: Bool, _ outbound: NIOAsyncChannelOutboundWriter<HTTPServerResponsePart>
  ) async throws {
    var headers = HTTPHeaders(answer.headers.map { ($0.name, $0.value) })
    headers.add(name: "Content-Length", value: String(answer.body.count))
    if !keepsAlive { headers.add(name: "Connection", value: "close") }
    let head = HTTPResponseHead(version: .http1_1, status: HTTPResponseStatus(statusCode: answer.status), headers: headers)
    try await outbound.write(
      contentsOf: [.head(head), .body(.byteBuffer(ByteBuffer(bytes: answer.body))), .end(nil)])
  }
}

import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

/// A server of HTTP on this machine that answers by path, some of them badly.
final class LoopbackServer: Sendable {
  private final class Counts: Sendable {
    let values = Mutex<(connections: Int, requests: Int)>((0, 0))
  }

  let port: Int
  private let channel: any Channel
  private let counts: Counts

  var connections: Int { counts.values.withLock { $0.connections } }
  var requests: Int { counts.values.withLock { $0.requests } }

  private init(channel: any Channel, counts: Counts) {
    self.channel = channel
    self.counts = counts
    port = channel.localAddress?.port ?? 0
  }

  /// Listens on a free port.
  static func start() async throws -> LoopbackServer {
    let counts = Counts()
    let channel = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelInitializer { channel in
        counts.values.withLock { $0.connections += 1 }
        return channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.configureHTTPServerPipeline(withErrorHandling: false)
          try channel.pipeline.syncOperations.addHandler(Handler(counts: counts))
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    return LoopbackServer(channel: channel, counts: counts)
  }

  func stop() async throws { try await channel.close().get() }

  private final class Handler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let counts: Counts
    private var head: HTTPRequestHead?
    private var body = ""

    init(counts: Counts) { self.counts = counts }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      switch unwrapInboundIn(data) {
      case .head(let head):
        self.head = head
        body = ""
      case .body(let bytes): body += String(buffer: bytes)
      case .end:
        counts.values.withLock { $0.requests += 1 }
        if let head { answer(head, context) }
      }
    }

    // What is no HTTP, such as the greeting of TLS, ends the connection.
    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    private func answer(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
      switch head.uri.prefix(while: { $0 != "?" }) {
      case "/echo":
        let text = "\(head.method) \(head.uri) \(head.headers.first(name: "X-Test") ?? "") \(body)"
        send(.ok, ["Content-Length": "\(text.utf8.count)"], text, context)
      case "/redirect": send(.movedPermanently, ["Location": "/echo", "Content-Length": "0"], "", context)
      case "/half":
        write(.ok, ["Content-Length": "100"], "only this", context)
        context.close(promise: nil)
      case "/large": send(.ok, ["Content-Length": "\(2 << 20)"], String(repeating: "x", count: 2 << 20), context)
      case "/never": break
      default: context.close(promise: nil)
      }
    }

    private func send(_ status: HTTPResponseStatus, _ headers: HTTPHeaders, _ text: String, _ context: ChannelHandlerContext) {
      write(status, headers, text, context)
      context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    }

    private func write(_ status: HTTPResponseStatus, _ headers: HTTPHeaders, _ text: String, _ context: ChannelHandlerContext) {
      context.write(wrapOutboundOut(.head(HTTPResponseHead(version: .http1_1, status: status, headers: headers))), promise: nil)
      context.writeAndFlush(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(string: text)))), promise: nil)
    }
  }
}

import NIOCore
import NIOHTTP1
import NIOPosix

/// The thin shell around a server: HTTP/1.1 on this machine's loopback address, and on no other.
public struct LoopbackListener: Sendable {
  typealias Connection = NIOAsyncChannel<HTTPServerRequestPart, HTTPServerResponsePart>

  private let channel: NIOAsyncChannel<Connection, Never>

  /// The port that is listened on.
  public let port: Int

  /// The address for clients, for example `http://127.0.0.1:4600`.
  public var url: String { "http://127.0.0.1:\(port)" }

  /// How long an accepted request may wait before it is carried out although nobody asks, in milliseconds.
  private static let patience = 3000

  /// Listens on a port; 0 for one that is free.
  ///
  /// - Throws: ``ListenerError`` for a port that cannot be had.
  public static func bind(port: Int) async throws(ListenerError) -> LoopbackListener {
    do {
      let channel = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
        .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
        .bind(host: "127.0.0.1", port: port) { channel in
          channel.eventLoop.makeCompletedFuture {
            try channel.pipeline.syncOperations.configureHTTPServerPipeline(withErrorHandling: true)
            return try Connection(wrappingChannelSynchronously: channel)
          }
        }
      return LoopbackListener(channel: channel, port: channel.channel.localAddress?.port ?? port)
    } catch {
      throw ListenerError("Could not listen on 127.0.0.1:\(port): \(error). Choose another port, or 0 for a free one.")
    }
  }

  /// Answers until the task is cancelled; what was accepted by then is carried out.
  public func run(_ server: CloudControlServer) async {
    // The only errors are those of a listening socket that was closed, which is the end.
    try? await channel.executeThenClose { connections in
      await withDiscardingTaskGroup { group in
        group.addTask {
          while (try? await Task.sleep(for: .milliseconds(Self.patience))) != nil {
            await server.startPending(olderThan: Self.patience)
          }
        }
        do {
          for try await connection in connections { group.addTask { await ServerConnection(server: server).run(connection) } }
        } catch {}
        group.cancelAll()
      }
    }
    await server.startPending()
  }
}

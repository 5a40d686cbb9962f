import AsyncHTTPClient
import Dispatch
import NIOCore
import NIOHTTP1
import NIOSSL

/// Sends requests over pooled connections with TLS, HTTP/1.1 or HTTP/2.
///
/// A class, so that its connections end with its last owner: ``shutdown()`` waits for that, forgetting it leaks nothing. It never repeats
/// a request, never follows a redirect and never decompresses a body.
public final class AsyncHTTPClientTransport: HTTPTransport {
  /// How connections are made.
  public struct Options: Sendable, Hashable {
    /// How long a connection may take, in milliseconds.
    public var connectionTimeout = 5000
    /// How long an unused connection is kept, in milliseconds; shorter than services keep theirs, lest a request meets a closing one.
    public var idleTimeout = 15_000
    /// How many bytes a body may have, of a request or an answer.
    public var largestBody = 64 << 20
    /// A file of certificates to trust besides the system's, as `AWS_CA_BUNDLE` names.
    public var certificateFile: String?

    /// Creates the usual options.
    public init() {}
  }

  private let options: Options
  private let proxies: ProxySettings?
  private let direct: HTTPClient
  /// The client of each proxy; a client of connections knows one way only.
  private let proxied: [ProxySettings.Server: HTTPClient]

  /// Creates a transport.
  ///
  /// - Throws: ``ConfigurationError`` for a file of certificates that cannot be read.
  public init(options: Options = Options(), proxies: ProxySettings? = nil) throws(ConfigurationError) {
    var configuration = HTTPClient.Configuration(
      tlsConfiguration: try Self.tls(options.certificateFile), redirectConfiguration: .disallow,
      timeout: .init(connect: .milliseconds(Int64(options.connectionTimeout))), decompression: .disabled)
    configuration.connectionPool.idleTimeout = .milliseconds(Int64(options.idleTimeout))
    configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 64
    // A refused connection is an answer; whether to try again is decided with the call in hand.
    configuration.connectionPool.retryConnectionEstablishment = false
    self.options = options
    self.proxies = proxies
    direct = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    var clients: [ProxySettings.Server: HTTPClient] = [:]
    for server in [proxies?.https, proxies?.http].compactMap({ $0 }) where clients[server] == nil {
      let authorization = server.user.map { HTTPClient.Authorization.basic(username: $0, password: server.password ?? "") }
      configuration.proxy = .server(host: server.host, port: server.port, authorization: authorization)
      clients[server] = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }
    proxied = clients
  }

  /// Creates a transport with the proxies and certificates of the environment.
  public convenience init(environment: [String: String]) throws(ConfigurationError) {
    var options = Options()
    options.certificateFile = environment["AWS_CA_BUNDLE"].flatMap { $0.isEmpty ? nil : $0 }
    try self.init(options: options, proxies: ProxySettings(environment: environment))
  }

  deinit {
    // The clients live on until their connections are closed.
    for client in [direct] + proxied.values { client.shutdown(queue: .global()) { _ in } }
  }

  public func send(_ request: HTTPRequest, timeout: Int) async throws(TransportError) -> HTTPResponse {
    let endpoint = request.endpoint
    guard endpoint.isSecure || endpoint.isLoopback || endpoint.isLinkLocal else {
      throw TransportError(.other, "plain HTTP goes to this machine only", mayHaveReachedService: false)
    }
    guard request.body.count <= options.largestBody else {
      throw TransportError(.other, "the request has more than \(options.largestBody >> 20) MiB", mayHaveReachedService: false)
    }
    var outgoing = HTTPClientRequest(url: request.url)
    outgoing.method = HTTPMethod(rawValue: request.method)
    for field in request.headers { outgoing.headers.add(name: field.name, value: field.value) }
    if !request.body.isEmpty || ["POST", "PUT", "PATCH"].contains(request.method) {
      outgoing.body = .bytes(ByteBuffer(bytes: request.body))
    }
    let client = proxies?.server(for: endpoint).flatMap { proxied[$0] } ?? direct
    do {
      let response = try await client.execute(outgoing, deadline: .now() + .milliseconds(Int64(timeout)))
      let body = try await response.body.collect(upTo: options.largestBody)
      let headers = response.headers.map { HTTPRequest.Field($0.name, $0.value) }
      return HTTPResponse(status: Int(response.status.code), headers: headers, body: Array(body.readableBytesView))
    } catch {
      throw TransportError(error, largestBody: options.largestBody)
    }
  }

  /// Closes the connections; what is still being sent fails.
  public func shutdown() async {
    for client in [direct] + proxied.values { try? await client.shutdown() }
  }

  private static func tls(_ certificateFile: String?) throws(ConfigurationError) -> TLSConfiguration {
    var configuration = TLSConfiguration.makeClientConfiguration()
    if let certificateFile {
      do {
        let certificates = try NIOSSLCertificate.fromPEMFile(certificateFile)
        configuration.additionalTrustRoots = [.certificates(certificates)]
      } catch {
        throw ConfigurationError("the certificates in \(certificateFile) cannot be read", source: "AWS_CA_BUNDLE")
      }
    }
    return configuration
  }
}

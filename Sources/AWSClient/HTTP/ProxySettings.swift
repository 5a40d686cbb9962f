/// The proxies that the environment names, and the hosts that go without: `HTTPS_PROXY`, `HTTP_PROXY`, `NO_PROXY`, also in lower case.
///
/// `NO_PROXY` lists hosts, domains with all below them, addresses, or `*`. This machine and metadata services never go over a proxy.
public struct ProxySettings: Sendable, Hashable {
  /// A proxy, with the name and password that its address holds.
  public struct Server: Sendable, Hashable {
    public var host: String
    public var port: Int
    public var user: String?
    public var password: String?
  }

  /// The proxy of HTTPS, which carries all calls to AWS.
  public var https: Server?
  /// The proxy of plain HTTP.
  public var http: Server?
  var exceptions: [String] = []

  /// Reads the environment.
  ///
  /// - Throws: ``ConfigurationError`` for an address that is none.
  public init(environment: [String: String]) throws(ConfigurationError) {
    https = try Self.server("HTTPS_PROXY", environment)
    http = try Self.server("HTTP_PROXY", environment)
    exceptions = (environment["no_proxy"] ?? environment["NO_PROXY"] ?? "").split { $0 == "," || $0.isWhitespace }.map { $0.lowercased() }
  }

  /// The proxy for an endpoint, or `nil` where the way is direct.
  public func server(for endpoint: Endpoint) -> Server? {
    if endpoint.isLoopback || endpoint.isLinkLocal { return nil }
    for exception in exceptions {
      let parts = exception.split(separator: ":", maxSplits: 1)
      guard let first = parts.first else { continue }
      if exception == "*" || exception == endpoint.host { return nil }
      if parts.count == 2, Int(parts[1]) != endpoint.port ?? (endpoint.isSecure ? 443 : 80) { continue }
      var domain = first
      if domain.hasPrefix("*") { domain = domain.dropFirst() }
      if domain.hasPrefix(".") { domain = domain.dropFirst() }
      if endpoint.host == domain || endpoint.host.hasSuffix("." + domain) { return nil }
    }
    return endpoint.isSecure ? https : http
  }

  private static func server(_ name: String, _ environment: [String: String]) throws(ConfigurationError) -> Server? {
    guard var text = environment[name.lowercased()] ?? environment[name], !text.isEmpty else { return nil }
    if !text.contains("://") { text = "http://" + text }
    var server = Server(host: "", port: 0)
    if let at = text.lastIndex(of: "@"), let scheme = text.firstRange(of: "://") {
      let parts = text[scheme.upperBound..<at].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      server.user = parts.first.map { decoded($0) }
      server.password = parts.count > 1 ? decoded(parts[1]) : nil
      text.removeSubrange(scheme.upperBound...at)
    }
    guard text.lowercased().hasPrefix("http://"), let endpoint = Endpoint(url: text) else {
      // The address is not repeated: it may hold a password.
      throw ConfigurationError("it is no address of a proxy; write for example http://proxy.example.com:3128", source: name)
    }
    server.host = endpoint.host
    server.port = endpoint.port ?? 80
    return server
  }

  private static func decoded(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2, let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension ProxySettings.Server: CustomStringConvertible, CustomReflectable {
  // Without name and password.
  public var description: String { "\(host):\(port)" }
  public var customMirror: Mirror { Mirror(self, children: ["host": host, "port": port]) }
}

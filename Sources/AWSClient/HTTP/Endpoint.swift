/// Where a service answers: scheme, host, port, and a path that stands before the operation's own.
public struct Endpoint: Sendable, Hashable {
  public var isSecure: Bool
  /// The host in lower case, without brackets for an IPv6 address.
  public var host: String
  /// The port; `nil` for the scheme's own.
  public var port: Int?
  /// A path without a slash at its end; mostly empty.
  public var path: String

  /// Creates an endpoint.
  public init(isSecure: Bool = true, host: String, port: Int? = nil, path: String = "") {
    self.isSecure = isSecure
    self.host = host
    self.port = port
    self.path = path
  }
}

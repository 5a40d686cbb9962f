/// A request of HTTP as it goes to the wire: everything that a signature covers, and nothing that a connection adds.
public struct HTTPRequest: Sendable, Hashable {
  /// The name of a header or query parameter with its value.
  public struct Field: Sendable, Hashable {
    public var name: String
    public var value: String

    /// Creates a field.
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  public var method: String
  /// Scheme, host, port and a path prefix, for example `https://kms.us-east-1.amazonaws.com`.
  public var endpoint: Endpoint
  /// The path, percent-encoded once as it goes to the wire, beginning with `/`.
  public var path: String
  /// Query parameters in the order of the model, neither name nor value encoded; a parameter without a value has an empty one.
  public var query: [Field]
  /// The headers but `Host` and `Content-Length`, which are the transport's; names compare without case.
  public var headers: [Field]
  public var body: [UInt8]

  /// Creates a request.
  public init(
    method: String = "POST", endpoint: Endpoint, path: String = "/", query: [Field] = [], headers: [Field] = [], body: [UInt8] = []
  ) {
    self.method = method
    self.endpoint = endpoint
    self.path = path
    self.query = query
    self.headers = headers
    self.body = body
  }

  /// The value of a header, whatever the case of its name.
  public func header(_ name: String) -> String? { headers.first { $0.name.lowercased() == name.lowercased() }?.value }
}

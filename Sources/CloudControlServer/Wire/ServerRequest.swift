/// A request of HTTP as the server sees it: whole, and already off the wire.
public struct ServerRequest: Sendable, Hashable {
  /// One header; names are compared without case.
  public struct Header: Sendable, Hashable {
    public var name: String
    public var value: String

    /// Creates a header.
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  public var method: String
  /// The path with its query, as in the request line.
  public var target: String
  public var headers: [Header]
  public var body: [UInt8]

  /// Creates a request.
  public init(method: String = "POST", target: String = "/", headers: [Header] = [], body: [UInt8] = []) {
    self.method = method
    self.target = target
    self.headers = headers
    self.body = body
  }

  /// The value of the first header of a name.
  public func header(_ name: String) -> String? {
    let wanted = name.lowercased()
    return headers.first { $0.name.lowercased() == wanted }?.value
  }

  /// The parameters of the query protocol: those of the target, and those of a form in the body, which come later and win.
  var parameters: [String: String] {
    var result: [String: String] = [:]
    if let mark = target.firstIndex(of: "?") { FormText.decode(target[target.index(after: mark)...], into: &result) }
    if header("Content-Type")?.lowercased().hasPrefix("application/x-www-form-urlencoded") == true {
      FormText.decode(String(decoding: body, as: UTF8.self)[...], into: &result)
    }
    return result
  }
}

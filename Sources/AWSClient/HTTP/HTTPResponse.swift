/// An answer of HTTP, complete.
public struct HTTPResponse: Sendable, Hashable {
  public var status: Int
  public var headers: [HTTPRequest.Field]
  public var body: [UInt8]

  /// Creates an answer.
  public init(status: Int, headers: [HTTPRequest.Field] = [], body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// The value of a header, whatever the case of its name.
  public func header(_ name: String) -> String? { headers.first { $0.name.lowercased() == name.lowercased() }?.value }
}

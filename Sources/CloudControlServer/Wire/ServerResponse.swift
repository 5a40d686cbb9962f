/// An answer of HTTP, ready to be written.
public struct ServerResponse: Sendable, Hashable {
  public var status: Int
  public var headers: [ServerRequest.Header]
  public var body: [UInt8]

  /// Creates an answer.
  public init(status: Int, headers: [ServerRequest.Header] = [], body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// The value of the first header of a name.
  public func header(_ name: String) -> String? {
    let wanted = name.lowercased()
    return headers.first { $0.name.lowercased() == wanted }?.value
  }

  init(status: Int, contentType: String, requestID: String, text: String) {
    self.init(
      status: status, headers: [.init("Content-Type", contentType), .init("x-amzn-RequestId", requestID)], body: Array(text.utf8))
  }
}

/// Sends one request and brings the whole answer; the edge where the network begins.
///
/// It never repeats a request by itself: whether that is safe depends on the operation, which only the caller knows.
public protocol HTTPTransport: Sendable {
  /// Sends a request.
  ///
  /// - Parameters:
  ///   - request: the signed request.
  ///   - timeout: how long the whole exchange may take, in milliseconds.
  /// - Throws: ``TransportError``, which tells whether bytes of the request may have reached the service.
  func send(_ request: HTTPRequest, timeout: Int) async throws(TransportError) -> HTTPResponse
}

extension AWSError {
  /// The error for a page that something else than the service sent: a proxy, a sign-in of the network, a load balancer.
  private init?(html response: HTTPResponse, from endpoint: Endpoint) {
    // The type alone says nothing: emulators send XML and JSON under it.
    let beginning = String(decoding: response.body.prefix(256), as: UTF8.self).lowercased().drop { $0.isWhitespace }
    guard beginning.hasPrefix("<!doctype html") || beginning.hasPrefix("<html") else { return nil }
    if response.status >= 500 {
      self.init(
        .serviceFailure, execution: .unknown, "\(endpoint.hostAndPort) failed with the status \(response.status) and a page of HTML",
        status: response.status)
    } else {
      self.init(
        .malformedResponse, execution: .unknown,
        "\(endpoint.hostAndPort) answered with a page of HTML (status \(response.status)), which is none of the service's; "
          + "check HTTPS_PROXY and whether the network wants a sign-in", status: response.status)
    }
  }

  /// The error with what the answer's head tells.
  func completed(by response: HTTPResponse, from endpoint: Endpoint) -> AWSError {
    if kind == .malformedResponse, let page = AWSError(html: response, from: endpoint) { return page }
    var error = self
    if error.status == 0 { error.status = response.status }
    error.requestID = error.requestID ?? response.header("x-amzn-RequestId") ?? response.header("x-amz-request-id")
    error.retryAfter = error.retryAfter ?? Self.retryAfter(response)
    switch error.kind {
    // A failure in the middle of work looks like one before it.
    case .serviceFailure: error.execution = .unknown
    case .malformedResponse:
      error.execution = .unknown
      error.message += "; it came from \(endpoint.hostAndPort), check that this is the service and try again"
    default: break
    }
    return error
  }

  /// `x-amz-retry-after` counts milliseconds, `Retry-After` seconds (RFC 9110, section 10.2.3).
  private static func retryAfter(_ response: HTTPResponse) -> Int? {
    if let milliseconds = response.header("x-amz-retry-after").flatMap(Int.init), milliseconds >= 0 { return milliseconds }
    guard let seconds = response.header("Retry-After").flatMap(Int.init), (0...86400).contains(seconds) else { return nil }
    return seconds * 1000
  }
}

/// What a request without credentials finds out of an endpoint.
public struct EndpointReach: Sendable, Hashable {
  public enum Outcome: Sendable, Hashable {
    /// It answered, whatever it said; its clock is ahead of this machine's by so many seconds, where it told its time.
    case answered(clockOffset: Double?)
    /// It did not; the reason in a few words.
    case failed(String)
  }

  /// Scheme, host and port.
  public var endpoint: String
  public var outcome: Outcome
}

extension AWSClient {
  /// Sends an unsigned request to a service's endpoint, to see whether it answers and what its clock says.
  ///
  /// - Parameter timeout: how long to wait, in milliseconds.
  public func reach(_ service: String, timeout: Int = 5_000) async -> EndpointReach {
    guard let description = coder.service(service) else {
      return EndpointReach(endpoint: service, outcome: .failed("there is no model of the service '\(service)'"))
    }
    let variant = EndpointVariant(isFIPS: configuration.usesFIPS, isDualStack: configuration.usesDualStack)
    let endpoint = EndpointResolver.resolve(
      description, region: configuration.region, variant: variant, overrides: configuration.endpoints
    ).endpoint
    let name = "\(endpoint.isSecure ? "https" : "http")://\(endpoint.host)\(endpoint.port.map { ":\($0)" } ?? "")"
    do throws(TransportError) {
      let sent = clock.now
      let answer = try await transport.send(HTTPRequest(method: "GET", endpoint: endpoint, path: "/"), timeout: timeout)
      let time = answer.header("Date").flatMap(CalendarTime.seconds(httpDate:))
      // The answer was written somewhere between sending and now.
      let middle = (sent + clock.now) / 2
      return EndpointReach(endpoint: name, outcome: .answered(clockOffset: time.map { $0 - middle }))
    } catch {
      return EndpointReach(endpoint: name, outcome: .failed(error.message))
    }
  }
}

extension AWSError {
  /// What a failed exchange means to the caller, with the host and what to look at.
  init(_ error: TransportError, at endpoint: Endpoint, timeout: Int) {
    let host = endpoint.hostAndPort
    let message =
      switch error.code {
      case .unknownHost:
        "the name \(endpoint.host) cannot be resolved; check the network, and that the region offers the service"
      case .connectionRefused: "nothing answers at \(host): \(error.message); check the address, and HTTPS_PROXY where one is used"
      case .connectionTimeout: "\(host) cannot be reached: no connection in time; check the network, firewalls and HTTPS_PROXY"
      case .tls:
        "no secure connection to \(host): \(error.message); check this machine's clock, AWS_CA_BUNDLE and proxies that inspect TLS"
      case .timeout: "\(host) did not answer within \(Self.duration(timeout))"
      case .connectionClosed: "\(host) ended the connection before its answer was complete"
      case .cancelled: "cancelled while waiting for \(host)"
      case .other: "the exchange with \(host) failed: \(error.message)"
      }
    self.init(.network, execution: error.mayHaveReachedService ? .unknown : .notExecuted, message)
  }

  private static func duration(_ milliseconds: Int) -> String {
    milliseconds % 1000 == 0 ? "\(milliseconds / 1000) s" : "\(milliseconds) ms"
  }
}

public import AWSClient

/// Calls operations for remote state: the client, or a double in tests.
public protocol StateServiceCaller: Sendable {
  /// Calls an operation, named as in the service's model, and brings the time of the answer.
  func exchange(_ service: String, _ operation: String, _ input: AWSValue) async throws(AWSError) -> AWSAnswer
}

/// The client as remote state uses it: in the region of the state, with limits that fit a lease.
public struct StateClient: StateServiceCaller {
  private let client: AWSClient
  /// Whether S3 is reached over TLS: an emulator on this machine may not be.
  public let usesTLS: Bool

  /// Creates a caller.
  public init(_ client: AWSClient, region: String) {
    var client = client.inRegion(region)
    // A lease lasts a minute: whoever waits longer than this for one answer asks again instead.
    client.configuration.timeout = 15_000
    client.configuration.maximumAttempts = 2
    client.configuration.retriesThrottling = .all
    self.client = client
    let endpoints = client.configuration.endpoints
    usesTLS = (endpoints.byService["S3"] ?? endpoints.all)?.isSecure ?? true
  }

  public func exchange(_ service: String, _ operation: String, _ input: AWSValue) async throws(AWSError) -> AWSAnswer {
    try await client.exchange(service, operation, input)
  }
}

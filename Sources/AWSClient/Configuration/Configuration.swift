extension AWSClient {
  /// Where calls go and how they are made; read from the environment and the shared files by ``load(environment:profile:region:files:)``.
  public struct Configuration: Sendable {
    public var region: String
    /// The profile's name, for messages and credentials.
    public var profile: String
    public var usesFIPS: Bool
    public var usesDualStack: Bool
    public var retryMode: RetryMode
    /// How often a call is tried in all, at least 1.
    public var maximumAttempts: Int
    /// Which throttled calls are repeated; reads only unless told otherwise.
    public var retriesThrottling: ThrottlingRetries
    /// Whether a call of unknown outcome may be repeated because it bears a token; not with emulators that do not look at tokens.
    public var trustsTokens = true
    /// How long one attempt may take, in milliseconds.
    public var timeout: Int
    /// Addresses other than AWS's own.
    public var endpoints: EndpointOverrides
    /// The settings that credentials are read from.
    var credentialSettings: CredentialSettings

    /// Creates a configuration by hand: without profile, with the endpoint that is given.
    ///
    /// - Parameters:
    ///   - endpoint: an address for all services, for example an emulator's; `nil` for AWS.
    ///   - environment: what the chain of credentials reads.
    public init(region: String, endpoint: Endpoint? = nil, environment: [String: String] = [:]) {
      self.region = region
      profile = "default"
      usesFIPS = false
      usesDualStack = false
      retryMode = .standard
      maximumAttempts = 3
      retriesThrottling = .reads
      timeout = 60_000
      endpoints = EndpointOverrides(all: endpoint)
      credentialSettings = CredentialSettings(environment: environment)
    }
  }
}

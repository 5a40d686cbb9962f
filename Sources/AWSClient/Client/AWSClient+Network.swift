extension AWSClient {
  /// Creates a client that calls over a transport, with the embedded service models.
  ///
  /// - Parameters:
  ///   - credentials: signs the calls; `nil` for the usual chain of sources.
  ///   - mfaCode: asks for a code where a profile's role wants one.
  public init(
    configuration: Configuration, transport: any HTTPTransport, credentials: (any CredentialProvider)? = nil,
    mfaCode: @escaping MFACode = { _ in nil }
  ) {
    self.init(configuration: configuration, coder: ModelCoder(), transport: transport, credentials: credentials, mfaCode: mfaCode)
  }
}

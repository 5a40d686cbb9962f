/// Calls the APIs of AWS: finds endpoints and credentials, signs, sends, reads answers, and repeats what may be repeated.
///
/// A call whose outcome is unknown and that would change something a second time is never repeated: it throws an error whose
/// ``AWSError/execution`` is `unknown`. Copies of a client share connections, credentials and what was learned about rates and clocks.
public struct AWSClient: Sendable {
  public var configuration: Configuration
  let coder: any OperationCoder
  let transport: any HTTPTransport
  let credentials: CredentialCache
  let clock: any WallClock
  /// Numbers from 0 to below 1, for waits.
  let chance: @Sendable () -> Double
  let state: ClientState
  let mfaCode: MFACode

  /// Creates a client from its parts.
  ///
  /// - Parameters:
  ///   - credentials: signs the calls; `nil` for the usual chain of sources.
  ///   - mfaCode: asks for a code where a profile's role wants one.
  init(
    configuration: Configuration, coder: any OperationCoder, transport: any HTTPTransport, credentials: (any CredentialProvider)? = nil,
    clock: any WallClock = SystemClock(), chance: @escaping @Sendable () -> Double = { Double.random(in: 0..<1) },
    mfaCode: @escaping MFACode = { _ in nil }, runProcess: @escaping ProcessRunner = ProcessOutput.run
  ) {
    let unsigned = AWSClient(
      configuration: configuration, coder: coder, transport: transport,
      credentials: CredentialCache(provider: NoCredentials(), clock: clock),
      clock: clock, chance: chance, state: ClientState(), mfaCode: mfaCode)
    self = unsigned.signing(
      with: credentials
        ?? CredentialChain.standard(configuration.credentialSettings, client: unsigned, mfaCode: mfaCode, runProcess: runProcess))
  }

  private init(
    configuration: Configuration, coder: any OperationCoder, transport: any HTTPTransport, credentials: CredentialCache,
    clock: any WallClock, chance: @escaping @Sendable () -> Double, state: ClientState, mfaCode: @escaping MFACode
  ) {
    self.configuration = configuration
    self.coder = coder
    self.transport = transport
    self.credentials = credentials
    self.clock = clock
    self.chance = chance
    self.state = state
    self.mfaCode = mfaCode
  }

  /// A client that signs with other credentials, over the same connections.
  public func signing(with provider: any CredentialProvider) -> AWSClient {
    AWSClient(
      configuration: configuration, coder: coder, transport: transport, credentials: CredentialCache(provider: provider, clock: clock),
      clock: clock, chance: chance, state: ClientState(clockOffset: state.clockOffset), mfaCode: mfaCode)
  }

  /// A client that acts as a role, which this client's credentials assume; chains are made by asking the result again.
  ///
  /// - Parameters:
  ///   - role: the ARN of the role.
  ///   - externalID: the word that the role's trust policy wants from third parties.
  ///   - sessionName: the name of the session in audit trails; `nil` for one made of the time.
  ///   - duration: seconds; `nil` for an hour, which is the most for a role assumed by a role.
  ///   - mfaDevice: the serial number or ARN of a multi-factor device, whose code is asked for.
  public func assuming(
    role: String, externalID: String? = nil, sessionName: String? = nil, duration: Int? = nil, mfaDevice: String? = nil
  ) -> AWSClient {
    var request = AssumedRole.Request(roleARN: role)
    request.externalID = externalID
    request.sessionName = sessionName
    request.duration = duration
    request.mfaDevice = mfaDevice
    return signing(with: AssumedRole(request, client: self, mfaCode: mfaCode))
  }

  /// A client for another region, with the same credentials and connections.
  public func inRegion(_ region: String) -> AWSClient {
    var result = self
    result.configuration.region = region
    return result
  }
}

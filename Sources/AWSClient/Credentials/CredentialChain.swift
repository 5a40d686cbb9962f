/// Asks one source after the other, until one has credentials.
///
/// The order is AWS's: "Standardized credential providers",
/// <https://docs.aws.amazon.com/sdkref/latest/guide/standardized-credentials.html>.
struct CredentialChain: CredentialProvider {
  var providers: [any CredentialProvider]

  var name: String { providers.map(\.name).joined(separator: ", ") }

  func credentials() async throws(AWSError) -> Credentials? {
    for provider in providers {
      if let credentials = try await provider.credentials() { return credentials }
    }
    throw AWSError(
      .credentials,
      "no AWS credentials were found; tried \(name). Sign in with 'aws sso login', set AWS_PROFILE, "
        + "or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY")
  }

  /// The usual chain.
  ///
  /// - Parameters:
  ///   - client: makes the calls to STS and IAM Identity Center.
  ///   - mfaCode: asks for a code where a profile wants one.
  static func standard(
    _ settings: CredentialSettings, client: AWSClient, mfaCode: @escaping MFACode, runProcess: @escaping ProcessRunner
  ) -> CredentialChain {
    let environment = settings.environment
    let profile = ProfileCredentials(settings: settings, client: client, mfaCode: mfaCode, runProcess: runProcess)
    var providers: [any CredentialProvider] = []
    // Keys in the environment do not hide a profile that was named in code or on the command line.
    if !settings.isProfileExplicit { providers.append(EnvironmentCredentials(environment: environment)) }
    let webIdentity = WebIdentityCredentials(environment: environment, files: settings.files, client: client)
    providers += settings.isProfileExplicit ? [profile] : [webIdentity, profile]
    providers.append(ContainerCredentials(environment: environment, files: settings.files, transport: client.transport))
    providers.append(InstanceCredentials(environment: environment, transport: client.transport))
    return CredentialChain(providers: providers)
  }
}

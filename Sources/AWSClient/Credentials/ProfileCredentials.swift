/// What a profile of the shared files says: a role to assume, a web identity, a sign-in, keys, or a process.
///
/// Source: <https://docs.aws.amazon.com/sdkref/latest/guide/standardized-credentials.html>, and for roles
/// <https://docs.aws.amazon.com/sdkref/latest/guide/feature-assume-role-credentials.html>.
struct ProfileCredentials: CredentialProvider {
  var settings: CredentialSettings
  /// Makes the calls that are not signed; calls for roles are signed with the source profile's credentials.
  var client: AWSClient
  var mfaCode: MFACode
  var runProcess: ProcessRunner

  var name: String { "profile '\(settings.profile)' in \(settings.shared.files.joined(separator: " and "))" }

  func credentials() async throws(AWSError) -> Credentials? {
    try await provider(settings.profile, after: [])?.credentials()
  }

  /// The source that a profile configures.
  ///
  /// - Parameter visited: the profiles that led here, to notice a circle.
  func provider(_ name: String, after visited: [String]) throws(AWSError) -> (any CredentialProvider)? {
    guard let profile = settings.shared.profiles[name] else {
      if visited.isEmpty { return nil }
      throw problem("the profile '\(visited.last ?? "")' names the source_profile '\(name)', which is not there")
    }
    if let role = profile["role_arn"] {
      if let tokenFile = profile["web_identity_token_file"] {
        return WebIdentityCredentials(
          roleARN: role, tokenFile: SharedConfiguration.expanded(tokenFile, settings.environment),
          sessionName: profile["role_session_name"], files: settings.files, client: client)
      }
      return try assumedRole(role, of: profile, after: visited)
    }
    if profile["sso_session"] != nil || profile["sso_start_url"] != nil {
      return try SSOCredentials(profile: profile, settings: settings, client: client)
    }
    if let keys = try keys(of: profile) { return keys }
    if let command = profile["credential_process"] { return ProcessCredentials(command: command, run: runProcess) }
    return nil
  }

  private func assumedRole(_ role: String, of profile: SharedConfiguration.Profile, after visited: [String]) throws(AWSError) -> AssumedRole
  {
    var request = AssumedRole.Request(roleARN: role)
    request.externalID = profile["external_id"]
    request.sessionName = profile["role_session_name"]
    request.mfaDevice = profile["mfa_serial"]
    if let text = profile["duration_seconds"] {
      guard let seconds = Int(text), seconds > 0 else { throw problem("duration_seconds of '\(profile.name)' is no number of seconds") }
      request.duration = seconds
    }
    return AssumedRole(request, client: client.signing(with: try source(of: profile, after: visited)), mfaCode: mfaCode)
  }

  private func source(of profile: SharedConfiguration.Profile, after visited: [String]) throws(AWSError) -> any CredentialProvider {
    if let source = profile["source_profile"] {
      // A profile may be its own source: then its keys are meant.
      if source == profile.name, let keys = try keys(of: profile) { return keys }
      let path = visited + [profile.name]
      guard !path.contains(source) else {
        throw problem("the profiles \((path + [source]).joined(separator: " → ")) are each other's source_profile; break the circle")
      }
      guard let provider = try provider(source, after: path) else {
        throw problem("the source_profile '\(source)' of '\(profile.name)' has no credentials")
      }
      return provider
    }
    switch profile["credential_source"] {
    case "Environment": return EnvironmentCredentials(environment: settings.environment)
    case "Ec2InstanceMetadata": return InstanceCredentials(environment: settings.environment, transport: client.transport)
    case "EcsContainer":
      return ContainerCredentials(environment: settings.environment, files: settings.files, transport: client.transport)
    case let other?:
      throw problem("credential_source of '\(profile.name)' is '\(other)'; it can be Environment, Ec2InstanceMetadata or EcsContainer")
    case nil: throw problem("the profile '\(profile.name)' has a role_arn without source_profile or credential_source")
    }
  }

  private func keys(of profile: SharedConfiguration.Profile) throws(AWSError) -> StaticCredentials? {
    guard let key = profile["aws_access_key_id"] else { return nil }
    guard let secret = profile["aws_secret_access_key"] else {
      throw problem("the profile '\(profile.name)' has an aws_access_key_id without aws_secret_access_key")
    }
    return StaticCredentials(
      Credentials(
        accessKeyID: key, secretAccessKey: secret, sessionToken: profile["aws_session_token"], accountID: profile["aws_account_id"]))
  }

  private func problem(_ message: String) -> AWSError {
    AWSError(.credentials, "\(message) (\(settings.shared.files.joined(separator: ", ")))")
  }
}

/// Temporary credentials for a sign-in to IAM Identity Center that `aws sso login` left in its cache.
///
/// Source: <https://docs.aws.amazon.com/sdkref/latest/guide/feature-sso-credentials.html>. The token is renewed where the sign-in allows it,
/// and written back, because the old one ends with that.
struct SSOCredentials: CredentialProvider {
  private let profile: String
  private let startURL: String
  private let region: String
  private let account: String
  private let role: String
  private let cache: SSOTokenCache
  private let client: AWSClient

  /// Reads a profile with `sso_session`, or of the older form with `sso_start_url`.
  init(profile: SharedConfiguration.Profile, settings: CredentialSettings, client: AWSClient) throws(AWSError) {
    func required(_ key: String, _ values: SharedConfiguration.Profile) throws(AWSError) -> String {
      if let value = values[key] { return value }
      throw AWSError(.credentials, "'\(key)' is missing for the sign-in of the profile '\(profile.name)'")
    }
    var source = profile
    if let name = profile["sso_session"] {
      guard let session = settings.shared.sessions[name] else {
        throw AWSError(.credentials, "the profile '\(profile.name)' names the sign-in '\(name)'; there is no section [sso-session \(name)]")
      }
      source = session
    }
    self.profile = profile.name
    startURL = try required("sso_start_url", source)
    region = try required("sso_region", source)
    account = try required("sso_account_id", profile)
    role = try required("sso_role_name", profile)
    cache = SSOTokenCache(session: profile["sso_session"] ?? startURL, environment: settings.environment, files: settings.files)
    self.client = client
  }

  var name: String { "sign-in of the profile '\(profile)'" }

  func credentials() async throws(AWSError) -> Credentials? {
    let token = try await accessToken()
    do throws(AWSError) {
      let output = try await client.call(
        "sso", "GetRoleCredentials", ["accessToken": .string(token), "accountId": .string(account), "roleName": .string(role)],
        region: region)
      guard let values = output["roleCredentials"], let key = values["accessKeyId"]?.string,
        let secret = values["secretAccessKey"]?.string, let session = values["sessionToken"]?.string,
        let milliseconds = values["expiration"]?.integer
      else { throw AWSError(.malformedResponse, "the answer for the role \(role) holds no credentials", service: "sso") }
      return Credentials(
        accessKeyID: key, secretAccessKey: secret, sessionToken: session, expiration: Double(milliseconds) / 1000, accountID: account)
    } catch {
      if error.status == 401 { throw signInEnded }
      throw AssumedRole.explained(
        error, "no credentials for the role \(role) in the account \(account)", "check that you are assigned to it at \(startURL)")
    }
  }

  private func accessToken() async throws(AWSError) -> String {
    guard let token = cache.read(), let end = token.end else { throw signInEnded }
    let now = client.clock.now
    if end - now > 300 { return token.accessToken }
    if let renewal = token.renewal(at: now) {
      do throws(AWSError) {
        let output = try await client.call("sso-oidc", "CreateToken", renewal, region: region)
        if let renewed = token.renewed(by: output, at: now) {
          cache.write(renewed)
          return renewed.accessToken
        }
      } catch {
        if error.kind == .network, end > now { return token.accessToken }
        if error.kind == .network { throw error }
      }
    }
    if end > now { return token.accessToken }
    throw signInEnded
  }

  private var signInEnded: AWSError {
    AWSError(.credentials, "the sign-in of the profile '\(profile)' is missing or has ended; run: aws sso login --profile \(profile)")
  }
}

/// Keys in `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY` and, for temporary ones, `AWS_SESSION_TOKEN`.
///
/// Source: <https://docs.aws.amazon.com/sdkref/latest/guide/feature-static-credentials.html>.
struct EnvironmentCredentials: CredentialProvider {
  var environment: [String: String]

  var name: String { "environment variables (AWS_ACCESS_KEY_ID)" }

  func credentials() async throws(AWSError) -> Credentials? {
    func value(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
    guard let key = value("AWS_ACCESS_KEY_ID") else { return nil }
    guard let secret = value("AWS_SECRET_ACCESS_KEY") else {
      throw AWSError(.credentials, "AWS_ACCESS_KEY_ID is set and AWS_SECRET_ACCESS_KEY is not; set both, or neither")
    }
    return Credentials(
      accessKeyID: key, secretAccessKey: secret, sessionToken: value("AWS_SESSION_TOKEN"),
      expiration: value("AWS_CREDENTIAL_EXPIRATION").flatMap(CalendarTime.seconds(iso8601:)), accountID: value("AWS_ACCOUNT_ID"))
  }
}

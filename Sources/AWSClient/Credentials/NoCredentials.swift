/// No credentials, for calls that are not signed.
struct NoCredentials: CredentialProvider {
  var name: String { "calls without a signature" }

  func credentials() async throws(AWSError) -> Credentials? { nil }
}

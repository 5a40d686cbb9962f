/// Temporary credentials of a role for a token in a file, as Kubernetes and continuous integration give: `sts:AssumeRoleWithWebIdentity`.
///
/// Source: <https://docs.aws.amazon.com/sdkref/latest/guide/feature-assume-role-credentials.html>. The file is read for each renewal, because
/// whoever wrote it replaces it.
struct WebIdentityCredentials: CredentialProvider {
  private let roleARN: String?
  private let tokenFile: String?
  private let sessionName: String?
  private let files: UserFiles
  private let client: AWSClient

  init(roleARN: String?, tokenFile: String?, sessionName: String?, files: UserFiles, client: AWSClient) {
    self.roleARN = roleARN
    self.tokenFile = tokenFile
    self.sessionName = sessionName
    self.files = files
    self.client = client
  }

  /// Reads `AWS_WEB_IDENTITY_TOKEN_FILE`, `AWS_ROLE_ARN` and `AWS_ROLE_SESSION_NAME`.
  init(environment: [String: String], files: UserFiles, client: AWSClient) {
    func value(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
    self.init(
      roleARN: value("AWS_ROLE_ARN"), tokenFile: value("AWS_WEB_IDENTITY_TOKEN_FILE"), sessionName: value("AWS_ROLE_SESSION_NAME"),
      files: files, client: client)
  }

  var name: String { "web identity (AWS_WEB_IDENTITY_TOKEN_FILE)" }

  func credentials() async throws(AWSError) -> Credentials? {
    guard let tokenFile else { return nil }
    guard let roleARN else { throw AWSError(.credentials, "AWS_WEB_IDENTITY_TOKEN_FILE is set and AWS_ROLE_ARN is not") }
    guard let text = files.read(tokenFile) else {
      throw AWSError(.credentials, "the token of the web identity cannot be read: \(tokenFile)")
    }
    let token = text.split(whereSeparator: \.isWhitespace).joined()
    do throws(AWSError) {
      let output = try await client.call(
        "sts", "AssumeRoleWithWebIdentity",
        [
          "RoleArn": .string(roleARN), "RoleSessionName": .string(sessionName ?? AssumedRole.sessionName(client.clock)),
          "WebIdentityToken": .string(token),
        ])
      return try AssumedRole.credentials(in: output, of: roleARN)
    } catch {
      throw AssumedRole.explained(
        error, "cannot assume the role \(roleARN) with the token in \(tokenFile)",
        "check that the role trusts the token's issuer, and that the token has not expired")
    }
  }
}

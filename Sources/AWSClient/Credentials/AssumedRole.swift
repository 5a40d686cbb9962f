/// Temporary credentials of a role, from `sts:AssumeRole`.
///
/// Source: <https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html>.
struct AssumedRole: CredentialProvider {
  /// The role and how to assume it.
  struct Request: Sendable, Hashable {
    var roleARN: String
    var externalID: String?
    var sessionName: String?
    /// Seconds; `nil` for STS's usual hour.
    var duration: Int?
    /// The serial number or ARN of a multi-factor device.
    var mfaDevice: String?

    init(roleARN: String) { self.roleARN = roleARN }
  }

  private let request: Request
  private let client: AWSClient
  private let mfaCode: MFACode

  /// - Parameter client: signs the call, so that its credentials are the ones that the role trusts.
  init(_ request: Request, client: AWSClient, mfaCode: @escaping MFACode) {
    self.request = request
    self.client = client
    self.mfaCode = mfaCode
  }

  var name: String { "role \(request.roleARN)" }

  func credentials() async throws(AWSError) -> Credentials? {
    var input: [String: AWSValue] = [
      "RoleArn": .string(request.roleARN), "RoleSessionName": .string(request.sessionName ?? Self.sessionName(client.clock)),
    ]
    if let externalID = request.externalID { input["ExternalId"] = .string(externalID) }
    if let duration = request.duration { input["DurationSeconds"] = .integer(duration) }
    if let device = request.mfaDevice {
      guard let code = await mfaCode(device) else {
        throw AWSError(.credentials, "the role \(request.roleARN) wants a code of the device \(device), and nobody can be asked for it")
      }
      input["SerialNumber"] = .string(device)
      input["TokenCode"] = .string(code)
    }
    do throws(AWSError) {
      return try Self.credentials(in: await client.call("sts", "AssumeRole", .structure(input)), of: request.roleARN)
    } catch {
      throw Self.explained(error, "cannot assume the role \(request.roleARN)", "check that its trust policy names the caller")
    }
  }

  /// A name for sessions that have none.
  static func sessionName(_ clock: any WallClock) -> String { "strata-\(Int(clock.now))" }

  /// The credentials in an answer of STS.
  static func credentials(in output: AWSValue, of role: String) throws(AWSError) -> Credentials {
    guard let values = output["Credentials"], let key = values["AccessKeyId"]?.string, let secret = values["SecretAccessKey"]?.string,
      let token = values["SessionToken"]?.string, case .timestamp(let expiration)? = values["Expiration"]
    else { throw AWSError(.malformedResponse, "the answer of STS for the role \(role) holds no credentials", service: "sts") }
    // arn:aws:iam::123456789012:role/name
    let account = role.split(separator: ":", omittingEmptySubsequences: false).dropFirst(4).first.map(String.init)
    return Credentials(accessKeyID: key, secretAccessKey: secret, sessionToken: token, expiration: expiration, accountID: account)
  }

  /// A refusal as an error of credentials with a remedy; other errors unchanged, since waiting may help against them.
  static func explained(_ error: AWSError, _ what: String, _ remedy: String) -> AWSError {
    guard error.kind == .accessDenied || error.kind == .refused else { return error }
    var result = error
    result.kind = .credentials
    result.message = "\(what): \(error.message); \(remedy)"
    return result
  }
}

@testable import AWSClient

/// A coder for tests: requests carry the operation in a header and strings of the input in the query.
struct ScriptedCoder: OperationCoder {
  func service(_ name: String) -> ServiceDescription? {
    guard name != "nothing" else { return nil }
    return ServiceDescription(name: name, endpointPrefix: name, signingName: name, serviceID: name.uppercased(), usesS3Rules: name == "s3")
  }

  func encode(_ service: String, _ operation: String, _ input: AWSValue, endpoint: Endpoint) throws(AWSError) -> EncodedRequest {
    let members = input.structure ?? [:]
    let bucket = members["Bucket"]?.string
    let query = members.filter { $0.key != "Bucket" }.sorted { $0.key < $1.key }
      .map { HTTPRequest.Field($0.key, $0.value.string ?? $0.value.integer.map { "\($0)" } ?? "") }
    let request = HTTPRequest(
      endpoint: endpoint, path: bucket.map { "/\($0)/key" } ?? "/", query: query, headers: [.init("X-Operation", operation)])
    return EncodedRequest(
      request: request, hostPrefix: operation == "Prefixed" ? "api." : "",
      isUnsigned: ["AssumeRoleWithWebIdentity", "GetRoleCredentials", "CreateToken"].contains(operation), bucket: bucket,
      isIdempotent: RetryDecision.isRead(service, operation, method: "POST") || members["Token"] != nil,
      isSetting: operation.hasPrefix("Put"))
  }

  func decode(_ service: String, _ operation: String, _ response: HTTPResponse) throws(AWSError) -> AWSValue {
    if response.body.starts(with: "<html".utf8) { throw AWSError(.malformedResponse, "the answer is HTML") }
    if response.status >= 300 {
      let kind = response.header("x-kind").flatMap(AWSError.Kind.init(rawValue:)) ?? .refused
      throw AWSError(kind, code: response.header("x-code") ?? "", "scripted refusal")
    }
    let text = String(decoding: response.body, as: UTF8.self)
    if text == "cut" { throw AWSError(.malformedResponse, "the text ends in the middle") }
    var members: [String: AWSValue] = [:]
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: "=", maxSplits: 1).map(String.init)
      members[parts[0]] = parts[0].lowercased() == "expiration" ? .timestamp(Double(parts[1]) ?? 0) : .string(parts[1])
    }
    if operation.hasPrefix("AssumeRole") { return ["Credentials": .structure(members)] }
    if operation == "GetRoleCredentials" {
      if case .timestamp(let time)? = members["expiration"] { members["expiration"] = .integer(Int(time)) }
      return ["roleCredentials": .structure(members)]
    }
    if let seconds = members["expiresIn"]?.string.flatMap(Int.init) { members["expiresIn"] = .integer(seconds) }
    return .structure(members)
  }
}

extension AWSClient {
  /// A client of a scripted transport with given keys.
  static func scripted(
    _ transport: ScriptedTransport, clock: ManualClock = ManualClock(), chance: Double = 0.5,
    credentials: (any CredentialProvider)? = StaticCredentials(Credentials(accessKeyID: "AKID", secretAccessKey: "secret")),
    configure: (inout Configuration) -> Void = { _ in }
  ) -> AWSClient {
    var configuration = Configuration(region: "eu-central-1")
    configure(&configuration)
    return AWSClient(
      configuration: configuration, coder: ScriptedCoder(), transport: transport, credentials: credentials, clock: clock,
      chance: { chance })
  }
}

/// The error of a call that has to fail.
func failure(_ call: () async throws(AWSError) -> AWSValue) async -> AWSError? {
  do throws(AWSError) {
    _ = try await call()
    return nil
  } catch {
    return error
  }
}

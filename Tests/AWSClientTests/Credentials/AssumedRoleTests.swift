import Testing

@testable import AWSClient

@Suite("Roles")
struct AssumedRoleTests {
  private static func session(_ name: String) -> ScriptedTransport.Answer {
    .ok("AccessKeyId=\(name)\nSecretAccessKey=s\nSessionToken=t\nExpiration=1700003600")
  }

  private let config = """
    [profile base]
    aws_access_key_id = BASE
    aws_secret_access_key = s
    [profile hop]
    role_arn = arn:aws:iam::111111111111:role/hop
    source_profile = base
    external_id = shared word
    [profile end]
    role_arn = arn:aws:iam::222222222222:role/end
    source_profile = hop
    role_session_name = me
    duration_seconds = 900
    mfa_serial = arn:aws:iam::111111111111:mfa/me
    [profile self]
    role_arn = arn:aws:iam::111111111111:role/self
    source_profile = self
    aws_access_key_id = SELF
    aws_secret_access_key = s
    [profile a]
    role_arn = arn:aws:iam::111111111111:role/a
    source_profile = b
    [profile b]
    role_arn = arn:aws:iam::111111111111:role/b
    source_profile = a
    [profile lost]
    role_arn = arn:aws:iam::111111111111:role/lost
    [profile task]
    role_arn = arn:aws:iam::111111111111:role/task
    credential_source = Environment
    """

  private func signer(_ request: HTTPRequest) -> Substring? {
    request.header("Authorization")?.split(separator: "Credential=").last?.split(separator: "/").first
  }

  @Test("A profile's role is assumed through its source profiles, each signed by the one before")
  func chain() async throws {
    var sources = CredentialSources(config: config, profile: "end", code: "123456")
    sources.transport = ScriptedTransport { _, index in Self.session(index == 0 ? "HOP" : "END") }
    #expect(try await sources.credentials().accessKeyID == "END")
    let requests = sources.transport.requests
    #expect(requests.map(signer) == ["BASE", "HOP"])
    #expect(requests[0].query.contains(.init("ExternalId", "shared word")))
    #expect(requests[1].query.contains(.init("TokenCode", "123456")))
    #expect(requests[1].query.contains(.init("SerialNumber", "arn:aws:iam::111111111111:mfa/me")))
    #expect(requests[1].query.contains(.init("DurationSeconds", "900")))
    #expect(requests[1].query.contains(.init("RoleSessionName", "me")))
    #expect(requests.allSatisfy { $0.endpoint.host == "sts.eu-central-1.amazonaws.com" })
  }

  @Test("A profile may be its own source, and the environment may be one")
  func sources() async throws {
    var sources = CredentialSources(config: config, profile: "self")
    sources.transport = ScriptedTransport(Self.session("ROLE"))
    #expect(try await sources.credentials().accessKeyID == "ROLE")
    #expect(sources.transport.requests.map(signer) == ["SELF"])
    sources.profile = "task"
    sources.environment = ["AWS_ACCESS_KEY_ID": "ENV", "AWS_SECRET_ACCESS_KEY": "s"]
    #expect(try await sources.credentials().accessKeyID == "ROLE")
    #expect(sources.transport.requests.map(signer).last == "ENV")
  }

  @Test("A circle, a missing source and a missing code are errors that say what to change")
  func errors() async {
    func message(_ profile: String) async -> String? { await CredentialSources(config: config, profile: profile).message() }
    #expect(await message("a")?.contains("a → b → a") == true)
    #expect(await message("lost")?.contains("without source_profile or credential_source") == true)
    var sources = CredentialSources(config: config, profile: "end")
    sources.transport = ScriptedTransport(Self.session("HOP"))
    #expect(await sources.message()?.contains("wants a code of the device arn:aws:iam::111111111111:mfa/me") == true)
  }

  @Test("A refused role is an error of credentials that names the role; an unreachable network stays one")
  func refusal() async throws {
    var sources = CredentialSources(config: config, profile: "hop")
    sources.transport = ScriptedTransport(.refusal(.accessDenied, "AccessDenied", status: 403))
    let client = try sources.client()
    let error = await failure { () async throws(AWSError) in try await client.call("kms", "ListKeys") }
    #expect(error?.kind == .credentials)
    #expect(error?.message.contains("cannot assume the role arn:aws:iam::111111111111:role/hop") == true)
    sources.transport = ScriptedTransport(.broken(.unknownHost, reached: false))
    let offline = try sources.client()
    #expect(await failure { () async throws(AWSError) in try await offline.call("kms", "ListKeys") }?.kind == .network)
  }

  @Test("A client assumes a role in code, and a role from there")
  func inCode() async throws {
    let transport = ScriptedTransport { request, index in
      request.header("X-Operation") == "AssumeRole" ? Self.session("ROLE\(index)") : .ok("Account=2\nArn=a\nUserId=u")
    }
    let client = AWSClient.scripted(transport)
      .assuming(role: "arn:aws:iam::111111111111:role/one")
      .assuming(role: "arn:aws:iam::222222222222:role/two", externalID: "x", sessionName: "deploy")
    let identity = try await client.callerIdentity()
    #expect(identity.account == "2")
    #expect(transport.requests.map(signer) == ["AKID", "ROLE0", "ROLE1"])
    _ = try await client.callerIdentity()
    #expect(transport.requests.count == 4)
  }
}

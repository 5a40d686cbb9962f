import Testing

@testable import AWSClient

@Suite("Where credentials come from")
struct CredentialChainTests {
  private let keys = ["AWS_ACCESS_KEY_ID": "ENV", "AWS_SECRET_ACCESS_KEY": "s", "AWS_SESSION_TOKEN": "t"]
  private let profile = "[default]\naws_access_key_id = FILE\naws_secret_access_key = s\n"

  @Test("Keys in the environment come first, unless a profile is named explicitly")
  func environment() async throws {
    let found = try await CredentialSources(environment: keys, config: profile).credentials()
    #expect(found == Credentials(accessKeyID: "ENV", secretAccessKey: "s", sessionToken: "t"))
    #expect(try await CredentialSources(environment: keys, config: profile, profile: "default").credentials().accessKeyID == "FILE")
  }

  @Test("Without any source the error lists all that were tried and says what to do")
  func nothing() async throws {
    let message = try #require(await CredentialSources().message())
    for part in [
      "AWS_ACCESS_KEY_ID", "AWS_WEB_IDENTITY_TOKEN_FILE", "profile 'default' in /home/me/.aws/config and /home/me/.aws/credentials",
      "AWS_CONTAINER_CREDENTIALS_FULL_URI", "169.254.169.254", "aws sso login",
    ] { #expect(message.contains(part), "\(part)") }
  }

  @Test("Half a pair of keys is an error rather than a reason to be somebody else")
  func half() async {
    let inEnvironment = CredentialSources(environment: ["AWS_ACCESS_KEY_ID": "ENV"], config: profile)
    #expect(await inEnvironment.message()?.contains("AWS_SECRET_ACCESS_KEY is not") == true)
    let inFile = CredentialSources(config: "[default]\naws_access_key_id = FILE\n")
    #expect(await inFile.message()?.contains("without aws_secret_access_key") == true)
  }

  @Test("A process is run with its arguments, and its JSON read")
  func process() async throws {
    var sources = CredentialSources(config: "[default]\ncredential_process = /opt/tool --name \"my profile\"\n")
    let json = #"{"Version":1,"AccessKeyId":"P","SecretAccessKey":"s","SessionToken":"t","Expiration":"2023-11-15T00:00:00Z"}"#
    sources.process = ProcessOutput(status: 0, standardOutput: Array(json.utf8))
    #expect(
      try await sources.credentials()
        == Credentials(accessKeyID: "P", secretAccessKey: "s", sessionToken: "t", expiration: 1_700_006_400))
    sources.process = ProcessOutput(status: 3, standardOutput: [])
    #expect(await sources.message() == "credential_process /opt/tool ended with the status 3")
    sources.process = ProcessOutput(status: 0, standardOutput: Array("secret".utf8))
    #expect(await sources.message()?.contains("did not print JSON") == true)
    #expect(await sources.message()?.contains("secret") == false)
    #expect(CommandLineWords.split(#"a 'b c' "d \" e" f\ g"#) == ["a", "b c", "d \" e", "f g"])
    #expect(CommandLineWords.split("a 'b") == nil)
  }

  @Test("A real process is run, and what it prints is read")
  func realProcess() async throws {
    let output = try #require(await ProcessOutput.run(["printf", "%s", "a b"]))
    #expect(output.status == 0)
    #expect(output.standardOutput == Array("a b".utf8))
  }

  @Test("A container's agent is asked with its token")
  func container() async throws {
    let json = #"{"AccessKeyId":"C","SecretAccessKey":"s","Token":"t","Expiration":"2023-11-15T00:00:00Z"}"#
    var sources = CredentialSources(environment: ["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI": "/v2/credentials/x"])
    sources.transport = ScriptedTransport(.ok(json))
    #expect(try await sources.credentials().sessionToken == "t")
    #expect(sources.transport.requests.first?.url == "http://169.254.170.2/v2/credentials/x")

    sources.environment = [
      "AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://169.254.170.23/v1/credentials?a=b",
      "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE": "/var/token",
    ]
    sources.files = ["/var/token": "a token\n"]
    sources.transport = ScriptedTransport(.ok(json))
    #expect(try await sources.credentials().accessKeyID == "C")
    #expect(sources.transport.requests.first?.url == "http://169.254.170.23/v1/credentials?a=b")
    #expect(sources.transport.requests.first?.header("Authorization") == "a token")
  }

  @Test("A container's address in clear must be this machine's, and its token one line")
  func unsafeContainer() async {
    var sources = CredentialSources(environment: ["AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://example.com/credentials"])
    #expect(await sources.message()?.contains("only this machine may be asked in clear") == true)
    sources.environment = [
      "AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://localhost/credentials", "AWS_CONTAINER_AUTHORIZATION_TOKEN": "a\r\nHost: b",
    ]
    #expect(await sources.message()?.contains("line break") == true)
    #expect(sources.transport.requests.isEmpty)
  }

  @Test("An instance is asked by version 2 of its metadata service only")
  func instance() async throws {
    var sources = CredentialSources()
    sources.transport = ScriptedTransport { request, _ in
      switch (request.method, request.path) {
      case ("PUT", "/latest/api/token"): .ok("session")
      case ("GET", "/latest/meta-data/iam/security-credentials/"): .ok("my-role")
      default: .ok(#"{"Code":"Success","AccessKeyId":"I","SecretAccessKey":"s","Token":"t","Expiration":"2023-11-15T00:00:00Z"}"#)
      }
    }
    #expect(try await sources.credentials().accessKeyID == "I")
    let requests = sources.transport.requests
    #expect(requests.map(\.url).last == "http://169.254.169.254/latest/meta-data/iam/security-credentials/my-role")
    #expect(requests.dropFirst().allSatisfy { $0.header("X-aws-ec2-metadata-token") == "session" })
    sources.environment = ["AWS_EC2_METADATA_DISABLED": "true"]
    sources.transport = ScriptedTransport(.ok())
    #expect(await sources.message() != nil)
    #expect(sources.transport.requests.isEmpty)
  }

  @Test("A web identity's token is read from its file and sent without a signature")
  func webIdentity() async throws {
    var sources = CredentialSources(
      environment: ["AWS_WEB_IDENTITY_TOKEN_FILE": "/token", "AWS_ROLE_ARN": "arn:aws:iam::123456789012:role/ci"],
      files: ["/token": "abc.def\n"])
    sources.transport = ScriptedTransport(.ok("AccessKeyId=W\nSecretAccessKey=s\nSessionToken=t\nExpiration=1700003600"))
    #expect(
      try await sources.credentials()
        == Credentials(accessKeyID: "W", secretAccessKey: "s", sessionToken: "t", expiration: 1_700_003_600, accountID: "123456789012"))
    let request = try #require(sources.transport.requests.first)
    #expect(request.query.contains(.init("WebIdentityToken", "abc.def")))
    #expect(request.header("Authorization") == nil)
  }
}

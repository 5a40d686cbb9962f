import Synchronization
import Testing

@testable import AWSClient

@Suite("Sign-ins to IAM Identity Center")
struct SSOCredentialsTests {
  private let config = """
    [default]
    sso_session = corp
    sso_account_id = 123456789012
    sso_role_name = Admin
    [sso-session corp]
    sso_region = eu-west-1
    sso_start_url = https://corp.awsapps.com/start
    """
  // SHA-1 of "corp".
  private let path = "/home/me/.aws/sso/cache/ee0bfd2552fbd840c02cc48b6e823320543c450f.json"
  private static let session = "accessKeyId=SSO\nsecretAccessKey=s\nsessionToken=t\nexpiration=1700003600000"

  private func token(expiresAt: String, renewable: Bool) -> String {
    let rest =
      renewable
      ? #","clientId":"id","clientSecret":"cs","refreshToken":"rt","registrationExpiresAt":"2024-01-01T00:00:00Z""# : ""
    return #"{"accessToken":"at","expiresAt":"\#(expiresAt)"\#(rest)}"#
  }

  @Test("The cached token brings the role's credentials, from the sign-in's region and without a signature")
  func cached() async throws {
    var sources = CredentialSources(config: config)
    sources.files = [
      path: token(
        expiresAt: "2023-11-15T00:00:00Z", renewable: false)
    ]
    sources.transport = ScriptedTransport(.ok(Self.session))
    #expect(
      try await sources.credentials()
        == Credentials(accessKeyID: "SSO", secretAccessKey: "s", sessionToken: "t", expiration: 1_700_003_600, accountID: "123456789012"))
    let request = try #require(sources.transport.requests.first)
    #expect(request.endpoint.host == "sso.eu-west-1.amazonaws.com")
    #expect(request.query.contains(.init("accessToken", "at")))
    #expect(request.header("Authorization") == nil)
  }

  @Test("An ended token is renewed where that is allowed")
  func renewed() async throws {
    var sources = CredentialSources(config: config)
    sources.files = [path: token(expiresAt: "2023-11-14T22:00:00Z", renewable: true)]
    sources.transport = ScriptedTransport { request, _ in
      request.header("X-Operation") == "CreateToken" ? .ok("accessToken=new\nexpiresIn=3600") : .ok(Self.session)
    }
    #expect(try await sources.credentials().accessKeyID == "SSO")
    #expect(sources.transport.requests.map { $0.header("X-Operation") } == ["CreateToken", "GetRoleCredentials"])
    #expect(sources.transport.requests[1].query.contains(.init("accessToken", "new")))
  }

  @Test("A renewed token keeps the rest of the sign-in, and is written for the next process")
  func written() throws {
    let written = Mutex<[String: String]>([:])
    let files = UserFiles(
      write: { path, text in
        written.withLock { $0[path] = text }
        return true
      },
      read: { path in written.withLock { $0[path] } })
    let cache = SSOTokenCache(session: "corp", environment: ["HOME": "/home/me"], files: files)
    written.withLock { $0[path] = token(expiresAt: "2023-11-14T22:00:00Z", renewable: true) }
    let old = try #require(cache.read())
    cache.write(try #require(old.renewed(by: ["accessToken": "new", "expiresIn": 60], at: 1_700_000_000)))
    let new = try #require(cache.read())
    #expect(new.accessToken == "new" && new.refreshToken == "rt" && new.clientSecret == "cs")
    #expect(new.end == 1_700_000_060)
  }

  @Test("A missing or ended sign-in says which command signs in again")
  func ended() async {
    var sources = CredentialSources(config: config)
    #expect(await sources.message()?.contains("aws sso login --profile default") == true)
    sources.files = [path: token(expiresAt: "2023-11-14T22:00:00Z", renewable: false)]
    #expect(await sources.message()?.contains("aws sso login --profile default") == true)
    sources.files = [path: token(expiresAt: "2023-11-15T00:00:00Z", renewable: false)]
    sources.transport = ScriptedTransport(.refusal(.refused, "UnauthorizedException", status: 401))
    #expect(await sources.message()?.contains("aws sso login --profile default") == true)
  }
}

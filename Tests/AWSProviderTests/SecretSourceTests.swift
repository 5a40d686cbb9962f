import StrataDeployment
import StrataModel
import Testing

@testable import AWSClient
@testable import AWSProvider

@Suite("Secrets that AWS keeps")
struct SecretSourceTests {
  private let services = ServiceScript()
  private let place = Placement(
    account: "210987654321", region: "us-east-1", roleChain: ["arn:aws:iam::210987654321:role/deployer"])

  private func provider() -> AWSProvider { AWSProvider { [services] _ in services } }

  @Test("A secret is read whole, or one field of it")
  func secret() async throws {
    services.script("secretsmanager:GetSecretValue", [.success(["SecretString": #"{"username": "admin", "password": "p#1"}"#])])
    #expect(
      try await provider().secretText(of: SecretSource(.secretsManager, "app/database"), in: place)
        == #"{"username": "admin", "password": "p#1"}"#)
    #expect(try await provider().secretText(of: SecretSource(.secretsManager, "app/database#password"), in: place) == "p#1")
    let sent = services.takeSent()
    #expect(sent.count == 2 && sent.allSatisfy { $0 == SentCall("secretsmanager:GetSecretValue", ["SecretId": "app/database"]) })
  }

  @Test("A parameter is read decrypted")
  func parameter() async throws {
    services.script("ssm:GetParameter", [.success(["Parameter": ["Value": "token"]])])
    #expect(try await provider().secretText(of: SecretSource(.systemsManagerParameter, "/app/token"), in: place) == "token")
    #expect(services.takeSent() == [SentCall("ssm:GetParameter", ["Name": "/app/token", "WithDecryption": true])])
  }

  @Test("A missing field is told without any part of the secret")
  func missingField() async throws {
    services.script("secretsmanager:GetSecretValue", [.success(["SecretString": #"{"password": "hunter2"}"#])])
    let error = await #expect(throws: ProviderError.self) {
      try await provider().secretText(of: SecretSource(.secretsManager, "app/database#user"), in: place)
    }
    #expect(error?.message == "'app/database' is no JSON object with a text 'user'")
  }

  @Test("Each place has a caller of its own")
  func places() async throws {
    let seen = PlaceRecord()
    let provider = AWSProvider { [services] placement in
      seen.append(placement)
      return services
    }
    services.script("secretsmanager:GetSecretValue", [.success(["SecretString": "s"])])
    _ = try await provider.secretText(of: SecretSource(.secretsManager, "a"), in: place)
    #expect(seen.all == [place])
  }
}

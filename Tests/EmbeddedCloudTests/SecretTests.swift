import StrataDeployment
import StrataModel
import Testing

@testable import StrataEmbeddedCloud

@Suite("Secrets that the embedded cloud keeps")
struct SecretTests {
  @Test("A secret has one text for as long as it lives, in its own account and region only; fields have texts of their own")
  func texts() async throws {
    let cloud = EmbeddedCloud()
    let place = Placement(account: "210987654321", region: "us-east-1")
    let request = CreateRequest(
      type: "AWS::SecretsManager::Secret", placement: place, route: .embedded,
      properties: ["Name": "app/database", "GenerateSecretString": ["PasswordLength": 40]], token: nil)
    _ = try await cloud.create(request)
    let source = SecretSource(.secretsManager, "app/database#password")
    let text = try await cloud.secretText(of: source, in: place)
    #expect(text.utf8.count >= 16)
    #expect(try await cloud.secretText(of: source, in: place) == text)
    #expect(try await cloud.secretText(of: SecretSource(.secretsManager, "app/database"), in: place) != text)
    for other in [Placement(account: "123456789012", region: "us-east-1"), Placement(account: "210987654321", region: "us-west-2")] {
      let error = await #expect(throws: ProviderError.self) { try await cloud.secretText(of: source, in: other) }
      #expect(error?.code == .notFound)
    }
  }
}

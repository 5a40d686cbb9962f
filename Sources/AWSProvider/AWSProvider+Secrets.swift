import AWSClient
public import StrataDeployment
public import StrataModel

extension AWSProvider {
  /// Reads the current version of a secret, or a parameter decrypted, with the rights of whoever deploys.
  ///
  /// Sources: Secrets Manager API reference, GetSecretValue; Systems Manager API reference, GetParameter.
  public func secretText(of source: SecretSource, in placement: Placement) async throws(ProviderError) -> String {
    let (name, field) = source.nameAndField
    let text: String?
    do {
      let caller = sessions.caller(in: placement)
      if source.kind == .systemsManagerParameter {
        text = try await caller.call("ssm", "GetParameter", ["Name": .string(name), "WithDecryption": true])["Parameter"]?["Value"]?.string
      } else {
        text = try await caller.call("secretsmanager", "GetSecretValue", ["SecretId": .string(name)])["SecretString"]?.string
      }
    } catch {
      throw ErrorMapping.providerError(error, type: "")
    }
    guard let text else { throw ProviderError(.invalidRequest, "'\(name)' holds bytes and no text") }
    guard let field else { return text }
    guard let value = (try? JSONReader.plainValue(of: text.utf8))?.objectValue?[field]?.scalarText else {
      throw ProviderError(.invalidRequest, "'\(name)' is no JSON object with a text '\(field)'")
    }
    return value
  }
}

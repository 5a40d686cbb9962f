import AWSClient
import StrataModel

/// A value that Secrets Manager makes up.
enum GeneratedSecret {
  /// The random text, inside of the template if there is one; `nil` where none is asked for.
  static func text(_ call: ResourceCall) async throws -> String? {
    guard let generation = call.properties["GenerateSecretString"]?.objectValue else { return nil }
    let answer = try await call.send(
      "secretsmanager", "GetRandomPassword", call.input("secretsmanager", "GetRandomPassword", from: generation))
    guard let password = answer["RandomPassword"]?.string else {
      throw ProviderFailure.invalid("secretsmanager:GetRandomPassword answered without a password")
    }
    guard let key = generation["GenerateStringKey"]?.stringValue else { return password }
    let template = generation["SecretStringTemplate"]?.stringValue ?? "{}"
    guard var object = try? JSONReader.plainValue(of: Array(template.utf8)).objectValue else {
      throw ProviderFailure.invalid("SecretStringTemplate is no JSON object.")
    }
    object[key] = .string(password)
    return JSONWriter.plainText(of: .object(object))
  }
}

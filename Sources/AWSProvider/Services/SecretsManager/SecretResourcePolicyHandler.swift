import AWSClient
import StrataModel

/// Policies of secrets: secretsmanager:PutResourcePolicy and its companions.
///
/// The identifier is the secret's ARN.
struct SecretResourcePolicyHandler: ResourceHandler {
  static let type = "AWS::SecretsManager::ResourcePolicy"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let answer = try await call.send("secretsmanager", "PutResourcePolicy", call.input("secretsmanager", "PutResourcePolicy"))
    let arn = try answer["ARN"]?.string ?? call.required("SecretId")
    return CreatedObject(arn, attributes: ["Id": .string(arn), "SecretId": .string(arn)])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let answer = try await call.find(
      "secretsmanager", "GetResourcePolicy", ["SecretId": .string(call.identifier)], absent: ["ResourceNotFoundException"])
    guard let answer, answer["ResourcePolicy"] != nil else { return nil }
    return call.document(answer, renaming: ["Id": "ARN", "SecretId": "ARN"])
  }

  func update(_ call: ResourceCall) async throws {
    var input = call.input("secretsmanager", "PutResourcePolicy")
    input["SecretId"] = .string(call.identifier)
    try await call.send("secretsmanager", "PutResourcePolicy", input)
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("secretsmanager", "DeleteResourcePolicy", ["SecretId": .string(call.identifier)])
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    if let secret = filter.text("SecretId") { return [secret] }
    return try await SecretHandler().list(call, matching: .all)
  }
}

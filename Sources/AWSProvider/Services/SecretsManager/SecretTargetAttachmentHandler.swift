import AWSClient
import StrataModel

/// What a secret tells of its database: fields that are merged into its JSON, once the database exists.
///
/// The identifier is the secret's ARN. There is no operation for it, so even a read must get the value; nothing of it but the database's identifier is kept.
struct SecretTargetAttachmentHandler: ResourceHandler {
  static let type = "AWS::SecretsManager::SecretTargetAttachment"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let target = try await DatabaseTarget.fields(call)
    let answer = try await call.send("secretsmanager", "GetSecretValue", ["SecretId": .string(try call.required("SecretId"))])
    let arn = try answer["ARN"]?.string ?? call.required("SecretId")
    try await put(call, arn, try object(of: answer).merging(target))
    return CreatedObject(arn, attributes: ["Id": .string(arn), "SecretId": .string(arn)])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    guard let answer = try await value(call), let object = try? object(of: answer), let target = DatabaseTarget.target(in: object) else {
      return nil
    }
    return target.merging(["Id": .string(call.identifier), "SecretId": .string(call.identifier)])
  }

  func update(_ call: ResourceCall) async throws {
    let target = try await DatabaseTarget.fields(call)
    guard let answer = try await value(call) else { throw ProviderFailure.notFound("The secret has no value.") }
    try await put(call, call.identifier, DatabaseTarget.removed(from: try object(of: answer)).merging(target))
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    if let answer = try await value(call) { try await put(call, call.identifier, DatabaseTarget.removed(from: try object(of: answer))) }
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    if let secret = filter.text("SecretId") { return [secret] }
    return try await SecretHandler().list(call, matching: .all)
  }

  private func value(_ call: ResourceCall) async throws -> AWSValue? {
    // A secret in its recovery window answers InvalidRequestException.
    try await call.find(
      "secretsmanager", "GetSecretValue", ["SecretId": .string(call.identifier)],
      absent: ["ResourceNotFoundException", "InvalidRequestException"])
  }

  private func object(of answer: AWSValue) throws -> PropertyObject {
    guard let object = try? JSONReader.plainValue(of: Array((answer["SecretString"]?.string ?? "").utf8)).objectValue else {
      throw ProviderFailure.invalid("The secret's value is no JSON object, so nothing can be merged into it.")
    }
    return object
  }

  private func put(_ call: ResourceCall, _ secret: String, _ object: PropertyObject) async throws {
    try await call.send(
      "secretsmanager", "PutSecretValue",
      [
        "SecretId": .string(secret), "SecretString": .string(JSONWriter.plainText(of: .object(object))),
        "ClientRequestToken": call.token.map { .string($0) },
      ])
  }
}

import AWSClient
import StrataModel

/// Rotations of secrets: secretsmanager:RotateSecret and its companions.
///
/// The identifier is the secret's ARN.
struct RotationScheduleHandler: ResourceHandler {
  static let type = "AWS::SecretsManager::RotationSchedule"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let answer = try await call.send("secretsmanager", "RotateSecret", input(call))
    let arn = try answer["ARN"]?.string ?? call.required("SecretId")
    return CreatedObject(arn, attributes: ["Id": .string(arn), "SecretId": .string(arn)])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let answer = try await call.find(
      "secretsmanager", "DescribeSecret", ["SecretId": .string(call.identifier)], absent: ["ResourceNotFoundException"])
    guard let answer, answer["RotationEnabled"]?.bool == true else { return nil }
    return call.document(answer, renaming: ["Id": "ARN", "SecretId": "ARN"])
  }

  func update(_ call: ResourceCall) async throws {
    var input = try input(call)
    input["SecretId"] = .string(call.identifier)
    try await call.send("secretsmanager", "RotateSecret", input)
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("secretsmanager", "CancelRotateSecret", ["SecretId": .string(call.identifier)])
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    if let secret = filter.text("SecretId") { return [secret] }
    return try await SecretHandler().list(call, matching: .all)
  }

  private func input(_ call: ResourceCall) throws -> [String: AWSValue?] {
    if call.properties["HostedRotationLambda"] != nil {
      throw ProviderFailure.unsupported(
        "HostedRotationLambda is a transform of CloudFormation's; declare the function and RotationLambdaARN.")
    }
    var input = call.input("secretsmanager", "RotateSecret", renaming: ["RotateImmediatelyOnUpdate": "RotateImmediately"])
    input["ClientRequestToken"] = call.token.map { .string($0) }
    return input
  }
}

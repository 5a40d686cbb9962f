import AWSClient
import StrataModel

/// Where user pools send their logs: cognito-idp:SetLogDeliveryConfiguration, with an empty list to send none.
///
/// A pool has one such configuration, so the pool's identifier is the configuration's.
struct LogDeliveryConfigurationHandler: ResourceHandler {
  static let type = "AWS::Cognito::LogDeliveryConfiguration"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let pool = try call.required("UserPoolId")
    try await set(call, pool, call.properties["LogConfigurations"])
    return CreatedObject(pool, attributes: ["Id": .string(pool)])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let answer = try await call.find(
      UserPools.service, "GetLogDeliveryConfiguration", ["UserPoolId": .string(call.identifier)], absent: UserPools.absent)
    guard let configuration = answer?["LogDeliveryConfiguration"], configuration["LogConfigurations"]?.list?.isEmpty == false else {
      return nil
    }
    var document = call.document(configuration)
    document["Id"] = .string(call.identifier)
    return document
  }

  func update(_ call: ResourceCall) async throws { try await set(call, call.identifier, call.properties["LogConfigurations"]) }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await set(call, call.identifier, nil)
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] { try await UserPools.identifiers(call, filter) }

  private func set(_ call: ResourceCall, _ pool: String, _ configurations: PropertyValue?) async throws {
    var input = call.input(
      UserPools.service, "SetLogDeliveryConfiguration", from: ["LogConfigurations": configurations ?? .array([])])
    input["UserPoolId"] = .string(pool)
    try await call.send(UserPools.service, "SetLogDeliveryConfiguration", input)
  }
}

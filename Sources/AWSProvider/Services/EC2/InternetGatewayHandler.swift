import AWSClient
import StrataModel

/// Internet gateways: ec2:CreateInternetGateway and its companions.
struct InternetGatewayHandler: EC2ObjectHandler {
  static let type = "AWS::EC2::InternetGateway"
  static let object = EC2Object(
    tagType: "internet-gateway", describe: "DescribeInternetGateways", results: "InternetGateways", identifiers: "InternetGatewayIds",
    identifier: "InternetGatewayId")

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let answer = try await call.send(
      "ec2", "CreateInternetGateway", call.ec2Input("CreateInternetGateway", tagging: "internet-gateway"))
    guard let identifier = answer["InternetGateway"]?["InternetGatewayId"]?.string else {
      throw ProviderFailure.invalid("ec2:CreateInternetGateway answered without a gateway.")
    }
    return CreatedObject(identifier, attributes: ["InternetGatewayId": .string(identifier)])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? { try await describe(call).map { call.document($0) } }

  func update(_ call: ResourceCall) async throws { try await call.updateEC2Tags() }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("ec2", "DeleteInternetGateway", ["InternetGatewayId": .string(call.identifier)])
    return .gone
  }
}

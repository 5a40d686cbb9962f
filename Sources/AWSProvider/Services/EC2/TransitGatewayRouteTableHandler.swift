import AWSClient
import StrataModel

/// Route tables of transit gateways: ec2:CreateTransitGatewayRouteTable and its companions.
struct TransitGatewayRouteTableHandler: EC2ObjectHandler {
  static let type = "AWS::EC2::TransitGatewayRouteTable"
  static let waits: Set<Intent.Operation> = [.create, .delete]
  static let object = EC2Object(
    tagType: "transit-gateway-route-table", describe: "DescribeTransitGatewayRouteTables", results: "TransitGatewayRouteTables",
    identifiers: "TransitGatewayRouteTableIds", identifier: "TransitGatewayRouteTableId",
    filters: ["TransitGatewayId": "transit-gateway-id"])

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let input = call.ec2Input("CreateTransitGatewayRouteTable", tagging: "transit-gateway-route-table")
    let answer = try await call.send("ec2", "CreateTransitGatewayRouteTable", input)
    guard let identifier = answer["TransitGatewayRouteTable"]?["TransitGatewayRouteTableId"]?.string else {
      throw ProviderFailure.invalid("ec2:CreateTransitGatewayRouteTable answered without a table.")
    }
    return CreatedObject(identifier, attributes: ["TransitGatewayRouteTableId": .string(identifier)])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? { try await describe(call).map { call.document($0) } }

  func update(_ call: ResourceCall) async throws { try await call.updateEC2Tags() }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("ec2", "DeleteTransitGatewayRouteTable", ["TransitGatewayRouteTableId": .string(call.identifier)])
    return .started
  }

  func state(of object: AWSValue) -> Readiness { awaiting(object, pause: 2_000) }
}

import AWSClient
import StrataModel

/// Route tables: ec2:CreateRouteTable and its companions.
///
/// Routes and associations are types of their own.
struct RouteTableHandler: EC2ObjectHandler {
  static let type = "AWS::EC2::RouteTable"
  static let object = EC2Object(
    tagType: "route-table", describe: "DescribeRouteTables", results: "RouteTables", identifiers: "RouteTableIds",
    identifier: "RouteTableId", filters: ["VpcId": "vpc-id"])

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    var input = call.ec2Input("CreateRouteTable", tagging: "route-table")
    input["ClientToken"] = call.token.map { .string($0) }
    guard let identifier = try await call.send("ec2", "CreateRouteTable", input)["RouteTable"]?["RouteTableId"]?.string else {
      throw ProviderFailure.invalid("ec2:CreateRouteTable answered without a table.")
    }
    return CreatedObject(identifier, attributes: ["RouteTableId": .string(identifier)])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? { try await describe(call).map { call.document($0) } }

  func update(_ call: ResourceCall) async throws { try await call.updateEC2Tags() }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("ec2", "DeleteRouteTable", ["RouteTableId": .string(call.identifier)])
    return .gone
  }
}

import AWSClient
import StrataModel

/// Associations of gateways with route tables: ec2:AssociateRouteTable and its companions.
///
/// The identifier is the gateway, as in CloudFormation: it has one table at most.
struct GatewayRouteTableAssociationHandler: ResourceHandler {
  static let type = "AWS::EC2::GatewayRouteTableAssociation"
  static let waits: Set<Intent.Operation> = [.create, .update]

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let gateway = try call.required("GatewayId")
    return CreatedObject(gateway, attributes: ["AssociationId": .string(try await RouteTableAssociation.associate(call))])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    try await association(call).map { call.document($0, renaming: ["AssociationId": "RouteTableAssociationId"]) }
  }

  func update(_ call: ResourceCall) async throws {
    guard let association = try await association(call)?["RouteTableAssociationId"] else { return }
    try await call.send(
      "ec2", "ReplaceRouteTableAssociation",
      ["AssociationId": association, "RouteTableId": .string(try call.required("RouteTableId"))])
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    guard let association = try await association(call)?["RouteTableAssociationId"] else { return .gone }
    try await call.send("ec2", "DisassociateRouteTable", ["AssociationId": association])
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    if let gateway = filter.text("GatewayId") { return [gateway] }
    return try await all(call).compactMap { $0["GatewayId"]?.string }
  }

  func readiness(_ call: ResourceCall, after operation: Intent.Operation) async throws -> Readiness {
    RouteTableAssociation.readiness(of: try await association(call))
  }

  private func association(_ call: ResourceCall) async throws -> AWSValue? {
    try await all(call).first { $0["GatewayId"]?.string == call.identifier && $0["AssociationState"]?["State"]?.string != "disassociated" }
  }

  private func all(_ call: ResourceCall) async throws -> [AWSValue] {
    try await call.pages("ec2", "DescribeRouteTables").flatMap { $0["Associations"]?.list ?? [] }
  }
}

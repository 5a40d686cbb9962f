import AWSClient
import StrataModel

/// Associations of subnets with route tables: ec2:AssociateRouteTable and its companions.
struct SubnetRouteTableAssociationHandler: ResourceHandler {
  static let type = "AWS::EC2::SubnetRouteTableAssociation"
  static let waits: Set<Intent.Operation> = [.create]
  private static let filter = "association.route-table-association-id"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let identifier = try await RouteTableAssociation.associate(call)
    return CreatedObject(identifier, attributes: ["Id": .string(identifier)])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    try await association(call).map { call.document($0, renaming: ["Id": "RouteTableAssociationId"]) }
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("ec2", "DisassociateRouteTable", ["AssociationId": .string(call.identifier)])
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    let filters = filter.ec2Filters(["SubnetId": "association.subnet-id", "RouteTableId": "route-table-id"])
    return try await call.pages("ec2", "DescribeRouteTables", ["Filters": filters]).flatMap { $0["Associations"]?.list ?? [] }
      .filter { $0["SubnetId"]?.string != nil }.compactMap { $0["RouteTableAssociationId"]?.string }
  }

  func readiness(_ call: ResourceCall, after operation: Intent.Operation) async throws -> Readiness {
    RouteTableAssociation.readiness(of: try await association(call))
  }

  private func association(_ call: ResourceCall) async throws -> AWSValue? {
    let tables = try await call.describe("DescribeRouteTables", where: Self.filter, call.identifier, in: "RouteTables")
    let found = tables.lazy.flatMap { $0["Associations"]?.list ?? [] }.first { $0["RouteTableAssociationId"]?.string == call.identifier }
    return found?["AssociationState"]?["State"]?.string == "disassociated" ? nil : found
  }
}

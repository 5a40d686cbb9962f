import AWSClient
import StrataModel

/// What ties an attachment to a route table of a transit gateway: an association or a propagation, which differ only in the operations.
///
/// The identifier is `<route table>|<attachment>`, as in CloudFormation.
struct TransitGatewayRouteTableLink: Sendable {
  var make: String
  var unmake: String
  var list: String
  /// The states in which the link works.
  var settled: String
  /// The states in which it is no more.
  var gone: Set<String>

  static let association = TransitGatewayRouteTableLink(
    make: "AssociateTransitGatewayRouteTable", unmake: "DisassociateTransitGatewayRouteTable",
    list: "GetTransitGatewayRouteTableAssociations", settled: "associated", gone: ["disassociated"])
  static let propagation = TransitGatewayRouteTableLink(
    make: "EnableTransitGatewayRouteTablePropagation", unmake: "DisableTransitGatewayRouteTablePropagation",
    list: "GetTransitGatewayRouteTablePropagations", settled: "enabled", gone: ["disabled"])

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let identifier = "\(try call.required("TransitGatewayRouteTableId"))|\(try call.required("TransitGatewayAttachmentId"))"
    try await call.send("ec2", make, call.ec2Input(make))
    return CreatedObject(identifier, attributes: [:])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    guard try await link(call) != nil else { return nil }
    let parts = call.identifierParts
    return ["TransitGatewayRouteTableId": .string(parts[0]), "TransitGatewayAttachmentId": .string(parts[1])]
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    let parts = call.identifierParts
    guard parts.count == 2 else { return .gone }
    try await call.send(
      "ec2", unmake, ["TransitGatewayRouteTableId": .string(parts[0]), "TransitGatewayAttachmentId": .string(parts[1])])
    return .started
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    var tables = [filter.text("TransitGatewayRouteTableId")].compactMap { $0 }
    if tables.isEmpty { tables = try await TransitGatewayRouteTableHandler().list(call, matching: .all) }
    var found: [String] = []
    for table in tables {
      found += try await links(call, table).compactMap { $0["TransitGatewayAttachmentId"]?.string.map { "\(table)|\($0)" } }
    }
    return found
  }

  func readiness(_ call: ResourceCall) async throws -> Readiness {
    try await link(call)?["State"]?.string == settled ? .ready : .pending(after: 2_000)
  }

  private func link(_ call: ResourceCall) async throws -> AWSValue? {
    let parts = call.identifierParts
    guard parts.count == 2 else { return nil }
    return try await links(call, parts[0]).first { $0["TransitGatewayAttachmentId"]?.string == parts[1] }
  }

  private func links(_ call: ResourceCall, _ table: String) async throws -> [AWSValue] {
    do {
      let found = try await call.pages("ec2", list, ["TransitGatewayRouteTableId": .string(table)])
      return found.filter { !gone.contains($0["State"]?.string ?? "") }
    } catch {
      guard ErrorMapping.isAbsence(error) else { throw error }
      return []
    }
  }
}

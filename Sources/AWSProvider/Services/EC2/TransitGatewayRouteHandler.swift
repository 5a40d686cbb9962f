import AWSClient
import StrataModel

/// Static routes of transit gateways: ec2:CreateTransitGatewayRoute and its companions.
///
/// The identifier is `<route table>|<destination>`, as in CloudFormation. No property of a route can change.
struct TransitGatewayRouteHandler: ResourceHandler {
  static let type = "AWS::EC2::TransitGatewayRoute"
  static let waits: Set<Intent.Operation> = [.create]

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let identifier = "\(try call.required("TransitGatewayRouteTableId"))|\(try call.required("DestinationCidrBlock"))"
    try await call.send("ec2", "CreateTransitGatewayRoute", call.ec2Input("CreateTransitGatewayRoute"))
    return CreatedObject(identifier, attributes: [:])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let parts = call.identifierParts
    guard parts.count == 2, let route = try await route(call) else { return nil }
    var document: PropertyObject = ["TransitGatewayRouteTableId": .string(parts[0]), "DestinationCidrBlock": .string(parts[1])]
    let attachment = route["TransitGatewayAttachments"]?.list?.first?["TransitGatewayAttachmentId"]?.string
    document["TransitGatewayAttachmentId"] = attachment.map { .string($0) }
    document["Blackhole"] = .bool(route["State"]?.string == "blackhole")
    return document
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    let parts = call.identifierParts
    guard parts.count == 2 else { return .gone }
    try await call.send(
      "ec2", "DeleteTransitGatewayRoute",
      ["TransitGatewayRouteTableId": .string(parts[0]), "DestinationCidrBlock": .string(parts[1])])
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    var tables = [filter.text("TransitGatewayRouteTableId")].compactMap { $0 }
    if tables.isEmpty { tables = try await TransitGatewayRouteTableHandler().list(call, matching: .all) }
    var routes: [String] = []
    for table in tables {
      let found = try await search(call, table, .ec2Filter("type", "static"))
      routes += found.compactMap { $0["DestinationCidrBlock"]?.string.map { "\(table)|\($0)" } }
    }
    return routes
  }

  func readiness(_ call: ResourceCall, after operation: Intent.Operation) async throws -> Readiness {
    let state = try await route(call)?["State"]?.string
    return state == nil || state == "pending" ? .pending(after: 1_000) : .ready
  }

  private func route(_ call: ResourceCall) async throws -> AWSValue? {
    let parts = call.identifierParts
    guard parts.count == 2 else { return nil }
    let found = try await search(call, parts[0], .ec2Filter("route-search.exact-match", parts[1]))
    return found.first { route in
      let state = route["State"]?.string
      return route["DestinationCidrBlock"]?.string == parts[1] && route["Type"]?.string == "static" && state != "deleted"
        && state != "deleting"
    }
  }

  private func search(_ call: ResourceCall, _ table: String, _ filter: AWSValue) async throws -> [AWSValue] {
    do {
      let answer = try await call.send(
        "ec2", "SearchTransitGatewayRoutes", ["TransitGatewayRouteTableId": .string(table), "Filters": [filter]])
      return answer["Routes"]?.list ?? []
    } catch {
      guard ErrorMapping.isAbsence(error) else { throw error }
      return []
    }
  }
}

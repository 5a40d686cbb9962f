import AWSClient
import StrataModel

/// Routes of route tables: ec2:CreateRoute and its companions.
///
/// The identifier is `<route table>|<destination>`, as in CloudFormation; the destination is a block of either version or a prefix list.
struct RouteHandler: ResourceHandler {
  static let type = "AWS::EC2::Route"
  static let waits: Set<Intent.Operation> = [.create]
  private static let destinations = ["DestinationCidrBlock", "DestinationIpv6CidrBlock", "DestinationPrefixListId"]

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let table = try call.required("RouteTableId")
    guard let destination = Self.destinations.lazy.compactMap({ call.text($0) }).first else {
      throw ProviderFailure.invalid("A route needs a destination.")
    }
    try await call.send("ec2", "CreateRoute", call.ec2Input("CreateRoute"))
    return CreatedObject("\(table)|\(destination)", attributes: ["CidrBlock": .string(destination)])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let parts = call.identifierParts
    guard parts.count == 2, let table = try await call.describe("DescribeRouteTables", "RouteTableIds", parts[0], in: "RouteTables"),
      let route = table["Routes"]?.list?.first(where: { destination(of: $0) == parts[1] })
    else { return nil }
    var document = call.document(route)
    document["RouteTableId"] = .string(parts[0])
    document["CidrBlock"] = .string(parts[1])
    // EC2 shows endpoints of gateway load balancers and firewalls among the gateways.
    if let gateway = document["GatewayId"]?.stringValue, gateway.hasPrefix("vpce-") {
      document["GatewayId"] = nil
      document["VpcEndpointId"] = .string(gateway)
    }
    return document
  }

  func update(_ call: ResourceCall) async throws { try await call.send("ec2", "ReplaceRoute", call.ec2Input("ReplaceRoute")) }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    let parts = call.identifierParts
    guard parts.count == 2 else { return .gone }
    let member = parts[1].hasPrefix("pl-") ? Self.destinations[2] : Self.destinations[parts[1].contains(":") ? 1 : 0]
    try await call.send("ec2", "DeleteRoute", ["RouteTableId": .string(parts[0]), member: .string(parts[1])])
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    if let table = filter.text("RouteTableId"), let destination = Self.destinations.lazy.compactMap({ filter.text($0) }).first {
      return ["\(table)|\(destination)"]
    }
    let filters = filter.ec2Filters(["RouteTableId": "route-table-id"])
    return try await call.pages("ec2", "DescribeRouteTables", ["Filters": filters]).flatMap { table -> [String] in
      guard let identifier = table["RouteTableId"]?.string else { return [] }
      let made = (table["Routes"]?.list ?? []).filter { $0["Origin"]?.string == "CreateRoute" }
      return made.compactMap { destination(of: $0).map { "\(identifier)|\($0)" } }
    }
  }

  func readiness(_ call: ResourceCall, after operation: Intent.Operation) async throws -> Readiness {
    try await read(call) == nil ? .pending(after: 500) : .ready
  }

  private func destination(of route: AWSValue) -> String? { Self.destinations.lazy.compactMap { route[$0]?.string }.first }
}

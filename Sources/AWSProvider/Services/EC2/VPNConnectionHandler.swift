import AWSClient
import StrataModel

/// Site-to-site VPN connections: ec2:CreateVpnConnection and its companions.
///
/// Pre-shared keys are never read.
struct VPNConnectionHandler: EC2ObjectHandler {
  static let type = "AWS::EC2::VPNConnection"
  static let waits: Set<Intent.Operation> = [.create, .update, .delete]
  static let object = EC2Object(
    tagType: "vpn-connection", describe: "DescribeVpnConnections", results: "VpnConnections", identifiers: "VpnConnectionIds",
    identifier: "VpnConnectionId",
    filters: ["CustomerGatewayId": "customer-gateway-id", "TransitGatewayId": "transit-gateway-id", "VpnGatewayId": "vpn-gateway-id"])
  private static let tunnels = "VpnTunnelOptionsSpecifications"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    var input = call.ec2Input("CreateVpnConnection", tagging: "vpn-connection")
    input["Options"] = call.ec2Options("CreateVpnConnection", from: call.properties, renaming: [Self.tunnels: "TunnelOptions"])
    guard let connection = try await call.send("ec2", "CreateVpnConnection", input)["VpnConnection"],
      let identifier = connection["VpnConnectionId"]?.string
    else { throw ProviderFailure.invalid("ec2:CreateVpnConnection answered without a connection.") }
    return CreatedObject(identifier, attributes: document(call, connection))
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? { try await describe(call).map { document(call, $0) } }

  func update(_ call: ResourceCall) async throws {
    let identifier = AWSValue.string(call.identifier)
    let ends = call.changed.intersection(["CustomerGatewayId", "TransitGatewayId", "VpnGatewayId"])
    if !ends.isEmpty {
      let properties = PropertyObject(call.properties.fields.filter { ends.contains($0.key) }.map { ($0.key, $0.value) })
      var input = call.input("ec2", "ModifyVpnConnection", from: properties)
      input["VpnConnectionId"] = identifier
      try await call.send("ec2", "ModifyVpnConnection", input)
    }
    if call.changed.contains(Self.tunnels) {
      let shown = try await describe(call)?["Options"]?["TunnelOptions"]?.list ?? []
      let before = call.previous[Self.tunnels]?.arrayValue ?? []
      for (index, tunnel) in (call.properties[Self.tunnels]?.arrayValue ?? []).enumerated() where index < shown.count {
        if index < before.count, before[index] == tunnel { continue }
        let address = shown[index]["OutsideIpAddress"]
        var input = call.input("ec2", "ModifyVpnTunnelOptions", from: ["TunnelOptions": tunnel])
        input["VpnConnectionId"] = identifier
        input["VpnTunnelOutsideIpAddress"] = address
        try await call.send("ec2", "ModifyVpnTunnelOptions", input)
      }
    }
    try await call.updateEC2Tags()
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("ec2", "DeleteVpnConnection", ["VpnConnectionId": .string(call.identifier)])
    return .started
  }

  func state(of object: AWSValue) -> Readiness { awaiting(object, pause: 15_000) }

  private func document(_ call: ResourceCall, _ connection: AWSValue) -> PropertyObject {
    var document = call.document(connection).merging(call.document(connection["Options"], renaming: [Self.tunnels: "TunnelOptions"]))
    if let tunnels = document[Self.tunnels]?.arrayValue {
      document[Self.tunnels] = .array(
        tunnels.map { tunnel in
          guard var tunnel = tunnel.objectValue else { return tunnel }
          tunnel["PreSharedKey"] = nil
          return .object(tunnel)
        })
    }
    for property in ["TransitGatewayId", "VpnGatewayId"] where document[property]?.stringValue == "" { document[property] = nil }
    return document
  }
}

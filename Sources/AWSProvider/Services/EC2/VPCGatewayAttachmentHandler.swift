import AWSClient
import StrataModel

/// Attachments of internet gateways and virtual private gateways to VPCs.
///
/// The identifier is `IGW|<VPC>` or `VGW|<VPC>`, as in CloudFormation.
struct VPCGatewayAttachmentHandler: ResourceHandler {
  static let type = "AWS::EC2::VPCGatewayAttachment"
  static let waits: Set<Intent.Operation> = [.create, .update, .delete]

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let vpc = try call.required("VpcId")
    let kind = call.properties["VpnGatewayId"] == nil ? "IGW" : "VGW"
    try await attach(call, vpc)
    return CreatedObject("\(kind)|\(vpc)", attributes: ["AttachmentType": .string(kind)])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    guard let (gateway, _) = try await attached(call) else { return nil }
    let parts = call.identifierParts
    let property = parts[0] == "VGW" ? "VpnGatewayId" : "InternetGatewayId"
    return ["AttachmentType": .string(parts[0]), "VpcId": .string(parts[1]), property: .string(gateway)]
  }

  func update(_ call: ResourceCall) async throws {
    guard let vpc = call.identifierParts.last else { return }
    try await detach(call, vpc)
    try await attach(call, vpc)
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    guard let vpc = call.identifierParts.last else { return .gone }
    try await detach(call, vpc)
    return call.identifier.hasPrefix("VGW") ? .started : .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    if let vpc = filter.text("VpcId") { return ["IGW|\(vpc)", "VGW|\(vpc)"] }
    let inner = try await call.pages("ec2", "DescribeInternetGateways")
    let outer = try await call.send("ec2", "DescribeVpnGateways")["VpnGateways"]?.list ?? []
    return inner.flatMap { $0["Attachments"]?.list ?? [] }.compactMap { $0["VpcId"]?.string.map { "IGW|\($0)" } }
      + outer.flatMap { $0["VpcAttachments"]?.list ?? [] }.compactMap { $0["VpcId"]?.string.map { "VGW|\($0)" } }
  }

  func readiness(_ call: ResourceCall, after operation: Intent.Operation) async throws -> Readiness {
    guard let (_, state) = try await attached(call) else { return .pending(after: 1_000) }
    // An internet gateway's attachment is in state `available`.
    return state == "attached" || state == "available" ? .ready : .pending(after: 2_000)
  }

  /// The gateway at the VPC with the state of the attachment.
  private func attached(_ call: ResourceCall) async throws -> (gateway: String, state: String)? {
    let parts = call.identifierParts
    guard parts.count == 2 else { return nil }
    let isVPN = parts[0] == "VGW"
    let (operation, results) = isVPN ? ("DescribeVpnGateways", "VpnGateways") : ("DescribeInternetGateways", "InternetGateways")
    for gateway in try await call.describe(operation, where: "attachment.vpc-id", parts[1], in: results) {
      let attachments = gateway[isVPN ? "VpcAttachments" : "Attachments"]?.list ?? []
      guard let attachment = attachments.first(where: { $0["VpcId"]?.string == parts[1] }),
        let identifier = gateway[isVPN ? "VpnGatewayId" : "InternetGatewayId"]?.string
      else { continue }
      let state = attachment["State"]?.string ?? "attached"
      if state != "detached" { return (identifier, state) }
    }
    return nil
  }

  private func attach(_ call: ResourceCall, _ vpc: String) async throws {
    if let gateway = call.text("VpnGatewayId") {
      try await call.send("ec2", "AttachVpnGateway", ["VpcId": .string(vpc), "VpnGatewayId": .string(gateway)])
    } else {
      let gateway = try call.required("InternetGatewayId")
      try await call.send("ec2", "AttachInternetGateway", ["VpcId": .string(vpc), "InternetGatewayId": .string(gateway)])
    }
  }

  private func detach(_ call: ResourceCall, _ vpc: String) async throws {
    guard let (gateway, _) = try await attached(call) else { return }
    if call.identifier.hasPrefix("VGW") {
      try await call.send("ec2", "DetachVpnGateway", ["VpcId": .string(vpc), "VpnGatewayId": .string(gateway)])
    } else {
      try await call.send("ec2", "DetachInternetGateway", ["VpcId": .string(vpc), "InternetGatewayId": .string(gateway)])
    }
  }
}

import AWSClient
import StrataModel

/// NAT gateways: ec2:CreateNatGateway and its companions.
///
/// A deleted gateway stays listed for an hour, in state `deleted`; one that failed is removed by EC2 in about an hour, and to the engine it is
/// gone at once (VPC user guide, "NAT gateway creation fails").
struct NatGatewayHandler: EC2ObjectHandler {
  static let type = "AWS::EC2::NatGateway"
  static let waits: Set<Intent.Operation> = [.create, .delete]
  static let object = EC2Object(
    tagType: "natgateway", describe: "DescribeNatGateways", results: "NatGateways", identifiers: "NatGatewayIds",
    identifier: "NatGatewayId", filterMember: "Filter", filters: ["SubnetId": "subnet-id", "VpcId": "vpc-id"])

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    var input = call.ec2Input("CreateNatGateway", tagging: "natgateway")
    input["ClientToken"] = call.token.map { .string($0) }
    guard let gateway = try await call.send("ec2", "CreateNatGateway", input)["NatGateway"],
      let identifier = gateway["NatGatewayId"]?.string
    else { throw ProviderFailure.invalid("ec2:CreateNatGateway answered without a gateway.") }
    return CreatedObject(identifier, attributes: document(call, gateway))
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    guard let gateway = try await describe(call), gateway["State"]?.string != "failed" else { return nil }
    return document(call, gateway)
  }

  func update(_ call: ResourceCall) async throws {
    let gateway = AWSValue.string(call.identifier)
    let wanted = allocations(call.properties)
    let before = allocations(call.previous)
    let removed = before.filter { !wanted.contains($0) }.map(\.allocation)
    if !removed.isEmpty {
      let addresses = try await describe(call)?["NatGatewayAddresses"]?.list ?? []
      let associations = addresses.filter { removed.contains($0["AllocationId"]?.string ?? "") }.compactMap { $0["AssociationId"]?.string }
      try await call.send(
        "ec2", "DisassociateNatGatewayAddress",
        [
          "NatGatewayId": gateway, "AssociationIds": .strings(associations),
          "MaxDrainDurationSeconds": AWSValue(call.properties["MaxDrainDurationSeconds"]),
        ])
    }
    for added in wanted where !before.contains(added) {
      try await call.send(
        "ec2", "AssociateNatGatewayAddress",
        [
          "NatGatewayId": gateway, "AllocationIds": .strings([added.allocation]), "AvailabilityZone": added.zone.map { .string($0) },
          "AvailabilityZoneId": added.zoneID.map { .string($0) },
        ])
    }
    try await updatePrivateAddresses(call)
    try await call.updateEC2Tags()
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("ec2", "DeleteNatGateway", ["NatGatewayId": .string(call.identifier)])
    return .started
  }

  func state(of object: AWSValue) -> Readiness { awaiting(object, pause: 5_000) }

  /// An elastic address beside the first one, with its zone for a regional gateway.
  private struct Allocation: Hashable {
    var allocation: String
    var zone: String?
    var zoneID: String?
  }

  private func allocations(_ properties: PropertyObject) -> [Allocation] {
    MemberChange.texts(properties["SecondaryAllocationIds"]).map { Allocation(allocation: $0) }
      + (properties["AvailabilityZoneAddresses"]?.arrayValue ?? []).flatMap { entry in
        MemberChange.texts(entry["AllocationIds"]).map {
          Allocation(allocation: $0, zone: entry["AvailabilityZone"]?.stringValue, zoneID: entry["AvailabilityZoneId"]?.stringValue)
        }
      }
  }

  private func updatePrivateAddresses(_ call: ResourceCall) async throws {
    // With secondary elastic addresses the private ones come and go with them.
    guard MemberChange.texts(call.properties["SecondaryAllocationIds"]).isEmpty else { return }
    let gateway = AWSValue.string(call.identifier)
    let change = call.memberChange("SecondaryPrivateIpAddresses")
    if !change.removed.isEmpty {
      try await call.send(
        "ec2", "UnassignPrivateNatGatewayAddress", ["NatGatewayId": gateway, "PrivateIpAddresses": .strings(change.removed)])
    }
    if !change.added.isEmpty {
      try await call.send(
        "ec2", "AssignPrivateNatGatewayAddress", ["NatGatewayId": gateway, "PrivateIpAddresses": .strings(change.added)])
    }
    guard call.changed.contains("SecondaryPrivateIpAddressCount") else { return }
    let more =
      (call.properties["SecondaryPrivateIpAddressCount"]?.integerValue ?? 0)
      - (call.previous["SecondaryPrivateIpAddressCount"]?.integerValue ?? 0)
    guard more > 0 else { throw ProviderFailure.invalid("Name the addresses in SecondaryPrivateIpAddresses to have fewer of them.") }
    try await call.send(
      "ec2", "AssignPrivateNatGatewayAddress", ["NatGatewayId": gateway, "PrivateIpAddressCount": .integer(more)])
  }

  private func document(_ call: ResourceCall, _ gateway: AWSValue) -> PropertyObject {
    var document = call.document(gateway)
    let addresses = gateway["NatGatewayAddresses"]?.list ?? []
    guard document["AvailabilityMode"]?.stringValue != "regional" else {
      document["AvailabilityZoneAddresses"] = zoneAddresses(addresses)
      return document
    }
    let first = addresses.first { $0["IsPrimary"]?.bool == true } ?? addresses.first
    let others = addresses.filter { $0 != first }
    for (property, member) in [("AllocationId", "AllocationId"), ("PrivateIpAddress", "PrivateIp"), ("EniId", "NetworkInterfaceId")] {
      document[property] = first?[member]?.string.map { .string($0) }
    }
    for (property, member) in [("SecondaryAllocationIds", "AllocationId"), ("SecondaryPrivateIpAddresses", "PrivateIp")] {
      document[property] = .array(others.compactMap { $0[member]?.string.map { .string($0) } })
    }
    document["SecondaryPrivateIpAddressCount"] = .integer(others.count)
    return document
  }

  private func zoneAddresses(_ addresses: [AWSValue]) -> PropertyValue {
    let zones = Dictionary(grouping: addresses) { $0["AvailabilityZone"]?.string ?? "" }
    return .array(
      zones.sorted { $0.key < $1.key }.map { zone, addresses in
        .object([
          "AvailabilityZone": .string(zone),
          "AllocationIds": .array(addresses.compactMap { $0["AllocationId"]?.string.map { .string($0) } }),
        ])
      })
  }
}

import AWSClient
import StrataModel

/// Elastic IP addresses: ec2:AllocateAddress and its companions.
///
/// The identifier is `<address>|<allocation>`, as in CloudFormation.
struct EIPHandler: ResourceHandler {
  static let type = "AWS::EC2::EIP"
  static let waits: Set<Intent.Operation> = [.create]

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    guard call.properties["TransferAddress"] == nil else {
      throw ProviderFailure.unsupported("Accept the transfer of an address before, and import it.")
    }
    var input = call.ec2Input("AllocateAddress", tagging: "elastic-ip")
    if call.text("Domain") == nil { input["Domain"] = "vpc" }
    let answer = try await call.send("ec2", "AllocateAddress", input)
    guard let address = answer["PublicIp"]?.string, let allocation = answer["AllocationId"]?.string else {
      throw ProviderFailure.invalid("ec2:AllocateAddress answered without an address.")
    }
    let identifier = "\(address)|\(allocation)"
    try await call.complete(identifier) {
      if let instance = call.text("InstanceId") { try await associate(call, allocation, instance) }
    }
    return CreatedObject(identifier, attributes: ["PublicIp": .string(address), "AllocationId": .string(allocation)])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    guard let address = try await describe(call) else { return nil }
    var document = call.document(address)
    if document["InstanceId"]?.stringValue == "" { document["InstanceId"] = nil }
    return document
  }

  func update(_ call: ResourceCall) async throws {
    guard let allocation = call.identifierParts.last else { return }
    if call.changed.contains("InstanceId") {
      try await disassociate(call)
      if let instance = call.text("InstanceId") { try await associate(call, allocation, instance) }
    }
    try await call.updateEC2Tags(of: allocation)
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    guard let allocation = call.identifierParts.last else { return .gone }
    if call.text("InstanceId") != nil { try await disassociate(call) }
    try await call.send(
      "ec2", "ReleaseAddress",
      ["AllocationId": .string(allocation), "NetworkBorderGroup": AWSValue(call.properties["NetworkBorderGroup"])])
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    let filters = filter.ec2Filters(["PublicIp": "public-ip", "AllocationId": "allocation-id", "InstanceId": "instance-id"])
    let found = try await call.send("ec2", "DescribeAddresses", ["Filters": filters])["Addresses"]?.list ?? []
    return found.compactMap { address in
      guard let text = address["PublicIp"]?.string, let allocation = address["AllocationId"]?.string else { return nil }
      return "\(text)|\(allocation)"
    }
  }

  func readiness(_ call: ResourceCall, after operation: Intent.Operation) async throws -> Readiness {
    try await describe(call) == nil ? .pending(after: 500) : .ready
  }

  private func describe(_ call: ResourceCall) async throws -> AWSValue? {
    try await call.describe("DescribeAddresses", "AllocationIds", call.identifierParts.last ?? "", in: "Addresses")
  }

  private func associate(_ call: ResourceCall, _ allocation: String, _ instance: String) async throws {
    try await call.send("ec2", "AssociateAddress", ["AllocationId": .string(allocation), "InstanceId": .string(instance)])
  }

  private func disassociate(_ call: ResourceCall) async throws {
    guard let association = try await describe(call)?["AssociationId"]?.string, !association.isEmpty else { return }
    try await call.send("ec2", "DisassociateAddress", ["AssociationId": .string(association)])
  }
}

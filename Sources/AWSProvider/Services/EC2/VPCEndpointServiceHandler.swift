import AWSClient
import StrataModel

/// Endpoint services: ec2:CreateVpcEndpointServiceConfiguration and its companions.
struct VPCEndpointServiceHandler: ResourceHandler {
  static let type = "AWS::EC2::VPCEndpointService"
  static let waits: Set<Intent.Operation> = [.create]
  private static let describe = "DescribeVpcEndpointServiceConfigurations"
  private static let lists = ["NetworkLoadBalancerArns", "GatewayLoadBalancerArns", "SupportedIpAddressTypes", "SupportedRegions"]

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    var input = call.ec2Input("CreateVpcEndpointServiceConfiguration", tagging: "vpc-endpoint-service")
    input["ClientToken"] = call.token.map { .string($0) }
    let answer = try await call.send("ec2", "CreateVpcEndpointServiceConfiguration", input)
    guard let identifier = answer["ServiceConfiguration"]?["ServiceId"]?.string else {
      throw ProviderFailure.invalid("ec2:CreateVpcEndpointServiceConfiguration answered without a service.")
    }
    try await call.complete(identifier) {
      try await setPayer(call, identifier)
    }
    return CreatedObject(identifier, attributes: ["ServiceId": .string(identifier)])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    guard let service = try await configuration(call) else { return nil }
    var document = call.document(service, omitting: ["SupportedRegions"])
    let regions = service["SupportedRegions"]?.list ?? []
    document["SupportedRegions"] = .array(regions.compactMap { $0["Region"]?.string.map { .string($0) } })
    return document
  }

  func update(_ call: ResourceCall) async throws {
    var input: [String: AWSValue?] = [:]
    if call.changed.contains("AcceptanceRequired") {
      input["AcceptanceRequired"] = .bool(call.properties["AcceptanceRequired"]?.boolValue ?? true)
    }
    for property in Self.lists where call.changed.contains(property) {
      let change = call.memberChange(property)
      input["Add" + property] = .someStrings(change.added)
      input["Remove" + property] = .someStrings(change.removed)
    }
    input = input.filter { $0.value != nil }
    if !input.isEmpty {
      input["ServiceId"] = .string(call.identifier)
      try await call.send("ec2", "ModifyVpcEndpointServiceConfiguration", input)
    }
    if call.changed.contains("PayerResponsibility") { try await setPayer(call, call.identifier) }
    try await call.updateEC2Tags()
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    let answer = try await call.send("ec2", "DeleteVpcEndpointServiceConfigurations", ["ServiceIds": .strings([call.identifier])])
    try call.refuseFailures(answer, of: "DeleteVpcEndpointServiceConfigurations")
    return .started
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    try await call.pages("ec2", Self.describe, ["Filters": filter.ec2Filters([:])]).compactMap { $0["ServiceId"]?.string }
  }

  func readiness(_ call: ResourceCall, after operation: Intent.Operation) async throws -> Readiness {
    switch try await configuration(call)?["ServiceState"]?.string {
    case "Available": operation == .delete ? .pending(after: 2_000) : .ready
    case "Failed": .failed("The endpoint service failed.")
    default: .pending(after: 2_000)
    }
  }

  private func configuration(_ call: ResourceCall) async throws -> AWSValue? {
    let found = try await call.describe(Self.describe, "ServiceIds", call.identifier, in: "ServiceConfigurations")
    return found?["ServiceState"]?.string == "Deleted" ? nil : found
  }

  private func setPayer(_ call: ResourceCall, _ identifier: String) async throws {
    // A service owner who pays cannot go back to endpoint owners who pay (API reference).
    guard let payer = call.text("PayerResponsibility") else { return }
    try await call.send(
      "ec2", "ModifyVpcEndpointServicePayerResponsibility",
      ["ServiceId": .string(identifier), "PayerResponsibility": .string(payer)])
  }
}

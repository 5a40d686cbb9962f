import AWSClient
import StrataModel

/// VPC endpoints: ec2:CreateVpcEndpoint and its companions.
struct VPCEndpointHandler: EC2ObjectHandler {
  static let type = "AWS::EC2::VPCEndpoint"
  static let waits: Set<Intent.Operation> = [.create, .update, .delete]
  static let object = EC2Object(
    tagType: "vpc-endpoint", describe: "DescribeVpcEndpoints", results: "VpcEndpoints", identifiers: "VpcEndpointIds",
    identifier: "VpcEndpointId",
    filters: ["VpcId": "vpc-id", "ServiceName": "service-name", "VpcEndpointType": "vpc-endpoint-type"], goneStates: ["deleted", "Deleted"])

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    var input = call.ec2Input("CreateVpcEndpoint", tagging: "vpc-endpoint", omitting: ["DnsOptions"])
    input["DnsOptions"] = dnsOptions(call.properties)
    input["ClientToken"] = call.token.map { .string($0) }
    guard let endpoint = try await call.send("ec2", "CreateVpcEndpoint", input)["VpcEndpoint"],
      let identifier = endpoint["VpcEndpointId"]?.string
    else { throw ProviderFailure.invalid("ec2:CreateVpcEndpoint answered without an endpoint.") }
    return CreatedObject(identifier, attributes: document(call, endpoint))
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? { try await describe(call).map { document(call, $0) } }

  func update(_ call: ResourceCall) async throws {
    var input: [String: AWSValue?] = [:]
    for property in ["PrivateDnsEnabled", "IpAddressType"] where call.changed.contains(property) {
      input[property] = AWSValue(call.properties[property])
    }
    if call.changed.contains("PrivateDnsEnabled"), call.properties["PrivateDnsEnabled"] == nil { input["PrivateDnsEnabled"] = false }
    if call.changed.contains("DnsOptions") { input["DnsOptions"] = dnsOptions(call.properties) }
    if call.changed.contains("PolicyDocument") {
      let policy = call.input("ec2", "ModifyVpcEndpoint")["PolicyDocument"] ?? nil
      input[policy == nil ? "ResetPolicy" : "PolicyDocument"] = policy ?? true
    }
    for property in ["RouteTableIds", "SubnetIds", "SecurityGroupIds"] where call.changed.contains(property) {
      let change = call.memberChange(property)
      input["Add" + property] = .someStrings(change.added)
      input["Remove" + property] = .someStrings(change.removed)
    }
    input = input.filter { $0.value != nil }
    if !input.isEmpty {
      input["VpcEndpointId"] = .string(call.identifier)
      try await call.send("ec2", "ModifyVpcEndpoint", input)
    }
    try await call.updateEC2Tags()
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    let answer = try await call.send("ec2", "DeleteVpcEndpoints", ["VpcEndpointIds": .strings([call.identifier])])
    try call.refuseFailures(answer, of: "DeleteVpcEndpoints")
    return .started
  }

  func state(of object: AWSValue) -> Readiness {
    // What waits for the other side to accept is made as far as this side goes.
    awaiting(object, states: ["available", "pendingacceptance", "partial"], failed: ["failed", "rejected", "expired"], pause: 2_000)
  }

  private func document(_ call: ResourceCall, _ endpoint: AWSValue) -> PropertyObject {
    var document = call.document(endpoint, renaming: ["Id": "VpcEndpointId"], omitting: ["DnsEntries"])
    if let groups = endpoint["Groups"]?.list {
      document["SecurityGroupIds"] = .array(groups.compactMap { $0["GroupId"]?.string.map { .string($0) } })
    }
    document["DnsEntries"] = .array(
      (endpoint["DnsEntries"]?.list ?? []).map { entry in
        .string("\(entry["HostedZoneId"]?.string ?? ""):\(entry["DnsName"]?.string ?? "")")
      })
    if var options = document["DnsOptions"]?.objectValue, let inbound = endpoint["DnsOptions"]?[Self.inbound]?.bool {
      options[Self.inbound] = .string(inbound ? "OnlyInboundResolver" : "AllResolvers")
      document["DnsOptions"] = .object(options)
    }
    return document
  }

  private static let inbound = "PrivateDnsOnlyForInboundResolverEndpoint"

  /// CloudFormation names what the API has as a Boolean.
  private func dnsOptions(_ properties: PropertyObject) -> AWSValue? {
    guard var options = properties["DnsOptions"]?.objectValue else { return nil }
    switch options[Self.inbound]?.stringValue {
    case "OnlyInboundResolver": options[Self.inbound] = .bool(true)
    case "AllResolvers": options[Self.inbound] = .bool(false)
    default: options[Self.inbound] = nil
    }
    return AWSValue(.object(options))
  }
}

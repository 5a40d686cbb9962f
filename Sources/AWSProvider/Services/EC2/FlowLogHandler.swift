import AWSClient
import StrataModel

/// Flow logs of VPCs, subnets, interfaces and transit gateways: ec2:CreateFlowLogs and its companions.
struct FlowLogHandler: EC2ObjectHandler {
  static let type = "AWS::EC2::FlowLog"
  static let object = EC2Object(
    tagType: "vpc-flow-log", describe: "DescribeFlowLogs", results: "FlowLogs", identifiers: "FlowLogIds", identifier: "FlowLogId",
    filterMember: "Filter", filters: ["ResourceId": "resource-id", "LogGroupName": "log-group-name", "TrafficType": "traffic-type"])

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    var input = call.ec2Input("CreateFlowLogs", tagging: "vpc-flow-log", renaming: ["ResourceId": "ResourceIds"])
    input["ClientToken"] = call.token.map { .string($0) }
    let answer = try await call.send("ec2", "CreateFlowLogs", input)
    try call.refuseFailures(answer, of: "CreateFlowLogs")
    guard let identifier = answer["FlowLogIds"]?.list?.first?.string else {
      throw ProviderFailure.invalid("ec2:CreateFlowLogs answered without a flow log.")
    }
    return CreatedObject(identifier, attributes: ["Id": .string(identifier)])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    guard let log = try await describe(call) else { return nil }
    var document = call.document(log, renaming: ["Id": "FlowLogId"])
    // EC2 does not tell the kind of the resource, but its identifier does.
    document["ResourceType"] = document["ResourceId"]?.stringValue.flatMap(Self.kind(of:)).map { .string($0) }
    return document
  }

  func update(_ call: ResourceCall) async throws { try await call.updateEC2Tags() }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    let answer = try await call.send("ec2", "DeleteFlowLogs", ["FlowLogIds": .strings([call.identifier])])
    try call.refuseFailures(answer, of: "DeleteFlowLogs")
    return .gone
  }

  private static func kind(of identifier: String) -> String? {
    let prefixes = [
      ("vpc-", "VPC"), ("subnet-", "Subnet"), ("eni-", "NetworkInterface"), ("tgw-attach-", "TransitGatewayAttachment"),
      ("tgw-", "TransitGateway"), ("nat-", "RegionalNatGateway"),
    ]
    return prefixes.first { identifier.hasPrefix($0.0) }?.1
  }
}

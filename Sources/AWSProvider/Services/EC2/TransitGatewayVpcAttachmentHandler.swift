import AWSClient
import StrataModel

/// Attachments of VPCs to transit gateways: ec2:CreateTransitGatewayVpcAttachment and its companions.
struct TransitGatewayVpcAttachmentHandler: EC2ObjectHandler {
  static let type = "AWS::EC2::TransitGatewayVpcAttachment"
  static let waits: Set<Intent.Operation> = [.create, .update, .delete]
  static let object = EC2Object(
    tagType: "transit-gateway-attachment", describe: "DescribeTransitGatewayVpcAttachments", results: "TransitGatewayVpcAttachments",
    identifiers: "TransitGatewayAttachmentIds", identifier: "TransitGatewayAttachmentId",
    filters: ["TransitGatewayId": "transit-gateway-id", "VpcId": "vpc-id"])

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let input = call.ec2Input("CreateTransitGatewayVpcAttachment", tagging: "transit-gateway-attachment")
    guard let attachment = try await call.send("ec2", "CreateTransitGatewayVpcAttachment", input)["TransitGatewayVpcAttachment"],
      let identifier = attachment["TransitGatewayAttachmentId"]?.string
    else { throw ProviderFailure.invalid("ec2:CreateTransitGatewayVpcAttachment answered without an attachment.") }
    return CreatedObject(identifier, attributes: document(call, attachment))
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? { try await describe(call).map { document(call, $0) } }

  func update(_ call: ResourceCall) async throws {
    if !call.changed.isDisjoint(with: ["Options", "AddSubnetIds", "RemoveSubnetIds"]) {
      let parts = PropertyObject(call.properties.fields.filter { call.changed.contains($0.key) }.map { ($0.key, $0.value) })
      var input = call.input("ec2", "ModifyTransitGatewayVpcAttachment", from: parts)
      if call.changed.contains("Options"), call.properties["Options"] == nil {
        input["Options"] = ["DnsSupport": "enable", "Ipv6Support": "disable", "ApplianceModeSupport": "disable"]
      }
      if !input.isEmpty {
        input["TransitGatewayAttachmentId"] = .string(call.identifier)
        try await call.send("ec2", "ModifyTransitGatewayVpcAttachment", input)
      }
    }
    try await call.updateEC2Tags()
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("ec2", "DeleteTransitGatewayVpcAttachment", ["TransitGatewayAttachmentId": .string(call.identifier)])
    return .started
  }

  func state(of object: AWSValue) -> Readiness {
    // What waits for the gateway's owner to accept is made as far as this side goes.
    awaiting(object, states: ["available", "pendingacceptance"], failed: ["failed", "rejected"], pause: 3_000)
  }

  private func document(_ call: ResourceCall, _ attachment: AWSValue) -> PropertyObject {
    call.document(attachment, renaming: ["Id": "TransitGatewayAttachmentId"])
  }
}

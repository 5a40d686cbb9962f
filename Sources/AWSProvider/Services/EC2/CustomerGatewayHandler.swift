import AWSClient
import StrataModel

/// Customer gateways: ec2:CreateCustomerGateway and its companions.
struct CustomerGatewayHandler: EC2ObjectHandler {
  static let type = "AWS::EC2::CustomerGateway"
  static let waits: Set<Intent.Operation> = [.create, .delete]
  static let object = EC2Object(
    tagType: "customer-gateway", describe: "DescribeCustomerGateways", results: "CustomerGateways", identifiers: "CustomerGatewayIds",
    identifier: "CustomerGatewayId", filters: ["IpAddress": "ip-address", "BgpAsn": "bgp-asn", "Type": "type"])

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let input = call.ec2Input("CreateCustomerGateway", tagging: "customer-gateway")
    guard let gateway = try await call.send("ec2", "CreateCustomerGateway", input)["CustomerGateway"],
      let identifier = gateway["CustomerGatewayId"]?.string
    else { throw ProviderFailure.invalid("ec2:CreateCustomerGateway answered without a gateway.") }
    return CreatedObject(identifier, attributes: call.document(gateway))
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? { try await describe(call).map { call.document($0) } }

  func update(_ call: ResourceCall) async throws { try await call.updateEC2Tags() }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("ec2", "DeleteCustomerGateway", ["CustomerGatewayId": .string(call.identifier)])
    return .started
  }

  func state(of object: AWSValue) -> Readiness { awaiting(object, pause: 2_000) }
}

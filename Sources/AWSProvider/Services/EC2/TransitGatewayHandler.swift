import AWSClient
import StrataModel

/// Transit gateways: ec2:CreateTransitGateway and its companions.
///
/// Most properties are options in the API.
struct TransitGatewayHandler: EC2ObjectHandler {
  static let type = "AWS::EC2::TransitGateway"
  static let waits: Set<Intent.Operation> = [.create, .update, .delete]
  static let object = EC2Object(
    tagType: "transit-gateway", describe: "DescribeTransitGateways", results: "TransitGateways", identifiers: "TransitGatewayIds",
    identifier: "TransitGatewayId", filters: ["AmazonSideAsn": "options.amazon-side-asn"])

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    var input = call.ec2Input("CreateTransitGateway", tagging: "transit-gateway")
    input["Options"] = call.ec2Options("CreateTransitGateway", from: call.properties)
    guard let gateway = try await call.send("ec2", "CreateTransitGateway", input)["TransitGateway"],
      let identifier = gateway["TransitGatewayId"]?.string
    else { throw ProviderFailure.invalid("ec2:CreateTransitGateway answered without a gateway.") }
    try await call.complete(identifier) {
      // These are no options of a create.
      let later = PropertyObject(call.properties.fields.filter { Self.onlyModified.contains($0.key) }.map { ($0.key, $0.value) })
      if !later.isEmpty { try await modify(call, identifier, later) }
    }
    return CreatedObject(identifier, attributes: document(call, gateway))
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? { try await describe(call).map { document(call, $0) } }

  func update(_ call: ResourceCall) async throws {
    let parts = call.changed.subtracting(["Tags"])
    if !parts.isEmpty {
      let wanted = Self.defaults.merging(call.properties)
      try await modify(call, call.identifier, PropertyObject(wanted.fields.filter { parts.contains($0.key) }.map { ($0.key, $0.value) }))
    }
    try await call.updateEC2Tags()
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("ec2", "DeleteTransitGateway", ["TransitGatewayId": .string(call.identifier)])
    return .started
  }

  func state(of object: AWSValue) -> Readiness { awaiting(object, pause: 5_000) }

  private static let onlyModified: Set<String> = ["AssociationDefaultRouteTableId", "PropagationDefaultRouteTableId", "EncryptionSupport"]

  /// What an option is when nobody declares it (API reference, CreateTransitGateway).
  private static let defaults: PropertyObject = [
    "AutoAcceptSharedAttachments": .string("disable"), "DefaultRouteTableAssociation": .string("enable"),
    "DefaultRouteTablePropagation": .string("enable"), "Description": .string(""), "DnsSupport": .string("enable"),
    "SecurityGroupReferencingSupport": .string("disable"), "VpnEcmpSupport": .string("enable"),
  ]

  private func modify(_ call: ResourceCall, _ identifier: String, _ properties: PropertyObject) async throws {
    var input = call.input("ec2", "ModifyTransitGateway", from: properties)
    var options = call.ec2Options("ModifyTransitGateway", from: properties)?.structure ?? [:]
    if call.changed.contains("TransitGatewayCidrBlocks") {
      let change = call.memberChange("TransitGatewayCidrBlocks")
      options["AddTransitGatewayCidrBlocks"] = .someStrings(change.added)
      options["RemoveTransitGatewayCidrBlocks"] = .someStrings(change.removed)
    }
    if !options.isEmpty { input["Options"] = .structure(options) }
    guard !input.isEmpty else { return }
    input["TransitGatewayId"] = .string(identifier)
    try await call.send("ec2", "ModifyTransitGateway", input)
  }

  private func document(_ call: ResourceCall, _ gateway: AWSValue) -> PropertyObject {
    var document = call.document(gateway, renaming: ["Id": "TransitGatewayId"])
      .merging(call.document(gateway["Options"], omitting: ["EncryptionSupport"]))
    document["EncryptionSupportState"] = gateway["Options"]?["EncryptionSupport"]?["EncryptionState"]?.string.map { .string($0) }
    return document
  }
}

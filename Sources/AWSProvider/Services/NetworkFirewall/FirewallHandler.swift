import AWSClient
import StrataModel

/// Network firewalls: network-firewall:CreateFirewall and its companions.
///
/// Nearly each property has a call of its own.
struct FirewallHandler: ResourceHandler {
  static let type = "AWS::NetworkFirewall::Firewall"
  static let waits: Set<Intent.Operation> = [.create, .update, .delete]
  private static let service = "network-firewall"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let answer = try await call.send(Self.service, "CreateFirewall", call.input(Self.service, "CreateFirewall"))
    guard let arn = answer["Firewall"]?["FirewallArn"]?.string else {
      throw ProviderFailure.invalid("network-firewall:CreateFirewall answered without a firewall.")
    }
    return CreatedObject(arn, attributes: document(call, answer))
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? { try await describe(call).map { document(call, $0) } }

  func update(_ call: ResourceCall) async throws {
    // A protection that goes is lifted before what it protects changes, and one that comes is set after it.
    for protection in Self.protections where call.changed.contains(protection) && call.properties[protection]?.boolValue != true {
      try await protect(call, protection, false)
    }
    if call.changed.contains("FirewallPolicyArn") {
      try await send(call, "AssociateFirewallPolicy", ["FirewallPolicyArn": AWSValue(call.properties["FirewallPolicyArn"])])
    }
    if call.changed.contains("Description") {
      try await send(call, "UpdateFirewallDescription", ["Description": .string(call.text("Description") ?? "")])
    }
    if call.changed.contains("EnabledAnalysisTypes") {
      let kinds = MemberChange.texts(call.properties["EnabledAnalysisTypes"])
      try await send(call, "UpdateFirewallAnalysisSettings", ["EnabledAnalysisTypes": .strings(kinds)])
    }
    if call.changed.contains("SubnetMappings") {
      let (added, removed) = mappings(call, "SubnetMappings", key: "SubnetId")
      // New endpoints first: a firewall needs one at least.
      if !added.isEmpty { try await send(call, "AssociateSubnets", ["SubnetMappings": .list(added.map { AWSValue($0) })]) }
      if !removed.isEmpty { try await send(call, "DisassociateSubnets", ["SubnetIds": .strings(removed)]) }
    }
    if call.changed.contains("AvailabilityZoneMappings") {
      let member = "AvailabilityZoneMappings"
      let (added, removed) = mappings(call, member, key: "AvailabilityZone")
      if !added.isEmpty { try await send(call, "AssociateAvailabilityZones", [member: .list(added.map { AWSValue($0) })]) }
      if !removed.isEmpty {
        try await send(call, "DisassociateAvailabilityZones", [member: .list(removed.map { ["AvailabilityZone": .string($0)] })])
      }
    }
    for protection in Self.protections where call.changed.contains(protection) && call.properties[protection]?.boolValue == true {
      try await protect(call, protection, true)
    }
    let arn = AWSValue.string(call.identifier)
    try await call.updateTags { tags in
      try await call.send(Self.service, "TagResource", ["ResourceArn": arn, "Tags": .tagList(tags)])
    } remove: { keys in
      try await call.send(Self.service, "UntagResource", ["ResourceArn": arn, "TagKeys": .strings(keys)])
    }
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    if call.liftsProtection, call.properties["DeleteProtection"]?.boolValue == true { try await protect(call, "DeleteProtection", false) }
    try await send(call, "DeleteFirewall", [:])
    return .started
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    let name = filter.text("FirewallName")
    return try await call.pages(Self.service, "ListFirewalls").filter { name == nil || $0["FirewallName"]?.string == name }
      .compactMap { $0["FirewallArn"]?.string }
  }

  func readiness(_ call: ResourceCall, after operation: Intent.Operation) async throws -> Readiness {
    let status = try await describe(call)?["FirewallStatus"]?["Status"]?.string
    return status == "READY" && operation != .delete ? .ready : .pending(after: status == nil ? 2_000 : 10_000)
  }

  // MARK: Parts

  private static let protections = [
    "DeleteProtection", "SubnetChangeProtection", "FirewallPolicyChangeProtection", "AvailabilityZoneChangeProtection",
  ]

  private func protect(_ call: ResourceCall, _ protection: String, _ value: Bool) async throws {
    let operation = protection == "DeleteProtection" ? "UpdateFirewallDeleteProtection" : "Update" + protection
    try await send(call, operation, [protection: .bool(value)])
  }

  private func send(_ call: ResourceCall, _ operation: String, _ input: [String: AWSValue?]) async throws {
    try await call.send(Self.service, operation, input.merging(["FirewallArn": .string(call.identifier)]) { $1 })
  }

  private func describe(_ call: ResourceCall) async throws -> AWSValue? {
    try await call.find(
      Self.service, "DescribeFirewall", ["FirewallArn": .string(call.identifier)], absent: ["ResourceNotFoundException"])
  }

  private func mappings(_ call: ResourceCall, _ property: String, key: String) -> (added: [PropertyValue], removed: [String]) {
    let before = call.previous[property]?.arrayValue ?? []
    let wanted = call.properties[property]?.arrayValue ?? []
    let keys = wanted.compactMap { $0[key]?.stringValue }
    let known = before.compactMap { $0[key]?.stringValue }
    return (wanted.filter { !known.contains($0[key]?.stringValue ?? "") }, known.filter { !keys.contains($0) })
  }

  private func document(_ call: ResourceCall, _ answer: AWSValue) -> PropertyObject {
    var document = call.document(answer["Firewall"])
    let status = answer["FirewallStatus"]
    let endpoints = (status?["SyncStates"]?.structure ?? [:]).compactMapValues { $0["Attachment"]?["EndpointId"]?.string }
    document["EndpointIds"] = .array(endpoints.sorted { $0.key < $1.key }.map { .string("\($0.key):\($0.value)") })
    document["TransitGatewayAttachmentId"] = status?["TransitGatewayAttachmentSyncState"]?["AttachmentId"]?.string.map { .string($0) }
    return document
  }
}

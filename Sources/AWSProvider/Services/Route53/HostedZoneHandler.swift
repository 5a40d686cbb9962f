import AWSClient
import StrataModel

/// Hosted zones, public or for VPCs: route53:CreateHostedZone and its companions.
///
/// A create takes one VPC; the others are associated after it. Tags are a call of their own.
struct HostedZoneHandler: ResourceHandler {
  static let type = "AWS::Route53::HostedZone"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let networks = call.properties["VPCs"]?.arrayValue ?? []
    var configuration: [String: AWSValue] = [:]
    configuration["Comment"] = AWSValue(call.properties["HostedZoneConfig"]?["Comment"])
    if !networks.isEmpty { configuration["PrivateZone"] = true }
    let answer = try await call.send(
      "route53", "CreateHostedZone",
      [
        "Name": .string(try call.required("Name")), "CallerReference": call.callerReference, "VPC": networks.first.map { AWSValue($0) },
        "HostedZoneConfig": configuration.isEmpty ? nil : .structure(configuration),
      ])
    guard let zone = answer["HostedZone"]?["Id"]?.string?.lastPart else {
      throw ProviderFailure.invalid("route53:CreateHostedZone answered without a zone.")
    }
    try await call.complete(zone) {
      for network in networks.dropFirst() { try await associate(call, zone, network, "AssociateVPCWithHostedZone") }
      try await logQueries(call, zone)
      if call.properties["HostedZoneFeatures"] != nil { try await setFeatures(call, zone) }
      try await call.updateRoute53Tags("hostedzone", zone)
    }
    return CreatedObject(zone, attributes: document(call, answer, zone))
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let zone = AWSValue.string(call.identifier)
    guard let answer = try await call.find("route53", "GetHostedZone", ["Id": zone], absent: ["NoSuchHostedZone"]) else { return nil }
    var document = document(call, answer, call.identifier)
    document["HostedZoneConfig"] = answer["HostedZone"]?["Config"]?["Comment"]?.string.map { .object(["Comment": .string($0)]) }
    document["VPCs"] = call.document(answer)["VPCs"]
    if let logging = try await logging(call, call.identifier), let group = logging["CloudWatchLogsLogGroupArn"]?.string {
      document["QueryLoggingConfig"] = .object(["CloudWatchLogsLogGroupArn": .string(group)])
    }
    document["HostedZoneTags"] = try await call.route53Tags("hostedzone")
    return document
  }

  func update(_ call: ResourceCall) async throws {
    let zone = call.identifier
    if call.changed.contains("HostedZoneConfig") {
      let comment = AWSValue(call.properties["HostedZoneConfig"]?["Comment"]) ?? ""
      try await call.send("route53", "UpdateHostedZoneComment", ["Id": .string(zone), "Comment": comment])
    }
    if call.changed.contains("VPCs") {
      let before = call.previous["VPCs"]?.arrayValue ?? []
      let wanted = call.properties["VPCs"]?.arrayValue ?? []
      // The last VPC cannot be taken away, so the new ones come first.
      for network in wanted where !before.contains(network) { try await associate(call, zone, network, "AssociateVPCWithHostedZone") }
      for network in before where !wanted.contains(network) { try await associate(call, zone, network, "DisassociateVPCFromHostedZone") }
    }
    if call.changed.contains("QueryLoggingConfig") {
      if let logging = try await logging(call, zone) { try await call.send("route53", "DeleteQueryLoggingConfig", ["Id": logging["Id"]]) }
      try await logQueries(call, zone)
    }
    if call.changed.contains("HostedZoneFeatures") { try await setFeatures(call, zone) }
    try await call.updateRoute53Tags("hostedzone", zone)
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await removeValidations(call)
    try await call.send("route53", "DeleteHostedZone", ["Id": .string(call.identifier)])
    return .gone
  }

  /// Removes the records by which certificates were validated.
  ///
  /// They were made with a certificate and stay when that goes, because all certificates of a domain share them; a zone with records cannot be
  /// deleted. Their values end in `acm-validations.aws`, and nobody else makes such ones.
  private func removeValidations(_ call: ResourceCall) async throws {
    let zone = AWSValue.string(call.identifier)
    let records = try await call.pages("route53", "ListResourceRecordSets", ["HostedZoneId": zone])
    let validations = records.filter { record in
      record["Type"] == "CNAME"
        && record["ResourceRecords"]?.list?.contains { $0["Value"]?.string?.withoutRootDot.hasSuffix(".acm-validations.aws") == true }
          == true
    }
    guard !validations.isEmpty else { return }
    let changes = validations.map { record -> AWSValue in ["Action": "DELETE", "ResourceRecordSet": record] }
    try await call.send("route53", "ChangeResourceRecordSets", ["HostedZoneId": zone, "ChangeBatch": ["Changes": .list(changes)]])
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    let name = filter.text("Name")?.withoutRootDot.lowercased()
    let all = try await call.pages("route53", "ListHostedZones")
    return all.filter { name == nil || $0["Name"]?.string?.withoutRootDot == name }.compactMap { $0["Id"]?.string?.lastPart }
  }

  func list(_ call: ResourceCall, madeWith callerReference: String) async throws -> [String] {
    let all = try await call.pages("route53", "ListHostedZones")
    return all.filter { $0["CallerReference"]?.string == callerReference }.compactMap { $0["Id"]?.string?.lastPart }
  }

  private func document(_ call: ResourceCall, _ answer: AWSValue, _ zone: String) -> PropertyObject {
    var document: PropertyObject = ["Id": .string(zone)]
    document["Name"] = answer["HostedZone"]?["Name"]?.string.map { .string($0.withoutRootDot) }
    let servers = answer["DelegationSet"]?["NameServers"]?.list ?? []
    document["NameServers"] = .array(servers.compactMap { $0.string.map { .string($0) } })
    return document
  }

  private func associate(_ call: ResourceCall, _ zone: String, _ network: PropertyValue, _ operation: String) async throws {
    try await call.send("route53", operation, ["HostedZoneId": .string(zone), "VPC": AWSValue(network)])
  }

  private func logging(_ call: ResourceCall, _ zone: String) async throws -> AWSValue? {
    try await call.find("route53", "ListQueryLoggingConfigs", ["HostedZoneId": .string(zone)], absent: ["NoSuchHostedZone"])?[
      "QueryLoggingConfigs"]?.list?.first
  }

  private func logQueries(_ call: ResourceCall, _ zone: String) async throws {
    guard let group = AWSValue(call.properties["QueryLoggingConfig"]?["CloudWatchLogsLogGroupArn"]) else { return }
    try await call.send("route53", "CreateQueryLoggingConfig", ["HostedZoneId": .string(zone), "CloudWatchLogsLogGroupArn": group])
  }

  private func setFeatures(_ call: ResourceCall, _ zone: String) async throws {
    let recovery = call.properties["HostedZoneFeatures"]?["EnableAcceleratedRecovery"]?.boolValue ?? false
    try await call.send(
      "route53", "UpdateHostedZoneFeatures", ["HostedZoneId": .string(zone), "EnableAcceleratedRecovery": .bool(recovery)])
  }
}

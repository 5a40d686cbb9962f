import AWSClient
import StrataModel

/// Records of hosted zones: route53:ChangeResourceRecordSets.
///
/// The identifier is a form of its own, `<zone>|<name>|<type>` with `|<set identifier>` for records of a routing policy: CloudFormation's is the
/// name alone. The API answers from its database, so that a change can be read at once; name servers follow within about 60 seconds, which is
/// not waited for. A create is CREATE, never UPSERT: a record that is there belongs to somebody.
struct RecordSetHandler: ResourceHandler {
  static let type = "AWS::Route53::RecordSet"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let zone = try await zone(call)
    try await change(call, zone, [(action: "CREATE", record: record(call))])
    let identifier = try identifier(call, zone)
    var attributes = form(call.properties)
    attributes["Id"] = .string(identifier)
    return CreatedObject(identifier, attributes: attributes)
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let parts = call.identifierParts
    guard parts.count > 2, let record = try await find(call) else { return nil }
    var document = call.document(record, omitting: ["ResourceRecords"])
    document["ResourceRecords"] = (record["ResourceRecords"]?.list).map { records in
      .array(records.compactMap { $0["Value"]?.string.map { .string($0) } })
    }
    if record["AliasTarget"] != nil { document["TTL"] = nil }
    document["HostedZoneId"] = .string(parts[0])
    document["Name"] = .string(parts[1])
    document["Id"] = .string(call.identifier)
    return form(document)
  }

  func update(_ call: ResourceCall) async throws {
    guard try identifier(call, call.identifierParts[0]) == call.identifier else {
      throw ProviderFailure.invalid("The type and the set identifier say which record it is: declare another one under another id.")
    }
    try await change(call, call.identifierParts[0], [(action: "UPSERT", record: record(call))])
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    // A deletion must repeat the record exactly, and somebody may have changed it.
    guard let record = try await find(call) else { return .gone }
    try await change(call, call.identifierParts[0], [(action: "DELETE", record: record)])
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    var zones = [filter.text("HostedZoneId")].compactMap { $0 }
    if zones.isEmpty { zones = try await call.pages("route53", "ListHostedZones").compactMap { $0["Id"]?.string?.lastPart } }
    var identifiers: [String] = []
    for zone in zones {
      let records = try await call.pages("route53", "ListResourceRecordSets", ["HostedZoneId": .string(zone)])
      for record in records {
        guard let found = record["Name"]?.string, let kind = record["Type"]?.string else { continue }
        let wanted = filter.text("Name")
        guard wanted == nil || wanted.map(Self.canonical) == Self.canonical(found) else { continue }
        let set = record["SetIdentifier"]?.string.map { "|\($0)" } ?? ""
        identifiers.append("\(zone)|\(wanted ?? Self.canonical(found))|\(kind)\(set)")
      }
    }
    return identifiers
  }

  // MARK: Parts

  /// The zone of the declaration, by its identifier or by its name.
  private func zone(_ call: ResourceCall) async throws -> String {
    if let zone = call.text("HostedZoneId") { return zone.lastPart }
    let name = try call.required("HostedZoneName")
    let found = try await call.send("route53", "ListHostedZonesByName", ["DNSName": .string(name)])["HostedZones"]?.list ?? []
    let zones = found.filter { $0["Name"]?.string.map(Self.canonical) == Self.canonical(name) }.compactMap { $0["Id"]?.string?.lastPart }
    guard let zone = zones.first, zones.count == 1 else {
      throw ProviderFailure.invalid("There are \(zones.count) hosted zones named '\(name)'; say which one by HostedZoneId.")
    }
    return zone
  }

  private func identifier(_ call: ResourceCall, _ zone: String) throws -> String {
    "\(zone)|\(try call.required("Name"))|\(try call.required("Type"))\(call.text("SetIdentifier").map { "|\($0)" } ?? "")"
  }

  private func record(_ call: ResourceCall) -> AWSValue {
    guard let batch = ServiceModels.aws.service("route53")?.operation("ChangeResourceRecordSets")?.input?.member("ChangeBatch"),
      let shape = batch.shape.member("Changes")?.shape.element?.shape.member("ResourceRecordSet")?.shape
    else { return .null }
    var members = ShapeInput(omitting: ["ResourceRecords"]).members(of: shape, from: call.properties).compactMapValues { $0 }
    // CloudFormation lets it be left out, the API does not.
    if case .structure(var target)? = members["AliasTarget"], target["EvaluateTargetHealth"] == nil {
      target["EvaluateTargetHealth"] = false
      members["AliasTarget"] = .structure(target)
    }
    if let values = call.properties["ResourceRecords"] {
      members["ResourceRecords"] = .list(MemberChange.texts(values).map { ["Value": .string($0)] })
    }
    return .structure(members)
  }

  private func change(_ call: ResourceCall, _ zone: String, _ changes: [(action: String, record: AWSValue)]) async throws {
    let batch: [String: AWSValue?] = [
      "Comment": AWSValue(call.properties["Comment"]),
      "Changes": .list(changes.map { ["Action": .string($0.action), "ResourceRecordSet": $0.record] }),
    ]
    try await call.send(
      "route53", "ChangeResourceRecordSets",
      ["HostedZoneId": .string(zone), "ChangeBatch": .structure(batch.compactMapValues { $0 })])
  }

  private func find(_ call: ResourceCall) async throws -> AWSValue? {
    let parts = call.identifierParts
    guard parts.count > 2 else { return nil }
    let set = parts.count > 3 ? parts[3] : nil
    let answer = try await call.find(
      "route53", "ListResourceRecordSets",
      [
        "HostedZoneId": .string(parts[0]), "StartRecordName": .string(parts[1]), "StartRecordType": .string(parts[2]),
        "StartRecordIdentifier": set.map { .string($0) },
      ], absent: ["NoSuchHostedZone"])
    return answer?["ResourceRecordSets"]?.list?.first { record in
      record["Name"]?.string.map(Self.canonical) == Self.canonical(parts[1]) && record["Type"]?.string == parts[2]
        && record["SetIdentifier"]?.string == set
    }
  }

  /// What Route 53 makes of the name that an alias points to.
  private func form(_ properties: PropertyObject) -> PropertyObject {
    var properties = properties
    if var target = properties["AliasTarget"]?.objectValue, let name = target["DNSName"]?.stringValue {
      target["DNSName"] = .string(Self.canonical(name))
      properties["AliasTarget"] = .object(target)
    }
    return properties
  }

  /// A name in lower case without the dot of the root; an asterisk is written `\052` in answers.
  private static func canonical(_ name: String) -> String { name.lowercased().replacing("\\052", with: "*").withoutRootDot }
}

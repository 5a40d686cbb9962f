import AWSClient
import StrataModel

/// The hosted zones in which domains of a certificate are proven, by domain.
struct ValidationZones: Sendable, Hashable {
  var zones: [String: String]

  /// The zones that a declaration names.
  init(declared properties: PropertyObject) {
    zones = [:]
    for option in properties["DomainValidationOptions"]?.arrayValue ?? [] {
      guard let domain = option["DomainName"]?.stringValue, let zone = option["HostedZoneId"]?.stringValue else { continue }
      zones[domain] = zone.lastPart
    }
  }

  /// The zones that a text holds.
  init(text: String) {
    zones = [:]
    for entry in text.split(separator: ",") {
      let parts = entry.split(separator: "=")
      if parts.count == 2 { zones[String(parts[0])] = String(parts[1]) }
    }
  }

  /// The zones as text, for example `example.com=Z0123,www.example.com=Z0123`; `nil` when there are none.
  var text: String? {
    zones.isEmpty ? nil : zones.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: ",")
  }

  /// Makes the records that ACM looks for; whether it has named all of them already.
  ///
  /// ACM names the records seconds after the request. UPSERT, because certificates for one domain share its record.
  func prove(_ certificate: AWSValue, _ call: ResourceCall) async throws(AWSError) -> Bool {
    var changes: [String: [AWSValue]] = [:]
    var isComplete = true
    for option in certificate["DomainValidationOptions"]?.list ?? [] {
      guard option["ValidationStatus"]?.string != "SUCCESS", let zone = option["DomainName"]?.string.flatMap({ zones[$0] }) else {
        continue
      }
      guard let record = option["ResourceRecord"], let name = record["Name"], let kind = record["Type"], let value = record["Value"] else {
        isComplete = false
        continue
      }
      let change: AWSValue = [
        "Action": "UPSERT",
        "ResourceRecordSet": ["Name": name, "Type": kind, "TTL": 300, "ResourceRecords": [["Value": value]]],
      ]
      // A name and its wildcard have the same record, and a batch must not name it twice.
      if !changes[zone, default: []].contains(change) { changes[zone, default: []].append(change) }
    }
    for (zone, batch) in changes.sorted(by: { $0.key < $1.key }) {
      try await call.send(
        "route53", "ChangeResourceRecordSets", ["HostedZoneId": .string(zone), "ChangeBatch": ["Changes": .list(batch)]])
    }
    return isComplete
  }
}

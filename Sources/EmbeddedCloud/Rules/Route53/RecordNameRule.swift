import StrataDeployment
import StrataModel

/// A record's name lies in its zone.
///
/// Source: Route 53 API reference, ChangeResourceRecordSets (`InvalidChangeBatch`: "RRSet with DNS name … is not permitted in zone …").
struct RecordNameRule: CloudRule {
  let types = ["AWS::Route53::RecordSet"]
  let summary = "The name of a record ends in the name of its hosted zone."
  let source = "Route 53 ChangeResourceRecordSets"

  func check(_ change: CloudChange, _ cloud: borrowing CloudStore) throws(ProviderError) {
    guard !change.isDelete, let zone = change.referenced("AWS::Route53::HostedZone", by: "HostedZoneId", cloud),
      let zoneName = zone.inputs.text("Name"), let name = change.properties.text("Name")
    else { return }
    let own = Self.plain(name)
    let parent = Self.plain(zoneName)
    if own != parent, !own.hasSuffix("." + parent) {
      throw CloudErrors.invalid("InvalidChangeBatch", "RRSet with DNS name \(name) is not permitted in zone \(zoneName)", "Name")
    }
  }

  private static func plain(_ name: String) -> String {
    let lower = name.lowercased()
    return lower.hasSuffix(".") ? String(lower.dropLast()) : lower
  }
}

import StrataLanguage
import StrataModel

/// A record's name lies in its zone.
struct RecordNames: GraphCheck {
  let types = ["AWS::Route53::RecordSet"]
  let source = "Route 53 API reference, ChangeResourceRecordSets: \"RRSet with DNS name … is not permitted in zone …\""

  func run(_ program: ProgramIndex, _ report: inout DiagnosticReport) {
    for index in program.indices(of: "AWS::Route53::RecordSet") {
      let record = program.resources[index]
      guard let zone = program.target(of: record.properties["HostedZoneId"], type: "AWS::Route53::HostedZone"),
        let name = record.properties["Name"]?.stringValue.map(Self.plain),
        let domain = program.resources[zone].properties["Name"]?.stringValue
      else { continue }
      let plain = Self.plain(domain)
      guard name != plain, !name.hasSuffix("." + plain) else { continue }
      report.error(
        "record-outside-zone", "Name '\(name)' lies outside of the zone '\(plain)'", remedy: "end the name in .\(plain)", at: record,
        path: "Name",
        notes: [Diagnostic.Note("the zone is declared here", at: program.resources[zone].source)])
    }
  }

  private static func plain(_ name: String) -> String {
    let lower = name.lowercased()
    return lower.hasSuffix(".") ? String(lower.dropLast()) : lower
  }
}

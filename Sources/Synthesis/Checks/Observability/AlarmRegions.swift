import StrataLanguage
import StrataModel

/// Alarms see the metrics of their own region, and notify topics of their own region.
struct AlarmRegions: GraphCheck {
  let types = ["AWS::CloudWatch::Alarm"]
  let source = """
    CloudFront developer guide, "Viewing CloudFront metrics", Route 53 developer guide, "Monitoring health checks", AWS Billing user guide: their \
    metrics are in us-east-1 only; CloudWatch API reference, PutMetricAlarm, AlarmActions
    """

  private static let namespaces: Set<String> = ["AWS/CloudFront", "AWS/Route53", "AWS/Billing"]

  func run(_ program: ProgramIndex, _ report: inout DiagnosticReport) {
    for index in program.indices(of: "AWS::CloudWatch::Alarm") {
      let alarm = program.resources[index]
      let region = alarm.placement.region
      if let namespace = alarm.properties["Namespace"]?.stringValue, Self.namespaces.contains(namespace), region != "us-east-1",
        alarm.placement.partition == "aws"
      {
        report.error(
          "alarm-in-wrong-region", "the metrics of \(namespace) are in us-east-1 only, and the alarm is in \(region)",
          remedy: "place it with .placed(in: .usEast1)", at: alarm, path: "Namespace")
      }
      for property in ["AlarmActions", "OKActions", "InsufficientDataActions"] {
        for action in alarm.properties[property]?.elements ?? [] {
          guard let topic = program.target(of: action, type: "AWS::SNS::Topic"), program.resources[topic].placement.region != region else {
            continue
          }
          report.error(
            "alarm-in-wrong-region",
            "\(property) names a topic in \(program.resources[topic].placement.region), and the alarm is in \(region)",
            remedy: "give the alarm a topic of its own region", at: alarm, path: PropertyPath(property),
            notes: [Diagnostic.Note("the topic is declared here", at: program.resources[topic].source)])
        }
      }
      for dimension in alarm.properties["Dimensions"]?.elements ?? [] {
        for target in program.targets(in: dimension["Value"]) where !Self.isGlobal(program.resources[target].type) {
          let other = program.resources[target].placement.region
          guard other != region else { continue }
          report.warning(
            "alarm-in-wrong-region",
            "the alarm is in \(region) and watches '\(program.resources[target].address)' in \(other): it will see no data",
            remedy: "place the alarm in \(other)", at: alarm, path: "Dimensions")
        }
      }
    }
  }

  private static func isGlobal(_ type: String) -> Bool {
    ["AWS::CloudFront::", "AWS::Route53::", "AWS::IAM::", "AWS::Organizations::"].contains { type.hasPrefix($0) }
  }
}

public import StrataAWS
public import StrataLanguage

/// Messages about grave findings of Security Hub, which gathers those of GuardDuty, AWS Config, Amazon Inspector, Macie and IAM Access Analyzer.
///
/// Creates an `Events.Rule` that tells a topic of each new finding that is high or critical. The topic has to let `events` in.
@Component
public final class FindingAlerts {
  public let id: String
  let topic: SNS.Topic
  var severities: [String] = ["HIGH", "CRITICAL"]

  public lazy var rule = Events.Rule(
    "rule", description: "\(severities.joined(separator: " and ")) findings of Security Hub",
    eventPattern: [
      "source": ["aws.securityhub"], "detail-type": ["Security Hub Findings - Imported"],
      "detail": [
        "findings": ["Severity": ["Label": Document(severities)], "Workflow": ["Status": ["NEW"]], "RecordState": ["ACTIVE"]]
      ],
    ], targets: [.init(arn: topic.topicArn, id: "topic")])
}

public import StrataAWS
public import StrataLanguage

/// What makes somebody look at who has access to what: findings all the time, and a reminder each quarter.
///
/// Creates an `AccessAnalyzer.Analyzer` for access from outside of the account and, with `findsUnusedAccess`, one for roles, users and
/// permissions that nobody has used for 90 days, which AWS charges for by the role and user; and a `Scheduler.Schedule` that writes to a
/// topic, with its role. The topic's key must let callers of SNS in, ``KeyUse/callers(through:)``: a schedule publishes with its role's rights.
@Component
public final class AccessReview {
  public let id: String
  let name: String
  let topic: SNS.Topic
  let key: any StrataLanguage.Reference<KMS.Key>
  var findsUnusedAccess = true
  /// 09:00 UTC on the first of January, April, July and October.
  var schedule = "cron(0 9 1 1,4,7,10 ? *)"

  public lazy var role = ServiceRole("role", for: "scheduler") {
    Allow("sns:Publish", on: topic.topicArn)
    Allow("kms:Decrypt", "kms:GenerateDataKey", on: Value<String>(propertyValue: key.reference(to: "Arn")))
      .when(.equals("kms:ViaService", "sns.\(AWS.region).amazonaws.com"))
  }

  public var body: some Infrastructure {
    AccessAnalyzer.Analyzer("outside-access", type: "ACCOUNT", analyzerName: "\(name)-outside-access")
    if findsUnusedAccess {
      AccessAnalyzer.Analyzer(
        "unused-access", type: "ACCOUNT_UNUSED_ACCESS",
        analyzerConfiguration: .init(unusedAccessConfiguration: .init(unusedAccessAge: 90)), analyzerName: "\(name)-unused-access")
    }
    Scheduler.Schedule(
      "reminder", flexibleTimeWindow: .init(mode: .off), scheduleExpression: schedule,
      target: .init(arn: topic.topicArn, roleArn: role, input: "Review who may use the keys and data of \(name): IAM Access Analyzer."),
      description: "Reminds of the access review", name: "\(name)-access-review")
  }
}

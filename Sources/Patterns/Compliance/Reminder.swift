public import StrataAWS
public import StrataLanguage

/// A message that reminds people of what only people can do, at certain times.
///
/// Creates a `Scheduler.Schedule` that writes to a topic, and its role. The topic's key must let callers of SNS in, ``KeyUse/callers(through:)``,
/// or leave the decision to IAM: a schedule publishes with its role's rights.
@Component
public final class Reminder {
  public let id: String
  /// The schedule's name.
  let name: String
  /// What the schedule is for.
  let description: String
  /// What people read.
  let message: String
  let topic: SNS.Topic
  let key: any StrataLanguage.Reference<KMS.Key>
  /// 09:00 UTC on the first of January, April, July and October.
  var schedule = "cron(0 9 1 1,4,7,10 ? *)"

  public lazy var role = ServiceRole("role", for: "scheduler") {
    Allow("sns:Publish", on: topic.topicArn)
    Allow("kms:Decrypt", "kms:GenerateDataKey", on: Value<String>(propertyValue: key.reference(to: "Arn")))
      .when(.equals("kms:ViaService", "sns.\(AWS.region).amazonaws.com"))
  }

  public var body: some Infrastructure {
    Scheduler.Schedule(
      "schedule", flexibleTimeWindow: .init(mode: .off), scheduleExpression: schedule,
      target: .init(arn: topic.topicArn, roleArn: role, input: message), description: description, name: name)
  }
}

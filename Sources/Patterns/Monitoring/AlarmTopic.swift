public import StrataAWS
public import StrataLanguage

/// An encrypted topic that alarms, rules and budgets of this account may publish to.
///
/// Creates an `SNS.Topic` under a customer-managed key and its `SNS.TopicPolicy`. The key has to let the same services in:
/// ``KeyUse/senders(_:)``. Publishing without TLS is refused. What publishes with a role's rights needs no place in `senders`.
@Component
public final class AlarmTopic: ResourceStandIn {
  public let id: String
  let name: String
  let key: any StrataLanguage.Reference<KMS.Key>
  var senders: [String] = ["cloudwatch", "events", "budgets", "backup"]

  public lazy var topic = SNS.Topic("topic", kmsMasterKeyId: key, topicName: name)

  public var body: some Infrastructure {
    SNS.TopicPolicy(
      "policy",
      policyDocument: .policy {
        if !senders.isEmpty {
          Allow("sns:Publish", on: topic.topicArn, id: "Senders").to(.service(senders)).when(.equals("aws:SourceAccount", AWS.accountId))
        }
        Deny("sns:Publish", on: topic.topicArn, id: "TLSOnly").to(.anyone).when(.isFalse("aws:SecureTransport"))
      }, topics: [topic])
  }

  public var resource: SNS.Topic { topic }

  /// The topic's ARN.
  public var arn: Value<String> { Value(topic.topicArn) }
}

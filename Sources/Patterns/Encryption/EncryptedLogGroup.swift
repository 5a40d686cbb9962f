public import StrataAWS
public import StrataLanguage

/// A log group that is encrypted with a customer-managed key and keeps its entries for a stated time.
///
/// Creates a `Logs.LogGroup`, protected because logs are evidence: deleting it needs an acknowledgement. Its tag `RetentionDays` says how long.
/// The key's policy must let CloudWatch Logs use it for a group of this name: ``KeyUse/logGroups(_:)``.
@Component
public final class EncryptedLogGroup: ResourceStandIn {
  public let id: String
  let name: String
  let key: any StrataLanguage.Reference<KMS.Key>
  var retention: Retention = .sevenYears

  public lazy var group = Logs.LogGroup("group", kmsKeyId: key, logGroupName: name, retentionInDays: retention.logDays)
    .protected().tagged(["RetentionDays": "\(retention.logDays)"])

  public var resource: Logs.LogGroup { group }

  /// The group's name.
  public var groupName: Value<String> { Value(group.logGroupName) }

  /// The group and all its streams, for policies: ends in `:*`.
  public var arn: Value<String> { Value(group.arn) }

  /// The group itself, without the `:*` that the schema's ARN ends in; AWS WAF wants it so.
  public var arnOfGroup: any Input<String> {
    "arn:\(AWS.partition):logs:\(AWS.region):\(AWS.accountId):log-group:\(group.logGroupName)"
  }
}

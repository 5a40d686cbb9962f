public import StrataAWS
public import StrataLanguage

/// The record of every AWS API call in every region: encrypted, signed, and copied to a log group for alarms.
///
/// Creates a `CloudTrail.Trail` with log file validation, an encrypted `Logs.LogGroup`, and the role to write there. KMS calls are
/// included, also though they are many: they tell who read what. The bucket and the key must let the trail in by its name, since both come
/// before it: ``BucketWriter/trail(named:)`` and ``KeyUse/trail(named:)``.
///
/// To deviate: `dataEvents` records reads and writes of items and objects too, which cost by the call; `isOfOrganization` records all accounts of
/// the organization, from its management account; `logKey` encrypts the log group where `key` belongs to another account.
@Component
public final class AuditTrail: ResourceStandIn {
  public let id: String
  let name: String
  let bucket: AuditBucket
  let key: any StrataLanguage.Reference<KMS.Key>
  let logGroup: String
  var retention: Retention = .sevenYears
  var dataEvents: [CloudTrail.Trail.DataResource] = []
  var isOfOrganization = false
  let logKey: (any StrataLanguage.Reference<KMS.Key>)?

  public lazy var logs = EncryptedLogGroup("logs", name: logGroup, key: logKey ?? key, retention: retention)

  public lazy var role = ServiceRole("role", for: "cloudtrail") {
    Allow("logs:CreateLogStream", "logs:PutLogEvents", on: logs.arn)
  }

  public lazy var trail = CloudTrail.Trail(
    "trail", isLogging: true, s3BucketName: bucket, cloudWatchLogsLogGroupArn: logs, cloudWatchLogsRoleArn: role,
    enableLogFileValidation: true,
    eventSelectors: [.init(dataResources: dataEvents.isEmpty ? nil : dataEvents, includeManagementEvents: true, readWriteType: .all)],
    includeGlobalServiceEvents: true, isMultiRegionTrail: true, isOrganizationTrail: isOfOrganization ? true : nil, kmsKeyId: key,
    trailName: name
  ).after(bucket.access).protected()

  public var resource: CloudTrail.Trail { trail }
}

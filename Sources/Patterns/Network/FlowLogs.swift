public import StrataAWS
public import StrataLanguage

/// The record of all traffic of a network, accepted and refused: in a log group for alarms and queries, and in a bucket for evidence.
///
/// Creates an `EC2.FlowLog` for each of the two, an ``EncryptedLogGroup``, and the role to write there. The bucket, which may belong to another
/// account, lets the delivery in by ``BucketWriter/flowLogs(of:)``, and its key by ``KeyUse/logDelivery(from:)``.
@Component
public final class FlowLogs {
  public let id: String
  let name: String
  let vpc: EC2.VPC
  let key: any StrataLanguage.Reference<KMS.Key>
  let bucket: AuditBucket
  var retention: Retention = .years(1)

  public lazy var logs = EncryptedLogGroup("logs", name: name, key: key, retention: retention)

  public lazy var role = ServiceRole("role", for: "vpc-flow-logs") {
    Allow("logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams", on: logs.arn)
  }

  public var body: some Infrastructure {
    EC2.FlowLog(
      "to-logs", resourceId: vpc.vpcId, resourceType: .vpc, deliverLogsPermissionArn: role, logDestinationType: .cloudWatchLogs,
      logGroupName: logs, trafficType: .all)
    EC2.FlowLog(
      "to-archive", resourceId: vpc.vpcId, resourceType: .vpc, logDestination: "\(bucket.arn)", logDestinationType: .s3,
      trafficType: .all
    ).after(bucket.access)
  }
}

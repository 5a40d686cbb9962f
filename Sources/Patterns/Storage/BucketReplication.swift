public import StrataAWS
public import StrataLanguage

/// The replication of an encrypted bucket into another region, within 15 minutes, and the role that does it.
///
/// Creates an `IAM.Role` that may read the source and write the replica, and no more. The rule itself is a property of the source: pass
/// ``configuration`` to its bucket. The source is named and not referred to, because it refers to the role. Both buckets must keep
/// versions; a source with Object Lock wants a replica with it too.
@Component
public final class BucketReplication {
  public let id: String
  /// The name of the source bucket.
  let source: String
  let sourceKey: any StrataLanguage.Reference<KMS.Key>
  let replica: S3.Bucket
  let replicaKey: any StrataLanguage.Reference<KMS.Key>
  let replicaRegion: Region

  public lazy var role = ServiceRole("role", for: "s3") {
    let sourceArn = "arn:\(AWS.partition):s3:::\(source)"
    Allow("s3:GetReplicationConfiguration", "s3:ListBucket", on: sourceArn)
    Allow(
      "s3:GetObjectVersionForReplication", "s3:GetObjectVersionAcl", "s3:GetObjectVersionTagging", "s3:GetObjectRetention",
      "s3:GetObjectLegalHold", on: "\(sourceArn)/*")
    Allow("s3:ReplicateObject", "s3:ReplicateDelete", "s3:ReplicateTags", on: "\(replica.arn)/*")
    Allow("kms:Decrypt", on: KMS.Key.arn(of: sourceKey)).when(.equals("kms:ViaService", "s3.\(AWS.region).amazonaws.com"))
    Allow("kms:Encrypt", "kms:GenerateDataKey", on: KMS.Key.arn(of: replicaKey)).when(
      .equals("kms:ViaService", "s3.\(replicaRegion).amazonaws.com"))
  }

  /// The rule for the source bucket.
  public var configuration: S3.Bucket.ReplicationConfiguration {
    .init(
      role: role.arn,
      rules: [
        .init(
          destination: .init(
            bucket: replica.arn, encryptionConfiguration: .init(replicaKmsKeyId: replicaKey),
            metrics: .init(status: .enabled, eventThreshold: .init(minutes: 15)),
            replicationTime: .init(status: .enabled, time: .init(minutes: 15))),
          status: .enabled, deleteMarkerReplication: .init(status: .disabled), filter: .init(prefix: ""), id: "everything", priority: 1,
          sourceSelectionCriteria: .init(sseKmsEncryptedObjects: .init(status: .enabled)))
      ])
  }
}

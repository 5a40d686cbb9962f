import StrataAWS
import StrataLanguage

extension S3.Bucket {
  /// What all buckets of this library have in common: nothing public, no access lists, versions kept, TLS enforced by their policies.
  static func makePrivate(
    named name: String, encryption: ServerSideEncryptionRule, lifecycle: [Rule], lock: ObjectLockConfiguration? = nil,
    replication: ReplicationConfiguration? = nil
  ) -> S3.Bucket {
    let abandoned = Rule(status: .enabled, abortIncompleteMultipartUpload: .init(daysAfterInitiation: 7), id: "abandoned-uploads")
    return S3.Bucket(
      "bucket", bucketEncryption: .init(serverSideEncryptionConfiguration: [encryption]), bucketName: name,
      lifecycleConfiguration: .init(rules: lifecycle + [abandoned]), objectLockConfiguration: lock,
      objectLockEnabled: lock == nil ? nil : true, ownershipControls: .init(rules: [.init(objectOwnership: .bucketOwnerEnforced)]),
      publicAccessBlockConfiguration: .init(
        blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true),
      replicationConfiguration: replication, versioningConfiguration: .init(status: .enabled)
    ).protected()
  }

  /// Encryption with a customer-managed key; the bucket key cuts requests to KMS by up to 99 %.
  static func encrypted(with key: any StrataLanguage.Reference<KMS.Key>) -> ServerSideEncryptionRule {
    .init(bucketKeyEnabled: true, serverSideEncryptionByDefault: .init(sseAlgorithm: .awsKms, kmsMasterKeyId: key))
  }
}

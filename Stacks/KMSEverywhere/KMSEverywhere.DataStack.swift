import Strata

extension KMSEverywhere {
  /// "Service Integration": what holds data, each with the one key.
  ///
  /// 1.18 "Existing resources may need re-encryption": databases and repositories cannot change their key, so it is a replacement, which the
  /// plan marks as a loss of data and asks to acknowledge; buckets, log groups, topics and secrets change theirs in place, for what is
  /// written from then on.
  @Stack final class DataStack {
    let settings: Settings
    let encryption: EncryptionStack
    let network: NetworkStack

    // 1.6 "RDS: Encryption at rest using KMS CMK"
    lazy var database = EncryptedDatabase(
      "database", name: settings.database, key: encryption.key, subnets: network.databaseTier.subnets,
      securityGroups: [network.databaseGroup]
    ).waived(
      "R36", reason: "the document asks for encryption; RDS keeps its own backups under the same key, and a vault is a later decision",
      until: "2027-11-30")

    // 1.7 "S3: Server-side encryption with KMS (SSE-KMS)"; an object that asks for another key is refused. There are two kinds of buckets
    // that AWS encrypts with S3's own keys only, for logs of load balancers and of S3 itself; none is here.
    lazy var documents = EncryptedBucket("documents", name: settings.bucket("documents"), key: encryption.key, refusesOtherKeys: true)
    lazy var auditLogs = AuditBucket(
      "audit-logs", name: settings.bucket("audit-logs"), key: encryption.key, writers: [.trail(named: settings.trail)],
      refusesOtherKeys: true)

    // 1.10 "Secrets Manager: Automatic KMS encryption"; the password of the database is the third secret, which RDS makes under the key.
    lazy var token = SecretsManager.Secret(
      "token", description: "Token of the service", generateSecretString: .init(excludePunctuation: true, passwordLength: 64),
      kmsKeyId: encryption.key, name: "\(settings.prefix)/token"
    ).protected()
    lazy var webhook = SecretsManager.Secret(
      "webhook", description: "Address of the security team's chat; written by hand", kmsKeyId: encryption.key,
      name: "\(settings.prefix)/webhook"
    ).protected()

    // 1.12 "ECR Repositories: KMS encryption for container images"
    lazy var repository = ECR.Repository(
      "images", encryptionConfiguration: .init(encryptionType: .kms, kmsKey: encryption.key),
      imageScanningConfiguration: .init(scanOnPush: true), imageTagMutability: .immutable, repositoryName: settings.prefix
    ).protected()

    var body: some Infrastructure {
      Output("database-endpoint", database.instance.endpointAddress)
      Output("documents-bucket", documents.bucket.bucketName)
      Output("repository-uri", repository.repositoryUri)
    }
  }
}

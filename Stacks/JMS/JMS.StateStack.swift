import Strata

extension JMS {
  /// "Centralized State Management: Terraform state stored in S3 with DynamoDB locking".
  ///
  /// 0.11 No state can hold what it is itself kept in before it is there: `deploy init jms-prod --target aws` makes bucket, key and table, and
  /// `deploy import jms-prod --target aws --state-objects` takes them over into this stack.
  @Stack final class StateStack {
    let settings: Settings

    lazy var key = EncryptedKey(
      "key", alias: "\(settings.prefix)-state", description: "JMS \(settings.environment): state of deployments",
      uses: [.callers(through: "s3", "dynamodb")], deniesOtherAccounts: true)

    // Earlier states can be restored for a year.
    lazy var bucket = EncryptedBucket(
      "states", name: settings.bucket("state"), key: key, oldVersionDays: 365, refusesOtherKeys: true)

    lazy var locks = EncryptedTable("locks", name: settings.locks, key: key, partitionKey: .string("LockID"))
      .waived("R36", reason: "a lock lives for minutes, and one that is restored would stop every deployment", until: "2027-11-30")

    var body: some Infrastructure {
      Output("state-bucket", bucket.bucket.bucketName)
      Output("state-lock-table", locks.tableName)
    }
  }
}

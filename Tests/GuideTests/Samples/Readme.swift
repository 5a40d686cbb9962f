// snippet: readme
import Strata

// end

enum Readme {
  // snippet: readme
  @Stack final class StorageStack {
    let environment: String  // a stack's inputs are its lets: the macro writes the initializer

    lazy var key = KMS.Key(  // what other stacks may use are its lazy vars
      "data", description: "Everything at rest", enableKeyRotation: true,
      keyPolicy: .policy { Allow("kms:*", on: "*").to(.account(AWS.accountId)) }, rotationPeriodInDays: 365
    ).protected()

    lazy var reports = S3.Bucket(
      "reports",
      bucketEncryption: .init(serverSideEncryptionConfiguration: [
        .init(bucketKeyEnabled: true, serverSideEncryptionByDefault: .init(sseAlgorithm: .awsKms, kmsMasterKeyId: key))
      ]),
      versioningConfiguration: .init(status: .enabled))

    var body: some Infrastructure {
      KMS.Alias("alias", aliasName: "alias/\(environment)-data", targetKeyId: key)  // pass the resource itself
      S3.BucketPolicy(
        "tls-only", bucket: reports,
        policyDocument: .policy {
          Deny("s3:*", on: reports.arn, "\(reports.arn)/*").to(.anyone).when(.isFalse("aws:SecureTransport"))
        })
      Output("reports-bucket", reports.bucketName)
    }
  }

  /*@main*/ struct Deploy: App {
    var environments: some Environments {
      Environment("pilot", region: .usEast1, target: .embedded, tags: ["Environment": "pilot"]) {
        StorageStack(environment: "pilot")
      }
    }
  }
  // end
}

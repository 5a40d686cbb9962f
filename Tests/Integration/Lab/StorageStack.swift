import Strata

/// Buckets, tables, repositories and parameters.
@Stack final class StorageStack {
  let variant: Variant
  let encryption: EncryptionStack
  let identity: IdentityStack

  lazy var logs = S3.Bucket(
    "logs", bucketName: "lab-logs-bucket",
    lifecycleConfiguration: .init(
      rules: variant.changed([expiry("short", days: 30), expiry("kept", days: 90)], [expiry("kept", days: 60), expiry("long", days: 365)])),
    ownershipControls: .init(rules: [.init(objectOwnership: variant.changed(.bucketOwnerPreferred, .bucketOwnerEnforced))]),
    publicAccessBlockConfiguration: .init(
      blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: variant.changed(false, true),
      restrictPublicBuckets: variant.changed(false, true)))

  // A bucket is replaced by one of another name; what is in it is not moved.
  lazy var site = S3.Bucket(
    "site", bucketName: variant.replaced("lab-site-one", "lab-site-two"), corsConfiguration: variant.changed(nil, cors),
    websiteConfiguration: .init(
      errorDocument: variant.changed(nil, "error.html"), indexDocument: variant.changed("index.html", "home.html")))

  lazy var versions = S3.Bucket(
    "versions",
    bucketEncryption: .init(serverSideEncryptionConfiguration: [
      .init(
        bucketKeyEnabled: variant.changed(nil, true),
        serverSideEncryptionByDefault: variant.changed(
          .init(sseAlgorithm: .aes256), .init(sseAlgorithm: .awsKms, kmsMasterKeyId: encryption.key)))
    ]), bucketName: "lab-versions-bucket",
    notificationConfiguration: variant.changed(nil, .init(eventBridgeConfiguration: .init(eventBridgeEnabled: true))),
    versioningConfiguration: .init(status: variant.changed(.enabled, .suspended)))

  lazy var orders = DynamoDB.Table(
    "orders", keySchema: [.init(attributeName: "customer", keyType: "HASH"), .init(attributeName: "order", keyType: "RANGE")],
    attributeDefinitions: variant.changed(["customer", "order", "state"], ["customer", "order", "day"]).map {
      .init(attributeName: $0, attributeType: .s)
    },
    billingMode: "PAY_PER_REQUEST", deletionProtectionEnabled: false,
    globalSecondaryIndexes: [index(variant.changed("state", "day"))],
    pointInTimeRecoverySpecification: .init(pointInTimeRecoveryEnabled: variant.changed(false, true)),
    streamSpecification: variant.changed(nil, .init(streamViewType: "NEW_IMAGE")), tableName: "lab-orders",
    timeToLiveSpecification: variant.changed(nil, .init(enabled: true, attributeName: "expires")))

  // A key schema that changes under the same name: the old table goes first, because its name is taken.
  lazy var counters = DynamoDB.Table(
    "counters", keySchema: [.init(attributeName: variant.replaced("name", "label"), keyType: "HASH")],
    attributeDefinitions: [.init(attributeName: variant.replaced("name", "label"), attributeType: .s)], billingMode: "PROVISIONED",
    provisionedThroughput: .init(readCapacityUnits: variant.changed(1, 2), writeCapacityUnits: variant.changed(1, 3)),
    tableName: "lab-counters")

  lazy var repository = ECR.Repository(
    "images", imageScanningConfiguration: .init(scanOnPush: variant.changed(false, true)),
    imageTagMutability: variant.changed(.mutable, .immutable),
    lifecyclePolicy: variant.changed(
      .init(lifecyclePolicyText: StorageStack.keeps(10)), .init(lifecyclePolicyText: StorageStack.keeps(20))),
    repositoryName: variant.replaced("lab/images", "lab/pictures"),
    repositoryPolicyText: variant.changed(
      nil, .policy { Allow("ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer").to(.account(AWS.accountId)) }))

  var body: some Infrastructure {
    S3.BucketPolicy(
      "logs-tls-only", bucket: logs,
      policyDocument: .policy {
        Deny(variant.changed("s3:PutObject", "s3:*"), on: logs.arn, "\(logs.arn)/*").to(.anyone).when(.isFalse("aws:SecureTransport"))
        Allow("s3:PutObject", on: "\(logs.arn)/*").to(.service("cloudtrail", "config", "delivery.logs"))
        Allow("s3:GetBucketAcl", on: logs.arn).to(.service("cloudtrail", "config"))
      })
    S3.BucketPolicy(
      "site-readers", bucket: site, policyDocument: .policy { Allow("s3:GetObject", on: "\(site.arn)/*").to(.account(AWS.accountId)) })

    ECR.RegistryScanningConfiguration(
      "scanning",
      rules: [
        .init(
          repositoryFilters: [.init(filter: variant.changed("*", "lab/*"), filterType: .wildcard)],
          scanFrequency: .scanOnPush)
      ], scanType: variant.changed(.basic, .enhanced))
    ECR.ReplicationConfiguration(
      "replication",
      replicationConfiguration: .init(rules: [
        .init(destinations: [.init(region: variant.changed("us-west-2", "eu-west-1"), registryId: AWS.accountId)])
      ]))

    SSM.Parameter(
      variant.replaced("limit", "bound"), type: variant.changed(.string, .stringList), value: variant.changed("10", "10,20"),
      description: variant.changed("How many", "How many of each"), name: "/lab/limit")
    SSM.Parameter("place", type: .string, value: "here", name: variant.replaced("/lab/place", "/lab/site"))
  }

  private var cors: S3.Bucket.CorsConfiguration {
    .init(corsRules: [.init(allowedMethods: [.get], allowedOrigins: ["https://lab.example.com"], allowedHeaders: ["*"], maxAge: 300)])
  }

  private func expiry(_ id: String, days: Int) -> S3.Bucket.Rule {
    .init(status: .enabled, expirationInDays: days, id: id, prefix: "\(id)/")
  }

  private func index(_ attribute: String) -> DynamoDB.Table.GlobalSecondaryIndex {
    .init(
      indexName: "by-\(attribute)", keySchema: [.init(attributeName: attribute, keyType: "HASH")],
      projection: .init(projectionType: "ALL"))
  }

  private static func keeps(_ count: Int) -> String {
    #"{"rules":[{"rulePriority":1,"selection":{"tagStatus":"untagged","countType":"imageCountMoreThan","countNumber":\#(count)},"#
      + #""action":{"type":"expire"}}]}"#
  }
}

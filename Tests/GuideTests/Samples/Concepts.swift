import Strata

enum Concepts {
  @Stack final class LifecycleStack {
    // snippet: concepts-lifecycle
    lazy var orders = DynamoDB.Table(
      "orders", keySchema: [.init(attributeName: "id", keyType: "HASH")],
      attributeDefinitions: [.init(attributeName: "id", attributeType: .s)], billingMode: "PAY_PER_REQUEST"
    ).protected()  // a delete or replacement needs a word that names it

    lazy var archive = S3.Bucket("archive").retained()  // leaving the program forgets it, and the bucket stays

    lazy var network = EC2.VPC("main", cidrBlock: "10.0.0.0/16").renamed(from: "vpc")  // the same object under a new id

    lazy var legacy = SQS.Queue("jobs", queueName: "jobs").adopted("https://sqs.us-east-1.amazonaws.com/123456789012/jobs")

    lazy var service = ECS.Service("app", desiredCount: 2, taskDefinition: .existing("app:1"))
      .ignoringChanges(to: "DesiredCount").timeout(create: .minutes(30))
    // end
  }

  // snippet: concepts-secrets
  @Stack final class DatabaseStack {
    lazy var database = RDS.DBInstance(
      "database", allocatedStorage: "20", dbInstanceClass: "db.t4g.micro", engine: "postgres",
      masterUserPassword: .environmentVariable("DATABASE_PASSWORD"), masterUsername: "app", storageEncrypted: true)
  }
  // end

  // snippet: concepts-placement
  @Stack final class LogStack {
    lazy var logs = S3.Bucket("logs")
  }

  @Stack final class SiteStack {
    let logs: LogStack

    var body: some Infrastructure {
      // CloudFront takes firewalls and certificates of us-east-1 only.
      WAFv2.IPSet("office", addresses: ["203.0.113.0/24"], ipAddressVersion: .ipv4, scope: .cloudfront).placed(in: .usEast1)
      SSM.Parameter("log-bucket", type: .string, value: logs.logs.bucketName, name: "/site/log-bucket")
    }
  }

  static var site: Environment {
    Environment("site", region: .euWest1, target: .aws(account: "123456789012")) {
      let logs = LogStack().placed(in: Account("210987654321", assuming: "deployer"))
      logs
      SiteStack(logs: logs)
    }
  }
  // end

  // snippet: concepts-lookups
  @Stack final class ServerStack {
    var body: some Infrastructure {
      EC2.Instance("web", imageId: Lookup.latestImage(), instanceType: "t4g.micro")  // read before planning, then pinned in the state

      Action(
        "volume-encryption", "new EBS volumes are encrypted", run: .call("ec2", "EnableEbsEncryptionByDefault"),
        proof: .call("ec2", "GetEbsEncryptionByDefault").shows("EbsEncryptionByDefault", true),
        undo: .call("ec2", "DisableEbsEncryptionByDefault"))
    }
  }
  // end

  @Stack final class EmptyStack {
    var body: some Infrastructure { SQS.Queue("jobs") }
  }

  // snippet: operations-state
  static var production: Environment {
    Environment(
      "production", region: .usEast1, target: .aws(account: "123456789012"),
      state: .s3(bucket: "acme-state", key: "alias/acme-state", lock: .dynamoDB(table: "acme-locks")).encrypted(with: .passphrase())
    ) {
      EmptyStack()
    }
  }
  // end

  // snippet: operations-cost
  static var pilot: Environment {
    Environment("pilot", region: .usEast1) { EmptyStack() }
      .usage([.cloudFrontTransfer: 20, .cognitoUsers: 200])
      .usage([.s3Storage: 500], of: "data/audit-logs")
      .budget(300)
      .documentedCosts(DocumentedCost("ECS Fargate", 30...50, of: .services("ECS"), source: "the guide, Current Pilot Costs"))
  }
  // end
}

extension Concepts {
  // snippet: operations-github
  @Stack final class DeliveryStack {
    lazy var github = GitHubAccess(
      "github", name: "acme", repository: "acme/infrastructure", environment: "production",
      permissions: [Allow("s3:*", "sqs:*", on: "*")])
  }
  // end
}

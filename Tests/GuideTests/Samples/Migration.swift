import Strata

enum Migration {
  // snippet: migration-bucket
  @Stack final class StorageStack {
    let stage: String

    lazy var key = EncryptedKey("data", alias: "\(stage)-data", description: "Everything at rest", uses: [])
    lazy var reports = EncryptedBucket("reports", name: "\(stage)-reports-\(AWS.accountId)", key: key)

    var body: some Infrastructure {
      Output("reports-bucket", reports.bucket.bucketName)
    }
  }
  // end

  // snippet: migration-references
  @Stack final class QueueStack {
    lazy var jobs = SQS.Queue("jobs", visibilityTimeout: 60)
  }

  @Stack final class WorkerStack {
    let queues: QueueStack
    let names: [String]

    var body: some Infrastructure {
      for name in names {
        ServiceRole("role-\(name)", for: "lambda") {
          Allow("sqs:ReceiveMessage", "sqs:DeleteMessage", on: queues.jobs.arn)
        }
      }
    }
  }

  /*@main*/ struct Deploy: App {
    var environments: some Environments {
      for stage in ["staging", "production"] {
        Environment(stage, region: .usEast1, tags: ["Environment": "\(stage)"]) {
          let queues = QueueStack()
          queues
          WorkerStack(queues: queues, names: ["mail", "reports"]).tagged(["Team": "jobs"])
        }
      }
    }
  }
  // end

  // snippet: migration-component
  @Component final class Mailbox {
    let id: String
    var retentionDays = 4

    lazy var failed = SQS.Queue("failed", messageRetentionPeriod: 14 * 86_400)

    lazy var inbox = SQS.Queue(
      "inbox", messageRetentionPeriod: retentionDays * 86_400,
      redrivePolicy: .init(deadLetterTargetArn: failed.arn, maxReceiveCount: 5))
  }
  // end

  // snippet: migration-existing
  @Stack final class NetworkStack {
    lazy var vpc = EC2.VPC("main", cidrBlock: "10.0.0.0/16").adopted("vpc-0123456789abcdef0")  // taken over: ours from now on

    var body: some Infrastructure {
      EC2.Subnet("a", vpcId: vpc, availabilityZone: Lookup.availabilityZones().select(0), cidrBlock: "10.0.1.0/24")
      ECS.TaskDefinition(
        "app", containerDefinitions: [.init(image: "nginx:1.27", name: "app")],
        executionRoleArn: Lookup.resource(IAM.Role.self, "ecsTaskExecutionRole"),  // somebody else's: only read
        family: "app")
    }
  }
  // end
}

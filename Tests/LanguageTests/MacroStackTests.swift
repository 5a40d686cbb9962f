import StrataAWS
import StrataLanguage
import StrataModel
import Testing

@Stack private final class PlatformStack {
  let zones: [String]
  let range: CIDR = "10.0.0.0/16"

  lazy var vpc = EC2.VPC("vpc", cidrBlock: range).protected()
  lazy var subnets = zones.enumerated().map { index, zone in
    EC2.Subnet("subnet-\(index)", vpcId: vpc, availabilityZone: zone, cidrBlock: range.block(index, prefix: 24))
  }
}

@Stack("data") private final class StorageStack {
  let platform: PlatformStack
  var retention = 30

  lazy var uploads = Archive("uploads", days: retention).tagged(["Kind": "uploads"])

  var body: some Infrastructure {
    ELB.TargetGroup("web", port: 443, protocol: .https, vpcId: platform.vpc)
    Output("bucket", uploads.bucket.bucketName)
  }
}

@Component private final class Archive {
  let id: String
  let days: Int

  lazy var bucket = S3.Bucket("bucket")

  var body: some Infrastructure {
    S3.BucketPolicy(
      "policy", bucket: bucket,
      policyDocument: .policy { Deny("s3:*", on: bucket.arn, "\(bucket.arn)/*").to(.anyone).when(.isFalse("aws:SecureTransport")) })
    SNS.Topic("events", displayName: "\(days)")
  }
}

@Component private struct Queues {
  let prefix: String
  var body: some Infrastructure { for name in ["a", "b"] { SQS.Queue("\(prefix)-\(name)") } }
}

@Suite("Stacks and components that the macros complete")
struct MacroStackTests {
  @Test("Initializers, ids, placement and modifiers work together")
  func program() throws {
    let environment = Environment("test", region: .usEast1, tags: ["Environment": "test"]) {
      let platform = PlatformStack(zones: ["us-east-1a", "us-east-1b"])
      platform
      StorageStack(platform: platform)
      StorageStack(platform: platform, retention: 7).renamed(from: "old")
      Queues(prefix: "jobs").retained()
    }
    let set = declare(environment, account: "123456789012")
    #expect(
      Set(set.addresses) == [
        "platform/vpc", "platform/subnet-0", "platform/subnet-1", "data/uploads/bucket", "data/uploads/policy", "data/uploads/events",
        "data/web",
        "jobs-a", "jobs-b",
      ])
    #expect(set["platform/vpc"]?.lifecycle.isProtected == true)
    #expect(set["jobs-a"]?.lifecycle.isRetained == true)
    #expect(set.json("platform/subnet-1", "CidrBlock") == #""10.0.1.0/24""#)
    #expect(set.json("data/web", "VpcId") == #"{"$ref":["platform/vpc","VpcId"]}"#)
    #expect(set.json("data/uploads/bucket", "Tags") == #"[{"Key":"Environment","Value":"test"},{"Key":"Kind","Value":"uploads"}]"#)
    #expect(set.json("data/uploads/events", "DisplayName") == #""30""#)
    // The second storage stack has the same id, so each of its resources is reported.
    #expect(set.codes == Array(repeating: "duplicate-address", count: 4))
  }
}

import Foundation
import StrataModel
import StrataPlanning
import Testing

@Suite("Scale")
struct ScaleTests {
  /// A graph of many small stacks of real types.
  static func stacks(_ count: Int) -> ResourceGraph {
    var nodes: [ResourceNode] = []
    for index in 0..<count {
      let stack = "stack-\(1000 + index)"
      func address(_ id: String) -> ResourceAddress { ResourceAddress("\(stack)/\(id)") }
      let tags: PropertyValue = [["Key": "Environment", "Value": "test"], ["Key": "Team", "Value": .string(stack)]]
      let key = ref(address("key"), "Arn")
      nodes.append(
        node(
          address("key"), "AWS::KMS::Key",
          [
            "Description": .string("key of \(stack)"), "EnableKeyRotation": true, "Tags": tags,
            "KeyPolicy": [
              "Version": "2012-10-17",
              "Statement": [
                ["Effect": "Allow", "Principal": ["AWS": "arn:aws:iam::111122223333:root"], "Action": "kms:*", "Resource": "*"]
              ],
            ],
          ]))
      nodes.append(node(address("vpc"), "AWS::EC2::VPC", ["CidrBlock": "10.0.0.0/16", "EnableDnsSupport": true, "Tags": tags]))
      for zone in 0..<4 {
        nodes.append(
          node(
            address("subnet-\(zone)"), "AWS::EC2::Subnet",
            [
              "VpcId": ref(address("vpc"), "VpcId"), "CidrBlock": .string("10.0.\(zone).0/24"), "Tags": tags,
              "AvailabilityZone": .string("us-east-1\(["a", "b", "c", "d"][zone])"),
            ]))
      }
      nodes.append(
        node(
          address("bucket"), "AWS::S3::Bucket",
          [
            "BucketEncryption": [
              "ServerSideEncryptionConfiguration": [
                ["ServerSideEncryptionByDefault": ["SSEAlgorithm": "aws:kms", "KMSMasterKeyID": key], "BucketKeyEnabled": true]
              ]
            ],
            "PublicAccessBlockConfiguration": [
              "BlockPublicAcls": true, "BlockPublicPolicy": true, "IgnorePublicAcls": true, "RestrictPublicBuckets": true,
            ], "Tags": tags, "VersioningConfiguration": ["Status": "Enabled"],
          ]))
      nodes.append(
        node(
          address("policy"), "AWS::S3::BucketPolicy",
          [
            "Bucket": ref(address("bucket"), "BucketName"),
            "PolicyDocument": [
              "Version": "2012-10-17",
              "Statement": [["Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": ref(address("bucket"), "Arn")]],
            ],
          ]))
      nodes.append(
        node(
          address("table"), "AWS::DynamoDB::Table",
          [
            "AttributeDefinitions": [["AttributeName": "id", "AttributeType": "S"]], "BillingMode": "PAY_PER_REQUEST",
            "KeySchema": [["AttributeName": "id", "KeyType": "HASH"]], "SSESpecification": ["SSEEnabled": true, "KMSMasterKeyId": key],
            "Tags": tags,
          ]))
      nodes.append(
        node(address("log"), "AWS::Logs::LogGroup", ["KmsKeyId": key, "RetentionInDays": 365, "Tags": tags]))
    }
    return ResourceGraph(environment: "test", resources: nodes)
  }

  @Test("A plan over real types is empty right after it was applied")
  func realTypes() throws {
    let graph = Self.stacks(3)
    let first = Plan.make(from: emptyState, to: graph, options: options, schema: CatalogFacts())
    #expect(first.diagnostics == [])
    #expect(first.counts.created == graph.resources.count)
    let bucket = try #require(first.step(.create, "stack-1000/bucket"))
    #expect(bucket.desired?.properties["BucketName"]?.stringValue == "test-stack-1000-bucket-\(bucket.instance.nameSuffix)")
    #expect(bucket.ownedPaths.contains("Tags.Team"))
    #expect(bucket.ownedPaths.contains("VersioningConfiguration.Status"))
    let second = Plan.make(from: SymbolicCloud.apply(first, to: emptyState), to: graph, options: options, schema: CatalogFacts())
    #expect(!second.hasChanges)
  }

  @Test("Planning 6,000 resources", .enabled(if: ProcessInfo.processInfo.environment["STRATA_MEASURE"] != nil))
  func measured() {
    for count in [60, 600, 6000] {
      let graph = Self.stacks(count / 10)
      var first = Plan(for: emptyState, engine: "")
      let firstTime = Self.processorTime { first = Plan.make(from: emptyState, to: graph, options: options, schema: CatalogFacts()) }
      let state = SymbolicCloud.applyQuickly(first, to: emptyState)
      var second = first
      let secondTime = Self.processorTime { second = Plan.make(from: state, to: graph, options: options, schema: CatalogFacts()) }
      let destroyTime = Self.processorTime { first = Plan.destroying(state, options: options, schema: CatalogFacts()) }
      let digestTime = Self.processorTime { _ = graph.digest }
      #expect(!second.hasChanges)
      print("MEASURE \(count): first \(firstTime) ms, no-op \(secondTime) ms, destroy \(destroyTime) ms, digest \(digestTime) ms")
    }
  }

  /// Milliseconds of this thread's processor time, which other processes on the machine do not lengthen much.
  private static func processorTime(_ body: () -> Void) -> Double {
    func now() -> Double {
      var time = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
    }
    let start = now()
    body()
    return ((now() - start) * 10).rounded() / 10
  }
}

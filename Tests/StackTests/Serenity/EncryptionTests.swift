import Strata
import StrataModel
import StrataTesting
import Testing

@Suite("Serenity: encryption at rest")
struct EncryptionTests {
  @Test("Every table, bucket, log group, secret, topic, image and backup is encrypted with a customer-managed key")
  func customerManagedKeys() throws {
    let graph = try SerenityGraphs.pilot
    let keyed: [(type: String, path: PropertyPath)] = [
      ("AWS::DynamoDB::Table", "SSESpecification.KMSMasterKeyId"), ("AWS::Logs::LogGroup", "KmsKeyId"),
      ("AWS::SecretsManager::Secret", "KmsKeyId"), ("AWS::SNS::Topic", "KmsMasterKeyId"),
      ("AWS::ECR::Repository", "EncryptionConfiguration.KmsKey"), ("AWS::Backup::BackupVault", "EncryptionKeyArn"),
      ("AWS::CloudTrail::Trail", "KMSKeyId"), ("AWS::Config::DeliveryChannel", "S3KmsKeyArn"),
      ("AWS::ECS::Cluster", "Configuration.ManagedStorageConfiguration.FargateEphemeralStorageKmsKeyId"),
    ]
    for (type, path) in keyed {
      let resources = graph.all(ofType: type)
      #expect(!resources.isEmpty, "\(type)")
      for resource in resources { #expect(resource.refers(to: KMS.Key.self, at: path), "\(resource.address)") }
    }
  }

  @Test("Every bucket is encrypted with a customer-managed key, but the one that load balancers write to")
  func buckets() throws {
    for bucket in try SerenityGraphs.pilot.all(S3.Bucket.self) {
      let rule: PropertyPath = "BucketEncryption.ServerSideEncryptionConfiguration[0].ServerSideEncryptionByDefault"
      if bucket.address == "data/load-balancer-logs/bucket" {
        #expect(bucket[rule]?["SSEAlgorithm"] == "AES256")
      } else {
        #expect(bucket[rule]?["SSEAlgorithm"] == "aws:kms", "\(bucket.address)")
        #expect(bucket[rule]?["KMSMasterKeyID"] != nil, "\(bucket.address)")
      }
    }
  }

  @Test("What lives in another region is encrypted with a key of that region")
  func regionalKeys() throws {
    for graph in [try SerenityGraphs.pilot, try SerenityGraphs.production] {
      for resource in graph.resources where ["AWS::S3::Bucket", "AWS::Backup::BackupVault"].contains(resource.type) {
        for dependency in resource.dependencies {
          guard let key = graph[dependency.address], key.type == "AWS::KMS::Key" else { continue }
          // A bucket that replicates also names the replica's key.
          let isReplication = dependency.paths.allSatisfy { $0.property == "ReplicationConfiguration" }
          #expect(isReplication || key.placement == resource.placement, "\(resource.address) uses \(key.address)")
        }
      }
    }
  }

  @Test("Keys rotate each year, can be called back for 30 days, and are protected")
  func keys() throws {
    let keys = try SerenityGraphs.pilot.all(KMS.Key.self)
    #expect(keys.map(\.address) == ["data/recovery-key/key", "security/key/key"])
    for key in keys {
      #expect(key["EnableKeyRotation"] == true)
      #expect(key["RotationPeriodInDays"] == 365)
      #expect(key["PendingWindowInDays"] == 30)
      #expect(key.lifecycle.isProtected)
    }
  }

  @Test("The key's policy lets nobody in by a wildcard, and each service for this account only")
  func keyPolicy() throws {
    let key = try SerenityGraphs.pilot.resource("security/key/key")
    let allowed = key.statements("KeyPolicy").filter { $0["Effect"] == "Allow" }
    #expect(allowed.count >= 8)
    for statement in allowed {
      #expect(statement["Principal"] != "*", "\(statement["Sid"] ?? .null)")
      if statement["Principal"]?["Service"] != nil { #expect(statement["Condition"] != nil, "\(statement["Sid"] ?? .null)") }
    }
    let account = try #require(key.statement("Account", at: "KeyPolicy"))
    #expect(account["Principal"]?["AWS"] == "arn:aws:iam::123456789012:root")
  }

  @Test("The key's policy names trail, log groups and distributions by pattern, because they refer to the key")
  func keyPolicyWithoutCycles() throws {
    let key = try SerenityGraphs.pilot.resource("security/key/key")
    #expect(key.dependencies.isEmpty)
    let trail = try #require(key.statement("TrailEncrypt", at: "KeyPolicy"))
    #expect(
      trail["Condition"]?["StringEquals"]?["aws:SourceArn"] == "arn:aws:cloudtrail:us-east-1:123456789012:trail/serenity-pilot-trail")
    let logs = try #require(key.statement("Logs", at: "KeyPolicy"))
    #expect(
      logs["Condition"]?["ArnLike"]?["kms:EncryptionContext:aws:logs:arn"]?.texts == [
        "arn:aws:logs:us-east-1:123456789012:log-group:/serenity/*",
        "arn:aws:logs:us-east-1:123456789012:log-group:aws-waf-logs-serenity-*",
      ])
  }

  @Test("Every log group has a name that the key's policy covers")
  func logGroupNames() throws {
    for group in try SerenityGraphs.pilot.all(Logs.LogGroup.self) {
      let name = try #require(group.text("LogGroupName"))
      #expect(name.hasPrefix("/serenity/") || name.hasPrefix("aws-waf-logs-serenity-"), "\(group.address)")
    }
  }

  @Test("The trail of API calls and every other log group is kept for seven years")
  func logRetention() throws {
    let groups = try SerenityGraphs.pilot.all(Logs.LogGroup.self)
    #expect(groups.count == 4)
    for group in groups { #expect(group["RetentionInDays"] == 2557, "\(group.address)") }
  }
}

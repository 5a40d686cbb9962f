import Strata
import StrataModel
import StrataTesting
import Testing

@testable import FinancialStacks

@Suite("Financial: data stores")
struct FinancialDataTests {
  private static let workloads = ["development", "testing", "production"]

  @Test(
    "Each database stands in two zones with a replica, encrypted, monitored, backed up for 35 days and over TLS only", arguments: workloads)
  func database(workload: String) throws {
    let graph = try FinancialGraphs.core
    let primary = try graph.resource(ResourceAddress("\(workload)-data/database/primary"))
    #expect(primary["MultiAZ"] == true && primary["StorageEncrypted"] == true && primary["PubliclyAccessible"] == false)
    #expect(primary["BackupRetentionPeriod"] == 35 && primary["CopyTagsToSnapshot"] == true && primary["DeletionProtection"] == true)
    #expect(primary["EnablePerformanceInsights"] == true && primary["DatabaseInsightsMode"] == "standard")
    #expect(primary["MonitoringInterval"] == 60 && primary["EnableIAMDatabaseAuthentication"] == true)
    #expect(primary["EnableCloudwatchLogsExports"] == ["postgresql", "upgrade"])
    #expect(primary.producer(at: "KmsKeyId")?.address == ResourceAddress("\(workload)-security/key/key"))
    #expect(primary.lifecycle.isProtected)
    let parameters = try #require(primary.producer(at: "DBParameterGroupName"))
    #expect(parameters["Parameters"]?["rds.force_ssl"] == "1")

    let replica = try graph.resource(ResourceAddress("\(workload)-data/database/replica-1"))
    #expect(replica.producer(at: "SourceDBInstanceIdentifier")?.address == primary.address)
    for property in ["MasterUsername", "AllocatedStorage", "KmsKeyId", "BackupRetentionPeriod"] {
      #expect(replica[PropertyPath(property)] == nil, "\(property)")
    }
  }

  @Test("The database's password is generated, nobody sees it, and it rotates each 90 days", arguments: workloads)
  func password(workload: String) throws {
    let graph = try FinancialGraphs.core
    let secret = try graph.resource(ResourceAddress("\(workload)-data/database/credentials"))
    #expect(secret["SecretString"] == nil && secret["GenerateSecretString.GenerateStringKey"] == "password")
    let primary = try graph.resource(ResourceAddress("\(workload)-data/database/primary"))
    #expect(primary["MasterUserPassword"] == .secret(SecretSource(.secretsManager, "financial-\(workload)-database/database#password")))
    #expect(primary["ManageMasterUserPassword"] == nil)
    #expect(primary.dependencies.map(\.address).contains(secret.address))
    let rotation = try graph.resource(ResourceAddress("\(workload)-data/database-rotation/schedule"))
    #expect(rotation["RotationRules.AutomaticallyAfterDays"] == 90 && rotation["RotateImmediatelyOnUpdate"] == false)
    #expect(rotation.refers(to: Lambda.Function.self, at: "RotationLambdaARN"))
    #expect(
      Set(rotation.dependencies.map(\.address.id)).isSuperset(of: ["permission", "attachment"]))
    let permission = try graph.resource(ResourceAddress("\(workload)-data/database-rotation/permission"))
    #expect(permission["Principal"] == "secretsmanager.amazonaws.com" && permission["SourceAccount"] != nil)
  }

  @Test("Each cache has a replica in another zone, is encrypted at rest and on the way, and asks for a token", arguments: workloads)
  func cache(workload: String) throws {
    let graph = try FinancialGraphs.core
    let cache = try graph.resource(ResourceAddress("\(workload)-data/cache/group"))
    #expect(
      cache["AtRestEncryptionEnabled"] == true && cache["TransitEncryptionEnabled"] == true && cache["TransitEncryptionMode"] == "required")
    #expect(cache["AutomaticFailoverEnabled"] == true && cache["MultiAZEnabled"] == true && cache["NumCacheClusters"] == 2)
    #expect(cache["SnapshotRetentionLimit"] == 7)
    #expect(cache.producer(at: "KmsKeyId")?.address == ResourceAddress("\(workload)-security/key/key"))
    #expect(cache["AuthToken"] == .secret(SecretSource(.secretsManager, "financial-\(workload)-cache/cache")))
    let token = try graph.resource(ResourceAddress("\(workload)-data/cache/token"))
    #expect(token["GenerateSecretString.ExcludePunctuation"] == true && token["GenerateSecretString.PasswordLength"] == 64)
  }

  @Test("Everything that keeps data is encrypted with a customer-managed key, in every account and region")
  func encryption() throws {
    let keyed: [(type: String, path: PropertyPath)] = [
      ("AWS::DynamoDB::Table", "SSESpecification.KMSMasterKeyId"), ("AWS::Logs::LogGroup", "KmsKeyId"),
      ("AWS::SecretsManager::Secret", "KmsKeyId"), ("AWS::SNS::Topic", "KmsMasterKeyId"), ("AWS::SQS::Queue", "KmsMasterKeyId"),
      ("AWS::Backup::BackupVault", "EncryptionKeyArn"), ("AWS::CloudTrail::Trail", "KMSKeyId"), ("AWS::Lambda::Function", "KmsKeyArn"),
      ("AWS::ElastiCache::ReplicationGroup", "KmsKeyId"), ("AWS::CodeBuild::Project", "EncryptionKey"),
      ("AWS::Config::DeliveryChannel", "S3KmsKeyArn"), ("AWS::RDS::DBInstance", "PerformanceInsightsKMSKeyId"),
    ]
    for graph in [try FinancialGraphs.core, try FinancialGraphs.future] {
      for (type, path) in keyed {
        for resource in graph.all(ofType: type) {
          let key = try #require(resource.producer(at: path), "\(resource.address)")
          #expect(["AWS::KMS::Key", "AWS::KMS::ReplicaKey"].contains(key.type), "\(resource.address)")
          #expect(key.placement.region == resource.placement.region, "\(resource.address)")
        }
      }
      for bucket in graph.all(S3.Bucket.self) {
        let algorithm = bucket["BucketEncryption.ServerSideEncryptionConfiguration[0].ServerSideEncryptionByDefault.SSEAlgorithm"]
        let isLogTarget = bucket.address.path.contains("load-balancer-logs")
        #expect(algorithm == (isLogTarget ? "AES256" : "aws:kms"), "\(bucket.address)")
      }
      for key in graph.all(KMS.Key.self) { #expect(key["EnableKeyRotation"] == true && key["PendingWindowInDays"] == 30, "\(key.address)") }
    }
  }

  @Test("No bucket can be public, every one keeps versions and refuses requests without TLS 1.2")
  func buckets() throws {
    let graph = try FinancialGraphs.future
    let buckets = graph.all(S3.Bucket.self)
    for bucket in buckets {
      let block = try #require(bucket["PublicAccessBlockConfiguration"]?.objectValue)
      #expect(["BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets"].allSatisfy { block[$0] == true })
      #expect(bucket["VersioningConfiguration.Status"] == "Enabled", "\(bucket.address)")
    }
    let policies = graph.all(S3.BucketPolicy.self)
    #expect(Set(policies.compactMap { $0.producer(at: "Bucket")?.address }) == Set(buckets.map(\.address)))
    for policy in policies {
      #expect(policy.statement("TLSOnly", at: "PolicyDocument") != nil && policy.statement("TLS12", at: "PolicyDocument") != nil)
    }
  }

  @Test("No property holds a password in clear")
  func noPlaintext() throws {
    for resource in try FinancialGraphs.future.resources {
      for property in ["MasterUserPassword", "AuthToken", "SecretString"] {
        guard let value = resource.properties[property] else { continue }
        guard case .secret = value else {
          Issue.record("\(resource.address) \(property)")
          continue
        }
      }
    }
  }

  @Test("Data stores say whose data they hold and what for")
  func classification() throws {
    let graph = try FinancialGraphs.core
    for resource in graph.all(inStack: "production-data") where ["AWS::RDS::DBInstance", "AWS::S3::Bucket"].contains(resource.type) {
      let tags = resource["Tags"]?.arrayValue ?? []
      let names = Set(tags.compactMap { $0["Key"]?.stringValue })
      #expect(names.isSuperset(of: ["DataClassification", "Purpose", "RetentionDays", "Environment", "Owner"]), "\(resource.address)")
      #expect(tags.contains { $0["Key"] == "Environment" && $0["Value"] == "production" })
      #expect(tags.contains { $0["Key"] == "DataClassification" && $0["Value"] == "personal" })
    }
  }

  @Test("No role may do everything")
  func roles() throws {
    for role in try FinancialGraphs.future.all(IAM.Role.self) {
      for statement in role.statements("AssumeRolePolicyDocument") { #expect(statement["Principal"] != "*", "\(role.address)") }
      for statement in role.statements("Policies[0].PolicyDocument") where statement["Effect"] == "Allow" {
        #expect(!statement.actions.contains { $0 == "*" || $0.hasSuffix(":*") }, "\(role.address)")
      }
    }
  }
}

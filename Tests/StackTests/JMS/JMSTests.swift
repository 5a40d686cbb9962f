import Strata
import StrataModel
import StrataTesting
import Testing

@testable import JMSStacks

@Suite("JMS: platform, evidence and environments")
struct JMSTests {
  @Test("Each stack has at least the resources that the requirements count")
  func counts() throws {
    let counts = try EnvironmentGraphs.graph(of: "jms-dev").countsByStack
    let least = ["state": 5, "platform": 8, "access": 12, "observability": 26, "tenants": 8]
    #expect(Set(counts.keys) == Set(least.keys))
    for (stack, count) in least { #expect(counts[stack, default: 0] >= count, "\(stack)") }
  }

  @Test("Environments differ in names and tenants only, and in that one of them pays")
  func environments() throws {
    let shared = try ["dev", "staging", "prod"].map { name in
      Set(try EnvironmentGraphs.graph(of: "jms-\(name)").resources.map(\.address).filter { $0.stack != "tenants" })
    }
    #expect(shared[0] == shared[1])
    #expect(shared[2].subtracting(shared[1]).map(\.path) == ["platform/tenants"] && shared[1].isSubset(of: shared[2]))
    for name in ["dev", "staging", "prod"] {
      for resource in try EnvironmentGraphs.graph(of: "jms-\(name)").all(IAM.Role.self) {
        guard let roleName = resource.text("RoleName") else { continue }
        #expect(roleName.hasPrefix("jms-\(name)-"))
      }
    }
  }

  @Test("A tenant that asks for it has a replica of its key, alias and secret in the recovery region; others have none")
  func replicas() throws {
    let graph = try EnvironmentGraphs.graph(of: "jms-staging")
    let key = try graph.resource("tenants/baker-county/key/key")
    #expect(key["MultiRegion"] == true)
    let replica = try graph.resource("tenants/baker-county/key/replica-us-west-2")
    #expect(replica.placement.region == "us-west-2")
    #expect(replica.producer(at: "PrimaryKeyArn")?.address == key.address)
    #expect(replica.lifecycle.isProtected)
    let alias = try graph.resource("tenants/baker-county/key/alias-us-west-2")
    #expect(alias.producer(at: "TargetKeyId")?.address == replica.address)
    #expect(alias.placement.region == "us-west-2")
    let secret = try graph.resource("tenants/baker-county/data-key")
    #expect(secret["ReplicaRegions[0].Region"] == "us-west-2")
    #expect(secret.producer(at: "ReplicaRegions[0].KmsKeyId")?.address == replica.address)
    #expect(try graph.resource("tenants/adams-county/key/key")["MultiRegion"] == nil)
    #expect(graph.all(KMS.ReplicaKey.self).count == 1)
  }

  @Test("A tenant's cost center is on its key and secret, and its tag makes a cost category")
  func costs() throws {
    let graph = try EnvironmentGraphs.graph(of: "jms-prod")
    for tenant in JMS.Settings.prod.tenants.tenants {
      #expect(try graph.resource(ResourceAddress("tenants/\(tenant.id)/key/key")).tag("CostCenter") == tenant.costCenter)
      #expect(try graph.resource(ResourceAddress("tenants/\(tenant.id)/data-key")).tag("CostCenter") == tenant.costCenter)
    }
    let category = try graph.resource("platform/tenants")
    #expect(category["Rules"] == #"[{"InheritedValue":{"DimensionKey":"TenantId","DimensionName":"TAG"},"Type":"INHERITED_VALUE"}]"#)
    // Tags are activated once something bears them, in the environment whose account pays, and a tenant more changes nothing of it.
    let activation = try #require(graph["tenants/cost-allocation-tags"])
    let call = try #require(ActionSpecification(document: activation.properties))
    #expect(call.run.name == "ce:UpdateCostAllocationTagsStatus")
    #expect(call.proof.expectations.count == 3)
    let first = try #require(JMS.Settings.prod.tenants.tenants.first)
    #expect(activation.dependencies.contains { $0.address.path == "tenants/\(first.id)/key/key" })
    #expect(try EnvironmentGraphs.graph(of: "jms-dev").resources.allSatisfy { !$0.isAction })
    #expect(try graph.resource("platform/monthly")["Budget.BudgetLimit.Amount"] == .integer(JMS.Settings.prod.monthlyBudget))
  }

  @Test("Each service has an encrypted log group, a metric by tenant, and an alarm on failures", arguments: ["auth", "tenant", "juror"])
  func observability(service: String) throws {
    let graph = try EnvironmentGraphs.graph(of: "jms-dev")
    let group = try graph.resource(ResourceAddress("observability/\(service)/logs/group"))
    #expect(group.text("LogGroupName") == "/jms/dev/\(service)")
    #expect(group.producer(at: "KmsKeyId")?.address == "platform/key/key")
    #expect(group.tag("Service") == service)
    let operations = try graph.resource(ResourceAddress("observability/\(service)/operations"))
    #expect(operations["MetricTransformations[0].Dimensions"] == [["Key": "TenantId", "Value": "$.tenantId"]])
    #expect(operations["MetricTransformations[0].DefaultValue"] == nil)
    let alarm = try graph.resource(ResourceAddress("observability/\(service)/\(service)-failures"))
    let failures = try graph.resource(ResourceAddress("observability/\(service)/failures"))
    #expect(alarm["MetricName"] == failures["MetricTransformations[0].MetricName"])
    #expect(alarm["Namespace"] == failures["MetricTransformations[0].MetricNamespace"])
  }

  @Test("State has a place: a versioned, encrypted bucket and a table of locks that cannot be deleted by accident")
  func state() throws {
    let graph = try EnvironmentGraphs.graph(of: "jms-prod")
    let bucket = try graph.resource("state/states/bucket")
    #expect(bucket["VersioningConfiguration.Status"] == "Enabled")
    for flag in ["BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets"] {
      #expect(bucket["PublicAccessBlockConfiguration"]?[flag] == true)
    }
    #expect(
      bucket.refers(
        to: KMS.Key.self, at: "BucketEncryption.ServerSideEncryptionConfiguration[0].ServerSideEncryptionByDefault.KMSMasterKeyID"))
    #expect(bucket["LifecycleConfiguration.Rules[0].NoncurrentVersionExpiration.NoncurrentDays"] == 365)
    let policy = try graph.resource("state/states/policy")
    #expect(policy.statement("TLSOnly", at: "PolicyDocument")?.condition("Bool", "aws:SecureTransport") == ["false"])
    let table = try graph.resource("state/locks/table")
    #expect(table["KeySchema"] == [["AttributeName": "LockID", "KeyType": "HASH"]])
    #expect(table["BillingMode"] == "PAY_PER_REQUEST")
    #expect(table["DeletionProtectionEnabled"] == true)
    #expect(table["PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled"] == true)
    #expect(table.refers(to: KMS.Key.self, at: "SSESpecification.KMSMasterKeyId"))
    // On AWS, the environment's own state is kept there.
    let environment = try #require(JMS.environments.all.first { $0.name == "jms-prod" })
    #expect(environment.state == .local)
    guard case .s3(let place) = environment.store(for: .aws(account: environment.target.account)).place else {
      Issue.record("the state on AWS is \(environment.store(for: .aws(account: environment.target.account)))")
      return
    }
    #expect(bucket.text("BucketName") == place.bucket)
    #expect(place.lock == .dynamoDB(table: table.text("TableName") ?? ""))
    let alias = try graph.resource("state/key/alias")
    #expect(alias.text("AliasName") == place.key)
  }
}

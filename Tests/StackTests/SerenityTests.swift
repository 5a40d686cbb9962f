import Strata
import StrataModel
import StrataTesting
import Testing

@testable import deploy

@Suite("The Serenity pilot")
struct SerenityTests {
  private func pilot() throws -> ResourceGraph { try synthesize("pilot", of: Deploy.self) }

  @Test("Seven stacks stand, about 200 resources in all")
  func stacks() throws {
    let counts = try pilot().countsByStack
    #expect(Set(counts.keys) == ["network", "security", "auth", "data", "compute", "monitoring", "distribution"])
    #expect(counts.values.reduce(0, +) >= 195)
    #expect(counts["network", default: 0] >= 55)
    #expect(counts["monitoring", default: 0] >= 55)
  }

  @Test("Every table is encrypted with the customer-managed key, and can be restored to any point of 35 days")
  func tables() throws {
    let tables = try pilot().all(DynamoDB.Table.self)
    #expect(tables.count == 2)
    for table in tables {
      #expect(table["SSESpecification.SSEType"] == "KMS")
      #expect(table.refers(to: KMS.Key.self, at: "SSESpecification.KMSMasterKeyId"))
      #expect(table["PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled"] == true)
      #expect(table["PointInTimeRecoverySpecification.RecoveryPeriodInDays"] == 35)
      #expect(table.lifecycle.isProtected)
    }
  }

  @Test("No bucket is public, and every one keeps versions")
  func buckets() throws {
    let buckets = try pilot().all(S3.Bucket.self)
    #expect(buckets.count >= 4)
    for bucket in buckets {
      for flag in ["BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets"] {
        #expect(bucket[PropertyPath("PublicAccessBlockConfiguration").appending(key: flag)] == true, "\(bucket.address) \(flag)")
      }
      #expect(bucket["VersioningConfiguration.Status"] == "Enabled", "\(bucket.address)")
    }
  }

  @Test("Every log group is encrypted with a customer-managed key")
  func logGroups() throws {
    let groups = try pilot().all(Logs.LogGroup.self)
    #expect(!groups.isEmpty)
    for group in groups { #expect(group.refers(to: KMS.Key.self, at: "KmsKeyId"), "\(group.address)") }
  }

  @Test("Tasks have no public address, and only the load balancer is open to the internet")
  func network() throws {
    let graph = try pilot()
    for service in graph.all(ECS.Service.self) {
      #expect(service["NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp"] == "DISABLED")
    }
    let open = graph.all(EC2.SecurityGroup.self).filter { group in
      (group["SecurityGroupIngress"]?.arrayValue ?? []).contains { $0["CidrIp"] == "0.0.0.0/0" }
    }
    #expect(open.map(\.address) == ["security/alb"])
  }

  @Test("Sign-in asks for a second factor, and tokens end after 15 minutes")
  func signIn() throws {
    let graph = try pilot()
    let pool = try #require(graph.all(Cognito.UserPool.self).first)
    #expect(pool["MfaConfiguration"] == "ON")
    #expect(pool["Policies.PasswordPolicy.MinimumLength"] == 12)
    let clients = graph.all(Cognito.UserPoolClient.self)
    #expect(clients.count == 2)
    for client in clients { #expect(client["AccessTokenValidity"] == 15) }
  }

  @Test("Every alarm tells somebody")
  func alarms() throws {
    let alarms = try pilot().all(CloudWatch.Alarm.self)
    #expect(alarms.count >= 20)
    for alarm in alarms { #expect(alarm.refers(to: SNS.Topic.self, at: "AlarmActions"), "\(alarm.address)") }
  }

  @Test("Production differs from the pilot by its settings: more tasks, and copies of the backups in another region")
  func production() throws {
    let production = try synthesize("production", of: Deploy.self)
    let service = try #require(production.all(ApplicationAutoScaling.ScalableTarget.self).first)
    #expect(service["MinCapacity"] == 3)
    #expect(production.all(Backup.BackupVault.self).contains { $0.placement.region == "us-west-2" })
  }

  @Test("Deploying makes everything, deploying again changes nothing, and destroying leaves nothing")
  func life() async throws {
    let graph = try pilot()
    let environment = TestEnvironment()
    let first = try await environment.deploy(graph)
    #expect(first.failures == [])
    #expect(first.counts.created == graph.resources.count)
    let second = try await environment.plan(graph)
    #expect(!second.hasChanges, "\(second.steps.filter { $0.operation != .keep }.map { "\($0.address) \($0.changes)" })")
    let end = try await environment.destroy("pilot")
    #expect(end.failures == [])
    #expect(environment.cloud.objects.filter { $0.pendingDeletionUntil == nil }.map { "\($0.type) \($0.identifier)" } == [])
  }
}

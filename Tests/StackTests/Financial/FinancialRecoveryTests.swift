import Strata
import StrataModel
import StrataTesting
import Testing

@testable import FinancialStacks

@Suite("Financial: disaster recovery")
struct FinancialRecoveryTests {
  @Test(
    "Each strategy contains what the one before it has in the recovery region",
    arguments: zip(Financial.DisasterRecovery.allCases, Financial.DisasterRecovery.allCases.dropFirst()))
  func growing(less: Financial.DisasterRecovery, more: Financial.DisasterRecovery) throws {
    func types(_ strategy: Financial.DisasterRecovery) throws -> [String: Int] {
      let graph = try FinancialGraphs.recovering(by: strategy)
      return Dictionary(grouping: graph.resources.filter { $0.placement.region == "us-west-2" }, by: \.type).mapValues(\.count)
    }
    let (fewer, all) = (try types(less), try types(more))
    for (type, count) in fewer { #expect(all[type, default: 0] >= count, "\(type)") }
    #expect(all.values.reduce(0, +) > fewer.values.reduce(0, +))
  }

  @Test(
    "Backup and restore: backups are copied to a locked vault in the other region, the database's own backups too",
    arguments: Financial.DisasterRecovery.allCases)
  func backupAndRestore(strategy: Financial.DisasterRecovery) throws {
    let graph = try FinancialGraphs.recovering(by: strategy)
    let vault = try graph.resource("production-vault/vault/vault")
    #expect(vault.placement.region == "us-west-2" && vault["LockConfiguration"] != nil)
    let plan = try graph.resource("production-backup/backup/plan")
    #expect(plan.producer(at: "BackupPlan.BackupPlanRule[0].CopyActions[0].DestinationBackupVaultArn")?.address == vault.address)
    // Buckets are among what is backed up, which the role's usual policies do not allow.
    let policies = try graph.resource("production-backup/backup/role/role")["ManagedPolicyArns"]?.arrayValue ?? []
    #expect(policies.contains("arn:aws:iam::aws:policy/AWSBackupServiceRolePolicyForS3Backup"))
    let database = try graph.resource("production-data/database/primary")
    #expect(database["AutomaticBackupReplicationRegion"] == "us-west-2")
    #expect(database.producer(at: "AutomaticBackupReplicationKmsKeyId")?.address == "production-vault/key/key")
    #expect(graph["development-vault/vault/vault"] == nil)
    if strategy == .backupAndRestore { #expect(graph.all(EC2.VPC.self).allSatisfy { $0.placement.region == "us-east-1" }) }
  }

  @Test("Pilot light: a network, the same key and a replica of the database, and no server runs")
  func pilotLight() throws {
    let graph = try FinancialGraphs.recovering(by: .pilotLight)
    let replica = try graph.resource("production-recovery-data/database/replica")
    #expect(replica.placement.region == "us-west-2")
    #expect(replica["SourceDBInstanceIdentifier"] == .reference(Reference("production-data/database/primary", "DBInstanceArn")))
    #expect(replica["SourceRegion"] == "us-east-1")
    let key = try #require(replica.producer(at: "KmsKeyId"))
    #expect(key.type == "AWS::KMS::ReplicaKey" && key.placement.region == "us-west-2")
    #expect(key.producer(at: "PrimaryKeyArn")?["MultiRegion"] == true)
    let servers = try graph.resource("production-recovery-compute/servers/group")
    #expect(servers["MinSize"] == "0" && servers["DesiredCapacity"] == "0" && servers["MaxSize"] == "12")
    #expect(graph["production-recovery-data/cache/group"] == nil)
    #expect(graph.all(Route53.HealthCheck.self).isEmpty)
  }

  @Test("Warm standby: one server runs, and DNS goes there when the first region is not healthy")
  func warmStandby() throws {
    let graph = try FinancialGraphs.recovering(by: .warmStandby)
    let servers = try graph.resource("production-recovery-compute/servers/group")
    #expect(servers["MinSize"] == "1")
    #expect(try graph.resource("production-recovery-data/cache/group")["NumCacheClusters"] == 1)
    let primary = try graph.resource("production-traffic/primary")
    let recovery = try graph.resource("production-traffic/recovery")
    #expect(primary["Failover"] == "PRIMARY" && recovery["Failover"] == "SECONDARY")
    #expect(primary.refers(to: Route53.HealthCheck.self, at: "HealthCheckId"))
    #expect(recovery.producer(at: "AliasTarget.DNSName")?.placement.region == "us-west-2")
    #expect(primary["SetIdentifier"] != recovery["SetIdentifier"])
  }

  @Test("Multi-region: both regions serve in full, by latency; tables and documents are written in both")
  func multiRegion() throws {
    let graph = try FinancialGraphs.recovering(by: .multiRegion)
    #expect(
      try graph.resource("production-recovery-compute/servers/group")["MinSize"]
        == graph.resource("production-compute/servers/group")["MinSize"])
    #expect(try graph.resource("production-traffic/primary")["Region"] == "us-east-1")
    #expect(try graph.resource("production-traffic/recovery")["Region"] == "us-west-2")
    let table = try graph.resource("production-data/global-requests")
    #expect(table["Replicas"]?.arrayValue?.compactMap { $0["Region"]?.stringValue } == ["us-east-1", "us-west-2"])
    #expect(graph["production-data/requests/table"] == nil)
    for (source, target) in [
      ("production-data/documents/bucket", "production-data/remote-document-copies/bucket"),
      ("production-data/remote-documents/bucket", "production-data/document-copies/bucket"),
    ] {
      let bucket = try graph.resource(ResourceAddress(source))
      let copy = try #require(bucket.producer(at: "ReplicationConfiguration.Rules[0].Destination.Bucket"))
      #expect(copy.address == ResourceAddress(target))
      #expect(copy.placement.region != bucket.placement.region)
    }
  }

  @Test("Each strategy deploys, plans nothing afterwards, and goes away", arguments: Financial.DisasterRecovery.allCases)
  func life(strategy: Financial.DisasterRecovery) async throws {
    try await expectLife(of: try FinancialGraphs.recovering(by: strategy))
  }
}

/// Deploys a graph to an embedded cloud, plans again, and destroys it.
func expectLife(of graph: ResourceGraph) async throws {
  let environment = TestEnvironment()
  let first = try await environment.deploy(graph)
  #expect(first.failures == [])
  #expect(first.counts.created + first.counts.acted == graph.resources.count)
  let second = try await environment.plan(graph)
  #expect(!second.hasChanges, "\(second.steps.filter { $0.operation != .keep }.map { "\($0.address) \($0.changes)" })")
  let end = try await environment.destroy(graph.environment)
  #expect(end.failures == [])
  // Accounts are not closed with the program, so the units and the organization stay too.
  let kept = ["Account", "OrganizationalUnit", "Organization"].map { "AWS::Organizations::\($0)" }
  let left = environment.cloud.objects.filter { $0.pendingDeletionUntil == nil && !kept.contains($0.type) }
  #expect(left.map { "\($0.type) \($0.identifier)" } == [])
}

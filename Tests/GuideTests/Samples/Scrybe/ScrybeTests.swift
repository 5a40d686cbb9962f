// snippet: scrybe-tests
import Strata
import StrataTesting
import Testing

@testable import deploy

@Suite("Scrybe")
struct ScrybeTests {
  @Test("The trail and the audit logs are encrypted with the one key", arguments: ["staging", "production"])
  func sameKey(_ environment: String) throws {
    let graph = try synthesize(environment, of: Deploy.self)
    let trail = try graph.resource("encryption/trail/trail")
    #expect(trail.producer(at: "KMSKeyId")?.address == "encryption/phi/key")
    for bucket in graph.all(S3.Bucket.self) {
      let encryption: PropertyPath = "BucketEncryption.ServerSideEncryptionConfiguration[0].ServerSideEncryptionByDefault"
      #expect(bucket.refers(to: KMS.Key.self, at: encryption))
    }
  }

  @Test("It meets HIPAA and SOC 2", arguments: ["staging", "production"])
  func policies(_ environment: String) throws {
    let report = try policyReport(of: environment, in: Deploy.self, today: "2026-12-01")
    #expect(report.diagnostics.map(\.message) == [])
  }

  @Test("It deploys, a second deployment has nothing to do, and its outputs are there")
  func deploys() async throws {
    let graph = try synthesize("production", of: Deploy.self)
    let environment = TestEnvironment()
    let outputs = try await environment.deploy(graph).snapshot.outputs
    #expect(outputs["encryption/audit_logs_bucket"]?.value == "scrybe-phi-production-audit-logs-123456789012")
    #expect(try await environment.plan(graph).hasChanges == false)
  }

  @Test("A deployment that is killed anywhere reaches the same end")
  func survivesCrashes() throws {
    try expectConvergesFromEveryCrash("staging", of: Deploy.self, points: 25)
  }
}
// end

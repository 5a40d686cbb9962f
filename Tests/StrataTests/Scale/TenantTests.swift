import Foundation
import Strata
import StrataTesting
import Testing

@Suite("Many tenants")
struct TenantTests {
  /// 100 tenants; 1,000 where times are wanted: `STRATA_MEASURE=1 swift test --filter TenantTests`.
  private var tenants: Int { ProcessInfo.processInfo.environment["STRATA_MEASURE"] == nil ? 100 : 1_000 }

  @Test("Every tenant is deployed, a second plan is empty, one tenant more plans exactly its own resources, and destroying leaves nothing")
  func life() async throws {
    let count = tenants
    let clock = ContinuousClock()
    func measured<Value>(_ phase: String, _ work: () async throws -> Value) async rethrows -> Value {
      let began = clock.now
      let value = try await work()
      if count > 100 { print("MEASURE \(6 * count) resources, \(phase): \(Int((clock.now - began) / .milliseconds(1))) ms") }
      return value
    }
    let graph = try await measured("declare, synthesize and check") { try synthesize { TenantStack(count: count) } }
    #expect(graph.resources.count == 6 * count)
    let environment = TestEnvironment(EmbeddedCloudOptions(realism: .off))
    environment.cloud.recordOperations(false)
    let first = try await measured("plan and apply") { try await environment.deploy(graph) }
    #expect(first.failures == [])
    let second = try await measured("plan again") { try await environment.plan(graph) }
    #expect(!second.hasChanges)
    let more = try await environment.plan(try synthesize { TenantStack(count: count + 1) })
    #expect(more.counts.created == 6)
    #expect(more.counts.kept == 6 * count)
    let end = try await measured("destroy") { try await environment.destroy("test") }
    #expect(end.failures == [])
    #expect(environment.cloud.isEmpty)
  }
}

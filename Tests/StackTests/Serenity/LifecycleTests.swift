import Strata
import StrataModel
import StrataTesting
import Testing

@Suite("Serenity: from nothing to a deployment and back, in an embedded cloud")
struct LifecycleTests {
  @Test("Deploying makes everything, deploying again changes nothing, and destroying leaves nothing")
  func life() async throws {
    let graph = try SerenityGraphs.pilot
    let environment = TestEnvironment()
    let first = try await environment.deploy(graph)
    #expect(first.failures == [])
    #expect(first.counts.created + first.counts.acted == graph.resources.count)
    let second = try await environment.plan(graph)
    #expect(!second.hasChanges, "\(second.steps.filter { $0.operation != .keep }.map { "\($0.address) \($0.changes)" })")
    let drift = try await environment.drift(of: "pilot")
    #expect(drift.drifted == [])
    #expect(drift.resources.filter { !$0.storedDifferently.isEmpty } == [])
    let refreshed = try await environment.plan(graph, isRefreshing: true)
    #expect(!refreshed.hasChanges, "\(refreshed.steps.filter { $0.operation != .keep }.map { "\($0.address) \($0.changes)" })")
    #expect(refreshed.diagnostics.map(\.code) == second.diagnostics.map(\.code))
    let end = try await environment.destroy("pilot")
    #expect(end.failures == [])
    #expect(environment.cloud.objects.filter { $0.pendingDeletionUntil == nil }.map { "\($0.type) \($0.identifier)" } == [])
  }
}

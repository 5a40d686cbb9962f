import StrataModel
import StrataSimulation
import Testing

@Suite("Killed at every point")
struct CrashSweepTests {
  private static let before = SimulatedProgram([
    .init("net/vpc", .vpc, slot: 1), .init("net/old", .subnet, slot: 2, uses: ["vpc": "net/vpc"]), .init("app/key", .key, slot: 3),
    .init("app/alias", .alias, slot: 4, uses: ["key": "app/key"]), .init("app/role", .role, slot: 5, isNamed: true),
    .init("app/zone", .zone, slot: 6),
  ])
  private static let after = SimulatedProgram([
    .init("net/vpc", .vpc, slot: 1), .init("net/new", .subnet, slot: 7, uses: ["vpc": "net/vpc"]),
    .init("app/key", .key, slot: 3, content: 1, shape: 1), .init("app/alias", .alias, slot: 4, uses: ["key": "app/key"]),
    .init("app/role", .role, slot: 5, shape: 1, isNamed: true), .init("app/zone", .zone, slot: 6, content: 1),
  ])

  @Test("A first deployment converges")
  func first() { expectConvergence(CrashSweep(Self.before.graph)) }

  @Test("Updates, replacements and deletes converge")
  func changes() { expectConvergence(CrashSweep(Self.after.graph, after: [Self.before.graph])) }

  @Test("A crash says where it was")
  func place() {
    let sweep = CrashSweep(Self.before.graph)
    let count = sweep.points(seed: 1).count
    let crashes = sweep.crash(at: Array(1...count), seed: 1).compactMap(\.crash)
    #expect(crashes.map(\.number) == Array(1...count))
    #expect(crashes.count == count)
    #expect(crashes.contains { $0.address == "app/key" && $0.description.contains("the call 'create AWS::KMS::Key") })
    #expect(crashes.contains { $0.description.contains("synchronize") })
  }

  @Test("What one crash leaves behind does not depend on the other points")
  func independence() {
    let sweep = CrashSweep(Self.before.graph)
    #expect(sweep.crash(at: [7, 20, 31], seed: 3)[1] == sweep.crash(at: [20], seed: 3)[0])
    #expect(sweep.crash(at: [100_000], seed: 3)[0].crash == nil)
  }

  private func expectConvergence(_ sweep: CrashSweep, sourceLocation: Testing.SourceLocation = #_sourceLocation) {
    let (count, undisturbed) = sweep.points(seed: 1)
    #expect(undisturbed.violations == [], sourceLocation: sourceLocation)
    #expect(count > 40, sourceLocation: sourceLocation)
    for seed in 0..<3 {
      let points = Array(stride(from: 1 + seed, through: count, by: 3))
      for finding in sweep.crash(at: points, seed: UInt64(seed), again: seed % 2) {
        #expect(finding.violations == [], "\(finding.crash?.description ?? "no crash")", sourceLocation: sourceLocation)
      }
    }
  }
}

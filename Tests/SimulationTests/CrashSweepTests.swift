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
    let crashes = (1...count).compactMap { sweep.crash(at: $0, seed: 1).crash }
    #expect(crashes.count == count)
    #expect(crashes.contains { $0.address == "app/key" && $0.description.contains("the call 'create AWS::KMS::Key") })
    #expect(crashes.contains { $0.description.contains("synchronize") })
  }

  private func expectConvergence(_ sweep: CrashSweep, sourceLocation: Testing.SourceLocation = #_sourceLocation) {
    let (count, undisturbed) = sweep.points(seed: 1)
    #expect(undisturbed.violations == [], sourceLocation: sourceLocation)
    #expect(count > 40, sourceLocation: sourceLocation)
    for point in 1...max(1, count) {
      let finding = sweep.crash(at: point, seed: UInt64(point % 3), again: point % 2)
      #expect(finding.violations == [], "\(finding.crash?.description ?? "point \(point)")", sourceLocation: sourceLocation)
    }
  }
}

import StrataModel
import StrataSimulation
import Testing

@Suite("Random deployments under faults and crashes")
struct ScenarioTests {
  @Test("Break no invariant", arguments: 0..<8)
  func random(block: Int) {
    for seed in UInt64(block * 25 + 1)...UInt64(block * 25 + 25) {
      let result = Scenario.random(seed: seed).run()
      #expect(result.violations == [], "seed \(seed)")
    }
  }

  @Test("Are led back from wherever they died, to what stood before and nothing else", arguments: 0..<4)
  func rollbacks(block: Int) {
    let before = SimulatedProgram([
      .init("s1/net", .vpc, slot: 1), .init("s1/sub", .subnet, slot: 2, uses: ["vpc": "s1/net"]), .init("s2/key", .key, slot: 3),
      .init("s2/old", .key, slot: 4, isRetained: true),
    ])
    let after = SimulatedProgram([
      .init("s1/net", .vpc, slot: 1, content: 3, shape: 2), .init("s1/sub", .subnet, slot: 2, shape: 1, uses: ["vpc": "s1/net"]),
      .init("s2/key", .key, slot: 3, content: 5), .init("s2/new", .key, slot: 5),
    ])
    for at in stride(from: 1 + block, through: 100, by: 4) {
      for rollback in [[], [Scenario.Attempt(.crash(at: 1 + at * 7 % 60))]] {
        let scenario = Scenario(
          seed: UInt64(at), deployments: [.init(before), .init(after, attempts: [.init(.crash(at: at))], rollback: rollback)])
        #expect(scenario.run().violations == [], "crash at \(at)")
      }
    }
  }

  @Test("Are the same history for the same seed, and another one for another seed")
  func determinism() {
    let first = (1...20).map { Scenario.random(seed: UInt64($0)).run() }
    let second = (1...20).map { Scenario.random(seed: UInt64($0)).run() }
    #expect(first == second)
    #expect(Set(first.map(\.digest)).count > 15)
  }

  @Test("Crash, change and refuse often enough to mean something")
  func coverage() {
    let results = (1...60).map { Scenario.random(seed: UInt64($0)).run() }
    #expect(results.reduce(0) { $0 + $1.crashes } > 30)
    #expect(results.reduce(0) { $0 + $1.refused } < 30)
    var kinds: Set<ResourceKind> = []
    for seed in 1...60 {
      for deployment in Scenario.random(seed: UInt64(seed)).deployments {
        kinds.formUnion(deployment.program?.resources.map(\.kind) ?? [])
      }
    }
    #expect(kinds == Set(ResourceKind.allCases))
  }
}

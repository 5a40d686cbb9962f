import StrataSimulation
import Testing

/// What the simulation found, as it printed it; each broke an invariant before the engine was mended.
@Suite("Seeds that broke an invariant once")
struct RegressionTests {
  // mismatch: a read from before our own last write showed what was wanted, and spared the update
  @Test func `Seed 752 breaks no invariant`() {
    let scenario = Scenario(
      seed: 752, callLifetime: 60,
      deployments: [
        .init(SimulatedProgram([.init("s2/r3", .key, slot: 3)])),
        .init(SimulatedProgram([.init("s2/r3", .key, slot: 3, content: 6)]), attempts: [.init(nil), .init(.stalePlan)]),
      ])
    #expect(scenario.run().violations == [])
  }

  // convergence: a secret attribute of a client that was just made did not show yet, and nobody waited for it
  @Test func `Seed 12 breaks no invariant`() {
    let scenario = Scenario(
      seed: 12, callLifetime: 0,
      deployments: [
        .init(
          SimulatedProgram([
            .init("s3/r3", .userPool, slot: 3), .init("s3/r4", .userPoolClient, slot: 4, uses: ["pool": "s3/r3"]),
            .init("s2/r5", .clientSecret, slot: 5, uses: ["client": "s3/r4"]),
          ]))
      ])
    #expect(scenario.run().violations == [])
  }

  // mismatch: a client was replaced, the process died, and the next plan took the reference to its secret for unchanged
  @Test func `Seed 1040 breaks no invariant`() {
    let before = SimulatedProgram([
      .init("s2/r1", .userPool, slot: 1), .init("s2/r2", .userPoolClient, slot: 2, uses: ["pool": "s2/r1"]),
      .init("s2/r5", .clientSecret, slot: 5, uses: ["client": "s2/r2"]),
    ])
    let after = SimulatedProgram([
      .init("s5/r1", .userPool, slot: 1, content: 3, shape: 2), .init("s2/r2", .userPoolClient, slot: 2, uses: ["pool": "s5/r1"]),
      .init("s2/r5", .clientSecret, slot: 5, uses: ["client": "s2/r2"]),
    ])
    for point in 1...80 {
      let scenario = Scenario(
        seed: 1_040, callLifetime: 60, deployments: [.init(before), .init(after, attempts: [.init(.crash(at: point))])])
      #expect(scenario.run().violations == [], "point \(point)")
    }
  }

  // plan-cycle: a name given up by one pool and taken by another left no order for the client that moves from the one to the other
  @Test func `Seed 63 breaks no invariant`() {
    let scenario = Scenario(
      seed: 63, callLifetime: 0,
      deployments: [
        .init(
          SimulatedProgram([
            .init("s3/r1", .userPool, slot: 1, content: 5, shape: 1), .init("s3/r2", .userPoolClient, slot: 2, uses: ["pool": "s3/r1"]),
          ])),
        .init(
          SimulatedProgram([
            .init("s4/r1", .userPool, slot: 1, content: 5, shape: 2), .init("s3/r2", .userPoolClient, slot: 2, uses: ["pool": "s4/r1"]),
          ])),
      ])
    let result = scenario.run()
    #expect(result.violations == [])
    #expect(result.refused == 0)
  }

  // convergence: what somebody changed by hand and the program changed, too, was refused for good
  @Test func `Seed 238 breaks no invariant`() {
    let scenario = Scenario(
      seed: 238, callLifetime: 60,
      deployments: [
        .init(SimulatedProgram([.init("s2/r1", .key, slot: 1)])),
        .init(SimulatedProgram([.init("s2/r1", .key, slot: 1, content: 3)]), attempts: [.init(.foreign(.change(0)))]),
      ])
    #expect(scenario.run().violations == [])
  }

  // refusedLater: a plan of the rollback before counted as one of a program that had never been planned
  @Test func `A program that is refused before it was planned is not one that was accepted`() {
    let scenario = Scenario(
      seed: 52065, callLifetime: 0,
      deployments: [
        .init(
          SimulatedProgram([
            .init("s3/r2", .bucket, slot: 2, content: 1, shape: 2, isNamed: true),
            .init("s2/r3", .bucketPolicy, slot: 3, uses: ["bucket": "s3/r2"]),
          ])),
        .init(
          SimulatedProgram([
            .init("s4/r2", .bucket, slot: 2, renamedFrom: "s3/r2"),
            .init("s2/r3", .bucketPolicy, slot: 3, uses: ["bucket": "s4/r2"]),
          ]), rollback: []),
        .init(
          SimulatedProgram([
            .init("s4/r2", .bucket, slot: 2, content: 1, shape: 2, isNamed: true),
            .init("s2/r3", .bucketPolicy, slot: 3, uses: ["bucket": "s4/r2"]),
          ]), attempts: [.init(.crash(at: 10))]),
      ])
    #expect(scenario.run().violations == [])
  }

  // openOperation: an interrupted policy of a topic could not be found by anything
  @Test func `A topic's policy is found after a crash at any point`() {
    let sweep = CrashSweep(
      SimulatedProgram([.init("s1/a", .topic, slot: 1), .init("s1/b", .topicPolicy, slot: 2, uses: ["topic": "s1/a"])]).graph)
    for finding in sweep.crash(at: Array(1...sweep.points(seed: 1).count), seed: 1) { #expect(finding.violations == []) }
  }

  // phantom: a deletion whose answer was lost went on, recovery saw the object standing, and the way back kept its record
  @Test func `Seed 20018 breaks no invariant`() {
    let scenario = Scenario(
      seed: 20018, callLifetime: 0,
      deployments: [
        .init(SimulatedProgram([.init("s1/r1", .table, slot: 1), .init("s3/r2", .vpc, slot: 2)])),
        .init(nil, attempts: [.init(.crash(at: 38))], rollback: []),
      ])
    #expect(scenario.run().violations == [])
  }

  // mismatch: the way back was interrupted before its update was sent, and a read from before the update on the way there showed what it wanted
  @Test func `Seed 37996 breaks no invariant`() {
    func program(_ content: Int, isDeletedFirst: Bool = false) -> SimulatedProgram {
      SimulatedProgram([
        .init("s1/r1", .role, slot: 1, content: 3, shape: 1), .init("s3/r2", .parameter, slot: 2, content: 4, shape: 2),
        .init("s3/r3", .rule, slot: 3, content: content, shape: 2, isNamed: true, isDeletedFirst: isDeletedFirst),
        .init("s1/r4", .rule, slot: 4, content: 5, isNamed: true, isElsewhere: true),
      ])
    }
    let scenario = Scenario(
      seed: 37996, callLifetime: 60,
      deployments: [
        .init(program(3)), .init(program(4, isDeletedFirst: true), attempts: [.init(nil)], rollback: [.init(.crash(at: 17))]),
      ])
    #expect(scenario.run().violations == [])
  }
}

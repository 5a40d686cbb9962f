import StrataSimulation
import Testing

@Suite("A failing scenario")
struct ShrinkingTests {
  @Test("Is shrunk to what matters")
  func shrinks() {
    func matters(_ scenario: Scenario) -> Bool {
      scenario.deployments.contains { deployment in
        deployment.program?.resources.contains { $0.kind == .gatewayAttachment } == true
          && deployment.attempts.contains { if case .crash? = $0.disruption { true } else { false } }
      }
    }
    guard let scenario = (1...500).lazy.map({ Scenario.random(seed: $0) }).first(where: { matters($0) && $0.deployments.count > 2 }) else {
      Issue.record("no seed up to 500 attaches a gateway and crashes")
      return
    }
    let small = Shrinker.shrink(scenario, while: matters)
    #expect(small.deployments.count == 1)
    #expect(Set(small.deployments.first?.program?.resources.map(\.kind) ?? []) == [.vpc, .internetGateway, .gatewayAttachment])
    #expect(small.deployments.first?.attempts.count == 1)
    #expect(small.deployments.first?.attempts.first?.weather == .calm)
  }

  @Test("Is printed as a test")
  func prints() {
    let scenario = Scenario(
      seed: 7, callLifetime: 0,
      deployments: [
        .init(
          SimulatedProgram([
            .init("s1/a", .vpc, slot: 1, content: 2), .init("s1/b", .subnet, slot: 2, uses: ["vpc": "s1/a"], isProtected: true),
          ]), attempts: [.init(.crash(at: 12), .lossy), .init(nil, .stormy)]),
        .init(nil, attempts: [.init(.stop(at: 3, twice: true))], rotatesSecrets: true, pause: 60, rollback: [.init(.crash(at: 4))]),
      ])
    let text = Reproduction(scenario, Violation(kind: .orphan, message: "something is left")).description
    #expect(
      text == """
          // orphan: something is left
          @Test func `Seed 7 breaks no invariant`() {
            let scenario = Scenario(
              seed: 7, callLifetime: 0,
              deployments: [
                .init(
                  SimulatedProgram([
                    .init("s1/a", .vpc, slot: 1, content: 2),
                    .init("s1/b", .subnet, slot: 2, uses: ["vpc": "s1/a"], isProtected: true),
                  ]), attempts: [.init(.crash(at: 12), .lossy), .init(nil, .stormy)]),
                .init(nil, attempts: [.init(.stop(at: 3, twice: true))], rotatesSecrets: true, pause: 60, rollback: [.init(.crash(at: 4))]),
              ])
            #expect(scenario.run().violations == [])
          }
        """)
  }
}

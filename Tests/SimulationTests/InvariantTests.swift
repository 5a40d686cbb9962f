import StrataDeployment
import StrataEmbeddedCloud
import StrataModel
import StrataSimulation
import Testing

@Suite("The invariants notice")
struct InvariantTests {
  private static let program = SimulatedProgram([
    .init("s1/queue", .queue, slot: 1), .init("s1/vpc", .vpc, slot: 2), .init("s1/secret", .secret, slot: 3),
  ])

  /// What is found after a deployment and something that spoils it.
  private func violations(_ spoil: @escaping @Sendable (SimulatedWorld) async -> Void) -> [Violation.Kind] {
    let world = SimulatedWorld(WorldOptions(seed: 1))
    let hasEnded = world.run {
      world.rotateSecrets()
      let end = await world.attempt(Self.program.graph)
      #expect(end == .completed)
      await spoil(world)
      await world.checkConvergence(Self.program.graph)
    }
    #expect(hasEnded)
    return world.violations.map(\.kind)
  }

  private static func target(_ type: String, in world: SimulatedWorld) throws -> ObjectTarget {
    let object = try #require(world.cloud.objects.first { $0.type == type })
    return ObjectTarget(
      type: type, placement: Placement(account: "123456789012", region: "us-east-1"), route: .embedded, identifier: object.identifier)
  }

  @Test("nothing after a deployment that went well")
  func nothing() { #expect(violations { _ in } == []) }

  @Test("an object that is gone")
  func phantom() {
    let found = violations { world in
      _ = try? await world.cloud.delete(
        DeleteRequest(target: Self.target("AWS::SQS::Queue", in: world), properties: [:], token: nil))
    }
    #expect(found.contains(.phantom))
  }

  @Test("an object that nobody knows")
  func orphan() {
    let found = violations { world in
      _ = try? await world.cloud.create(
        CreateRequest(
          type: "AWS::EC2::VPC", placement: Placement(account: "123456789012", region: "us-east-1"), route: .embedded,
          properties: ["CidrBlock": "10.99.0.0/16"], token: nil))
    }
    #expect(found == [.orphan])
  }

  @Test("an object that is not as declared")
  func mismatch() {
    let found = violations { world in
      try? world.cloud.tamper(Self.target("AWS::SQS::Queue", in: world), with: ["VisibilityTimeout": 99])
    }
    #expect(found == [.mismatch])
  }

  @Test("a secret that was not brought to its new text")
  func staleSecret() {
    let found = violations { world in world.rotateSecrets() }
    #expect(Set(found) == [.mismatch, .replan])
  }

  @Test("a secret in a file")
  func secret() {
    let found = violations { world in await world.leak() }
    #expect(found == [.secret])
  }

  @Test("something that waits for ever")
  func hang() {
    let world = SimulatedWorld(WorldOptions(seed: 1))
    #expect(!world.run { await withUnsafeContinuation { (_: UnsafeContinuation<Void, Never>) in } })
  }
}

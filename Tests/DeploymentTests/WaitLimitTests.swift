import StrataDeployment
import StrataModel
import Testing

@Suite("How long is waited")
struct WaitLimitTests {
  /// How long a table's create takes at most, given how long the service takes, in milliseconds of the clock.
  private func run(_ type: String, takes milliseconds: Int, timeout: Int? = nil) async throws -> (result: DeploymentResult, elapsed: Int) {
    let world = World()
    world.cloud.delay(type, milliseconds)
    var node = Sample.node("a/b", type, ["Description": "x"])
    node.lifecycle.timeouts.create = timeout
    let began = world.clock.now()
    let result = try await world.deploy(Sample.graph([node]))
    return (result, world.clock.now() - began)
  }

  @Test("An operation that goes on longer than the resource says is left to the next run, and one within it is waited for")
  func ownLimit() async throws {
    let late = try await run("AWS::KMS::Key", takes: 300_000, timeout: 60)
    #expect(late.result.unsettledSteps == [0])
    #expect((60_000..<90_000).contains(late.elapsed))
    let open = late.result.snapshot.openIntents
    #expect(open.first?.error == "The operation still goes on after 60 seconds; the next run goes on waiting.")
    #expect(try await run("AWS::KMS::Key", takes: 300_000, timeout: 600).result.isComplete)
  }

  @Test("Without a word the type's limit holds, and the usual one for types that are not listed")
  func usualLimits() async throws {
    #expect(try await run("AWS::EC2::NatGateway", takes: 660_000).result.unsettledSteps == [0])
    #expect(try await run("AWS::EC2::NatGateway", takes: 540_000).result.isComplete)
    #expect(try await run("AWS::EC2::NatGateway", takes: 660_000, timeout: 700).result.isComplete)
    #expect(try await run("AWS::KMS::Key", takes: 7_000_000).result.isComplete)
    #expect(try await run("AWS::KMS::Key", takes: 7_300_000).result.unsettledSteps == [0])
  }
}

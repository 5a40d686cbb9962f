import StrataModel
import StrataPlanning
import Testing

@Suite("A first plan")
struct FirstPlanTests {
  private let network = graph(
    node("net/main", Sample.network, ["Range": "10.0.0.0/16"]),
    node("net/a", Sample.subnet, ["NetworkId": ref("net/main", "Id"), "Range": "10.0.1.0/24"]))

  @Test("Everything that is declared is created, what is referred to first")
  func creates() {
    let plan = plan(emptyState, network)
    #expect(plan.effects == ["create net/main", "create net/a"])
    #expect(plan.steps[1].needs == [PlanStep.Need(0)])
    #expect(plan.diagnostics == [])
  }

  @Test("Generations are handed out in the order of addresses, and instances follow from them")
  func generations() {
    let plan = plan(emptyState, network)
    #expect(plan.reservedGenerations == 1..<3)
    #expect(plan.steps.map(\.generation) == [2, 1])
    #expect(plan.steps[1].instance == InstanceID(lineage: emptyState.lineage, address: "net/a", generation: 1))
  }

  @Test("The same arguments give the same plan, and a plan right after its deployment is empty")
  func repeats() {
    #expect(plan(emptyState, network) == plan(emptyState, network))
    let state = deployed(network)
    let second = plan(state, network)
    #expect(!second.hasChanges)
    #expect(second.steps.map(\.operation) == [.keep, .keep])
    #expect(second.reservedGenerations.isEmpty)
  }

  @Test("What the cloud cannot hold is a change until state says so, and again when it can")
  func unsupported() throws {
    var partial = network
    partial.unsupported = [UnsupportedResource("net/gateway", "Test::Gateway", reason: "small cannot hold it")]
    var state = deployed(network)
    let first = plan(state, partial)
    #expect(first.hasChanges)
    #expect(first.steps.map(\.operation) == [.keep, .keep])
    #expect(first.unsupported == partial.unsupported)
    state.unsupported = partial.unsupported
    #expect(!plan(state, partial).hasChanges)
    #expect(plan(state, network).unsupported == [])
  }

  @Test("An edit that only moves lines changes neither the plan's digest nor the graph's, and makes no step")
  func positions() {
    let moved = graph(
      node("net/main", Sample.network, ["Range": "10.0.0.0/16"], line: 90),
      node("net/a", Sample.subnet, ["NetworkId": ref("net/main", "Id"), "Range": "10.0.1.0/24"], line: 97))
    #expect(moved.digest == network.digest)
    #expect(moved.jsonText != network.jsonText)
    #expect(!plan(deployed(network), moved).hasChanges)
  }

  @Test("A state of another environment is refused")
  func environment() {
    var other = emptyState
    other.environment = "production"
    let plan = plan(other, network)
    #expect(plan.errorCodes == ["environment-mismatch"])
    #expect(plan.steps.isEmpty)
  }

  @Test("Every part of a graph that matters is in its digest, and values of different kinds are told apart")
  func graphDigest() {
    func digest(_ value: PropertyValue, after: [ResourceAddress] = [], lifecycle: (inout Lifecycle) -> Void = { _ in }) -> String {
      graph(node("a/a", Sample.key), node("a/b", Sample.key, ["P": value], after: after, lifecycle: lifecycle)).digest
    }
    let values: [PropertyValue] = [
      "1", 1, 1.5, true, .null, [], [:], ["1"], [["1"]], ["a": "1"], ["a", "1"], ["a1"], ["", "a1"], .integer(-1), .integer(1 << 40),
      ref("a/a", "Id"), .secret(SecretSource(.file, "1")), .expression(Expression(.concatenate, ["1"])), "a\u{0}1",
    ]
    var digests = Set(values.map { digest($0) })
    #expect(digests.count == values.count)
    digests.insert(digest("1", after: ["a/a"]))
    digests.insert(digest("1") { $0.isProtected = true })
    #expect(digests.count == values.count + 2)
    #expect(ScaleTests.stacks(30).digest == ScaleTests.stacks(30).digest)
    #expect(ScaleTests.stacks(30).digest != ScaleTests.stacks(31).digest)
  }
}

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
}

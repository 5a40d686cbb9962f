import StrataModel
import StrataPlanning
import Testing

@Suite("Actions in a plan")
struct ActionTests {
  private func action(_ length: Int, undo: Bool = true, effect: String = "passwords are long") -> PropertyObject {
    ActionSpecification(
      effect: effect, run: ServiceRequest("iam", "UpdateAccountPasswordPolicy", ["MinimumPasswordLength": .integer(length)]),
      proof: .init(
        ServiceRequest("iam", "GetAccountPasswordPolicy"),
        [.init("PasswordPolicy.MinimumPasswordLength", .equals, .integer(length))]),
      undo: undo ? ServiceRequest("iam", "DeleteAccountPasswordPolicy") : nil
    ).document
  }

  private func program(_ length: Int, undo: Bool = true, id: ResourceAddress = "account/passwords") -> ResourceGraph {
    graph(node(id, ActionSpecification.type, action(length, undo: undo)))
  }

  private var nothing: ResourceGraph { graph(node("account/key", Sample.key, ["Note": "k"])) }

  @Test("A new action acts, an unchanged one needs nothing, a changed one acts again")
  func acts() throws {
    let first = plan(emptyState, program(14))
    #expect(first.steps.map(\.verb) == ["act"])
    #expect(first.counts.acted == 1)
    #expect(first.counts.created == 0)
    #expect(!isChanging(deployed(program(14)), program(14)))
    let second = plan(deployed(program(14)), program(16))
    let step = try #require(second.step(.update, "account/passwords"))
    #expect(step.verb == "act")
    #expect(step.changes.map(\.path).contains("Run.Input.MinimumPasswordLength"))
    #expect(second.report["steps"]?.arrayValue?.first?["operation"] == "act")
  }

  @Test("An action whose proof a refresh does not find runs again, and is not made anew")
  func unproven() throws {
    let state = deployed(program(14))
    var observations = Observations()
    for instance in state.records.keys { observations.reads[instance] = .missing }
    let plan = plan(state, program(14), observations)
    #expect(plan.effects == ["update account/passwords"])
    #expect(plan.step(.update, "account/passwords")?.because == ["its proof does not hold any more"])
    for instance in state.records.keys { observations.reads[instance] = .found(properties: [:]) }
    #expect(!self.plan(state, program(14), observations).hasChanges)
  }

  private func plan(_ state: StateSnapshot, _ graph: ResourceGraph, _ observations: Observations = Observations()) -> Plan {
    Plan.make(from: state, to: graph, observations: observations, options: options, schema: Sample.facts)
  }

  @Test("An action that leaves the program is undone; one without a way back is forgotten with the effect that stays")
  func ends() throws {
    let undone = plan(deployed(program(14)), nothing)
    #expect(undone.step(.delete, "account/passwords")?.verb == "undo")
    #expect(undone.counts.undone == 1)
    let left = plan(deployed(program(14, undo: false)), nothing)
    #expect(
      left.step(.forget, "account/passwords")?.because == ["nothing undoes it, and its effect stays: passwords are long"])
    let destroyed = Plan.destroying(deployed(program(14, undo: false)), options: options, schema: Sample.facts)
    #expect(destroyed.effects == ["forget account/passwords"])
  }

  @Test("What another action keeps in effect is not undone")
  func heir() {
    let plan = plan(deployed(program(14)), program(16, id: "account/policy"))
    #expect(plan.effects.sorted() == ["create account/policy", "forget account/passwords"])
  }

  @Test("A --replace runs an action again and leaves its effect")
  func again() {
    var replacing = options
    replacing.replaced = ["account/passwords"]
    let plan = Plan.make(from: deployed(program(14)), to: program(14), options: replacing, schema: Sample.facts)
    #expect(plan.effects == ["update account/passwords"])
  }

  @Test("Expectations compare numbers with their texts, and find elements of lists by what is asked of them")
  func expectations() {
    let answer: PropertyValue = [
      "Count": "14", "Roots": [["Id": "r-1", "PolicyTypes": [["Type": "TAG_POLICY", "Status": "ENABLED"]]]], "Empty": [],
    ]
    func holds(_ path: PropertyPath, _ comparison: ActionSpecification.Expectation.Comparison, _ value: PropertyValue) -> Bool {
      ActionSpecification.Expectation(path, comparison, value).holds(in: answer)
    }
    #expect(holds("Count", .equals, 14))
    #expect(!holds("Count", .equals, 15))
    #expect(holds("Roots[0].PolicyTypes", .contains, ["Type": "TAG_POLICY"]))
    #expect(!holds("Roots[0].PolicyTypes", .contains, ["Type": "TAG_POLICY", "Status": "PENDING"]))
    #expect(!holds("Empty", .contains, "x"))
    #expect(!holds("Absent", .equals, .null))
  }
}

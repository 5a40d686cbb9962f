import StrataModel
import StrataPlanning
import Testing

@Suite("Lookups in a plan")
struct LookupTests {
  private let query = LookupQuery(.parameter(name: "/ami"), in: home)
  private let source = SourceLocation(fileID: "Stacks/Network.swift", line: 40)

  private func program(_ note: PropertyValue) -> ResourceGraph {
    ResourceGraph(
      environment: "test", resources: [node("web/server", Sample.server, ["Note": note])], lookups: [LookupDeclaration(query, at: source)])
  }

  private func read(_ answer: PropertyValue) -> Observations {
    var observations = Observations()
    observations.lookups[query.key] = answer
    return observations
  }

  private func pinned(_ answer: PropertyValue) -> StateSnapshot {
    let first = plan(emptyState, program(query.value), read(answer))
    var state = SymbolicCloud.apply(first, to: emptyState)
    state.lookups = first.lookups
    return state
  }

  @Test("The answer stands in the document, is pinned, and a further plan needs no reading")
  func pins() throws {
    let first = plan(emptyState, program(query.value), read("ami-1"))
    #expect(first.step(.create, "web/server")?.desired?.properties["Note"] == "ami-1")
    #expect(first.lookups == [query.key: "ami-1"])
    #expect(first.changedLookups == [Plan.LookupChange(key: query.key, before: nil, after: "ami-1")])
    let again = plan(pinned("ami-1"), program(query.value))
    #expect(!again.hasChanges)
    #expect(again.lookups == [query.key: "ami-1"])
  }

  @Test("Another answer changes what takes it, and is told as the cause")
  func cause() throws {
    let plan = plan(pinned("ami-1"), program(.expression(Expression(.concatenate, ["id ", query.value]))), read("ami-2"))
    let change = try #require(plan.step(.update, "web/server")?.changes.first)
    #expect(change.after == "id ami-2")
    #expect(change.cause == "the lookup of parameter /ami in 111122223333/us-east-1 changed: ami-1 -> ami-2")
    #expect(plan.changedLookups.map(\.before) == ["ami-1"])
  }

  @Test("A lookup that nobody read is an error at its line")
  func unread() {
    let plan = plan(emptyState, program(query.value))
    #expect(plan.errorCodes == ["unread-lookup"])
    #expect(plan.diagnostics.first?.location == source)
  }

  @Test("An element that a list does not have is an error at the resource")
  func unfit() {
    let third: PropertyValue = .expression(Expression(.select, [2, query.value]))
    let plan = plan(emptyState, program(third), read(["a", "b"]))
    #expect(plan.errorCodes == ["unfit-lookup"])
    #expect(plan.diagnostics.first?.message.contains("of which element 2 is wanted") == true)
  }

  @Test("A plan file carries the answers; one without lookups is written as before")
  func file() throws {
    let asked = plan(emptyState, program(query.value), read("ami-1"))
    #expect(try PlanFile.plan(in: PlanFile.text(of: asked).utf8, engine: "1.0.0") == asked)
    #expect(asked.observationsDigest != "")
    let silent = plan(emptyState, graph(node("web/server", Sample.server, ["Note": "x"])))
    #expect(!PlanFile.text(of: silent).contains("ookups"))
  }

  @Test("A destroy lets go of all answers, and a rollback goes back to the earlier ones")
  func ends() {
    let state = pinned("ami-1")
    #expect(Plan.destroying(state, options: options, schema: Sample.facts).lookups == [:])
    var present = state
    present.lookups[query.key] = "ami-2"
    let back = Plan.rollingBack(present, to: state, options: options, schema: Sample.facts)
    #expect(back.lookups == [query.key: "ami-1"])
  }
}

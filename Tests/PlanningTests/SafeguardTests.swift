import ResourceCatalog
import StrataModel
import StrataPlanning
import Testing

@Suite("Safeguards")
struct SafeguardTests {
  private func table(_ name: ResourceAddress, _ kind: PropertyValue = "x", from: [ResourceAddress] = []) -> ResourceNode {
    node(name, Sample.bucket, ["Kind": kind, "Note": "content"], line: 5, renamedFrom: from) { $0.holdsData = true }
  }

  @Test("Deleting or replacing what holds data needs an acknowledgement that names it")
  func dataLoss() throws {
    let state = deployed(graph(table("data/t")))
    for plan in [plan(state, graph(table("data/t", "y"))), plan(state, graph(node("a/b", Sample.key)))] {
      let required = try #require(plan.requiredAcknowledgements.first { $0.reason == .dataLoss })
      #expect(required.address == "data/t")
      #expect(plan.steps[required.step].operation == .delete)
      #expect(plan.steps[required.step].markers.contains(.dataLoss))
      #expect(plan.missingAcknowledgements(given: GivenAcknowledgements()).contains(required))
      #expect(!plan.missingAcknowledgements(given: GivenAcknowledgements(addresses: ["data/t"])).contains(required))
      #expect(plan.missingAcknowledgements(given: GivenAcknowledgements(addresses: ["data/other"])).contains(required))
    }
  }

  @Test("Protection is found through propagation, and removing the declaration does not lift it")
  func protection() {
    func network(_ range: PropertyValue, protects: Bool) -> ResourceGraph {
      graph(
        node("net/main", Sample.network, ["Range": range]),
        node("net/a", Sample.subnet, ["NetworkId": ref("net/main", "Id"), "Range": "2"]) { $0.isProtected = protects })
    }
    let state = deployed(network("1", protects: true))
    func reasons(_ plan: Plan) -> [String] { plan.requiredAcknowledgements.map { "\($0.reason.rawValue) \($0.address)" } }
    #expect(reasons(plan(state, network("2", protects: false))) == ["protected net/a"])
    #expect(reasons(plan(state, graph(node("net/main", Sample.network, ["Range": "1"])))) == ["protected net/a"])
    // An apply without the word lifts it, and is a change of metadata only.
    let lifted = plan(state, network("1", protects: false))
    #expect(lifted.effects == ["note net/a"])
    #expect(reasons(plan(SymbolicCloud.apply(lifted, to: state), network("2", protects: false))) == [])
    #expect(reasons(Plan.destroying(state, options: options, schema: Sample.facts)) == ["protected net/a"])
  }

  @Test("A delete that leaves something behind says so, unless nothing stays")
  func remains() throws {
    let facts = Sample.facts.with(Sample.key) {
      $0.remains = ResourceBehavior.Remains("a snapshot stays", unless: ["Source"])
    }
    func reasons(_ properties: PropertyObject, _ route: ResourceRecord.Route) throws -> [String] {
      var state = deployed(graph(node("a/b", Sample.key, properties)), facts: facts)
      for id in state.records.keys { state.records[id]?.route = route }
      return try #require(plan(state, graph(node("c/d", Sample.network)), facts: facts).step(.delete, "a/b")).because
    }
    #expect(try reasons([:], .direct(version: 1)).last == "a snapshot stays")
    #expect(try reasons(["Source": "x"], .direct(version: 1)).contains("a snapshot stays") == false)
    #expect(try reasons([:], .embedded).contains("a snapshot stays") == false)
  }

  @Test("A retained resource is forgotten, with its identifier shown")
  func retained() throws {
    let state = deployed(graph(node("a/b", Sample.key) { $0.isRetained = true }))
    let plan = plan(state, graph(node("c/d", Sample.network)))
    let step = try #require(plan.step(.forget, "a/b"))
    let identifier = try #require(state.records.values.first?.identifier)
    #expect(step.because.first?.contains(identifier) == true)
    #expect(plan.requiredAcknowledgements.filter { $0.reason != .massDelete } == [])
  }

  @Test("Losing everything, or more than half of ten or more, asks for a word; destroying does not")
  func massDelete() {
    func keys(_ count: Int) -> ResourceGraph {
      ResourceGraph(
        environment: "test", resources: (0..<count).map { node(ResourceAddress("k/\($0)"), Sample.key, ["Note": .integer($0)]) })
    }
    func asks(_ before: Int, _ after: Int) -> Bool {
      plan(deployed(keys(before)), keys(after)).requiredAcknowledgements.contains { $0.reason == .massDelete }
    }
    #expect(asks(2, 0))
    #expect(!asks(9, 1))
    #expect(asks(10, 4))
    #expect(!asks(10, 5))
    #expect(
      !Plan.destroying(deployed(keys(12)), options: options, schema: Sample.facts).requiredAcknowledgements.contains {
        $0.reason == .massDelete
      })
  }

  @Test("An interrupted operation of unknown outcome forbids a plan, and only warns in a provisional one")
  func openIntents() {
    var state = emptyState
    let source = SourceLocation(fileID: "a/b.swift", line: 1)
    let intent = Intent(
      step: 0, operation: .create, address: "a/b", instance: "i", generation: 1, type: Sample.key, placement: home, route: .embedded,
      apiClass: "tags", source: source)
    let open = OpenIntent(run: "r", intent: intent)
    state.intentsByID[open.id] = open
    #expect(plan(state, graph()).errorCodes == ["open-intent"])
    var provisional = options
    provisional.isProvisional = true
    #expect(plan(state, graph(), options: provisional).errorCodes == [])
    #expect(plan(state, graph(), options: provisional).codes == ["open-intent"])
  }

  // MARK: Renames

  @Test("A rename moves the record and touches nothing else, between stacks too")
  func rename() {
    let state = deployed(graph(table("data/old")))
    let renamed = graph(table("other/new", from: ["data/old"]))
    let plan = plan(state, renamed)
    #expect(plan.moves == [Plan.Move(from: "data/old", to: "other/new")])
    #expect(plan.effects == [])
    #expect(plan.hasChanges)
    let after = SymbolicCloud.apply(plan, to: state)
    #expect(!isChanging(after, renamed))
    #expect(Set(after.records.keys) == Set(state.records.keys))
  }

  @Test("Renames in a chain vacate an address before it is taken")
  func chain() {
    let state = deployed(graph(table("d/a"), table("d/b", "y")))
    let plan = plan(state, graph(table("d/b", from: ["d/a"]), table("d/c", "y", from: ["d/b"])))
    #expect(plan.moves == [Plan.Move(from: "d/b", to: "d/c"), Plan.Move(from: "d/a", to: "d/b")])
    #expect(plan.effects == [])
    #expect(plan.diagnostics == [])
  }

  @Test("Impossible renames are errors: two from one, two to one, a circle, a source that is still declared")
  func impossibleRenames() {
    let two = deployed(graph(table("d/a"), table("d/b")))
    #expect(plan(two, graph(table("d/x", from: ["d/a"]), table("d/y", from: ["d/a"]), table("d/b"))).errorCodes == ["rename-two-from-one"])
    #expect(plan(two, graph(table("d/x", from: ["d/a", "d/b"]))).errorCodes.first == "rename-two-to-one")
    #expect(plan(two, graph(table("d/b", from: ["d/a"]))).errorCodes == ["rename-two-to-one"])
    #expect(plan(two, graph(table("d/a", from: ["d/b"]), table("d/b", from: ["d/a"]))).errorCodes == ["rename-cycle"])
    #expect(plan(two, graph(table("d/a"), table("d/b"), table("d/x", from: ["d/a"]))).errorCodes == ["rename-still-declared"])
  }

  @Test("An address that a rename left may be used again")
  func reused() {
    let state = deployed(graph(table("d/new")))
    let plan = plan(state, graph(table("d/new", from: ["d/old"]), table("d/old", "other")))
    #expect(plan.effects == ["create d/old"])
    #expect(plan.diagnostics == [])
    #expect(!isChanging(SymbolicCloud.apply(plan, to: state), graph(table("d/new", from: ["d/old"]), table("d/old", "other"))))
  }

  @Test("A delete and a create of equal content is an error for data, with the line to write, and a warning elsewhere")
  func probableRename() throws {
    let state = deployed(graph(table("d/old")))
    let plan = plan(state, graph(table("d/new")))
    let found = try #require(plan.diagnostics.first { $0.code == "probable-rename" })
    #expect(found.severity == .error)
    #expect(found.remedy?.contains(".renamed(from: \"d/old\")") == true)
    #expect(found.location?.line == 5)
    var meant = options
    meant.acknowledgements.addresses = ["d/old"]
    #expect(
      Plan.make(from: state, to: graph(table("d/new")), options: meant, schema: Sample.facts).errorCodes == [])
    let harmless = PlanningTests.plan(
      deployed(graph(node("d/old", Sample.key, ["Note": "x"]))), graph(node("d/new", Sample.key, ["Note": "x"])))
    #expect(harmless.diagnostics.filter { $0.code == "probable-rename" }.map(\.severity) == [.warning])
  }

  // MARK: Adoption

  @Test("An existing object is adopted, and shown with what will change")
  func adopt() throws {
    let adopting = graph(node("a/net", Sample.network, ["Range": "1", "Note": "new"], adopted: "net-1"))
    var observations = Observations()
    observations.adoptions = ["a/net": .found(properties: ["Range": "1", "Note": "old", "Id": "net-1"])]
    let plan = plan(emptyState, adopting, observations)
    #expect(plan.effects == ["adopt a/net"])
    #expect(plan.steps[0].changes.map(\.path) == ["Note"])
    #expect(plan.diagnostics == [])
    #expect(!isChanging(SymbolicCloud.apply(plan, to: emptyState), adopting))
  }

  @Test("Adopting what is missing, what would have to be replaced, or what is already managed is an error")
  func badAdoptions() {
    let adopting = graph(node("a/net", Sample.network, ["Range": "1"], adopted: "net-1"))
    var observations = Observations()
    observations.adoptions = ["a/net": .missing]
    #expect(plan(emptyState, adopting, observations).errorCodes == ["adopted-object-missing"])
    observations.adoptions = ["a/net": .found(properties: ["Range": "2"])]
    #expect(plan(emptyState, adopting, observations).errorCodes == ["adoption-would-replace"])
    var state = deployed(graph(node("b/net", Sample.network, ["Range": "1"])))
    for instance in state.records.keys { state.records[instance]?.identifier = "net-1" }
    let both = graph(node("a/net", Sample.network, ["Range": "1"], adopted: "net-1"), node("b/net", Sample.network, ["Range": "1"]))
    #expect(plan(state, both).errorCodes == ["already-managed"])
  }
}

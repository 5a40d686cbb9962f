import ResourceCatalog
import StrataModel
import StrataPlanning
import Testing

@Suite("The order of steps")
struct StepOrderTests {
  @Test("Destroying goes by recorded edges, users before what they use")
  func destroy() {
    let state = deployed(
      graph(
        node("net/main", Sample.network, ["Range": "1"]),
        node("net/a", Sample.subnet, ["NetworkId": ref("net/main", "Id"), "Range": "2"]),
        node("web/s", Sample.server, ["SubnetId": ref("net/a", "Id")], after: ["net/main"])))
    let plan = Plan.destroying(state, options: options, schema: Sample.facts)
    #expect(Set(plan.effects) == ["delete net/main", "delete net/a", "delete web/s"])
    #expect(plan.isDestroy)
    #expect(plan.isOrdered(plan.step(.delete, "web/s"), before: plan.step(.delete, "net/a")))
    #expect(plan.isOrdered(plan.step(.delete, "net/a"), before: plan.step(.delete, "net/main")))
    #expect(plan.step(.delete, "net/main")?.needs.count == 2)
  }

  @Test("What is no longer declared goes after those that used it have moved on")
  func movedOn() {
    func server(_ bucket: ResourceAddress, _ buckets: ResourceAddress...) -> ResourceGraph {
      let nodes = buckets.map { node($0, Sample.bucket, ["Name": .string($0.id)]) }
      return ResourceGraph(environment: "test", resources: nodes + [node("web/s", Sample.server, ["Note": ref(bucket, "Arn")])])
    }
    let plan = plan(deployed(server("d/a", "d/a")), server("d/b", "d/b"))
    #expect(plan.isOrdered(plan.step(.create, "d/b"), before: plan.step(.update, "web/s")))
    #expect(plan.isOrdered(plan.step(.update, "web/s"), before: plan.step(.delete, "d/a")))
    // The new name is known, so the update is certain.
    #expect(plan.step(.update, "web/s")?.onlyIfChanged == [])
  }

  @Test("An attribute that every update changes makes its consumer's update conditional; other attributes stay known")
  func volatile() {
    func servers(_ note: PropertyValue) -> ResourceGraph {
      graph(
        node("sec/key", Sample.key, ["Note": note]), node("web/a", Sample.server, ["KeyVersion": ref("sec/key", "Version")]),
        node("web/b", Sample.server, ["Note": ref("sec/key", "Id")]))
    }
    let state = deployed(servers("x"))
    let plan = plan(state, servers("y"))
    #expect(plan.effects == ["update sec/key", "update web/a"])
    #expect(plan.step(.update, "web/a")?.onlyIfChanged == ["KeyVersion"])
    #expect(plan.step(.update, "web/a")?.because == ["KeyVersion may change because sec/key is updated"])
    #expect(!isChanging(SymbolicCloud.apply(plan, to: state), servers("y")))
  }

  @Test("Through a step that keeps, order is not lost")
  func throughKept() {
    func chain(_ note: PropertyValue, _ more: ResourceNode...) -> ResourceGraph {
      ResourceGraph(
        environment: "test",
        resources: [node("a/key", Sample.key, ["Note": note]), node("b/key", Sample.key, after: ["a/key"])] + more)
    }
    let plan = plan(deployed(chain("x")), chain("y", node("c/key", Sample.key, after: ["b/key"])))
    #expect(plan.effects == ["update a/key", "create c/key"])
    #expect(plan.isOrdered(plan.step(.update, "a/key"), before: plan.step(.create, "c/key")))
  }

  @Test("A new resource that takes another's fixed name waits until that one has gone")
  func takenName() {
    let state = deployed(graph(node("d/old", Sample.bucket, ["Name": "assets", "Note": "a"])))
    let plan = plan(state, graph(node("d/new", Sample.bucket, ["Name": "assets", "Note": "b"])))
    #expect(plan.errorCodes == [])
    #expect(plan.isOrdered(plan.step(.delete, "d/old"), before: plan.step(.create, "d/new")))
  }

  @Test("What gives up a key goes before its replaced users' successors are made: they are replaced the old one first, too")
  func takenKeyWithUsers() {
    let facts = Sample.facts.with(Sample.network, places: ["Range": .createOnly]) { $0.occupancyKeys = [["Range"]] }
    func networks(_ address: ResourceAddress, _ note: PropertyValue) -> ResourceGraph {
      graph(
        node(address, Sample.network, ["Range": "10.0.0.0/16", "Note": note]),
        node("net/a", Sample.subnet, ["NetworkId": ref(address, "Id"), "Range": "10.0.1.0/24"]))
    }
    let plan = plan(deployed(networks("net/old", "a"), facts: facts), networks("net/new", "b"), facts: facts)
    #expect(plan.errorCodes == [])
    #expect(plan.isOrdered(plan.step(.delete, "net/a"), before: plan.step(.delete, "net/old")))
    #expect(plan.isOrdered(plan.step(.delete, "net/old"), before: plan.step(.create, "net/new")))
    #expect(plan.isOrdered(plan.step(.create, "net/new"), before: plan.step(.create, "net/a")))
  }

  @Test("A key that only some objects hold orders those, and no others")
  func conditionalKey() {
    let facts = Sample.facts.with("Test::Attachment") { $0.occupancyKeys = [OccupancyKey(["Network"], ifGiven: "Inner")] }
    func attached(_ address: ResourceAddress, _ gateway: PropertyObject) -> ResourceGraph {
      graph(node(address, "Test::Attachment", gateway.merging(["Network": "net-1"])))
    }
    let state = deployed(attached("a/old", ["Inner": "one"]), facts: facts)
    let moved = plan(state, attached("a/new", ["Inner": "two"]), facts: facts)
    #expect(moved.isOrdered(moved.step(.delete, "a/old"), before: moved.step(.create, "a/new")))
    let other = plan(state, attached("a/new", ["Outer": "two"]), facts: facts)
    #expect(!other.isOrdered(other.step(.delete, "a/old"), before: other.step(.create, "a/new")))
  }

  @Test("A name that another resource keeps is refused with both lines")
  func keptName() {
    let old = node("d/old", Sample.bucket, ["Name": "assets"], line: 3)
    let plan = plan(deployed(graph(old)), graph(old, node("d/new", Sample.bucket, ["Name": "assets", "Note": "b"], line: 9)))
    #expect(plan.errorCodes == ["name-taken"])
    #expect(plan.diagnostics.first?.location?.line == 9)
    #expect(plan.diagnostics.first?.notes.first?.location?.line == 3)
  }

  @Test("Two resources that swap one key cannot be ordered: an error with each hop, its cause and line")
  func swap() throws {
    let facts = LiteralFacts().with("Test::Rule") { $0.occupancyKeys = [["Priority"]] }
    func rules(_ a: PropertyValue, _ b: PropertyValue) -> ResourceGraph {
      graph(node("r/a", "Test::Rule", ["Priority": a], line: 4), node("r/b", "Test::Rule", ["Priority": b], line: 8))
    }
    let state = deployed(rules(1, 2), facts: facts)
    let plan = plan(state, rules(2, 1), facts: facts)
    let cycle = try #require(plan.diagnostics.first { $0.code == "plan-cycle" })
    #expect(Set(cycle.notes.compactMap(\.location?.line)) == [4, 8])
    #expect(cycle.notes.allSatisfy { $0.message.contains("because both hold Priority") })
    // Moving on to a free key is only a matter of order.
    let shifted = PlanningTests.plan(state, rules(2, 3), facts: facts)
    #expect(shifted.isOrdered(shifted.step(.update, "r/b"), before: shifted.step(.update, "r/a")))
  }

  @Test("Deposed records of earlier runs are deleted, but never an object that a current record holds")
  func deposed() throws {
    let same = graph(node("d/b", Sample.bucket, ["Name": "assets"]))
    var state = deployed(same)
    let current = try #require(state.records.values.first)
    var old = current
    old.instance = "olderinstance"
    old.status = .deposed
    old.identifier = "another"
    state.records[old.instance] = old
    #expect(plan(state, same).effects == ["delete d/b"])
    state.records[old.instance]?.identifier = current.identifier
    #expect(plan(state, same).effects == ["forget d/b"])
  }

  @Test("An object that awaits deletion is left alone until its date, and holds its name")
  func pendingDeletion() throws {
    let facts = Sample.facts.with("Test::Secret", identifiers: [["Name"]]) {
      $0.softDeletion = ResourceBehavior.SoftDeletion(daysProperty: nil, defaultDays: 30, holdsName: true)
    }
    let secret = graph(node("s/x", "Test::Secret", ["Name": "x"]))
    var state = deployed(secret, facts: facts)
    for instance in state.records.keys { state.records[instance]?.status = .pendingDeletion(until: 1000) }
    #expect(!plan(state, graph(), facts: facts).hasChanges)
    #expect(plan(state, secret, facts: facts).errorCodes == ["name-taken"])
    var later = Observations()
    later.time = 1000
    #expect(Set(plan(state, secret, later, facts: facts).effects) == ["create s/x", "forget s/x"])
    #expect(plan(state, secret, later, facts: facts).errorCodes == [])
  }

  @Test("Orders that tables add follow shared references, hold for deletion too, and give way to what the program says")
  func implicit() {
    let facts = LiteralFacts().with("T::Nat", behave)
    func behave(_ behavior: inout ResourceBehavior) {
      behavior.implicitDependencies = [ResourceBehavior.ImplicitDependency("T::Attachment", own: "SubnetId>NetworkId", other: "NetworkId")]
    }
    func network(attachmentAfter: [ResourceAddress] = []) -> ResourceGraph {
      graph(
        node("n/net", Sample.network), node("n/other", Sample.network), node("n/sub", Sample.subnet, ["NetworkId": ref("n/net", "Id")]),
        node("n/nat", "T::Nat", ["SubnetId": ref("n/sub", "Id")]),
        node("n/wrong", "T::Attachment", ["NetworkId": ref("n/other", "Id")]),
        node("n/z", "T::Attachment", ["NetworkId": ref("n/net", "Id")], after: attachmentAfter))
    }
    let first = plan(emptyState, network(), facts: facts)
    #expect(first.step(.create, "n/nat")?.edges.map(\.address) == ["n/sub", "n/z"])
    #expect(first.isOrdered(first.step(.create, "n/z"), before: first.step(.create, "n/nat")))
    #expect(!first.isOrdered(first.step(.create, "n/wrong"), before: first.step(.create, "n/nat")))
    let state = SymbolicCloud.apply(first, to: emptyState)
    #expect(!isChanging(state, network(), facts: facts))
    let end = Plan.destroying(state, options: options, schema: facts)
    #expect(end.isOrdered(end.step(.delete, "n/nat"), before: end.step(.delete, "n/z")))
    let contradicted = plan(emptyState, network(attachmentAfter: ["n/nat"]), facts: facts)
    #expect(contradicted.diagnostics == [])
    #expect(contradicted.isOrdered(contradicted.step(.create, "n/nat"), before: contradicted.step(.create, "n/z")))
  }

  @Test("A property for which the identifier is enough does not wait for more")
  func readiness() {
    let plan = plan(
      emptyState,
      graph(
        node("k/k", Sample.key), node("w/a", Sample.server, ["KeyId": ref("k/k", "Id")]),
        node("w/b", Sample.server, ["Note": ref("k/k", "Id")])))
    #expect(plan.steps[1].needs == [PlanStep.Need(0, readiness: .identifier)])
    #expect(plan.steps[2].needs == [PlanStep.Need(0, readiness: .stable)])
  }

  @Test("Only edges or lifecycle: a note, without a call")
  func notes() {
    let state = deployed(graph(node("a/k", Sample.key), node("b/k", Sample.key)))
    let edges = plan(state, graph(node("a/k", Sample.key), node("b/k", Sample.key, after: ["a/k"])))
    #expect(edges.effects == ["note b/k"])
    #expect(edges.estimatedDuration == 0)
    let lifecycle = plan(state, graph(node("a/k", Sample.key) { $0.isRetained = true }, node("b/k", Sample.key)))
    #expect(lifecycle.effects == ["note a/k"])
    #expect(lifecycle.steps[0].because == ["its lifecycle settings changed"])
  }

  @Test("The longest chain by estimate is the critical path")
  func criticalPath() {
    let facts = LiteralFacts().with("Slow") { $0.createEstimate = 900 }.with("Quick") { $0.createEstimate = 10 }
    let plan = plan(
      emptyState,
      graph(node("a/a", "Quick"), node("a/b", "Slow"), node("a/c", "Quick", after: ["a/a"]), node("a/d", "Quick", after: ["a/b", "a/c"])),
      facts: facts)
    #expect(plan.criticalPath() == [1, 3])
    #expect(plan.remainingTimes() == [30, 910, 20, 10])
    #expect(plan.estimatedDuration == 910)
  }

  @Test("Outputs that are new, gone or other make a plan that is not empty")
  func outputs() {
    func network(_ outputs: [String: PropertyValue]) -> ResourceGraph {
      graph(
        node("n/net", Sample.network),
        outputs: outputs.sorted { $0.key < $1.key }.map {
          OutputDeclaration(key: $0.key, value: $0.value, source: SourceLocation(fileID: "a/b.swift", line: 1))
        })
    }
    let state = deployed(network(["n/a": ref("n/net", "Id"), "n/b": "1"]))
    #expect(!isChanging(state, network(["n/a": ref("n/net", "Id"), "n/b": "1"])))
    #expect(plan(state, network(["n/b": "2", "n/c": "x"])).changedOutputs == ["n/a", "n/b", "n/c"])
  }
}

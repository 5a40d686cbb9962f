import StrataModel
import StrataPlanning
import Testing

@Suite("Selection")
struct SelectionTests {
  private func selected(_ only: [String] = [], except: [String] = [], _ change: (inout PlanOptions) -> Void = { _ in }) -> PlanOptions {
    var result = options
    result.selection = ResourceSelection(only: only.map { AddressPattern($0) }, except: except.map { AddressPattern($0) })
    change(&result)
    return result
  }

  private func network(_ range: PropertyValue, _ address: ResourceAddress = "net/main") -> ResourceNode {
    node(address, Sample.network, ["Range": range])
  }

  private func subnet(_ id: String, in network: ResourceAddress = "net/main", zones: PropertyValue = ["a"]) -> ResourceNode {
    node(
      ResourceAddress("net/\(id)"), Sample.subnet, ["NetworkId": ref(network, "Id"), "Range": .string(id), "Zones": zones])
  }

  @Test(
    "A pattern names an address, a stack, or either with wildcards",
    arguments: [
      ("data/web", "data/web", true), ("data/web", "data/web2", false), ("data", "data/web", true), ("dat", "data/web", false),
      ("data/*", "data/a/b", true), ("*/key", "security/key", true), ("*/key", "security/a/key", false), ("**/key", "security/a/key", true),
      ("data/w?b-*", "data/web-1", true), ("data/w?b-*", "data/wb-1", false), ("", "a/b", false), ("a/b/c", "a/b", false),
      ("**", "a/b", true), ("a*c*e/x", "abcde/x", true), ("a*c*f/x", "abcde/x", false),
    ])
  func patterns(pattern: String, address: String, isMatch: Bool) {
    #expect(AddressPattern(pattern).matches(ResourceAddress(address)) == isMatch)
  }

  @Test("What is not selected stays as it is, and is told at the end")
  func others() throws {
    let state = deployed(graph(node("a/k", Sample.key, ["Note": "1"]), node("b/k", Sample.key, ["Note": "1"])))
    let edited = graph(node("a/k", Sample.key, ["Note": "2"]), node("b/k", Sample.key, ["Note": "2"]), node("c/k", Sample.key))
    let plan = plan(state, edited, options: selected(["a"]))
    #expect(plan.effects == ["update a/k"])
    #expect(plan.counts.kept == 1)
    let selection = try #require(plan.selection)
    #expect(selection.added == [])
    #expect(selection.leftOut.map { "\($0.operation) \($0.address)" } == ["update b/k", "create c/k"])
    let after = SymbolicCloud.apply(plan, to: state)
    #expect(after.records.values.first { $0.address == "b/k" } == state.records.values.first { $0.address == "b/k" })
  }

  @Test("Producers that are new or change go along, with the reason; unchanged ones and those not referred to do not")
  func producers() throws {
    let state = deployed(graph(network("1"), node("sec/k", Sample.key, ["Note": "1"])))
    let edited = graph(
      network("1"), node("sec/k", Sample.key, ["Note": "2"]), node("sec/other", Sample.key), subnet("s"),
      node("web/i", Sample.server, ["SubnetId": ref("net/s", "Id"), "KeyVersion": ref("sec/k", "Version")]))
    let plan = plan(state, edited, options: selected(["web/*"]))
    #expect(Set(plan.effects) == ["create net/s", "update sec/k", "create web/i"])
    let added = try #require(plan.selection?.added)
    #expect(added.map { "\($0.cause) \($0.reason) \($0.address)" } == ["web/i refers to net/s", "web/i refers to sec/k"])
    #expect(plan.isOrdered(plan.step(.create, "net/s"), before: plan.step(.create, "web/i")))
  }

  @Test("Whoever uses an object that is replaced or deleted goes along")
  func users() {
    let before = graph(network("1"), subnet("a"), subnet("b"), node("web/i", Sample.server, ["SubnetId": ref("net/a", "Id")]))
    let state = deployed(before)
    let edited = graph(network("2"), subnet("a"), subnet("b"), node("web/i", Sample.server, ["SubnetId": ref("net/a", "Id")]))
    let replaced = plan(state, edited, options: selected(["net/main"]))
    #expect(replaced.counts.replaced == 4)
    #expect(replaced.errorCodes == [])
    let smaller = plan(state, graph(network("1"), subnet("b")), options: selected(["net/a"]))
    #expect(Set(smaller.effects) == ["delete net/a", "delete web/i"])
    #expect(smaller.isOrdered(smaller.step(.delete, "web/i"), before: smaller.step(.delete, "net/a")))
  }

  @Test("What is excepted takes along what needs it")
  func except() throws {
    let state = deployed(graph(network("1")))
    let edited = graph(network("1"), subnet("s"), node("web/i", Sample.server, ["SubnetId": ref("net/s", "Id")]), node("sec/k", Sample.key))
    let plan = plan(state, edited, options: selected(except: ["net/s"]))
    #expect(plan.effects == ["create sec/k"])
    let left = try #require(plan.selection?.leftOut)
    #expect(left.map(\.address) == ["net/s", "web/i"])
    #expect(left.map(\.cause) == [nil, "net/s"])
    let both = PlanningTests.plan(state, edited, options: selected(["web"], except: ["net/s"]))
    #expect(both.effects == [])
    #expect(both.codes == ["selection-blocked"])
  }

  @Test("An address that nobody knows is an error with the nearest name")
  func unknown() throws {
    let edited = graph(node("data/sessions", Sample.key), node("network/main", Sample.network))
    for (pattern, suggestion) in [("data/session", "did you mean 'data/sessions'?"), ("netwrok", "did you mean 'network'?")] {
      let found = try #require(plan(emptyState, edited, options: selected([pattern])).diagnostics.first)
      #expect(found.code == "unknown-address")
      #expect(found.severity == .error)
      #expect(found.remedy == suggestion)
    }
    #expect(plan(emptyState, edited, options: selected(except: ["zzzzzzzz/*"])).diagnostics.first?.remedy == "stacks: data, network")
  }

  @Test("A rename is done with the resource, by either address, and its users go along; otherwise the record stays where it is")
  func rename() {
    func program(_ key: ResourceAddress, from: [ResourceAddress] = []) -> ResourceGraph {
      graph(
        node(key, Sample.key, ["Note": "1"], renamedFrom: from), node("web/i", Sample.server, ["KeyVersion": ref(key, "Version")]),
        node("x/k", Sample.key))
    }
    let state = deployed(
      graph(node("sec/old", Sample.key, ["Note": "1"]), node("web/i", Sample.server, ["KeyVersion": ref("sec/old", "Version")])))
    let edited = program("sec/new", from: ["sec/old"])
    for name in ["sec/old", "sec/new", "web/i"] {
      let plan = plan(state, edited, options: selected([name]))
      #expect(plan.moves == [Plan.Move(from: "sec/old", to: "sec/new")])
      #expect(plan.effects == ["note web/i"])
    }
    let other = plan(state, edited, options: selected(["x"]))
    #expect(other.moves == [])
    #expect(other.effects == ["create x/k"])
    #expect(other.steps.filter { $0.operation == .keep }.map(\.address).sorted() == ["sec/old", "web/i"])
  }

  @Test("Acknowledgements and mistakes concern only what is selected")
  func acknowledgements() {
    func table(_ id: String, _ kind: PropertyValue) -> ResourceNode {
      node(ResourceAddress("data/\(id)"), Sample.bucket, ["Kind": kind]) { $0.holdsData = true }
    }
    let state = deployed(graph(table("a", "x"), table("b", "x")))
    let edited = graph(table("a", "y"), table("b", "y"))
    #expect(plan(state, edited, options: selected(["data/a"])).requiredAcknowledgements.map(\.address) == ["data/a"])
    let required = plan(state, edited, options: selected(["data/b"])).requiredAcknowledgements
    let narrowed = plan(state, edited, options: selected(["data/b"]))
    #expect(required.allSatisfy { narrowed.steps[$0.step].operation == .delete && narrowed.steps[$0.step].address == "data/b" })
    let renamed = graph(table("c", "x"), table("b", "x"))
    #expect(plan(state, renamed, options: selected(["data/b"])).errorCodes == [])
    #expect(plan(state, renamed, options: selected(["data/a"])).errorCodes == ["probable-rename"])
    #expect(plan(state, renamed, options: selected(["data/c"])).errorCodes == ["probable-rename"])
  }

  @Test("Outputs are written only if what they speak of is settled, and go with what they speak of")
  func outputs() {
    func output(_ key: String, _ value: PropertyValue) -> OutputDeclaration {
      OutputDeclaration(key: key, value: value, source: SourceLocation(fileID: "a/b.swift", line: 1))
    }
    func program(_ note: PropertyValue) -> ResourceGraph {
      graph(
        node("a/k", Sample.key, ["Note": note]), node("b/k", Sample.key, ["Note": note]),
        outputs: [output("a/version", ref("a/k", "Version")), output("b/version", ref("b/k", "Version")), output("all/note", note)])
    }
    let state = deployed(program("1"))
    let narrowed = plan(state, program("2"), options: selected(["a"]))
    #expect(narrowed.changedOutputs == ["a/version", "all/note"])
    let after = SymbolicCloud.apply(narrowed, to: state)
    #expect(after.outputs.mapValues(\.value) == ["a/version": 2, "b/version": 1, "all/note": "2"])
    var removing = selected(["a"])
    removing.acknowledgements.coversAll = true
    let destroyed = Plan.destroying(after, options: removing, schema: Sample.facts)
    #expect(destroyed.changedOutputs == ["a/version"])
    #expect(Set(SymbolicCloud.apply(destroyed, to: after).outputs.keys) == ["b/version", "all/note"])
  }

  @Test("A plan file holds the selection, and what is left")
  func planFile() throws {
    let edited = graph(network("1"), subnet("s"), node("sec/k", Sample.key))
    let plan = plan(emptyState, edited, options: selected(["net/s"], except: ["x", "sec"]) { _ in })
    let whole = PlanningTests.plan(emptyState, edited)
    #expect(plan.digest != whole.digest)
    let read = try PlanFile.plan(in: PlanFile.text(of: plan).utf8, engine: "1.0.0")
    #expect(read == plan)
    #expect(read.selection?.added.map(\.address) == ["net/main"])
  }

  // MARK: Forced replacement

  @Test("A forced replacement takes its users along, and the plan says why")
  func forced() throws {
    let program = graph(network("1"), subnet("a"), node("sec/k", Sample.key))
    let state = deployed(program)
    var forcing = options
    forcing.replaced = ["net/main"]
    let plan = plan(state, program, options: forcing)
    #expect(plan.counts.replaced == 2)
    #expect(plan.step(.create, "net/main")?.because == ["replaced because --replace asks for it"])
    #expect(plan.effects.contains { $0.hasSuffix("sec/k") } == false)
    #expect(!isChanging(SymbolicCloud.apply(plan, to: state), program))
    forcing.replaced = ["net/man"]
    #expect(PlanningTests.plan(state, program, options: forcing).diagnostics.first?.remedy == "did you mean 'net/main'?")
    forcing.replaced = ["net/main"]
    forcing.selection = ResourceSelection(only: [AddressPattern("sec")])
    #expect(PlanningTests.plan(state, program, options: forcing).errorCodes == ["replaced-not-selected"])
  }

  @Test("A selection that takes the rest of an environment apart asks like one without")
  func massDelete() {
    func keys(_ numbers: Range<Int>) -> ResourceGraph {
      ResourceGraph(
        environment: "test", resources: numbers.map { node(ResourceAddress("k/\($0 % 10)\($0)"), Sample.key, ["Note": .integer($0)]) })
    }
    let state = deployed(keys(0..<12))
    func asks(_ plan: Plan) -> Bool { plan.requiredAcknowledgements.contains { $0.reason == .massDelete } }
    #expect(asks(plan(state, keys(0..<0))))
    #expect(!asks(plan(state, keys(0..<0), options: selected(["k/00"]))))
    #expect(asks(plan(state, keys(0..<0), options: selected(["k/*"]))))
    #expect(!asks(plan(state, keys(0..<3), options: selected(except: ["k/3*", "k/4*", "k/5*"]))))
  }
}

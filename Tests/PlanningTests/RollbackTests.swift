import ResourceCatalog
import StrataModel
import StrataPlanning
import Testing

@Suite("Rollback")
struct RollbackTests {
  private func rollback(
    _ present: StateSnapshot, to earlier: StateSnapshot, digests: [SecretSource: String] = [:], facts: LiteralFacts = Sample.facts
  ) -> Plan {
    var observations = Observations()
    observations.secretDigests = digests
    return Plan.rollingBack(present, to: earlier, observations: observations, options: options, schema: facts)
  }

  @Test("Changed properties go back, what was added goes, and what went is made again; a plan of the old program is empty then")
  func everything() {
    let old = graph(node("a/changed", Sample.key, ["Note": "1"]), node("a/gone", Sample.network, ["Range": "1"]))
    let earlier = deployed(old)
    let present = deployed(graph(node("a/changed", Sample.key, ["Note": "2"]), node("a/new", Sample.server)), over: earlier)
    let plan = rollback(present, to: earlier)
    #expect(Set(plan.effects) == ["update a/changed", "create a/gone", "delete a/new"])
    #expect(plan.errorCodes == [])
    let after = SymbolicCloud.apply(plan, to: present)
    #expect(!isChanging(after, old))
    #expect(SelectionPropertyTests.content(after) == SelectionPropertyTests.content(earlier))
    #expect(!rollback(after, to: after).hasChanges)
  }

  @Test("New identifiers flow into what refers to them, and each is named")
  func identifiers() {
    let old = graph(
      node("net/main", Sample.network, ["Range": "1"]),
      node("net/a", Sample.subnet, ["NetworkId": ref("net/main", "Id"), "Range": "a"]))
    let earlier = deployed(old)
    let present = deployed(graph(node("x/k", Sample.key)), over: earlier)
    let plan = rollback(present, to: earlier)
    let after = SymbolicCloud.apply(plan, to: present)
    let network = after.records.values.first { $0.address == "net/main" }?.identifier
    #expect(after.records.values.first { $0.address == "net/a" }?.bindings["NetworkId"] == network.map(PropertyValue.string))
    #expect(plan.diagnostics.filter { $0.code == "rollback-identifier" }.map(\.address) == ["net/main", "net/a"])
    #expect(!isChanging(after, old))
  }

  @Test("An object that a failed replacement did not come to delete takes its place back, and nothing is made anew")
  func reinstatement() throws {
    func program(_ kind: PropertyValue) -> ResourceGraph {
      graph(
        node("data/t", Sample.bucket, ["Kind": kind]) { $0.holdsData = true },
        node("web/i", Sample.server, ["Note": ref("data/t", "Arn")]))
    }
    let earlier = deployed(program("x"))
    let forward = plan(earlier, program("y"))
    let failing = Set(forward.steps.filter { $0.operation == .delete }.map(\.id))
    let present = SymbolicCloud.apply(forward, to: earlier, failing: failing)
    #expect(present.records.values.filter { $0.address == "data/t" }.count == 2)
    let plan = rollback(present, to: earlier)
    let first = try #require(earlier.records.values.first { $0.address == "data/t" })
    #expect(plan.reinstated == [Plan.Reinstatement(first.instance, at: "data/t")])
    #expect(Set(plan.effects) == ["update web/i", "delete data/t"])
    // The object that goes may hold data by now.
    #expect(plan.requiredAcknowledgements.map { "\($0.reason) \($0.address)" } == ["dataLoss data/t"])
    #expect(!plan.codes.contains("rollback-data"))
    let after = SymbolicCloud.apply(plan, to: present)
    #expect(after.currentRecords["data/t"]?.instance == first.instance)
    #expect(!isChanging(after, program("x")))
    #expect(try PlanFile.plan(in: PlanFile.text(of: plan).utf8, engine: "1.0.0") == plan)
  }

  @Test("A rename goes back, also where two addresses were exchanged")
  func moves() {
    func key(_ address: ResourceAddress, _ note: PropertyValue, from: [ResourceAddress] = []) -> ResourceNode {
      node(address, Sample.key, ["Note": note], renamedFrom: from)
    }
    let old = graph(key("a/x", "1"), key("a/y", "2"))
    let earlier = deployed(old)
    let between = deployed(graph(key("a/z", "1", from: ["a/x"]), key("a/y", "2")), over: earlier)
    let present = deployed(graph(key("a/y", "1", from: ["a/z"]), key("a/x", "2", from: ["a/y"])), over: between)
    let plan = rollback(present, to: earlier)
    #expect(plan.effects == [])
    #expect(plan.reinstated.count == 2)
    let after = SymbolicCloud.apply(plan, to: present)
    #expect(
      Dictionary(uniqueKeysWithValues: after.records.map { ($0.key, $0.value.address) })
        == Dictionary(uniqueKeysWithValues: earlier.records.map { ($0.key, $0.value.address) }))
    #expect(!isChanging(after, old))
  }

  @Test("What was taken over is let go of and not deleted, and what was retained is recorded again as it was")
  func boundaries() throws {
    let old = graph(node("a/kept", Sample.key, ["Note": "1"]) { $0.isRetained = true }, node("a/k", Sample.key))
    let earlier = deployed(old)
    var present = deployed(graph(node("a/k", Sample.key), node("a/found", Sample.network, ["Range": "1"], adopted: "net-1")), over: earlier)
    let found = try #require(present.currentRecords["a/found"]?.instance)
    present.records[found]?.isTakenOver = true
    let plan = rollback(present, to: earlier)
    #expect(plan.effects == ["forget a/found"])
    let kept = try #require(earlier.currentRecords["a/kept"])
    #expect(plan.reinstated == [Plan.Reinstatement(kept.instance, at: "a/kept", record: kept)])
    let after = SymbolicCloud.apply(plan, to: present)
    #expect(after.records == earlier.records)
    #expect(!isChanging(after, old))
    #expect(try PlanFile.plan(in: PlanFile.text(of: plan).utf8, engine: "1.0.0") == plan)
  }

  @Test("What cannot be brought back is named: data, secrets with another text, changes that a service limits")
  func losses() throws {
    let facts = Sample.facts.with("AWS::KMS::Key") { $0.softDeletion = .init(daysProperty: nil, defaultDays: 30, holdsName: false) }
      .with("AWS::EC2::Volume")
    let source = SecretSource(.environmentVariable, "PASSWORD")
    func program(size: Int, isNew: Bool) -> ResourceGraph {
      var nodes = [
        node("a/volume", "AWS::EC2::Volume", ["Size": .integer(size)]), node("a/server", Sample.server, ["Password": .secret(source)]),
      ]
      nodes.append(
        isNew ? node("a/key", "AWS::KMS::Key") : node("a/table", Sample.bucket, ["Name": "orders"]) { $0.holdsData = true })
      return ResourceGraph(environment: "test", resources: nodes)
    }
    var earlier = deployed(program(size: 1, isNew: false), facts: facts)
    let server = try #require(earlier.records.values.first { $0.address == "a/server" }?.instance)
    earlier.records[server]?.secrets = ["Password": ResourceRecord.SecretRecord(source: source, digest: "old")]
    let present = deployed(program(size: 2, isNew: true), over: earlier, facts: facts)
    let plan = rollback(present, to: earlier, digests: [source: "new"], facts: facts)
    let codes = plan.diagnostics.filter { $0.code.hasPrefix("rollback") }.map { "\($0.code) \($0.address?.path ?? "")" }
    #expect(
      Set(codes) == [
        "rollback-data a/table", "rollback-secret a/server", "rollback-limited a/volume", "rollback-irreversible a/key",
        "rollback-identifier a/table",
      ])
    #expect(plan.step(.update, "a/volume")?.markers == [.irreversible])
    #expect(plan.step(.delete, "a/key")?.markers == [.irreversible])
    #expect(!rollback(present, to: earlier, digests: [source: "old"], facts: facts).codes.contains("rollback-secret"))
  }

  @Test("Protection holds on the way back, and a state of another lineage is refused")
  func safeguards() {
    let earlier = deployed(graph(node("a/k", Sample.key)))
    let present = deployed(
      graph(node("a/k", Sample.key), node("a/new", Sample.bucket) { $0.isProtected = true }), over: earlier)
    let plan = rollback(present, to: earlier)
    #expect(plan.requiredAcknowledgements.map { "\($0.reason) \($0.address)" } == ["protected a/new"])
    var foreign = earlier
    foreign.lineage = "another"
    #expect(rollback(present, to: foreign).errorCodes == ["plan-of-other-state"])
  }

  @Test("Back to an empty environment is not taken for a mistake")
  func toNothing() {
    let present = deployed(graph(node("a/k", Sample.key), node("a/n", Sample.network)))
    let plan = rollback(present, to: emptyState)
    #expect(Set(plan.effects) == ["delete a/k", "delete a/n"])
    #expect(plan.requiredAcknowledgements == [])
  }

  @Test(
    "After runs that failed anywhere, the way back restores all that survived, and the old program has nothing to do", arguments: 1...150)
  func random(seed: UInt64) {
    var random = PropertyTests.Generator(state: seed)
    var earlier = emptyState
    for _ in 0..<3 {
      let old = SelectionPropertyTests.program(&random)
      earlier = SymbolicCloud.apply(plan(earlier, old), to: earlier)
      var present = earlier
      for _ in 0..<Int.random(in: 1...2, using: &random) {
        let next = plan(present, SelectionPropertyTests.program(&random))
        let failing = Set(next.steps.indices.filter { _ in Int.random(in: 0..<6, using: &random) == 0 })
        present = SymbolicCloud.apply(next, to: present, failing: failing)
      }
      let plan = rollback(present, to: earlier)
      #expect(plan.errorCodes == [], "seed \(seed)")
      #expect(plan.executionOrder().count == plan.steps.count)
      let after = SymbolicCloud.apply(plan, to: present)
      #expect(SelectionPropertyTests.faults(after) == [], "seed \(seed)")
      #expect(SelectionPropertyTests.content(after) == SelectionPropertyTests.content(earlier), "seed \(seed)")
      for (instance, record) in earlier.records {
        guard present.records[instance] != nil, let restored = after.records[instance] else { continue }
        #expect(restored.address == record.address && restored.status == .current, "seed \(seed)")
        #expect(
          SelectionPropertyTests.ordered(restored.inputs, restored.type) == SelectionPropertyTests.ordered(record.inputs, record.type))
      }
      #expect(PlanningTests.plan(after, old).effects == [], "seed \(seed)")
      #expect(PlanningTests.plan(after, old).changedOutputs == [], "seed \(seed)")
      // Nothing is made anew but what is lost, and what must be for it.
      let justified = Self.madeAnew(from: present, to: earlier)
      for step in plan.steps where step.operation == .create {
        #expect(justified.contains(step.address), "seed \(seed): \(step.address)")
      }
      earlier = after
    }
  }
  /// The addresses of what a way back must make anew: objects that are gone, that cannot be changed back in place, and that are bound to such
  /// a one for good.
  ///
  /// A retained object counts like any other: it may stay in the cloud and still be unfit for its place, because its network is another one.
  private static func madeAnew(from present: StateSnapshot, to earlier: StateSnapshot) -> Set<ResourceAddress> {
    var addresses = Set<ResourceAddress>()
    let former = earlier.currentRecords
    for record in former.values {
      guard let now = present.records[record.instance] else {
        addresses.insert(record.address)
        continue
      }
      let (size, earlierSize) = (now.inputs["Size"], record.inputs["Size"])
      if record.type == Sample.server, size != earlierSize, !(size == "small" && earlierSize == "large") {
        addresses.insert(record.address)
      }
    }
    var count = 0
    while count != addresses.count {
      count = addresses.count
      for record in former.values {
        PropertyValue.object(record.inputs).forEachReference { reference, path in
          let place = Sample.facts.place(path.schemaComponents, in: record.type)
          if place.mutability == .createOnly, addresses.contains(reference.address) { addresses.insert(record.address) }
        }
      }
    }
    return addresses
  }
}

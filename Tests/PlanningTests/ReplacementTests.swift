import ResourceCatalog
import StrataModel
import StrataPlanning
import Testing

@Suite("Replacement")
struct ReplacementTests {
  private func network(range: PropertyValue, size: PropertyValue = "small") -> ResourceGraph {
    graph(
      node("net/main", Sample.network, ["Range": range]),
      node("net/a", Sample.subnet, ["NetworkId": ref("net/main", "Id"), "Range": "10.0.1.0/24"]),
      node("web/server", Sample.server, ["SubnetId": ref("net/a", "Id"), "Size": size]))
  }

  @Test("A changed create-only property replaces the resource, new before old, and says why")
  func createOnly() throws {
    let state = deployed(graph(node("net/main", Sample.network, ["Range": "10.0.0.0/16"])))
    let plan = plan(state, graph(node("net/main", Sample.network, ["Range": "10.1.0.0/16"])))
    #expect(plan.effects == ["create net/main", "delete net/main"])
    let create = try #require(plan.step(.create, "net/main"))
    let delete = try #require(plan.step(.delete, "net/main"))
    #expect(create.counterpart == delete.id)
    #expect(delete.counterpart == create.id)
    #expect(plan.isOrdered(create, before: delete))
    #expect(create.because == ["replaced because Range can only be set at creation"])
    #expect(create.instance != delete.instance)
    #expect(plan.counts.replaced == 1)
  }

  @Test("A replacement carries on to those that refer to it by a create-only property, under the condition that the value differs")
  func propagates() throws {
    let state = deployed(network(range: "10.0.0.0/16"))
    let plan = plan(state, network(range: "10.1.0.0/16"))
    #expect(
      Set(plan.effects) == [
        "create net/main", "create net/a", "create web/server", "delete net/main", "delete net/a", "delete web/server",
      ])
    let subnet = try #require(plan.step(.create, "net/a"))
    #expect(subnet.onlyIfChanged == ["NetworkId"])
    #expect(subnet.because == ["replaced because NetworkId can only be set at creation and net/main is replaced"])
    #expect(plan.step(.delete, "net/a")?.onlyIfChanged == ["NetworkId"])
    // Those who used the old object go before it.
    #expect(plan.isOrdered(plan.step(.delete, "web/server"), before: plan.step(.delete, "net/a")))
    #expect(plan.isOrdered(plan.step(.delete, "net/a"), before: plan.step(.delete, "net/main")))
    let after = SymbolicCloud.apply(plan, to: state)
    #expect(!isChanging(after, network(range: "10.1.0.0/16")))
    #expect(after.records.count == 3)
  }

  @Test("A chosen name changes with the incarnation, stays on updates, and is no difference afterwards")
  func chosenNames() throws {
    func buckets(kind: PropertyValue, tag: PropertyValue) -> ResourceGraph {
      graph(node("data/Web.Assets", Sample.bucket, ["Kind": kind, "Tags": [["Key": "a", "Value": tag]]]))
    }
    let first = plan(emptyState, buckets(kind: "plain", tag: "1"))
    let create = try #require(first.step(.create, "data/Web.Assets"))
    let name = try #require(create.desired?.properties["Name"]?.stringValue)
    #expect(name == "test-data-web-assets-\(create.instance.nameSuffix)")
    #expect(create.chosenNames == ["Name"])

    let state = SymbolicCloud.apply(first, to: emptyState)
    let update = plan(state, buckets(kind: "plain", tag: "2"))
    #expect(update.effects == ["update data/Web.Assets"])
    #expect(update.step(.update, "data/Web.Assets")?.desired?.properties["Name"]?.stringValue == name)
    #expect(update.step(.update, "data/Web.Assets")?.changes.map(\.path) == ["Tags.a"])

    let replacement = plan(state, buckets(kind: "other", tag: "1"))
    let new = try #require(replacement.step(.create, "data/Web.Assets"))
    #expect(new.desired?.properties["Name"]?.stringValue != name)
    #expect(replacement.isOrdered(new, before: replacement.step(.delete, "data/Web.Assets")))
  }

  @Test("A fixed name that old and new share makes the old one go first")
  func fixedName() {
    func bucket(_ kind: PropertyValue) -> ResourceGraph { graph(node("data/web", Sample.bucket, ["Name": "assets", "Kind": kind])) }
    let plan = plan(deployed(bucket("plain")), bucket("other"))
    #expect(plan.isOrdered(plan.step(.delete, "data/web"), before: plan.step(.create, "data/web")))
  }

  @Test("A shared occupancy key makes the old one go first; in another network it does not")
  func occupancy() {
    func subnet(_ network: PropertyValue, _ extra: PropertyValue) -> ResourceGraph {
      graph(node("net/a", "Test::Slot", ["NetworkId": network, "Range": "10.0.1.0/24", "Kind": extra]))
    }
    let facts = LiteralFacts().with("Test::Slot", places: ["NetworkId": .createOnly, "Kind": .createOnly]) {
      $0.occupancyKeys = [["NetworkId", "Range"]]
    }
    let state = deployed(subnet("n-1", "a"), facts: facts)
    let same = plan(state, subnet("n-1", "b"), facts: facts)
    #expect(same.isOrdered(same.step(.delete, "net/a"), before: same.step(.create, "net/a")))
    let other = plan(state, subnet("n-2", "a"), facts: facts)
    #expect(other.isOrdered(other.step(.create, "net/a"), before: other.step(.delete, "net/a")))
  }

  @Test("The schema and the user can ask that the old one goes first")
  func deleteFirst() {
    let facts = LiteralFacts().with("Test::Thing", deletesFirst: true, places: ["Kind": .createOnly])
    func thing(_ kind: PropertyValue) -> ResourceGraph { graph(node("a/thing", "Test::Thing", ["Kind": kind])) }
    let bySchema = plan(deployed(thing("a"), facts: facts), thing("b"), facts: facts)
    #expect(bySchema.isOrdered(bySchema.step(.delete, "a/thing"), before: bySchema.step(.create, "a/thing")))

    func network(_ range: PropertyValue) -> ResourceGraph {
      graph(node("a/net", Sample.network, ["Range": range]) { $0.isDeletedFirst = true })
    }
    let byUser = plan(deployed(network("1")), network("2"))
    #expect(byUser.isOrdered(byUser.step(.delete, "a/net"), before: byUser.step(.create, "a/net")))
  }

  @Test("When the old one goes first, replaced users of it go before, and no longer under a condition")
  func fixpoint() throws {
    func network(_ range: PropertyValue) -> ResourceGraph {
      graph(
        node("net/main", Sample.network, ["Range": range]) { $0.isDeletedFirst = true },
        node("net/a", Sample.subnet, ["NetworkId": ref("net/main", "Id"), "Range": "10.0.1.0/24"]))
    }
    let plan = plan(deployed(network("1")), network("2"))
    #expect(plan.errorCodes == [])
    #expect(plan.isOrdered(plan.step(.delete, "net/a"), before: plan.step(.delete, "net/main")))
    #expect(plan.isOrdered(plan.step(.delete, "net/main"), before: plan.step(.create, "net/main")))
    #expect(plan.isOrdered(plan.step(.delete, "net/a"), before: plan.step(.create, "net/a")))
    #expect(plan.step(.create, "net/a")?.onlyIfChanged == [])
    #expect(plan.step(.delete, "net/a")?.onlyIfChanged == [])
  }

  @Test("An old one that must go first, cannot, while one that stays refers to it and the service refuses")
  func impossible() {
    var facts = Sample.facts.with(
      Sample.bucket, identifiers: [["Name"]], places: ["Name": .createOnly, "Kind": .createOnly]
    ) { $0.refusesDeletionWhileReferenced = true }
    facts.types[Sample.key] = Sample.facts.types[Sample.key]
    func bucket(_ kind: PropertyValue) -> ResourceGraph {
      graph(
        node("data/web", Sample.bucket, ["Name": "assets", "Kind": kind], line: 7),
        node("data/key", Sample.key, ["Bucket": ref("data/web", "Name")], line: 9))
    }
    let plan = plan(deployed(bucket("plain"), facts: facts), bucket("other"), facts: facts)
    #expect(plan.errorCodes == ["replacement-blocked"])
    #expect(plan.diagnostics.first?.location?.line == 7)
    #expect(plan.diagnostics.first?.notes.first?.location?.line == 9)
  }

  @Test("A mere order refers to nothing, so the old one may go first")
  func orderedOnly() {
    let facts = Sample.facts.with(
      Sample.bucket, identifiers: [["Name"]], places: ["Name": .createOnly, "Kind": .createOnly]
    ) { $0.refusesDeletionWhileReferenced = true }
    func bucket(_ kind: PropertyValue) -> ResourceGraph {
      graph(
        node("data/web", Sample.bucket, ["Name": "assets", "Kind": kind]),
        node("net/main", Sample.network, ["Range": "10.0.0.0/16"]) { _ in })
    }
    var state = deployed(bucket("plain"), facts: facts)
    let web = state.records.values.first { $0.address == "data/web" }
    for (id, record) in state.records where record.address == "net/main" {
      state.records[id]?.edges = web.map { [RecordedEdge(instance: $0.instance, address: $0.address)] } ?? []
    }
    let plan = plan(state, bucket("other"), facts: facts)
    #expect(plan.errorCodes == [])
    #expect(plan.isOrdered(plan.step(.delete, "data/web"), before: plan.step(.create, "data/web")))
  }

  @Test("A conditional create-only property updates in place where the table allows the transition, and replaces elsewhere")
  func conditional() {
    func server(_ size: PropertyValue) -> ResourceGraph { graph(node("web/server", Sample.server, ["Size": size])) }
    let state = deployed(server("small"))
    #expect(plan(state, server("large")).effects == ["update web/server"])
    let other = plan(state, server("huge"))
    #expect(other.effects == ["create web/server", "delete web/server"])
    #expect(other.steps[0].because.first?.contains("not every change of Size is possible in place") == true)
  }

  @Test("A change that handlers refuse although the schema allows it replaces")
  func refused() {
    func key(_ spec: PropertyValue) -> ResourceGraph { graph(node("sec/key", Sample.key, ["Spec": spec])) }
    let plan = plan(deployed(key("a")), key("b"))
    #expect(plan.effects == ["create sec/key", "delete sec/key"])
    #expect(plan.steps[0].because == ["replaced because AWS refuses to change Spec of an existing Test::Key"])
  }

  @Test("Another region, account or type replaces")
  func placement() {
    let state = deployed(graph(node("sec/key", Sample.key)))
    let elsewhere = Placement(account: "111122223333", region: "eu-west-1")
    let region = plan(state, graph(node("sec/key", Sample.key, placement: elsewhere)))
    #expect(region.effects == ["create sec/key", "delete sec/key"])
    #expect(region.steps[0].because == ["replaced because its region changed from us-east-1 to eu-west-1"])
    #expect(region.step(.delete, "sec/key")?.placement == home)
    let type = plan(state, graph(node("sec/key", Sample.network)))
    #expect(type.steps[0].because == ["replaced because its type changed from Test::Key to Test::Network"])
  }
}

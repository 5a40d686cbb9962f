import ResourceCatalog
import StrataModel
import StrataPlanning
import Testing

@Suite("Plans and drift from fresh reads")
struct RefreshTests {
  private func server(_ properties: PropertyObject, lifecycle: (inout Lifecycle) -> Void = { _ in }) -> ResourceGraph {
    graph(node("web/server", Sample.server, properties, line: 7, lifecycle: lifecycle))
  }

  /// A state, and what a read of each of its objects found.
  private func observed(_ state: StateSnapshot, _ found: PropertyObject?) -> Observations {
    var observations = Observations()
    for instance in state.records.keys { observations.reads[instance] = found.map { .found(properties: $0) } ?? .missing }
    return observations
  }

  private func report(_ state: StateSnapshot, _ found: PropertyObject?) -> DriftReport {
    DriftReport.make(from: state, observations: observed(state, found), schema: Sample.facts)
  }

  private func withBaseline(_ state: StateSnapshot) -> StateSnapshot {
    var state = state
    for instance in state.records.keys { state.records[instance]?.hasBaseline = true }
    return state
  }

  // MARK: Planning

  @Test("What a service adds to a list is its own until the object was read once, and a change from then on")
  func storedDifferently() throws {
    let same = server(["Ports": [80, 443]])
    let found: PropertyObject = ["Ports": [80, 443, 8080]]
    let unread = plan(deployed(same), same, observed(deployed(same), found))
    #expect(!unread.hasChanges)
    #expect(unread.codes == ["stored-differently"])
    let read = withBaseline(deployed(same))
    let repaired = plan(read, same, observed(read, found))
    #expect(repaired.step(.update, "web/server")?.changes.map(\.kind) == [.repair])
  }

  @Test("A value that was recorded as what AWS makes of it is no drift, nor is the one that was sent")
  func baseline() {
    let same = server(["Note": "x"])
    var state = withBaseline(deployed(same))
    for instance in state.records.keys { state.records[instance]?.observed = ["Note": "X (normalized)"] }
    for found in ["X (normalized)", "x"] {
      #expect(!plan(state, same, observed(state, ["Note": .string(found)])).hasChanges, "\(found)")
    }
    #expect(plan(state, same, observed(state, ["Note": "y"])).effects == ["update web/server"])
  }

  @Test("A change outside to what the program wants now is no change to make")
  func alreadyWanted() {
    let state = withBaseline(deployed(server(["Note": "x"])))
    let report = plan(state, server(["Note": "y"]), observed(state, ["Note": "y"]))
    // The program's own change is planned, and dropped at apply; nothing is called a repair.
    #expect(report.step(.update, "web/server")?.changes.map(\.kind) == [.set])
  }

  @Test("A change outside of what can only be set at creation is told, and replaces nothing")
  func createOnly() {
    let same = graph(node("net/main", Sample.network, ["Range": "10.0.0.0/16"]))
    let state = withBaseline(deployed(same))
    let plan = plan(state, same, observed(state, ["Range": "10.1.0.0/16"]))
    #expect(!plan.hasChanges)
    #expect(plan.codes == ["create-only-drift"])
  }

  @Test("An object that is gone makes the references of its consumers unknown, and needs no acknowledgement")
  func goneProducer() throws {
    let both = graph(
      node("app/key", Sample.key, ["Note": "k"]) {
        $0.isProtected = true
        $0.holdsData = true
      },
      node("app/server", Sample.server, ["KeyId": ref("app/key", "Id")]))
    let state = deployed(both)
    var observations = Observations()
    for record in state.records.values {
      observations.reads[record.instance] = record.address == "app/key" ? .missing : .found(properties: [:])
    }
    let plan = plan(state, both, observations)
    #expect(plan.effects == ["create app/key", "update app/server", "forget app/key"])
    let change = try #require(plan.step(.update, "app/server")?.changes.first)
    #expect(change.kind == .unknown)
    #expect(change.cause == "app/key is made again")
    #expect(plan.requiredAcknowledgements == [])
    #expect(plan.isOrdered(plan.step(.create, "app/key"), before: plan.step(.update, "app/server")))
  }

  @Test("What a read shows of an attribute is what consumers get, and state is told before the first step")
  func attributes() throws {
    let both = graph(node("app/key", Sample.key, ["Note": "k"]), node("app/server", Sample.server, ["KeyId": ref("app/key", "Id")]))
    let state = deployed(both)
    let key = try #require(state.records.values.first { $0.address == "app/key" })
    var baseline = JournalEntry.Baseline(observed: [:], attributes: key.attributes)
    baseline.attributes["Id"] = "id-new"
    var observations = Observations()
    observations.reads[key.instance] = .found(properties: ["Note": "k", "Id": "id-new"])
    observations.baselines[key.instance] = baseline
    let plan = plan(state, both, observations)
    #expect(plan.effects == ["update app/server"])
    #expect(plan.step(.update, "app/server")?.changes.first?.after == ref("app/key", "Id"))
    #expect(plan.refreshed == [Plan.Refreshed(key.instance, at: "app/key", attributes: ["Id"], baseline: baseline)])
    #expect(try PlanFile.plan(in: PlanFile.text(of: plan).utf8, engine: plan.engine).refreshed == plan.refreshed)
  }

  @Test("Differences at ignored paths are not repaired")
  func ignored() {
    let same = server(["Note": "x"]) { $0.ignoredPaths = ["Note"] }
    let state = withBaseline(deployed(same))
    #expect(!plan(state, same, observed(state, ["Note": "y"])).hasChanges)
  }

  @Test("Observations bind a plan: what was read is part of its digest")
  func digest() {
    let same = server(["Note": "x"])
    let state = deployed(same)
    let digests = [
      plan(state, same), plan(state, same, observed(state, ["Note": "x"])), plan(state, same, observed(state, ["Note": "y"])),
    ].map(\.observationsDigest)
    #expect(Set(digests).count == 3)
  }

  // MARK: Drift

  @Test("Drift tells per property what was found and expected, and keeps apart what cannot be known")
  func drift() throws {
    let state = withBaseline(
      deployed(
        server(["Note": "x", "Labels": ["a": "1", "b": "2"], "Password": "p", "Ports": [80], "Disk": ["Size": 10]]) {
          $0.ignoredPaths = ["Disk.Size"]
        }))
    let report = report(state, ["Note": "y", "Labels": ["a": "1", "theirs": "3"], "Disk": ["Size": 20], "Default": true])
    let resource = try #require(report.resources.first)
    #expect(report.hasDrift)
    #expect(
      resource.changes == [
        DriftReport.Change(path: "Labels.b", found: nil, expected: "2"), DriftReport.Change(path: "Note", found: "y", expected: "x"),
      ])
    #expect(resource.ignored == [DriftReport.Change(path: "Disk.Size", found: 20, expected: 10)])
    #expect(
      resource.unknown == [
        DriftReport.Unknown(path: "Password", reason: .writeOnly), DriftReport.Unknown(path: "Ports", reason: .notReturned),
      ])
    #expect(resource.source.line == 7)
  }

  @Test("A gone object is drift, what was not read is not part of the report")
  func goneAndUnread() {
    let state = deployed(server(["Note": "x"]))
    #expect(report(state, nil).drifted.map(\.isGone) == [true])
    #expect(DriftReport.make(from: state, observations: Observations(), schema: Sample.facts).resources == [])
  }

  @Test("AWS's defaults are no drift, and are told apart as what the program says nothing about")
  func defaults() throws {
    let bucket = graph(node("data/b", "AWS::S3::Bucket", ["BucketName": "b"]))
    let state = Plan.make(from: emptyState, to: bucket, options: options, schema: CatalogFacts())
    let after = SymbolicCloud.apply(state, to: emptyState)
    let found: PropertyObject = [
      "BucketName": "b", "Arn": "arn:aws:s3:::b", "OwnershipControls": ["Rules": [["ObjectOwnership": "BucketOwnerEnforced"]]],
    ]
    let report = DriftReport.make(from: after, observations: observed(after, found), schema: CatalogFacts())
    #expect(!report.hasDrift)
    #expect(report.resources.first?.unmanaged == ["OwnershipControls"])
  }

  // MARK: Acceptance

  private func accepting(_ found: PropertyObject?, in state: StateSnapshot) throws -> StateSnapshot {
    let bodies = report(state, found).acceptance(in: state, of: nil, schema: Sample.facts)
    let entries = bodies.enumerated().map { index, body in
      JournalEntry(sequence: state.serial + index + 1, epoch: 0, run: "r", at: 9, body: body)
    }
    return try state.folding(entries)
  }

  @Test("Accepted drift counts as applied: the same program plans it back, a changed one has nothing to do")
  func accept() throws {
    let same = server(["Note": "x", "Labels": ["a": "1", "b": "2"]])
    let found: PropertyObject = ["Note": "y", "Labels": ["a": "1"]]
    let state = try accepting(found, in: withBaseline(deployed(same)))
    #expect(!report(state, found).hasDrift)
    #expect(plan(state, same).step(.update, "web/server")?.changes.map(\.path) == ["Labels.b", "Note"])
    #expect(!isChanging(state, server(["Note": "y", "Labels": ["a": "1"]])))
  }

  @Test("The accepted value of a reference is a literal, and the tags beside it keep theirs")
  func acceptReferences() throws {
    func both(_ extra: PropertyValue) -> ResourceGraph {
      graph(
        node("net/main", Sample.network, ["Range": "1"]),
        node("net/a", Sample.subnet, ["Tags": [["Key": "extra", "Value": extra], ["Key": "of", "Value": ref("net/main", "Id")]]]))
    }
    let deployed = deployed(both("old"))
    let identifier = try #require(deployed.records.values.first { $0.address == "net/main" }?.attributes["Id"])
    var observations = Observations()
    for record in deployed.records.values where record.address == "net/a" {
      observations.reads[record.instance] = .found(properties: ["Tags": [["Key": "of", "Value": identifier]]])
    }
    let bodies = DriftReport.make(from: deployed, observations: observations, schema: Sample.facts)
      .acceptance(in: deployed, of: nil, schema: Sample.facts)
    let state = try deployed.folding(
      bodies.enumerated().map { JournalEntry(sequence: deployed.serial + $0 + 1, epoch: 0, run: "r", at: 9, body: $1) })
    #expect(plan(state, both("old")).step(.update, "net/a")?.changes.map(\.path.description) == ["Tags.extra"])
  }

  @Test("Accepting that an object is gone forgets it, and only the named resources are accepted")
  func acceptGone() throws {
    let same = server(["Note": "x"])
    let state = deployed(same)
    #expect(report(state, nil).acceptance(in: state, of: ["other/one"], schema: Sample.facts) == [])
    let after = try accepting(nil, in: state)
    #expect(after.records.isEmpty)
    #expect(plan(after, same).effects == ["create web/server"])
  }

  @Test("The report for programs has counts, found and expected values, and reasons")
  func json() {
    let state = withBaseline(deployed(server(["Note": "x", "Password": "p"])))
    let json = report(state, ["Note": "y"]).report
    #expect(json["hasDrift"] == true)
    #expect(json["counts"]?["changed"] == 1)
    let change = json["resources"]?.arrayValue?.first?["changes"]?.arrayValue?.first
    #expect(change == ["expected": "x", "found": "y", "path": "Note"])
    #expect(json["resources"]?.arrayValue?.first?["unknown"] == [["path": "Password", "reason": "writeOnly"]])
  }
}

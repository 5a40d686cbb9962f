import StrataDeployment
import StrataModel
import StrataPlanning
import Testing

@Suite("Reading before planning")
struct ObserverTests {
  private func keys(_ count: Int) -> ResourceGraph {
    Sample.graph((0..<count).map { Sample.node(ResourceAddress("a/key-\($0)"), "AWS::KMS::Key", ["Description": "d"]) })
  }

  private func observe(_ world: World, concurrency: Int = 4) async throws -> Observer.Result {
    let state = try #require(try await world.backend.load())
    return await Observer(of: world.cloud, clock: world.clock, schema: CatalogFacts(), concurrency: concurrency)
      .observe(state, adopting: nil, isRefreshing: true)
  }

  private func read(_ result: Observer.Result, _ address: ResourceAddress, _ world: World) async throws -> Observations.Read? {
    let state = try #require(try await world.backend.load())
    return state.currentRecords[address].flatMap { result.observations.reads[$0.instance] }
  }

  @Test("Every recorded object is read once, and no more of them at once than allowed")
  func concurrency() async throws {
    let world = World()
    try await world.deploy(keys(20))
    await world.clock.sleep(milliseconds: 300_000)
    world.cloud.clearCalls()
    world.cloud.onCall { _ in .slow(50) }
    let counts = Log<Int>()
    let state = try #require(try await world.backend.load())
    let result = await Observer(of: world.cloud, clock: world.clock, schema: CatalogFacts(), concurrency: 3)
      .observe(state, adopting: nil, isRefreshing: true) { done, _ in counts.add(done) }
    #expect(result.observations.reads.count == 20)
    #expect(result.failures == [])
    #expect(world.cloud.calls.map(\.kind) == Array(repeating: .read, count: 20))
    #expect(world.cloud.calls.count == 20)
    #expect(counts.elements == Array(0...20))
  }

  @Test("Nothing is read without a refresh when nothing is adopted")
  func nothing() async throws {
    let world = World()
    try await world.deploy(keys(2))
    world.cloud.clearCalls()
    let state = try #require(try await world.backend.load())
    let result = await Observer(of: world.cloud, clock: world.clock, schema: CatalogFacts())
      .observe(state, adopting: keys(2), isRefreshing: false)
    #expect(result.observations == Observations())
    #expect(world.cloud.calls == [])
  }

  @Test("Trouble that passes is waited out; what stays is told with its place, and the rest is read")
  func trouble() async throws {
    let world = World()
    try await world.deploy(keys(3))
    await world.clock.sleep(milliseconds: 300_000)
    let identifiers = world.cloud.objects.map(\.identifier)
    let tries = Counter()
    world.cloud.onCall { call in
      if call.subject == identifiers[0], tries.next() < 6 { return .refuse(ProviderError(.throttled, "Rate exceeded")) }
      if call.subject == identifiers[1] { return .refuse(ProviderError(.accessDenied, "kms:DescribeKey is not allowed")) }
      return nil
    }
    let result = try await observe(world)
    #expect(result.observations.reads.count == 2)
    #expect(result.failures.map(\.code) == ["unreadable"])
    #expect(result.failures.first?.message.contains("kms:DescribeKey is not allowed") == true)
    #expect(result.failures.first?.location?.fileID == "Test/Stack.swift")
  }

  @Test("An object that is not there is missing; one that we have just made is asked for again")
  func missing() async throws {
    let world = World()
    try await world.deploy(keys(1))
    let identifier = try #require(world.cloud.objects.first?.identifier)
    let lags = Counter()
    world.cloud.onCall { call in call.kind == .read && lags.next() < 5 ? .refuse(ProviderError(.notFound, "not yet")) : nil }
    if case .missing? = try await read(observe(world), "a/key-0", world) { Issue.record("a late answer was believed") }
    world.cloud.onCall { _ in nil }
    world.cloud.remove(identifier)
    await world.clock.sleep(milliseconds: 300_000)
    #expect(try await read(observe(world), "a/key-0", world) == .missing)
  }

  @Test("Old values right after our own write are read again")
  func staleValues() async throws {
    let world = World()
    try await world.deploy(keys(1))
    let identifier = try #require(world.cloud.objects.first?.identifier)
    world.cloud.change(identifier) { $0["Description"] = "before" }
    let reads = Counter()
    let cloud = world.cloud
    world.cloud.onCall { call in
      guard call.kind == .read, reads.next() == 3 else { return nil }
      return .before { cloud.change(identifier) { $0["Description"] = "d" } }
    }
    guard case .found(let properties)? = try await read(observe(world), "a/key-0", world) else {
      Issue.record("nothing was found")
      return
    }
    #expect(properties["Description"] == "d")
    #expect(world.cloud.calls.count { $0.kind == .read } > 3)
  }

  @Test("An object whose deletion somebody else has scheduled is neither there nor gone")
  func scheduledDeletion() async throws {
    let world = World()
    try await world.deploy(keys(1))
    let record = try #require(try await world.backend.load()?.records.values.first)
    _ = try await world.cloud.delete(
      DeleteRequest(
        target: ObjectTarget(
          type: record.type, placement: record.placement, route: record.route, identifier: try #require(record.identifier)),
        properties: [:], token: nil))
    let result = try await observe(world)
    #expect(result.failures.map(\.code) == ["deletion-scheduled"])
    #expect(result.observations.reads.isEmpty)
  }

  @Test("Objects that declarations adopt are read, but not once they are recorded")
  func adoptions() async throws {
    let world = World()
    world.cloud.add("AWS::KMS::Key", "key-1", ["KeyId": "key-1", "Description": "theirs"])
    var found = Sample.node("a/found", "AWS::KMS::Key", [:])
    found.adoptedIdentifier = "key-1"
    var lost = Sample.node("a/lost", "AWS::KMS::Key", [:])
    lost.adoptedIdentifier = "key-2"
    let graph = Sample.graph([found, lost])
    let result = await Observer(of: world.cloud, clock: world.clock, schema: CatalogFacts())
      .observe(world.emptyState(), adopting: graph, isRefreshing: false)
    #expect(result.observations.adoptions["a/lost"] == .missing)
    #expect(result.adoptedObjects["a/found"]?.properties["Description"] == "theirs")
  }

  @Test("A refresh records what services make of values, and not what was changed outside")
  func baselines() async throws {
    let world = World()
    try await world.deploy(
      Sample.graph([
        Sample.node("a/role", "AWS::IAM::Role", ["RoleName": "r", "AssumeRolePolicyDocument": Sample.trust, "ManagedPolicyArns": ["one"]]),
        Sample.node("a/key", "AWS::KMS::Key", ["Description": "d"]),
        Sample.node("a/policy", "AWS::IAM::ManagedPolicy", ["ManagedPolicyName": "p", "PolicyDocument": Sample.trust]),
      ]))
    var state = try #require(try await world.backend.load())
    // As a service's own API answers: what it makes of values is not known yet.
    for instance in state.records.keys { state.records[instance]?.hasBaseline = false }
    world.cloud.change("r") { $0["ManagedPolicyArns"] = ["one", "two"] }
    let key = try #require(world.cloud.objects.first { $0.type == "AWS::KMS::Key" }?.identifier)
    world.cloud.change(key) { $0["Description"] = "changed" }
    await world.clock.sleep(milliseconds: 300_000)
    let result = await Observer(of: world.cloud, clock: world.clock, schema: CatalogFacts())
      .observe(state, adopting: nil, isRefreshing: true)
    let bodies = result.baselines(in: state, schema: CatalogFacts())
    let after = try state.folding(
      bodies.enumerated().map { JournalEntry(sequence: state.serial + $0 + 1, epoch: 0, run: "r", at: 9, body: $1) })
    #expect(after.currentRecords["a/role"]?.observed == ["ManagedPolicyArns": ["one", "two"]])
    #expect(after.currentRecords["a/role"]?.hasBaseline == true)
    #expect(after.currentRecords["a/key"]?.observed == [:])
    let drift = DriftReport.make(from: after, observations: result.observations, schema: CatalogFacts())
    #expect(drift.drifted.map(\.address) == ["a/key"])
    #expect(result.baselines(in: after, schema: CatalogFacts()) == [])
    // What changes by itself is nothing new.
    let policy = try #require(world.cloud.objects.first { $0.type == "AWS::IAM::ManagedPolicy" }?.identifier)
    world.cloud.change(policy) { $0["AttachmentCount"] = 7 }
    let again = await Observer(of: world.cloud, clock: world.clock, schema: CatalogFacts())
      .observe(after, adopting: nil, isRefreshing: true)
    #expect(again.baselines(in: after, schema: CatalogFacts()) == [])
  }
}

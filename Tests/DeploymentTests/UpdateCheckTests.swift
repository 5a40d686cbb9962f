import StrataDeployment
import StrataModel
import StrataPlanning
import Testing

@Suite("The read before a change")
struct UpdateCheckTests {
  private func role(_ policies: PropertyValue = ["one"], description: PropertyValue = "old") -> ResourceGraph {
    Sample.graph([
      Sample.node(
        "a/role", "AWS::IAM::Role",
        [
          "RoleName": "r", "AssumeRolePolicyDocument": Sample.trust, "ManagedPolicyArns": policies, "Description": description,
          "Tags": [["Key": "Team", "Value": "web"]],
        ])
    ])
  }

  /// A world in which the role was made long ago.
  private func world() async throws -> World {
    let world = World()
    try await world.deploy(role())
    await world.clock.sleep(milliseconds: 300_000)
    return world
  }

  private func failure(_ result: DeploymentResult) -> Diagnostic? { result.failures.first }

  @Test("A surprise at an owned path stops the step, names found and expected, and sends nothing")
  func surprise() async throws {
    let world = try await world()
    world.cloud.change("r") { $0["Description"] = "theirs" }
    world.cloud.clearCalls()
    let result = try await world.deploy(role(["two"]), run: "second")
    #expect(failure(result)?.code == "changed-outside")
    #expect(failure(result)?.path == "Description")
    #expect(failure(result)?.message.contains(#"it is "theirs", and "old" was left there"#) == true)
    #expect(failure(result)?.remedy?.contains("--refresh") == true)
    #expect(world.cloud.mutations == [])
  }

  @Test("What others put beside ours, and what AWS fills in, is no surprise")
  func foreign() async throws {
    let world = try await world()
    world.cloud.change("r") { properties in
      properties["MaxSessionDuration"] = 3600
      let tags = properties["Tags"]?.arrayValue ?? []
      properties["Tags"] = .array(tags + [["Key": "CostCenter", "Value": "7"]])
    }
    #expect(try await world.deploy(role(description: "new"), run: "second").counts.updated == 1)
  }

  @Test("A tag of ours that was removed is a surprise")
  func removedTag() async throws {
    let world = try await world()
    world.cloud.change("r") { properties in
      properties["Tags"] = .array((properties["Tags"]?.arrayValue ?? []).filter { $0["Key"] != "Team" })
    }
    let result = try await world.deploy(role(description: "new"), run: "second")
    #expect(failure(result)?.path == "Tags.Team")
    #expect(failure(result)?.message.contains("it is gone") == true)
  }

  @Test("An object that holds already what is wanted is not changed, and its record follows")
  func alreadyDone() async throws {
    let world = try await world()
    world.cloud.change("r") { $0["Description"] = "new" }
    world.cloud.clearCalls()
    let result = try await world.deploy(role(description: "new"), run: "second")
    #expect(result.failures == [])
    #expect(world.cloud.mutations == [])
    #expect(result.snapshot.currentRecords["a/role"]?.inputs["Description"] == "new")
  }

  @Test("A repair of a change that a refresh has seen is carried out")
  func repair() async throws {
    let world = try await world()
    world.cloud.change("r") { $0["Description"] = "theirs" }
    let state = try #require(try await world.backend.load())
    let observed = await Observer(of: world.cloud, clock: world.clock, schema: CatalogFacts())
      .observe(state, adopting: nil, isRefreshing: true)
    let plan = Plan.make(
      from: state, to: role(), observations: observed.observations, options: PlanOptions(engine: "1.0.0"), schema: CatalogFacts())
    #expect(plan.steps.flatMap(\.changes).map(\.kind) == [.repair])
    let lease = try await world.backend.lock(as: World.owner)
    let result = try await world.deployment(run: "second").apply(plan, lease: lease)
    #expect(result.failures == [])
    #expect(world.cloud.objects.first?.properties["Description"] == "old")
  }

  @Test("A tag that somebody took away comes back, although the service is told of differences alone, and theirs stays")
  func repairOfTag() async throws {
    let world = World()
    let tag: PropertyValue = ["Key": "Going", "Value": "here"]
    let graph = Sample.graph([Sample.node("a/key", "AWS::KMS::Key", ["Description": "d", "Tags": [tag]])])
    try await world.deploy(graph)
    let key = try #require(world.cloud.objects.first?.identifier)
    world.cloud.change(key) { object in
      object["Tags"] = .array((object["Tags"]?.arrayValue ?? []).filter { $0 != tag } + [["Key": "Theirs", "Value": "t"]])
    }
    await world.clock.sleep(milliseconds: 300_000)
    let state = try #require(try await world.backend.load())
    let observed = await Observer(of: world.cloud, clock: world.clock, schema: CatalogFacts())
      .observe(state, adopting: nil, isRefreshing: true)
    let plan = Plan.make(
      from: state, to: graph, observations: observed.observations, options: PlanOptions(engine: "1.0.0"), schema: CatalogFacts())
    #expect(plan.steps.flatMap(\.changes).map(\.kind) == [.repair])
    let lease = try await world.backend.lock(as: World.owner)
    #expect(try await world.deployment(run: "second").apply(plan, lease: lease).failures == [])
    let tags = world.cloud.objects.first?.properties["Tags"]?.arrayValue ?? []
    #expect(tags.contains(tag))
    #expect(tags.contains(["Key": "Theirs", "Value": "t"]))
  }

  @Test("What a service adds is tolerated where no whole answer was seen, and a surprise where one was")
  func tolerance() async throws {
    for hasBaseline in [false, true] {
      let world = try await world()
      // The scripted cloud takes the embedded cloud's route, whose answers are whole.
      var state = try #require(try await world.backend.load())
      for instance in state.records.keys { state.records[instance]?.hasBaseline = hasBaseline }
      world.cloud.change("r") { $0["ManagedPolicyArns"] = ["one", "added"] }
      let backend = MemoryStateBackend()
      let lease = try await backend.lock(as: World.owner)
      try await lease.initialize(state)
      let plan = Plan.make(from: state, to: role(description: "new"), options: PlanOptions(engine: "1.0.0"), schema: CatalogFacts())
      let result = try await world.deployment(run: "second").apply(plan, lease: lease)
      #expect(failure(result)?.path == (hasBaseline ? "ManagedPolicyArns" : nil))
    }
  }

  @Test("Old values within two minutes of our own write are read again until they settle")
  func lag() async throws {
    let world = World()
    try await world.deploy(role())
    world.cloud.change("r") { $0["Description"] = "before our write" }
    let reads = Counter()
    let cloud = world.cloud
    world.cloud.onCall { call in
      guard call.kind == .read, reads.next() == 4 else { return nil }
      return .before { cloud.change("r") { $0["Description"] = "old" } }
    }
    #expect(try await world.deploy(role(["two"]), run: "second").failures == [])
  }

  @Test("A cloud whose reads never lag is believed at once")
  func noLag() async throws {
    let world = World(settle: 0)
    try await world.deploy(role())
    world.cloud.change("r") { $0["Description"] = "theirs" }
    world.cloud.clearCalls()
    let begin = world.clock.now()
    #expect(failure(try await world.deploy(role(["two"]), run: "second"))?.code == "changed-outside")
    #expect(world.clock.now() == begin)
    #expect(world.cloud.calls.count == 1)
  }

  @Test("A delete looks at identity alone: changed properties do not block it, another owner's tag does")
  func delete() async throws {
    let changed = try await world()
    changed.cloud.change("r") { $0["Description"] = "theirs" }
    #expect(try await changed.deploy(Sample.graph([]), run: "second").counts.deleted == 1)
    let other = try await world()
    other.cloud.change("r") { $0["Tags"] = [["Key": "strata:instance", "Value": "somebody.else"]] }
    let result = try await other.deploy(Sample.graph([]), run: "second")
    #expect(failure(result)?.code == "not-ours")
    #expect(other.cloud.objects.count == 1)
  }
}

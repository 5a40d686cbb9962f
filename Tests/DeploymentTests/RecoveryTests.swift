import StrataDeployment
import StrataModel
import StrataPlanning
import Testing

@Suite("Recovery of what a simulation found")
struct RecoveryTests {
  @Test("An update that arrives after its sender died is waited for")
  func lateUpdate() async throws {
    let world = World()
    func graph(_ description: PropertyValue) -> ResourceGraph {
      Sample.graph([Sample.node("a/key", "AWS::KMS::Key", ["Description": description])])
    }
    try await world.deploy(graph("old"), run: "first")
    let identifier = try #require(world.cloud.objects.first?.identifier)
    world.cloud.onCall { call in
      guard call.kind == .update else { return nil }
      world.backend.kill()
      return .loseRequest
    }
    _ = try? await world.deploy(graph("new"), run: "killed")
    // The request reaches the service right after recovery has looked for the first time.
    let late = Once()
    world.cloud.onCall { call in
      guard call.kind == .read, late.take() else { return nil }
      return .after { world.cloud.change(identifier) { $0["Description"] = "new" } }
    }
    let lease = try await world.backend.lock(as: World.owner)
    let report = try await world.deployment(run: "again").recover(lease: lease)
    #expect(report.findings.map(\.conclusion) == [.done])
    await lease.release()
    try await world.expectConverged(graph("new"))
  }

  @Test("A delete that arrives after its sender died is waited for")
  func lateDelete() async throws {
    let world = World()
    let graph = Sample.graph([Sample.node("a/vpc", "AWS::EC2::VPC", ["CidrBlock": "10.0.0.0/16"])])
    try await world.deploy(graph, run: "first")
    let identifier = try #require(world.cloud.objects.first?.identifier)
    world.cloud.onCall { call in
      guard call.kind == .delete else { return nil }
      world.backend.kill()
      return .loseRequest
    }
    _ = try? await world.deploy(Sample.graph([]), run: "killed")
    let late = Once()
    world.cloud.onCall { call in
      guard call.kind == .read, late.take() else { return nil }
      return .after { world.cloud.remove(identifier) }
    }
    let lease = try await world.backend.lock(as: World.owner)
    let report = try await world.deployment(run: "again").recover(lease: lease)
    #expect(report.findings.map(\.conclusion) == [.gone])
  }

  /// A NAT gateway, whose deleter died between the journal and the call.
  private static let gateway = Sample.graph([Sample.node("a/gateway", "AWS::EC2::NatGateway", ["SubnetId": "subnet-1"])])

  private func leaseWithOpenDelete(in world: World) async throws -> any StateLease {
    try await world.deploy(Self.gateway, run: "first")
    let lease = try await world.backend.lock(as: World.owner)
    let snapshot = try #require(try await lease.load())
    let record = try #require(snapshot.records.values.first)
    let intent = Intent(
      step: 0, operation: .delete, address: record.address, instance: record.instance, generation: record.generation, type: record.type,
      placement: record.placement, route: record.route, apiClass: "tag", identifier: record.identifier, source: record.source,
      sendBy: world.clock.now() / 1_000 + 10, deadline: world.clock.now() / 1_000 + 70)
    _ = try await lease.append([
      JournalEntry(
        sequence: snapshot.serial + 1, epoch: snapshot.epoch, run: "killed", at: world.clock.now() / 1_000, body: .intent(intent))
    ])
    return lease
  }

  @Test("A slow delete that may go on is waited for as long as announced, and an interrupt leaves it to the next run")
  func slowDelete() async throws {
    let world = World()
    let lease = try await leaseWithOpenDelete(in: world)
    let deployment = world.deployment(run: "again")
    let wait = deployment.longestWait(forDeletesIn: try #require(try await lease.load()).openIntents)
    // The rest of the call's life, and one and a half times what a NAT gateway's deletion takes.
    #expect(wait == 250_000)

    let began = world.clock.now()
    let stop = StopSignal(clock: world.clock)
    let first = Once()
    world.cloud.onCall { call in
      if call.kind == .read, first.take() { stop.request() }
      return nil
    }
    #expect(try await deployment.recover(lease: lease, stop: stop).findings.map(\.conclusion) == [.undecided])
    #expect(world.clock.now() - began < 1_000)
    #expect(try await lease.load()?.openIntents.count == 1)

    #expect(try await deployment.recover(lease: lease).findings.map(\.conclusion) == [.dropped])
    #expect(world.clock.now() - began <= wait + 1_000)
    await lease.release()
    try await world.expectConverged(Self.gateway)
  }

  @Test("Where the service says that nothing goes on, a delete that was never sent is known when no request can arrive and no read lags")
  func deleteThatShows() async throws {
    let world = World()
    let lease = try await leaseWithOpenDelete(in: world)
    world.cloud.showProgress { false }
    let deployment = world.deployment(run: "again")
    let wait = deployment.longestWait(forDeletesIn: try #require(try await lease.load()).openIntents)
    // The rest of the call's life, and how long reads lag at most.
    #expect(wait == 100_000)
    let began = world.clock.now()
    #expect(try await deployment.recover(lease: lease).findings.map(\.conclusion) == [.dropped])
    #expect(world.clock.now() - began == wait)
    await lease.release()
    try await world.expectConverged(Self.gateway)
  }

  @Test("Where the service says that a deletion goes on, it is waited for")
  func deleteThatGoesOn() async throws {
    let world = World()
    let lease = try await leaseWithOpenDelete(in: world)
    let cloud = world.cloud
    let clock = world.clock
    let end = clock.now() + 200_000
    let identifier = try #require(cloud.objects.first?.identifier)
    cloud.showProgress {
      if clock.now() >= end { cloud.remove(identifier) }
      return true
    }
    #expect(try await world.deployment(run: "again").recover(lease: lease).findings.map(\.conclusion) == [.gone])
    #expect(clock.now() >= end)
    await lease.release()
  }

  @Test("An interrupted update of a secret is sent again, because no read proves it")
  func secretUpdate() async throws {
    var world = World()
    let source = SecretSource(.environmentVariable, "TOKEN")
    let graph = Sample.graph([Sample.node("a/secret", "AWS::SecretsManager::Secret", ["SecretString": .secret(source)])])
    world.secrets = ["TOKEN": "one"]
    try await world.deploy(graph, run: "first")
    world.secrets = ["TOKEN": "two"]
    let backend = world.backend
    world.cloud.onCall { call in
      guard call.kind == .update else { return nil }
      backend.kill()
      return .loseRequest
    }
    var observations = Observations()
    observations.secretDigests[source] = Digest.keyed("two", key: Array(repeating: 7, count: 32))
    let snapshot = try #require(try await world.backend.load())
    let plan = Plan.make(
      from: snapshot, to: graph, observations: observations, options: PlanOptions(engine: "1.0.0"), schema: CatalogFacts())
    #expect(plan.steps.map(\.operation) == [.update])
    let lease = try await world.backend.lock(as: World.owner)
    _ = try? await world.deployment(run: "killed").apply(plan, lease: lease)
    world.cloud.onCall { _ in nil }
    #expect(try await world.deploy(graph, run: "again").isComplete)
    #expect(world.cloud.objects.map { $0.properties["SecretString"] } == ["two"])
  }

  @Test("A read that may be older than our own last write does not spare an update")
  func staleRead() async throws {
    let world = World()
    func graph(_ description: PropertyValue) -> ResourceGraph {
      Sample.graph([Sample.node("a/key", "AWS::KMS::Key", ["Description": description])])
    }
    try await world.deploy(graph("one"), run: "first")
    try await world.deploy(graph("two"), run: "second")
    let identifier = try #require(world.cloud.objects.first?.identifier)
    // The read shows what was before the second deployment, which is what the third one wants.
    let once = Once()
    world.cloud.onCall { call in
      guard call.kind == .read, once.take() else { return nil }
      world.cloud.change(identifier) { $0["Description"] = "one" }
      return .after { world.cloud.change(identifier) { $0["Description"] = "two" } }
    }
    #expect(try await world.deploy(graph("one"), run: "third").isComplete)
    #expect(world.cloud.objects.map { $0.properties["Description"] } == ["one"])
  }

  @Test("An attribute that a new object does not show yet is waited for")
  func lateAttribute() async throws {
    let world = World()
    let client = Sample.node("a/client", "AWS::Cognito::UserPoolClient", ["UserPoolId": "pool", "GenerateSecret": true])
    let secret = Sample.node("a/secret", "AWS::SecretsManager::Secret", ["SecretString": Sample.reference("a/client", "ClientSecret")])
    let reads = Counter()
    world.cloud.onCall { call in
      guard call.kind == .read, call.type == "AWS::Cognito::UserPoolClient" else { return nil }
      if reads.next() == 0 { return .refuse(ProviderError(.notFound, "not yet")) }
      return .before { world.cloud.change(call.subject) { $0["ClientSecret"] = "hidden" } }
    }
    let result = try await world.deploy(Sample.graph([client, secret]))
    #expect(result.failures == [])
    #expect(world.cloud.objects.contains { $0.properties["SecretString"] == "hidden" })
  }

  @Test("An interrupted put under a key that is a list is found by the list")
  func listKey() async throws {
    let world = World()
    let graph = Sample.graph([
      Sample.node("a/topic", "AWS::SNS::Topic", ["TopicName": "events"]),
      Sample.node(
        "a/policy", "AWS::SNS::TopicPolicy", ["Topics": [Sample.reference("a/topic", "TopicArn")], "PolicyDocument": Sample.trust]),
    ])
    let once = Once()
    world.cloud.onCall { call in call.kind == .create && call.type == "AWS::SNS::TopicPolicy" && once.take() ? .loseAnswer : nil }
    let result = try await world.deploy(graph)
    #expect(result.failures == [])
    #expect(world.cloud.objects.count == 2)
    try await world.expectConverged(graph)
  }
}

import StrataDeployment
import StrataModel
import Testing

@Suite("Killed at any point, a deployment that runs again reaches the same end")
struct CrashTests {
  /// A graph whose steps create, update, replace and delete something, after a first deployment.
  static let before = Sample.graph([
    Sample.node("net/vpc", "AWS::EC2::VPC", ["CidrBlock": "10.0.0.0/16"]),
    Sample.node("net/old", "AWS::EC2::Subnet", ["VpcId": Sample.reference("net/vpc", "VpcId"), "CidrBlock": "10.0.2.0/24"]),
    Sample.node("app/key", "AWS::KMS::Key", ["Description": "old"]),
    Sample.node("app/role", "AWS::IAM::Role", ["RoleName": "one", "AssumeRolePolicyDocument": Sample.trust]),
  ])
  static let after = Sample.graph([
    Sample.node("net/vpc", "AWS::EC2::VPC", ["CidrBlock": "10.0.0.0/16"]),
    Sample.node("net/new", "AWS::EC2::Subnet", ["VpcId": Sample.reference("net/vpc", "VpcId"), "CidrBlock": "10.0.3.0/24"]),
    Sample.node("app/key", "AWS::KMS::Key", ["Description": "new"]),
    Sample.node("app/role", "AWS::IAM::Role", ["RoleName": "two", "AssumeRolePolicyDocument": Sample.trust]),
  ])

  /// Runs until nothing is left to do; answers how many runs it took.
  private func converge(_ world: World, _ graph: ResourceGraph) async throws -> Int {
    for run in 1...4 {
      let result = try await world.deploy(graph, run: "again-\(run)")
      if result.isComplete { return run }
    }
    return .max
  }

  private func expectOneEach(_ world: World, _ graph: ResourceGraph, _ comment: Comment) async throws {
    try await world.expectConverged(graph, comment)
    #expect(world.cloud.objects.filter { $0.pendingDeletionUntil == nil }.count == graph.resources.count, comment)
  }

  @Test("Killed before or after any write of the journal", arguments: [MemoryStateBackend.Fault.dieBefore, .dieAfter])
  func writes(fault: MemoryStateBackend.Fault) async throws {
    // Few steps at a time make many writes.
    let limits = Scheduler.Limits(concurrency: 2, staged: 2)
    let undisturbed = World()
    try await undisturbed.deploy(Sample.everyClass, limits: limits)
    #expect(undisturbed.backend.writeCount > 8)
    for number in 1...undisturbed.backend.writeCount {
      let world = World()
      world.backend.inject(fault, atWrite: number)
      _ = try? await world.deploy(Sample.everyClass, run: "killed", limits: limits)
      #expect(world.backend.writeCount >= number)
      #expect(try await converge(world, Sample.everyClass) <= 2)
      try await expectOneEach(world, Sample.everyClass, "write \(number), \(fault)")
    }
  }

  @Test("Killed right before or right after any call is carried out", arguments: 0..<20, [false, true])
  func calls(number: Int, isAfter: Bool) async throws {
    let world = World()
    let kill: @Sendable () -> Void = { world.backend.kill() }
    world.cloud.onCall { call in
      guard call.number == number else { return nil }
      return isAfter ? .after(kill) : .before(kill)
    }
    _ = try? await world.deploy(Sample.everyClass, run: "killed")
    world.cloud.onCall { _ in nil }
    #expect(try await converge(world, Sample.everyClass) <= 2)
    try await expectOneEach(world, Sample.everyClass, "call \(number)")
  }

  @Test("Killed in the middle of updates, replacements and deletes", arguments: 0..<14, [false, true])
  func changes(number: Int, isAfter: Bool) async throws {
    let world = World()
    try await world.deploy(Self.before, run: "first")
    world.cloud.clearCalls()
    let kill: @Sendable () -> Void = { world.backend.kill() }
    world.cloud.onCall { call in
      guard call.number == number else { return nil }
      return isAfter ? .after(kill) : .before(kill)
    }
    _ = try? await world.deploy(Self.after, run: "killed")
    world.cloud.onCall { _ in nil }
    #expect(try await converge(world, Self.after) <= 2)
    try await expectOneEach(world, Self.after, "call \(number)")
  }

  @Test("A lost answer makes nothing twice, for every class of API", arguments: Sample.everyClass.resources.map(\.type))
  func lostAnswer(type: String) async throws {
    let world = World()
    let counter = Once()
    world.cloud.onCall { call in call.kind == .create && call.type == type && counter.take() ? .loseAnswer : nil }
    let result = try await world.deploy(Sample.everyClass)
    #expect(result.failures == [], "\(type)")
    try await expectOneEach(world, Sample.everyClass, "\(type)")
  }

  @Test("A lost answer makes nothing twice on an emulator that knows no tokens", arguments: Sample.everyClass.resources.map(\.type))
  func lostAnswerWithoutTokens(type: String) async throws {
    let world = World()
    world.cloud.lack([.ignoresTokens])
    let counter = Once()
    world.cloud.onCall { call in call.kind == .create && call.type == type && counter.take() ? .loseAnswer : nil }
    try await world.deploy(Sample.everyClass)
    try await world.deploy(Sample.everyClass, run: "second")
    try await world.expectConverged(Sample.everyClass)
  }

  @Test("A lost answer makes nothing twice on an emulator that loses tags, where a key tells")
  func lostAnswerWithoutTags() async throws {
    let world = World()
    world.cloud.lack([.forgetsTags])
    let counter = Once()
    let graph = Sample.graph([
      Sample.node(
        "a/replica", "AWS::KMS::ReplicaKey", ["PrimaryKeyArn": "arn:aws:kms:us-west-2:123456789012:key/mrk-1", "Description": "d"])
    ])
    world.cloud.onCall { call in call.kind == .create && counter.take() ? .loseAnswer : nil }
    try await world.deploy(graph)
    try await world.deploy(graph, run: "second")
    #expect(world.cloud.mutations.filter { $0.kind == .create }.count == 1)
    #expect(world.cloud.objects.count == 1)
  }

  @Test("A lost request is found to have made nothing, and made good", arguments: Sample.everyClass.resources.map(\.type))
  func lostRequest(type: String) async throws {
    let world = World()
    let counter = Once()
    world.cloud.onCall { call in call.kind == .create && call.type == type && counter.take() ? .loseRequest : nil }
    let result = try await world.deploy(Sample.everyClass)
    #expect(result.failures == [], "\(type)")
    try await expectOneEach(world, Sample.everyClass, "\(type)")
  }

  @Test("A create of unknown outcome is never repeated without a token before it is proven absent")
  func noBlindRepeat() async throws {
    let world = World()
    let counter = Once()
    world.cloud.onCall { call in call.kind == .create && call.type == "AWS::EC2::VPC" && counter.take() ? .loseAnswer : nil }
    try await world.deploy(Sample.graph([Sample.node("a/vpc", "AWS::EC2::VPC", ["CidrBlock": "10.0.0.0/16"])]))
    #expect(world.cloud.mutations.map(\.description) == ["create a/vpc"])
  }

  @Test("A token is the same for a call of unknown outcome, and another one after a definite failure")
  func tokens() async throws {
    let world = World()
    let table = Sample.graph([
      Sample.node("a/vpc", "AWS::EC2::VPC", ["CidrBlock": "10.0.0.0/16"]),
      Sample.node("a/table", "AWS::EC2::RouteTable", ["VpcId": Sample.reference("a/vpc", "VpcId")]),
    ])
    let counter = Counter()
    world.cloud.onCall { call in
      guard call.kind == .create, call.type == "AWS::EC2::RouteTable" else { return nil }
      switch counter.next() {
      case 0: return .loseRequest
      case 1: return .refuse(ProviderError(.throttled, "slow down"))
      case 2: return .refuse(ProviderError(.conflict, "not yet"))
      default: return nil
      }
    }
    #expect(try await world.deploy(table).isComplete)
    let tokens = world.cloud.mutations.filter { $0.type == "AWS::EC2::RouteTable" }.compactMap(\.token)
    #expect(tokens.count == 4)
    #expect(Set(tokens.prefix(3)).count == 1)
    #expect(tokens.allSatisfy { $0.utf8.count == 32 })
  }

  @Test("A wait that was interrupted is resumed by its token")
  func resumedWait() async throws {
    let world = World()
    world.cloud.delay("AWS::KMS::Key", 900_000)
    let kill: @Sendable () -> Void = { world.backend.kill() }
    world.cloud.onCall { call in call.kind == .poll && call.number > 3 ? .before(kill) : nil }
    let graph = Sample.graph([Sample.node("a/key", "AWS::KMS::Key", ["Description": "slow"])])
    _ = try? await world.deploy(graph, run: "killed")
    world.cloud.onCall { _ in nil }
    let result = try await world.deploy(graph, run: "again")
    #expect(result.isComplete)
    #expect(result.counts.created == 0)
    #expect(world.cloud.mutations.count == 1)
    try await world.expectConverged(graph)
  }

  @Test("What offers no handle stops with the evidence, and nothing is made twice")
  func noHandle() async throws {
    let world = World()
    let type = "AWS::EC2::EIPAssociation"
    var options = world.deployment().options
    options.schema = HandlelessFacts(type: type)
    let deployment = Deployment(to: world.cloud, clock: world.clock, options: options)
    let lease = try await world.backend.lock(as: World.owner)
    world.cloud.onCall { call in call.kind == .create ? .loseAnswer : nil }
    let graph = Sample.graph([Sample.node("a/x", type, ["AllocationId": "eipalloc-1"])])
    let result = try await deployment.apply(try await world.plan(graph), lease: lease)
    #expect(result.unsettledSteps == [0])
    let report = try await deployment.recover(lease: lease)
    #expect(report.undecided.map(\.open.intent.address) == ["a/x"])
    #expect(report.diagnostics.first?.message.contains("offers no token, name, key or tag") == true)
    #expect(report.diagnostics.first?.location?.description == "Stack.swift:1")
    #expect(world.cloud.objects.count == 1)

    // The user looks, and says what became of it.
    let identifier = try #require(world.cloud.objects.first?.identifier)
    let open = try #require(report.undecided.first?.open.id)
    let settled = try await deployment.settle(open, identifier: identifier, lease: lease)
    #expect(settled.openIntents.isEmpty)
    #expect(settled.records.values.map(\.identifier) == [identifier])
    await #expect(throws: DeploymentError.self) { try await deployment.settle(open, identifier: nil, lease: lease) }
  }
}

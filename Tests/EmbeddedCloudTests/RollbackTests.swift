import StrataDeployment
import StrataModel
import StrataPlanning
import Testing

@testable import StrataEmbeddedCloud

@Suite("Rollback on the embedded cloud")
struct RollbackTests {
  /// An environment on a cloud whose calls can be refused.
  private struct World {
    let cloud: EmbeddedCloud
    let backend = MemoryStateBackend()

    init(seed: UInt64) { cloud = EmbeddedCloud(EmbeddedCloudOptions(seed: seed)) }

    func state() async throws -> StateSnapshot {
      try await backend.load() ?? StateSnapshot(lineage: "0123456789ab", environment: "test", engine: "1.0.0")
    }

    func plan(_ graph: ResourceGraph) async throws -> Plan {
      Plan.make(from: try await state(), to: graph, options: PlanOptions(engine: "1.0.0"), schema: CatalogFacts())
    }

    @discardableResult
    func apply(_ plan: Plan, run: String) async throws -> DeploymentResult {
      var options = DeploymentOptions(
        engine: "1.0.0", command: "test", run: run, host: "here", secretKey: Array(repeating: 1, count: 32))
      options.acknowledged = Set(plan.requiredAcknowledgements)
      options.limits.keepsKnownRates = false
      let lease = try await backend.lock(as: LockOwner(principal: "test", host: "here", process: 1, command: "test", since: 0))
      do {
        let deployment = Deployment(to: cloud, clock: VirtualClock(), options: options)
        _ = try await deployment.recover(lease: lease)
        let result = try await deployment.apply(plan, lease: lease)
        await lease.release()
        return result
      } catch {
        await lease.release()
        throw error
      }
    }

    /// The readable properties of every recorded object, by address, as far as the state's inputs name them.
    func properties() async throws -> [ResourceAddress: PropertyObject] {
      var result: [ResourceAddress: PropertyObject] = [:]
      for record in try await state().records.values where record.status == .current {
        guard let identifier = record.identifier else { continue }
        let object = cloud.objects.first { $0.type == record.type && $0.identifier == identifier && $0.pendingDeletionUntil == nil }
        var named = PropertyObject()
        for key in record.inputs.keys where key != "Tags" { named[key] = object?.properties[key] }
        result[record.address] = named
      }
      return result
    }
  }

  private static func node(_ address: ResourceAddress, _ type: String, _ properties: PropertyObject) -> ResourceNode {
    var paths: [ResourceAddress: [PropertyPath]] = [:]
    PropertyValue.object(properties).forEachReference { reference, path in paths[reference.address, default: []].append(path) }
    return ResourceNode(
      address: address, type: type, placement: CloudFixture.place, properties: properties,
      dependencies: paths.sorted { $0.key < $1.key }.map { Dependency(on: $0.key, paths: $0.value) },
      source: SourceLocation(fileID: "Test/Stack.swift", line: 1))
  }

  private static func reference(_ address: ResourceAddress, _ attribute: String) -> PropertyValue {
    .reference(Reference(address, attribute))
  }

  /// A program with random members and values: a network, keys with aliases, topics, queues, log groups.
  private static func program(_ random: inout CloudRandom) -> ResourceGraph {
    func pick(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }
    var nodes = [
      node(
        "net/vpc", "AWS::EC2::VPC",
        ["CidrBlock": .string("10.\(pick(3)).0.0/16"), "EnableDnsSupport": true, "EnableDnsHostnames": .bool(pick(2) == 0)])
    ]
    guard let range = nodes[0].properties["CidrBlock"]?.stringValue?.split(separator: ".")[1] else {
      return ResourceGraph(environment: "test", resources: nodes)
    }
    for index in 0..<3 where pick(4) > 0 {
      nodes.append(
        node(
          ResourceAddress("net/s\(index)"), "AWS::EC2::Subnet",
          [
            "VpcId": reference("net/vpc", "VpcId"), "CidrBlock": .string("10.\(range).\(index).0/24"),
            "MapPublicIpOnLaunch": .bool(pick(2) == 0),
          ]))
    }
    for index in 0..<2 where pick(4) > 0 {
      let key = ResourceAddress("sec/k\(index)")
      nodes.append(node(key, "AWS::KMS::Key", ["Description": .string("key \(pick(3))"), "EnableKeyRotation": .bool(pick(2) == 0)]))
      nodes.append(
        node(
          ResourceAddress("sec/z\(index)"), "AWS::KMS::Alias",
          ["AliasName": .string("alias/a\(pick(2))-\(index)"), "TargetKeyId": reference(key, "KeyId")]))
      nodes.append(
        node(
          ResourceAddress("app/t\(index)"), "AWS::SNS::Topic",
          ["DisplayName": .string("topic \(pick(3))"), "KmsMasterKeyId": reference(key, "KeyId")]))
    }
    for index in 0..<3 where pick(4) > 0 {
      var properties: PropertyObject = ["VisibilityTimeout": .integer(30 + pick(3)), "DelaySeconds": .integer(pick(3))]
      if pick(3) == 0 { properties["QueueName"] = .string("queue-\(index)-\(pick(2))") }
      nodes.append(node(ResourceAddress("app/q\(index)"), "AWS::SQS::Queue", properties))
    }
    for index in 0..<2 where pick(4) > 0 {
      nodes.append(
        node(
          ResourceAddress("log/g\(index)"), "AWS::Logs::LogGroup",
          ["LogGroupName": .string("/app/\(index)/\(pick(2))"), "RetentionInDays": .integer([7, 14, 30][pick(3)])]))
    }
    let source = SourceLocation(fileID: "Test/Stack.swift", line: 2)
    return ResourceGraph(
      environment: "test", resources: nodes.sorted { rank($0) < rank($1) },
      outputs: [OutputDeclaration(key: "net/vpc-id", value: reference("net/vpc", "VpcId"), source: source)])
  }

  /// Producers first.
  private static func rank(_ node: ResourceNode) -> String {
    let isProducer = node.type == "AWS::EC2::VPC" || node.type == "AWS::KMS::Key"
    return (isProducer ? "0" : "1") + node.address.path
  }

  @Test("After a run that failed anywhere, the way back restores every property, and the old program plans nothing", arguments: 1...60)
  func rollsBack(seed: UInt64) async throws {
    var random = CloudRandom(seed: seed, salt: 0x5E1)
    let world = World(seed: seed)
    let old = Self.program(&random)
    try await world.apply(try await world.plan(old), run: "first")
    let earlier = try await world.state()
    let before = try await world.properties()

    world.cloud.setFaults(
      FaultPlan([FaultPlan.Rule(.accessDenied, calls: [.create, .update, .delete], skip: Int(seed % 5), perMille: 150)]))
    let next = try await world.plan(Self.program(&random))
    #expect(next.diagnostics.filter { $0.severity == .error } == [])
    try await world.apply(next, run: "second")
    world.cloud.setFaults(.none)

    let present = try await world.state()
    #expect(present.lastRun?.baseSerial == earlier.serial || !next.hasChanges)
    let back = Plan.rollingBack(present, to: earlier, options: PlanOptions(engine: "1.0.0"), schema: CatalogFacts())
    #expect(back.diagnostics.filter { $0.severity == .error } == [], "seed \(seed)")
    let result = try await world.apply(back, run: "third")
    #expect(result.failures == [], "seed \(seed)")

    let again = try await world.plan(old)
    #expect(again.steps.filter { $0.operation != .keep }.map { "\($0.operation) \($0.address) \($0.because)" } == [], "seed \(seed)")
    #expect(again.changedOutputs == [], "seed \(seed)")
    let after = try await world.properties()
    let restored = try await world.state()
    // Another rollback leads to the same state and not forward again.
    #expect(restored.lastRun?.baseSerial == earlier.serial || !back.hasChanges)
    for (address, properties) in before {
      // An object that was made anew has another identifier, and where the engine chose its name another name.
      guard let record = earlier.currentRecords[address], restored.records[record.instance] != nil else { continue }
      let isBound = !record.bindings.isEmpty
      #expect(isBound || after[address] == properties, "seed \(seed): \(address)")
    }
    // Nobody is left behind.
    let recorded = Set(restored.records.values.filter { $0.status == .current }.compactMap(\.identifier))
    let existing = Set(world.cloud.objects.filter { $0.pendingDeletionUntil == nil }.map(\.identifier))
    #expect(existing.subtracting(recorded) == [], "seed \(seed)")
  }
}

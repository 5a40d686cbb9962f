import StrataDeployment
import StrataModel
import StrataPlanning
import Testing

/// A cloud, a state and a clock, and the way from a graph to both.
struct World {
  let clock = VirtualClock()
  let cloud: ScriptedCloud
  let backend: MemoryStateBackend
  var secrets: [String: String] = [:]

  init(callLifetime: Int = 60, settle: Int? = nil) {
    cloud = ScriptedCloud(clock, callLifetime: callLifetime, settle: settle)
    backend = MemoryStateBackend()
  }

  static let owner = LockOwner(principal: "someone", host: "here", process: 1, command: "deploy", since: 0)
  static let placement = Placement(account: "123456789012", region: "us-east-1")

  func deployment(run: String = "run", limits: Scheduler.Limits = Scheduler.Limits()) -> Deployment {
    var options = DeploymentOptions(
      engine: "1.0.0", command: "deploy", run: run, host: "here", secretKey: Array(repeating: 7, count: 32))
    options.limits = limits
    options.secrets = ProcessSecretResolver(environment: secrets)
    return Deployment(to: cloud, clock: clock, options: options)
  }

  func emptyState() -> StateSnapshot { StateSnapshot(lineage: "0123456789ab", environment: "test", engine: "1.0.0") }

  func plan(_ graph: ResourceGraph) async throws -> Plan {
    let snapshot = try await backend.load() ?? emptyState()
    return Plan.make(from: snapshot, to: graph, options: PlanOptions(engine: "1.0.0"), schema: CatalogFacts())
  }

  /// Locks, recovers, plans and applies, as the command does.
  @discardableResult func deploy(
    _ graph: ResourceGraph, run: String = "run", limits: Scheduler.Limits = Scheduler.Limits(), stop: StopSignal = StopSignal(),
    observer: @escaping @Sendable (DeploymentEvent) -> Void = { _ in }
  ) async throws -> DeploymentResult {
    let lease = try await backend.lock(as: Self.owner)
    let deployment = deployment(run: run, limits: limits)
    _ = try await deployment.recover(lease: lease)
    var plan = try await plan(graph)
    plan.requiredAcknowledgements = []
    let result = try await deployment.apply(plan, lease: lease, stop: stop, observer: observer)
    await lease.release()
    return result
  }

  /// Checks that cloud and state hold exactly what a graph says, once each, and that nothing is left to do.
  func expectConverged(_ graph: ResourceGraph, _ comment: Comment? = nil, sourceLocation: Testing.SourceLocation = #_sourceLocation)
    async throws
  {
    let snapshot = try #require(try await backend.load(), comment, sourceLocation: sourceLocation)
    #expect(snapshot.openIntents.isEmpty, comment, sourceLocation: sourceLocation)
    let addresses = snapshot.records.values.filter { $0.status == .current }.map(\.address).sorted()
    #expect(addresses == graph.resources.map(\.address).sorted(), comment, sourceLocation: sourceLocation)
    let recorded = snapshot.records.values.filter { $0.status == .current }.compactMap(\.identifier).sorted()
    let existing = cloud.objects.filter { $0.pendingDeletionUntil == nil }.map(\.identifier).sorted()
    #expect(recorded == existing, comment, sourceLocation: sourceLocation)
    let changes = try await plan(graph).steps.filter { $0.operation != .keep }
    #expect(changes.map { "\($0.operation) \($0.address) \($0.because)" } == [], comment, sourceLocation: sourceLocation)
  }
}

/// Builds graphs for tests.
enum Sample {
  static func node(
    _ address: ResourceAddress, _ type: String, _ properties: PropertyObject, after: [ResourceAddress] = [], line: Int = 1
  ) -> ResourceNode {
    var dependencies = Set(after)
    PropertyValue.object(properties).forEachReference { reference, _ in dependencies.insert(reference.address) }
    return ResourceNode(
      address: address, type: type, placement: World.placement, properties: properties,
      dependencies: dependencies.sorted().map { Dependency(on: $0) }, source: SourceLocation(fileID: "Test/Stack.swift", line: line))
  }

  static func reference(_ address: ResourceAddress, _ attribute: String) -> PropertyValue { .reference(Reference(address, attribute)) }

  static func graph(_ nodes: [ResourceNode], outputs: [OutputDeclaration] = []) -> ResourceGraph {
    ResourceGraph(environment: "test", resources: nodes, outputs: outputs)
  }

  static let trust: PropertyValue = [
    "Statement": [["Effect": "Allow", "Action": "sts:AssumeRole", "Principal": ["Service": "ecs.amazonaws.com"]]]
  ]

  /// One resource of each class of API that a create can be interrupted in.
  static let everyClass = graph([
    node("net/vpc", "AWS::EC2::VPC", ["CidrBlock": "10.0.0.0/16"]),
    node("net/subnet", "AWS::EC2::Subnet", ["VpcId": reference("net/vpc", "VpcId"), "CidrBlock": "10.0.1.0/24"]),
    node("net/table", "AWS::EC2::RouteTable", ["VpcId": reference("net/vpc", "VpcId")]),
    node("app/key", "AWS::KMS::Key", ["Description": "data"]),
    // A fixed name that bears neither tag nor suffix.
    node("app/alias", "AWS::KMS::Alias", ["AliasName": "alias/app", "TargetKeyId": reference("app/key", "KeyId")]),
    node("app/role", "AWS::IAM::Role", ["RoleName": "app-role", "AssumeRolePolicyDocument": trust]),
    node(
      "app/policy", "AWS::IAM::RolePolicy",
      ["RoleName": reference("app/role", "RoleName"), "PolicyName": "inline", "PolicyDocument": trust]),
    node("app/zone", "AWS::Route53::HostedZone", ["Name": "example.org"]),
  ])
}

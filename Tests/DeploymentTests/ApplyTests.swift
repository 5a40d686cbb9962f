import ResourceCatalog
import StrataDeployment
import StrataModel
import Testing

@Suite("Applying a plan")
struct ApplyTests {
  private let world = World()

  @Test("Everything is made, recorded and connected, and a second deployment has nothing to do")
  func happyPath() async throws {
    let graph = Sample.everyClass
    let result = try await world.deploy(graph)
    #expect(result.failures == [])
    #expect(result.isComplete)
    #expect(result.counts.created == 8)
    try await world.expectConverged(graph)
    let subnet = try #require(world.cloud.objects.first { $0.type == "AWS::EC2::Subnet" })
    #expect(subnet.properties["VpcId"] == "vpc-1" || subnet.properties["VpcId"]?.stringValue?.hasPrefix("vpc-") == true)
    world.cloud.clearCalls()
    let second = try await world.deploy(graph, run: "second")
    #expect(second.isComplete)
    #expect(world.cloud.calls == [])
  }

  @Test("Every object bears the tags that prove whose it is")
  func identityTags() async throws {
    try await world.deploy(Sample.everyClass)
    let snapshot = try #require(try await world.backend.load())
    for object in world.cloud.objects where ResourceCatalog.aws.type(object.type)?.isTaggedOnCreate == true {
      let record = try #require(snapshot.records.values.first { $0.identifier == object.identifier })
      #expect(ScriptedCloud.tag("strata:instance", object.properties) == "01234567.\(record.instance)")
      #expect(ScriptedCloud.tag("strata:address", object.properties) == record.address.path)
    }
  }

  @Test("Each intent is durable before its call, and each sent step is planned")
  func writeAhead() async throws {
    let backend = world.backend
    world.cloud.onCall { call in
      guard call.kind == .create else { return nil }
      return .before {
        let announced = backend.entries.contains { entry in
          if case .intent(let intent) = entry.body { intent.token == call.token && intent.operation == .create } else { false }
        }
        #expect(announced)
      }
    }
    let plan = try await world.plan(Sample.everyClass)
    let result = try await world.deploy(Sample.everyClass)
    #expect(result.isComplete)
    #expect(world.cloud.mutations.count == plan.steps.count { $0.operation == .create })
  }

  @Test("A failed step skips what depends on it, and everything else goes on")
  func failure() async throws {
    world.cloud.onCall { call in
      call.kind == .create && call.type == "AWS::EC2::VPC"
        ? .refuse(ProviderError(.limitExceeded, "too many VPCs", serviceCode: "VpcLimitExceeded")) : nil
    }
    let result = try await world.deploy(Sample.everyClass)
    #expect(result.counts.failed == 1)
    #expect(result.counts.skipped == 2)
    #expect(result.counts.created == 5)
    let failure = try #require(result.failures.first)
    #expect(failure.address == "net/vpc")
    #expect(failure.message == "AWS::EC2::VPC could not be created: too many VPCs (VpcLimitExceeded)")
    #expect(failure.location?.description == "Stack.swift:1")
    world.cloud.onCall { _ in nil }
    #expect(try await world.deploy(Sample.everyClass, run: "again").isComplete)
    try await world.expectConverged(Sample.everyClass)
  }

  @Test("An update reads first, sends the difference and records the new values")
  func update() async throws {
    try await world.deploy(Sample.graph([Sample.node("a/key", "AWS::KMS::Key", ["Description": "old"])]))
    world.cloud.clearCalls()
    let changed = Sample.graph([Sample.node("a/key", "AWS::KMS::Key", ["Description": "new"])])
    #expect(try await world.deploy(changed, run: "second").counts.updated == 1)
    #expect(world.cloud.calls.map(\.kind) == [.read, .update])
    #expect(world.cloud.objects.first?.properties["Description"] == "new")
    try await world.expectConverged(changed)
  }

  @Test("An update stops when somebody else changed what is ours, and names path, found and expected")
  func drift() async throws {
    let first = Sample.graph([Sample.node("a/key", "AWS::KMS::Key", ["Description": "old", "EnableKeyRotation": true])])
    try await world.deploy(first)
    let identifier = try #require(world.cloud.objects.first?.identifier)
    world.cloud.change(identifier) { $0["EnableKeyRotation"] = false }
    let changed = Sample.graph([Sample.node("a/key", "AWS::KMS::Key", ["Description": "new", "EnableKeyRotation": true])])
    let result = try await world.deploy(changed, run: "second")
    #expect(
      result.failures.map(\.message)
        == ["EnableKeyRotation was changed outside of this program: it is false, and true was left there."])
    #expect(world.cloud.objects.first?.properties["Description"] == "old")
  }

  @Test("An update whose object is already as wanted sends nothing and is recorded")
  func alreadyDone() async throws {
    try await world.deploy(Sample.graph([Sample.node("a/key", "AWS::KMS::Key", ["Description": "old"])]))
    let identifier = try #require(world.cloud.objects.first?.identifier)
    world.cloud.change(identifier) { $0["Description"] = "new" }
    world.cloud.clearCalls()
    // Right after our own write a read proves nothing.
    await world.clock.sleep(milliseconds: 60_000)
    let changed = Sample.graph([Sample.node("a/key", "AWS::KMS::Key", ["Description": "new"])])
    #expect(try await world.deploy(changed, run: "second").isComplete)
    #expect(world.cloud.mutations == [])
    try await world.expectConverged(changed)
  }

  @Test("What leaves the program goes, users before what they use; a scheduled deletion is recorded with its date")
  func deletes() async throws {
    try await world.deploy(Sample.everyClass)
    world.cloud.clearCalls()
    let result = try await world.deploy(Sample.graph([]), run: "second")
    #expect(result.failures == [])
    #expect(result.counts.deleted == 8)
    let order = world.cloud.mutations.map(\.subject)
    let vpc = try #require(order.firstIndex { $0.hasPrefix("vpc") })
    #expect(order.firstIndex { $0.hasPrefix("subnet") }.map { $0 < vpc } == true)
    #expect(order.firstIndex { $0.hasPrefix("routetable") }.map { $0 < vpc } == true)
    let snapshot = try #require(try await world.backend.load())
    #expect(snapshot.records.values.map(\.type) == ["AWS::KMS::Key"])
    let key = try #require(snapshot.records.values.first)
    if case .pendingDeletion = key.status {} else { Issue.record("the key's status is \(key.status)") }
  }

  @Test("What left the program is deleted where it was made, through the roles that made it")
  func deletesAsMade() async throws {
    var key = Sample.node("a/key", "AWS::KMS::Key", ["Description": "theirs"])
    key.placement = Placement(account: "210987654321", region: "eu-west-1", roleChain: ["arn:aws:iam::210987654321:role/deployer"])
    try await world.deploy(Sample.graph([key]))
    #expect(try await world.deploy(Sample.graph([]), run: "second").counts.deleted == 1)
    #expect(world.cloud.deletePlacements == [key.placement])
  }

  @Test("An attribute that changes although the plan took it as known stops what refers to it, and the next plan has the new value")
  func changedKnownAttribute() async throws {
    func graph(_ description: String) -> ResourceGraph {
      Sample.graph([
        Sample.node("a/key", "AWS::KMS::Key", ["Description": .string(description)]),
        Sample.node("a/role", "AWS::IAM::Role", ["RoleName": "r", "AssumeRolePolicyDocument": Sample.trust]),
        Sample.node(
          "a/policy", "AWS::IAM::RolePolicy",
          [
            "RoleName": Sample.reference("a/role", "RoleName"), "PolicyName": "use",
            "PolicyDocument": ["Statement": [["Sid": .string(description), "Resource": Sample.reference("a/key", "Arn")]]],
          ]),
      ])
    }
    try await world.deploy(graph("one"))
    let cloud = world.cloud
    let identifier = try #require(cloud.objects.first { $0.type == "AWS::KMS::Key" }?.identifier)
    cloud.onCall { call in
      guard call.kind == .update, call.type == "AWS::KMS::Key" else { return nil }
      return .before { cloud.change(identifier) { $0["Arn"] = "arn:aws:another" } }
    }
    let result = try await world.deploy(graph("two"), run: "second")
    #expect(result.failures.map(\.code) == ["re-plan"])
    #expect(result.failures.map(\.address) == ["a/policy"])
    #expect(try await world.deploy(graph("two"), run: "third").isComplete)
    let policy = cloud.objects.first { $0.type == "AWS::IAM::RolePolicy" }?.properties["PolicyDocument"]
    #expect(policy == ["Statement": [["Sid": "two", "Resource": "arn:aws:another"]]])
    try await world.expectConverged(graph("two"))
  }

  @Test("An object that is gone already needs no delete")
  func goneAlready() async throws {
    try await world.deploy(Sample.graph([Sample.node("a/vpc", "AWS::EC2::VPC", ["CidrBlock": "10.0.0.0/16"])]))
    world.cloud.remove(try #require(world.cloud.objects.first?.identifier))
    world.cloud.clearCalls()
    #expect(try await world.deploy(Sample.graph([]), run: "second").isComplete)
    #expect(world.cloud.mutations == [])
    #expect(try await world.backend.load()?.records.isEmpty == true)
  }

  @Test("An object that bears another resource's tag is not deleted")
  func notOurs() async throws {
    try await world.deploy(Sample.graph([Sample.node("a/vpc", "AWS::EC2::VPC", ["CidrBlock": "10.0.0.0/16"])]))
    world.cloud.change(try #require(world.cloud.objects.first?.identifier)) {
      $0["Tags"] = [["Key": "strata:instance", "Value": "ffffffff.somebodyelses"]]
    }
    let result = try await world.deploy(Sample.graph([]), run: "second")
    #expect(result.failures.map(\.code) == ["not-ours"])
    #expect(world.cloud.objects.count == 1)
  }

  @Test("A name that is taken by something foreign fails with the word that takes it over")
  func foreign() async throws {
    world.cloud.add("AWS::IAM::Role", "app-role", ["RoleName": "app-role", "AssumeRolePolicyDocument": Sample.trust])
    let graph = Sample.graph([
      Sample.node("a/role", "AWS::IAM::Role", ["RoleName": "app-role", "AssumeRolePolicyDocument": Sample.trust])
    ])
    let result = try await world.deploy(graph)
    #expect(result.failures.map(\.code) == ["already-exists"])
    #expect(result.failures.first?.remedy?.contains(".adopted(\"app-role\")") == true)
  }

  @Test("Outputs are resolved at the end")
  func outputs() async throws {
    let nodes = [Sample.node("a/vpc", "AWS::EC2::VPC", ["CidrBlock": "10.0.0.0/16"])]
    let source = SourceLocation(fileID: "T/S.swift", line: 1)
    let output = OutputDeclaration(key: "a/vpc-id", value: Sample.reference("a/vpc", "VpcId"), source: source)
    let graph = Sample.graph(nodes, outputs: [output])
    let result = try await world.deploy(graph)
    #expect(result.snapshot.outputs == ["a/vpc-id": OutputRecord(value: "vpc-1", expression: output.value)])
  }

  @Test("Secrets are sent in clear and recorded as a keyed digest only")
  func secrets() async throws {
    var world = World()
    world.secrets = ["DB_PASSWORD": "correct horse battery"]
    let node = Sample.node(
      "a/secret", "AWS::SecretsManager::Secret", ["SecretString": .secret(SecretSource(.environmentVariable, "DB_PASSWORD"))])
    let result = try await world.deploy(Sample.graph([node]))
    #expect(result.failures == [])
    #expect(world.cloud.objects.first?.properties["SecretString"] == "correct horse battery")
    let stored =
      world.backend.entries.map { JSONWriter.text(of: $0.json) }.joined()
      + String(decoding: result.snapshot.fileBytes, as: UTF8.self)
    #expect(!stored.contains("correct horse"))
    let record = try #require(result.snapshot.records.values.first)
    #expect(record.secrets["SecretString"]?.digest == Digest.keyed("correct horse battery", key: Array(repeating: 7, count: 32)))
  }

  @Test("A secret that the cloud keeps is read from the cloud; one that keeps none says so")
  func secretOfCloud() async throws {
    let node = Sample.node("a/database", "AWS::RDS::DBInstance", ["MasterUserPassword": .secret(SecretSource(.secretsManager, "db"))])
    let result = try await World().deploy(Sample.graph([node]))
    #expect(result.failures.map(\.message) == ["'db' is kept by AWS, and scripted cannot read it. Use a variable or file."])
  }

  @Test("A secret that is not there fails its step before any call")
  func missingSecret() async throws {
    let node = Sample.node(
      "a/secret", "AWS::SecretsManager::Secret", ["SecretString": .secret(SecretSource(.environmentVariable, "ABSENT"))])
    let result = try await world.deploy(Sample.graph([node]))
    #expect(result.failures.map(\.message) == ["The environment variable ABSENT is not set. Set it and run again."])
    #expect(world.cloud.calls == [])
  }

  @Test("A stale plan, another environment's and one that needs a word are refused before anything is written")
  func refusals() async throws {
    let plan = try await world.plan(Sample.everyClass)
    try await world.deploy(Sample.everyClass)
    let lease = try await world.backend.lock(as: World.owner)
    let writes = world.backend.writeCount
    let stale = await #expect(throws: DeploymentError.self) { try await world.deployment().apply(plan, lease: lease) }
    #expect(stale?.code == .stalePlan)
    var foreign = try await world.plan(Sample.everyClass)
    foreign.environment = "other"
    #expect(await #expect(throws: DeploymentError.self) { try await world.deployment().apply(foreign, lease: lease) }?.code == .foreignPlan)
    var dangerous = try await world.plan(Sample.everyClass)
    dangerous.requiredAcknowledgements = [
      Plan.Acknowledgement(address: "a/b", type: "T", reason: .dataLoss, step: 0, source: nil)
    ]
    let refused = await #expect(throws: DeploymentError.self) { try await world.deployment().apply(dangerous, lease: lease) }
    #expect(refused?.code == .unacknowledged)
    #expect(world.backend.writeCount == writes)
  }
}

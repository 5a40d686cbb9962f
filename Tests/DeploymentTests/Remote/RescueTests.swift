import StrataModel
import StrataPlanning
import Testing

@testable import StrataDeployment

@Suite("What could not be recorded")
struct RescueTests {
  private let world = World(callLifetime: 0)
  private let remote = ManualClock()
  private let folder = TemporaryFolder()

  private let graph = Sample.graph(
    (0..<12).map {
      Sample.node(ResourceAddress("net/gateway-\($0)"), "AWS::EC2::InternetGateway", ["Tags": [["Key": "n", "Value": .string("\($0)")]]])
    })

  private func backend(_ objects: FakeObjectStore, _ name: String) -> RemoteStateBackend {
    RemoteStateBackend(objects, environment: "test", clock: remote, nonce: { name }, renewsInBackground: false)
  }

  private func deploy(_ backend: RemoteStateBackend, run: String, limits: Scheduler.Limits) async throws -> DeploymentResult {
    let lease = try await backend.lock(as: World.owner)
    let deployment = world.deployment(run: run, limits: limits)
    _ = try await deployment.recover(lease: lease)
    let state = try await lease.load() ?? world.emptyState()
    let plan = Plan.make(from: state, to: graph, options: PlanOptions(engine: "1.0.0"), schema: CatalogFacts())
    let result = try await deployment.apply(plan, lease: lease)
    await lease.release()
    return result
  }

  @Test("A network lost at any request: calls in flight are finished, saved, pushed back, and nothing is made twice")
  func network() async throws {
    var limits = Scheduler.Limits()
    limits.concurrency = 3
    let calm = FakeObjectStore(remote)
    _ = try await deploy(backend(calm, "calm"), run: "calm", limits: limits)
    #expect(world.cloud.objects.count == 12)
    for request in 4..<calm.requests {
      let world = RescueTests()
      try await world.cutOff(at: request, limits)
    }
  }

  private func cutOff(at request: Int, _ limits: Scheduler.Limits) async throws {
    let objects = FakeObjectStore(remote)
    objects.inject([request: .offline])
    var unrecorded: [JournalEntry] = []
    var snapshot: StateSnapshot?
    if let result = try? await deploy(backend(objects, "a"), run: "a", limits: limits) {
      unrecorded = result.unrecorded
      snapshot = result.snapshot
      #expect(result.counts.failed == 0 || result.stateError != nil)
    }
    objects.setOffline(false)
    remote.pass(seconds: 61)
    let rescue = RescueFolder(directory: folder.path + "/rescue")
    if let snapshot, try await rescue.save(unrecorded, of: snapshot, run: "a") != nil {
      let lease = try await backend(objects, "push").lock(as: World.owner)
      let path = try #require(try rescue.pending().first)
      let made = world.cloud.objects.count
      _ = try await rescue.push(path, under: lease)
      let state = try #require(try await lease.load())
      #expect(state.openIntents.isEmpty, "request \(request)")
      #expect(state.records.count == made, "request \(request)")
      #expect(try rescue.pending() == [])
      await lease.release()
    }
    let result = try await deploy(backend(objects, "b"), run: "b", limits: limits)
    #expect(result.isComplete, "request \(request)")
    #expect(world.cloud.objects.count == 12, "request \(request)")
    let state = try #require(try await backend(objects, "c").load())
    let again = Plan.make(from: state, to: graph, options: PlanOptions(engine: "1.0.0"), schema: CatalogFacts())
    #expect(!again.hasChanges, "request \(request)")
  }

  @Test("What recovery has settled meanwhile is not recorded again, and another state's file is refused")
  func settled() async throws {
    let objects = FakeObjectStore(remote)
    _ = try await deploy(backend(objects, "a"), run: "a", limits: Scheduler.Limits())
    let lease = try await backend(objects, "b").lock(as: World.owner)
    let state = try #require(try await lease.load())
    let entries = [
      JournalEntry(sequence: 1, epoch: 0, run: "a", at: 1, body: .outcome(step: 0, JournalEntry.Outcome(.done, identifier: "igw-other")))
    ]
    let rescue = RescueFolder(directory: folder.path + "/rescue")
    let path = try #require(try await rescue.save(entries, of: state, run: "old"))
    let report = try await rescue.push(path, under: lease)
    #expect(report == RescueFolder.Report(recordedCount: 0, knownCount: 1))
    #expect(try await lease.load() == state)
    var other = state
    other.lineage = "other"
    let foreign = try #require(try await rescue.save(entries, of: other, run: "foreign"))
    #expect(await #expect(throws: StateError.self) { try await rescue.push(foreign, under: lease) }?.code == .otherEnvironment)
    #expect(try rescue.pending() == [foreign])
    #expect(
      try await rescue.save([JournalEntry(sequence: 1, epoch: 0, run: "a", at: 1, body: .fence(taker: "x"))], of: state, run: "n") == nil)
    await lease.release()
  }
}

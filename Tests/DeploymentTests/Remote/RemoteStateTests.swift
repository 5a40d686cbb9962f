import StrataModel
import Testing

@testable import StrataDeployment

@Suite("Remote state")
struct RemoteStateTests {
  private let clock = ManualClock()
  private let objects: FakeObjectStore
  private let numbers = Counter()

  init() { objects = FakeObjectStore(clock) }

  private func backend(_ name: String = "holder") -> RemoteStateBackend {
    let number = numbers.next()
    return RemoteStateBackend(
      objects, environment: "test", clock: clock, nonce: { "\(name)-\(number)" }, renewsInBackground: false)
  }

  private func owner(_ name: String) -> LockOwner {
    LockOwner(principal: name, host: "host", process: 1, command: "deploy test", since: clock.seconds())
  }

  private let start = StateSnapshot(lineage: "lineage", environment: "test", engine: "1.0.0")

  private func entry(_ sequence: Int, epoch: Int = 0, run: String = "run") -> JournalEntry {
    JournalEntry(
      sequence: sequence, epoch: epoch, run: run, at: 1, body: .outputs(["o\(sequence)": OutputRecord(value: .integer(sequence))]))
  }

  /// A state with entries, given back.
  private func prepare(_ count: Int = 2) async throws {
    let lease = try await backend("first").lock(as: owner("first"))
    try await lease.initialize(start)
    for sequence in 1...count { _ = try await lease.append([entry(sequence)]) }
    await lease.release()
  }

  @Test("Keeps what every state keeps")
  func conformance() async throws {
    let clock = clock
    let violations = await StateBackendConformance.violations { environment in
      RemoteStateBackend(FakeObjectStore(clock), environment: environment)
    }
    #expect(violations == [])
  }

  @Test("One group commit is one write")
  func oneWrite() async throws {
    let lease = try await backend().lock(as: owner("a"))
    try await lease.initialize(start)
    let before = objects.requests
    _ = try await lease.append([entry(1), entry(2), entry(3)])
    _ = try await lease.append([entry(4)])
    #expect(objects.requests - before == 2)
    #expect(objects.writes.suffix(2) == ["log/0000000000000001", "log/0000000000000004"])
    await lease.release()
  }

  // MARK: Answers

  @Test("A conflict is the same write again, a lost answer is looked up: each entry stands there once")
  func retries() async throws {
    let lease = try await backend().lock(as: owner("a"))
    try await lease.initialize(start)
    objects.inject([0: .refused(.conflict), 1: .refused(.conflict)])
    _ = try await lease.append([entry(1)])
    objects.inject([0: .answerLost])
    _ = try await lease.append([entry(2)])
    objects.inject([0: .answerLost, 1: .refused(.unknown), 2: .refused(.conflict), 4: .answerLost])
    _ = try await lease.append([entry(3)])
    #expect(try await lease.load()?.serial == 3)
    #expect(objects.writes.filter { $0.hasPrefix("log/") }.count == 3)
    await lease.release()
  }

  @Test("Whoever finds the slot taken is fenced: nothing more is written, no call leaves")
  func fenced() async throws {
    let lease = try await backend().lock(as: owner("a"))
    try await lease.initialize(start)
    _ = try await lease.append([entry(1)])
    let other = LogObject(lineage: "lineage", environment: "test", engine: "1", epoch: 9, nonce: "other", entries: [entry(2, run: "x")])
    objects.inject([0: .overtaken(other.bytes)])
    let error = await #expect(throws: StateError.self) { try await lease.append([entry(2)]) }
    #expect(error?.code == .lostLease)
    #expect(objects.bytes("log/0000000000000002") == other.bytes)
    let requests = objects.requests
    #expect(await #expect(throws: StateError.self) { try await lease.append([entry(3)]) }?.code == .lostLease)
    #expect(await #expect(throws: StateError.self) { try await lease.confirm() }?.code == .lostLease)
    #expect(objects.requests == requests)
    #expect(try await backend().load()?.outputs.keys.sorted() == ["o2"])
  }

  @Test("Without a network a write is tried for half a minute; the lease is not given back but runs out")
  func offline() async throws {
    let lease = try await backend().lock(as: owner("a"))
    try await lease.initialize(start)
    objects.inject([0: .offline])
    let began = clock.seconds()
    #expect(await #expect(throws: StateError.self) { try await lease.append([entry(1)]) }?.code == .unreachable)
    #expect((30...35).contains(clock.seconds() - began))
    await lease.release()
    objects.setOffline(false)
    let refusal = await #expect(throws: StateError.self) { try await backend().lock(as: owner("b")) }
    #expect(refusal?.code == .locked)
    #expect(refusal?.owner == owner("a") || refusal?.owner?.principal == "a")
    clock.pass(seconds: 61)
    let taken = try await backend().lock(as: owner("b"))
    let state = try #require(try await taken.load())
    #expect(state.serial == 1, "the fence")
    #expect(state.epoch == 2)
    await taken.release()
  }

  @Test("A service that refuses ends the write at once and says why")
  func refused() async throws {
    let lease = try await backend().lock(as: owner("a"))
    try await lease.initialize(start)
    objects.inject([0: .refused(.refused)])
    let began = clock.seconds()
    let error = await #expect(throws: StateError.self) { try await lease.append([entry(1)]) }
    #expect(error?.code == .notWritable)
    #expect(error?.message.contains("injected") == true)
    #expect(clock.seconds() == began)
  }

  // MARK: The lease

  @Test("A lock that was given back is taken at once, without touching the state")
  func released() async throws {
    try await prepare()
    let lease = try await backend().lock(as: owner("b"))
    #expect(try await lease.load()?.serial == 2)
    #expect(try await lease.load()?.epoch == 0)
    #expect(try await backend().lockStatus()?.owner.principal == "b")
    await lease.release()
    #expect(try await backend().lockStatus() == nil)
    #expect(objects.keys.contains("lock"))
  }

  @Test("Nobody takes a lease before its time, whatever second the clocks show")
  func arithmetic() {
    let record = LeaseRecord(epoch: 4, status: .held, nonce: "n", owner: World.owner, ttl: 60)
    func decide(_ age: Int) -> LeaseDecision { .make(StoredLease(record: record, revision: "r", age: age)) }
    #expect(decide(0) == .refuse(World.owner, remaining: 61))
    #expect(decide(60) == .refuse(World.owner, remaining: 1))
    #expect(decide(61) == .take(epoch: 5, replacing: "r", needsFence: true))
    #expect(decide(-5) == .refuse(World.owner, remaining: 61))
    var released = record
    released.status = .released
    #expect(LeaseDecision.make(StoredLease(record: released, revision: "r", age: 0)) == .take(epoch: 5, replacing: "r", needsFence: false))
    #expect(LeaseDecision.make(nil) == .take(epoch: 1, replacing: nil, needsFence: true))
    let timing = LeaseTiming.standard
    #expect((timing.renewal, timing.callLimit, timing.patience) == (15_000, 40_000, 30_000))
  }

  @Test("A holder that slept is fenced, even when it wakes up in the middle of a write")
  func sleeper() async throws {
    try await prepare()
    let sleeper = try await backend("a").lock(as: owner("a"))
    _ = try await sleeper.load()
    clock.pass(seconds: 61)
    let taker = try await backend("b").lock(as: owner("b"))
    let state = try #require(try await taker.load())
    #expect(state.serial == 3)
    #expect(await #expect(throws: StateError.self) { try await sleeper.append([entry(3)]) }?.code == .lostLease)
    _ = try await taker.append([entry(4, epoch: state.epoch)])
    let error = await #expect(throws: StateError.self) { try await sleeper.confirm() }
    #expect(error?.code == .lostLease)
    await sleeper.release()
    #expect(try await backend().lockStatus()?.owner.principal == "b", "what is lost is not given back")
    await taker.release()
  }

  @Test("A call leaves only within 40 seconds of a renewal, or after another one")
  func confirming() async throws {
    try await prepare()
    let lease = try await backend("a").lock(as: owner("a"))
    clock.pass(seconds: 39)
    let requests = objects.requests
    try await lease.confirm()
    #expect(objects.requests == requests, "no request while it is fresh")
    clock.pass(seconds: 2)
    try await lease.confirm()
    #expect(objects.requests == requests + 1)
    clock.pass(seconds: 300)
    try await lease.confirm()
    clock.pass(seconds: 41)
    objects.setOffline(true)
    #expect(await #expect(throws: StateError.self) { try await lease.confirm() }?.code == .lostLease)
    objects.setOffline(false)
    clock.pass(seconds: 61)
    let taker = try await backend("b").lock(as: owner("b"))
    let error = await #expect(throws: StateError.self) { try await lease.confirm() }
    #expect(error?.owner?.principal == "b")
    await taker.release()
  }

  @Test("A renewal whose answer was lost is no loss")
  func lostRenewal() async throws {
    try await prepare()
    let lease = try await backend("a").lock(as: owner("a"))
    clock.pass(seconds: 41)
    objects.inject([0: .answerLost])
    await #expect(throws: StateError.self) { try await lease.confirm() }
    try await lease.confirm()
    await lease.release()
    #expect(try await backend().lockStatus() == nil)
  }

  @Test("The one before may write in the last moment; the fence then stands behind it, and nothing is lost")
  func lastMoment() async throws {
    try await prepare()
    let old = try await backend("a").lock(as: owner("a"))
    _ = try await old.load()
    clock.pass(seconds: 61)
    // Reading and taking the lock are two requests, then the state is read with five; the next is the fence.
    let late = LogObject(lineage: "lineage", environment: "test", engine: "1", epoch: 1, nonce: "late", entries: [entry(3), entry(4)])
    objects.inject([7: .overtaken(late.bytes)])
    let taker = try await backend("b").lock(as: owner("b"))
    let state = try #require(try await taker.load())
    #expect(state.serial == 5)
    #expect(state.outputs.keys.sorted() == ["o4"])
    #expect(objects.bytes("log/0000000000000003") == late.bytes)
    await taker.release()
  }

  @Test("Whoever takes over waits until the calls that were announced can no longer be on their way")
  func deadlines() async throws {
    let lease = try await backend("a").lock(as: owner("a"))
    try await lease.initialize(start)
    var intent = Intent(
      step: 0, operation: .create, address: ResourceAddress("s/r"), instance: InstanceID("i"), generation: 1, type: "AWS::EC2::VPC",
      placement: World.placement, route: .direct(version: 1), apiClass: "G", source: SourceLocation(fileID: "M/F.swift", line: 1))
    intent.deadline = clock.seconds() + 200
    _ = try await lease.append([JournalEntry(sequence: 1, epoch: 0, run: "r", at: 1, body: .intent(intent))])
    clock.pass(seconds: 61)
    let taker = try await backend("b").lock(as: owner("b"))
    #expect(clock.seconds() >= intent.deadline)
    await taker.release()
  }

  @Test("A lock that was removed by hand fences all the same")
  func removedLock() async throws {
    try await prepare()
    let old = try await backend("a").lock(as: owner("a"))
    _ = try await old.load()
    objects.set("lock", nil)
    let new = try await backend("b").lock(as: owner("b"))
    #expect(try await new.load()?.serial == 3)
    #expect(await #expect(throws: StateError.self) { try await old.append([entry(3)]) }?.code == .lostLease)
    await new.release()
  }

  @Test("The key of secrets' digests is one for all")
  func secretKey() async throws {
    let key = try await backend().secretKey()
    #expect(key.count == 32)
    #expect(try await backend().secretKey() == key)
  }

  // MARK: What is kept

  @Test("Log objects go only below the oldest snapshot that is kept")
  func retention() {
    let day = 86_400
    let snapshots = (0..<30).map { (serial: $0 * 10, writtenAt: $0 * 2 * day) }
    let removal = Retention().removal(snapshots: snapshots, logs: Array(stride(from: 1, to: 300, by: 5)), now: 60 * day)
    // Twenty and thirty days: the snapshots of days 0 to 18 are both surplus and old.
    #expect(removal.snapshots == (0..<10).map { $0 * 10 })
    #expect(removal.logs == Array(stride(from: 1, to: 100, by: 5)))
    #expect(Retention().removal(snapshots: snapshots, logs: [1, 6], now: 20 * day) == Retention.Removal(snapshots: [], logs: []))
    #expect(Retention().removal(snapshots: [], logs: [1], now: 0) == Retention.Removal())
    // A log object that reaches beyond the snapshot stays.
    #expect(Retention(count: 1, age: 0).removal(snapshots: [(0, 0), (10, 0)], logs: [1, 9, 12], now: 9).logs == [1])
  }

  @Test("Earlier snapshots can be listed and read")
  func versions() async throws {
    let lease = try await backend().lock(as: owner("a"))
    try await lease.initialize(start)
    for sequence in 1...3 {
      _ = try await lease.append([entry(sequence)])
      if let state = try await lease.load() { try await lease.compact(state) }
    }
    await lease.release()
    #expect(try await backend().versions().map(\.serial) == [0, 1, 2, 3])
    #expect(try await backend().snapshot(at: 2).outputs.keys.sorted() == ["o2"])
    await #expect(throws: StateError.self) { try await backend().snapshot(at: 7) }
  }

  @Test("A damaged, missing or foreign object is named, and nothing is changed")
  func damage() async throws {
    try await prepare(3)
    let key = "log/0000000000000002"
    let whole = try #require(objects.bytes(key))
    for index in stride(from: 0, to: whole.count, by: 7) {
      var changed = whole
      changed[index] ^= 0x10
      objects.set(key, changed)
      let error = await #expect(throws: StateError.self, "byte \(index)") { try await backend().load() }
      #expect(error?.code == .corrupted)
      #expect(error?.message.contains(key) == true)
    }
    objects.set(key, nil)
    #expect(await #expect(throws: StateError.self) { try await backend().load() }?.message.contains("lacks entry 2") == true)
    objects.set(key, LogObject(lineage: "other", environment: "test", engine: "1", epoch: 0, nonce: "n", entries: [entry(2)]).bytes)
    #expect(await #expect(throws: StateError.self) { try await backend().load() }?.message.contains("another state") == true)
  }
}

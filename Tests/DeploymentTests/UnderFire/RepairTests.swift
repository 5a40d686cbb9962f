import Foundation
import StrataModel
import Testing

@testable import StrataDeployment

@Suite("Repairing a state")
struct RepairTests {
  private let folder = TemporaryFolder()
  private let first = StateSnapshot(lineage: "lineage", environment: "test", engine: "1.0.0")
  private var backend: LocalStateBackend { LocalStateBackend(directory: folder.path, environment: "test") }

  private func entry(_ sequence: Int) -> JournalEntry {
    var record = ResourceRecord(
      address: ResourceAddress("s/r\(sequence)"), type: "AWS::S3::Bucket", placement: World.placement,
      instance: InstanceID("i\(sequence)"), generation: sequence, source: SourceLocation(fileID: "M/F.swift", line: 1))
    record.identifier = "bucket-\(sequence)"
    return JournalEntry(sequence: sequence, epoch: 0, run: "r", at: 1, body: .imported(record))
  }

  private func write(_ backend: any StateBackend, _ count: Int, compacting: Bool = false) async throws {
    let lease = try await backend.lock(as: World.owner)
    let start = try await lease.load()
    if start == nil { try await lease.initialize(first) }
    for number in 1...count { _ = try await lease.append([entry((start?.serial ?? 0) + number)]) }
    if compacting, let state = try await lease.load() { try await lease.compact(state) }
    await lease.release()
  }

  private func bytes(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(fileURLWithPath: folder.path + "/" + name))) }
  private func set(_ name: String, _ bytes: [UInt8]) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: folder.path + "/" + name))
  }

  @Test("A whole state, and one that was never made, are left alone")
  func whole() async throws {
    #expect(try await backend.repair(as: World.owner) == StateRepair())
    try await write(backend, 3)
    let journal = try bytes("journal")
    let repair = try await backend.repair(as: World.owner)
    #expect(!repair.wasNeeded)
    #expect(repair.backup == nil)
    #expect(try bytes("journal") == journal)
  }

  @Test("A damaged write in the middle costs its own entries only, which are named, and the files of before are kept")
  func damagedFrame() async throws {
    try await write(backend, 5)
    var journal = try bytes("journal")
    journal[JournalFrame.scan(journal).payloads[3].lowerBound + 5] ^= 1
    try set("journal", journal)
    await #expect(throws: StateError.self) { try await backend.load() }
    let repair = try await backend.repair(as: World.owner)
    #expect(repair.wasNeeded)
    #expect(repair.losses == ["entry 3"])
    let state = try #require(try await backend.load())
    #expect(state.records.keys.map(\.text).sorted() == ["i1", "i2", "i4", "i5"])
    #expect(state == repair.snapshot)
    #expect(state.serial > 1_000_000, "no plan of before fits")
    #expect(state.nextGeneration > 1_000_000, "no generation is given out twice")
    let backup = try #require(repair.backup)
    #expect(Array(try Data(contentsOf: URL(fileURLWithPath: backup + "/journal"))) == journal)
    #expect(try await !backend.repair(as: World.owner).wasNeeded)
    try await write(backend, 1)
    #expect(try await backend.load()?.records.count == 5)
  }

  @Test("A lost state file is replaced by the newest earlier one, and it is said since when")
  func lostSnapshot() async throws {
    try await write(backend, 2, compacting: true)
    try await write(backend, 2, compacting: true)
    try await write(backend, 1)
    for damage in [nil, Array("rubbish".utf8)] as [[UInt8]?] {
      if let damage { try set("state.json", damage) } else { try FileManager.default.removeItem(atPath: folder.path + "/state.json") }
      await #expect(throws: StateError.self) { try await backend.load() }
      let repair = try await backend.repair(as: World.owner)
      #expect(repair.losses.first?.contains("after serial 2") == true)
      #expect(try await backend.load()?.records.keys.contains(InstanceID("i1")) == true)
      // Again from the same point.
      for name in ["state.json", "journal"] { try FileManager.default.removeItem(atPath: folder.path + "/" + name) }
      try FileManager.default.copyItem(
        atPath: folder.path + "/history/0000000000000002", toPath: folder.path + "/state.json")
      try await write(backend, 1)
    }
  }

  @Test("Where nothing can be read nothing is changed")
  func hopeless() async throws {
    try await write(backend, 1)
    try set("state.json", Array("rubbish".utf8))
    let error = await #expect(throws: StateError.self) { try await backend.repair(as: World.owner) }
    #expect(error?.code == .corrupted)
    #expect(error?.message.contains("backup") == true)
    #expect(try bytes("state.json") == Array("rubbish".utf8))
  }

  @Test("An end whose beginning is lost is told with the identifier of its object")
  func orphans() throws {
    let entries = [
      entry(1),
      JournalEntry(sequence: 3, epoch: 0, run: "r", at: 1, body: .outcome(step: 7, JournalEntry.Outcome(.done, identifier: "vpc-1"))),
    ]
    let salvage = StateSalvage(first, entries: entries)
    #expect(salvage.losses == ["entry 2", "entry 3: step 7 of run r ended with vpc-1, and what it was is lost"])
    #expect(StateSalvage(first, entries: [entry(1), entry(2)]).losses == [])
    #expect(StateSalvage(first, entries: [entry(1), entry(2)]).snapshot.serial == 2)
  }

  @Test("A remote state is repaired by another snapshot: no object is overwritten, and a sleeping writer collides")
  func remote() async throws {
    let clock = ManualClock()
    let objects = FakeObjectStore(clock)
    let numbers = Counter()
    func backend() -> RemoteStateBackend {
      let number = numbers.next()
      return RemoteStateBackend(objects, environment: "test", clock: clock, nonce: { "n\(number)" }, renewsInBackground: false)
    }
    try await write(backend(), 5)
    let sleeper = try await backend().lock(as: World.owner)
    _ = try await sleeper.load()
    clock.pass(seconds: 61)
    let key = "log/0000000000000003"
    objects.set(key, Array("rubbish".utf8))
    let before = objects.keys
    await #expect(throws: StateError.self) { try await backend().load() }
    let repair = try await backend().repair(as: World.owner)
    #expect(repair.losses == ["entry 3"])
    #expect(objects.bytes(key) == Array("rubbish".utf8))
    #expect(Set(before).isSubset(of: objects.keys))
    let state = try #require(try await backend().load())
    #expect(state.records.count == 4)
    #expect(await #expect(throws: StateError.self) { try await sleeper.append([entry(6)]) }?.code == .lostLease)
    #expect(try await !backend().repair(as: World.owner).wasNeeded)
    let next = try await backend().lock(as: World.owner)
    let loaded = try #require(try await next.load())
    _ = try await next.append([entry(loaded.serial + 1)])
    #expect(try await backend().load()?.records.count == 5)
    await next.release()
    // The newest snapshot is damaged: the one before and the log have everything.
    objects.set("snap/" + (objects.keys.filter { $0.hasPrefix("snap/") }.last ?? "").dropFirst(5), Array("rubbish".utf8))
    #expect(try await backend().repair(as: World.owner).wasNeeded)
    #expect(try await backend().load()?.records.count ?? 0 >= 4)
  }

  @Test("A restored state keeps the larger counter, refuses foreign ones, and makes plans of before stale")
  func restoration() async throws {
    try await write(backend, 2, compacting: true)
    try await write(backend, 2, compacting: true)
    let earlier = try await backend.snapshot(at: 2)
    var present = try #require(try await backend.load())
    present.nextGeneration = 50
    let restoration = try StateRestoration(of: earlier, over: present, at: 9)
    #expect(restoration.snapshot.nextGeneration == 50)
    #expect(restoration.snapshot.serial == 5)
    #expect(restoration.summary.count == 2)
    let lease = try await backend.lock(as: World.owner)
    _ = try await lease.load()
    _ = try await lease.append([restoration.mark])
    try await lease.compact(restoration.snapshot)
    await lease.release()
    #expect(try await backend.load()?.records.count == 2)
    #expect(try await backend.snapshot(at: 4).records.count == 4, "what was replaced stays in the history")
    var foreign = earlier
    foreign.lineage = "other"
    #expect(throws: StateRestoration.Refusal.self) { try StateRestoration(of: foreign, over: present, at: 9) }
  }
}

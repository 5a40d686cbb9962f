import Foundation
import StrataModel
import Testing

@testable import StrataDeployment

@Suite("State in a local folder")
struct LocalStateTests {
  private let folder = TemporaryFolder()
  private var backend: LocalStateBackend { LocalStateBackend(directory: folder.path, environment: "test") }
  private let first = StateSnapshot(lineage: "lineage", environment: "test", engine: "1.0.0")

  private func entry(_ sequence: Int) -> JournalEntry {
    var record = ResourceRecord(
      address: ResourceAddress("s/r\(sequence)"), type: "AWS::S3::Bucket", placement: World.placement,
      instance: InstanceID("i\(sequence)"), generation: sequence, source: SourceLocation(fileID: "M/F.swift", line: 1))
    record.identifier = "bucket-\(sequence)"
    return JournalEntry(sequence: sequence, epoch: 0, run: "r", at: 1, body: .imported(record))
  }

  private func write(_ count: Int, compacting: Bool = false) async throws {
    let lease = try await backend.lock(as: World.owner)
    let start = try await lease.load()
    if start == nil { try await lease.initialize(first) }
    for sequence in 1...count { _ = try await lease.append([entry((start?.serial ?? 0) + sequence)]) }
    if compacting, let snapshot = try await lease.load() { try await lease.compact(snapshot) }
    await lease.release()
  }

  private func bytes(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(fileURLWithPath: folder.path + "/" + name))) }
  private func set(_ name: String, _ bytes: [UInt8]) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: folder.path + "/" + name))
  }

  @Test("Keeps what every state keeps")
  func conformance() async throws {
    let folder = folder
    let number = Counter()
    let violations = await StateBackendConformance.violations { environment in
      LocalStateBackend(directory: folder.path + "/\(number.next())", environment: environment)
    }
    #expect(violations == [])
  }

  @Test("Keeps what every state keeps, in memory")
  func memoryConformance() async throws {
    let violations = await StateBackendConformance.violations { _ in MemoryStateBackend() }
    #expect(violations == [])
  }

  @Test("A journal cut at any byte loses only its last write, and goes on from there")
  func tornTail() async throws {
    try await write(3)
    let whole = try bytes("journal")
    let scan = JournalFrame.scan(whole)
    let ends = scan.payloads.map(\.upperBound)
    for cut in ends[2]..<whole.count {
      try set("journal", Array(whole[..<cut]))
      #expect(try await backend.load()?.serial == 2)
      let lease = try await backend.lock(as: World.owner)
      #expect(try await lease.load()?.serial == 2)
      _ = try await lease.append([entry(3)])
      await lease.release()
      #expect(try bytes("journal") == whole)
    }
  }

  @Test("Any changed byte is found: in the last write it is cut, before it nothing is touched")
  func damage() async throws {
    try await write(3)
    let whole = try bytes("journal")
    let lastStart = JournalFrame.scan(whole).payloads[2].upperBound
    for index in whole.indices {
      var changed = whole
      changed[index] ^= 0x20
      try set("journal", changed)
      if index >= lastStart {
        #expect(try await backend.load()?.serial == 2, "byte \(index)")
      } else {
        let error = await #expect(throws: StateError.self, "byte \(index)") { try await backend.load() }
        #expect(error?.code == .corrupted)
        #expect(error?.message.contains("state repair") == true)
        #expect(try bytes("journal") == changed)
      }
    }
  }

  @Test("A journal that begins like none is damage, not a torn first write")
  func foreignJournal() async throws {
    try await write(2)
    let whole = try bytes("journal")
    for foreign in [Array("garbage".utf8), Array("{}".utf8), Array(whole.dropFirst())] {
      try set("journal", foreign)
      let error = await #expect(throws: StateError.self) { try await backend.load() }
      #expect(error?.code == .corrupted)
      #expect(try bytes("journal") == foreign)
    }
    for torn in [Array(whole.prefix(2)), [0, 0, 0, 0, 0]] {
      try set("journal", torn)
      #expect(try await backend.load()?.serial == 0)
    }
  }

  @Test("A damaged, cut or foreign state file is refused with a remedy, and stays as it is")
  func snapshotDamage() async throws {
    try await write(2, compacting: true)
    let whole = try bytes("state.json")
    for damaged in [Array(whole.dropLast(7)), [], Array("{}".utf8), whole.map { $0 == UInt8(ascii: "2") ? UInt8(ascii: "3") : $0 }] {
      try set("state.json", damaged)
      let error = await #expect(throws: StateError.self) { try await backend.load() }
      #expect(error?.code == .corrupted)
      #expect(error?.message.contains("history") == true)
      #expect(try bytes("state.json") == damaged)
    }
    try FileManager.default.removeItem(atPath: folder.path + "/state.json")
    #expect(await #expect(throws: StateError.self) { try await backend.load() }?.code == .corrupted)
  }

  @Test("Another environment's state is refused")
  func otherEnvironment() async throws {
    try await write(1)
    let other = LocalStateBackend(directory: folder.path, environment: "production")
    let error = await #expect(throws: StateError.self) { try await other.load() }
    #expect(error?.code == .otherEnvironment)
    #expect(error?.message.contains("'test', not of 'production'") == true)
  }

  @Test("A state or journal of a newer version is refused by the version that wrote it")
  func newer() async throws {
    var newer = first
    newer.format = 2
    newer.engine = "9.0.0"
    try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: true)
    try set("state.json", newer.fileBytes)
    let error = await #expect(throws: StateError.self) { try await backend.load() }
    #expect(error?.code == .newerFormat)
    #expect(error?.message.contains("9.0.0") == true)
    try FileManager.default.removeItem(atPath: folder.path)

    try await write(1)
    let start = JournalEntry.RunStart(
      engine: "9.1.0", command: "c", planDigest: nil, principal: nil, host: "h", reservedGenerationsEnd: 1)
    let run = JournalEntry(sequence: 2, epoch: 0, run: "r", at: 1, body: .run(start))
    let unknown: PropertyValue = ["at": 1, "body": [:], "kind": "teleport", "run": "r", "seq": 3]
    try set("journal", try bytes("journal") + JournalFrame.encode([run.json, unknown]))
    let second = await #expect(throws: StateError.self) { try await backend.load() }
    #expect(second?.code == .newerFormat)
    #expect(second?.message.contains("9.1.0") == true)
  }

  @Test("A held lock names its holder; a holder that ends frees it at once")
  func lock() async throws {
    let lease = try await backend.lock(as: World.owner)
    let error = await #expect(throws: StateError.self) { _ = try await backend.lock(as: World.owner) }
    #expect(error?.code == .locked)
    #expect(error?.owner == World.owner)
    #expect(error?.message.contains("someone on here, process 1: deploy") == true)
    await lease.release()
    let second = try await backend.lock(as: World.owner)
    await second.release()
    await #expect(throws: StateError.self) { _ = try await lease.load() }
  }

  @Test("A lock dies with its process: nothing is left to clean up after kill -9")
  func kill() async throws {
    try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: true)
    let holder = Process()
    holder.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    holder.arguments = ["flock", "--close", folder.path + "/lock", "sh", "-c", "echo held; exec sleep 600"]
    let pipe = Pipe()
    holder.standardOutput = pipe
    try holder.run()
    _ = pipe.fileHandleForReading.readData(ofLength: 5)
    #expect(await #expect(throws: StateError.self) { _ = try await backend.lock(as: World.owner) }?.code == .locked)
    // The lock belongs to flock alone, whose end is waited for; its child only keeps it alive.
    let children = Process()
    children.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    children.arguments = ["sh", "-c", "kill -9 $(ps -o pid= --ppid \(holder.processIdentifier)) \(holder.processIdentifier)"]
    try children.run()
    children.waitUntilExit()
    holder.waitUntilExit()
    let lease = try await backend.lock(as: World.owner)
    await lease.release()
  }

  @Test("A full disk is reported, and the journal is as it was", arguments: [ENOSPC, EROFS])
  func fullDisk(code: Int32) async throws {
    try await write(1)
    let before = try bytes("journal")
    let files = FaultyFileSystem()
    let lease = try await LocalStateBackend(directory: folder.path, environment: "test", fileSystem: files).lock(as: World.owner)
    _ = try await lease.load()
    files.inject(.fail(code), at: 0)
    let error = await #expect(throws: StateError.self) { _ = try await lease.append([entry(2)]) }
    #expect(error?.code == (code == ENOSPC ? .noSpace : .notWritable))
    #expect(try bytes("journal") == before)
    _ = try await lease.append([entry(2)])
    await lease.release()
    #expect(try await backend.load()?.serial == 2)
  }

  @Test("Killed at any file operation, the folder holds the state of before or after")
  func everyOperation() async throws {
    func run(_ files: FaultyFileSystem, _ directory: String) async throws {
      let lease = try await LocalStateBackend(directory: directory, environment: "test", fileSystem: files).lock(as: World.owner)
      _ = try await lease.load()
      _ = try await lease.append([entry(2)])
      if let snapshot = try await lease.load() { try await lease.compact(snapshot) }
      _ = try await lease.append([entry(3)])
      await lease.release()
    }
    let counting = FaultyFileSystem()
    counting.inject(.die, at: .max)
    try await write(1, compacting: true)
    let start = folder.path
    let copy = TemporaryFolder()
    try FileManager.default.copyItem(atPath: start, toPath: copy.path)
    try await run(counting, copy.path)
    #expect(counting.count > 12)
    for number in 0..<counting.count {
      for fault in [FaultyFileSystem.Fault.die, .tear(5)] {
        let world = TemporaryFolder()
        try FileManager.default.copyItem(atPath: start, toPath: world.path)
        let files = FaultyFileSystem()
        files.inject(fault, at: number)
        try? await run(files, world.path)
        let backend = LocalStateBackend(directory: world.path, environment: "test")
        let lease = try await backend.lock(as: World.owner)
        let snapshot = try #require(try await lease.load())
        #expect((1...3).contains(snapshot.serial), "operation \(number)")
        #expect(snapshot.records.count == snapshot.serial)
        _ = try await lease.append([entry(snapshot.serial + 1)])
        await lease.release()
        #expect(try await backend.load()?.serial == snapshot.serial + 1)
      }
    }
  }

  @Test("Earlier states are kept, the oldest ones let go")
  func history() async throws {
    for _ in 0..<25 { try await write(1, compacting: true) }
    let serials = try await backend.versions().dropLast().map(\.serial)
    #expect(serials.count == 20)
    #expect(serials.last == 24)
    #expect(try await backend.snapshot(at: 24).records.count == 24)
    await #expect(throws: StateError.self) { try await backend.snapshot(at: 1) }
  }

  @Test("A step takes as many bytes in a large state as in a small one")
  func constantBytes() async throws {
    func growth() async throws -> Int {
      let lease = try await backend.lock(as: World.owner)
      let serial = try await lease.load()?.serial ?? 0
      let before = try await lease.append([]).journalSize
      let after = try await lease.append([entry(serial + 1)]).journalSize
      await lease.release()
      return after - before
    }
    try await write(10)
    let small = try await growth()
    let lease = try await backend.lock(as: World.owner)
    let serial = try await lease.load()?.serial ?? 0
    for start in 0..<20 { _ = try await lease.append((1...250).map { entry(serial + start * 250 + $0) }) }
    await lease.release()
    #expect(abs(try await growth() - small) < 40)
  }

  @Test("The key of secrets' digests is made once and only its owner can read it")
  func secretKey() throws {
    let key = try SecretKeyFile.load(in: folder.path)
    #expect(key.count == 32)
    #expect(try SecretKeyFile.load(in: folder.path) == key)
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.path + "/secret.key")
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }
}

import Foundation
import StrataModel
import Testing

@testable import StrataDeployment

@Suite("Encrypted state")
struct SealedStateTests {
  private let folder = TemporaryFolder()
  private let clock = ManualClock()
  private let first = StateSnapshot(lineage: "lineage", environment: "test", engine: "1.0.0")
  private let marker = "a-very-recognizable-value"

  private func keys(_ passphrase: String, old: String? = nil) throws -> StateKeyring {
    let environment = ["NEW": passphrase, "OLD": old ?? "xxxxxxxxxxxx"]
    return StateKeyring(
      try PassphraseKeys(variable: "NEW", environment: environment, cost: 4),
      fallbacks: old == nil ? [] : [try PassphraseKeys(variable: "OLD", environment: environment, cost: 4)])
  }

  private func sealed(_ passphrase: String = "correct horse battery", old: String? = nil) throws -> StateSealing {
    StateSealing(keyring: try keys(passphrase, old: old))
  }

  private func entry(_ sequence: Int) -> JournalEntry {
    JournalEntry(
      sequence: sequence, epoch: 0, run: "r", at: 1, body: .outputs(["o\(sequence)": OutputRecord(value: .string(marker))]))
  }

  private func local(_ sealing: StateSealing) -> LocalStateBackend {
    LocalStateBackend(directory: folder.path, environment: "test", sealing: sealing)
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

  private func holdsMarker(_ bytes: [UInt8]) -> Bool { String(decoding: bytes, as: UTF8.self).contains(marker) }

  @Test("Keeps what every state keeps, in a folder and remotely")
  func conformance() async throws {
    let folder = folder
    let number = Counter()
    let sealing = try sealed()
    let locally = await StateBackendConformance.violations { environment in
      LocalStateBackend(directory: folder.path + "/\(number.next())", environment: environment, sealing: sealing)
    }
    #expect(locally == [])
    let clock = clock
    let remotely = await StateBackendConformance.violations { environment in
      RemoteStateBackend(FakeObjectStore(clock), environment: environment, sealing: sealing)
    }
    #expect(remotely == [])
  }

  @Test("Nothing of the content is readable, and the right passphrase reads all of it")
  func secrecy() async throws {
    try await write(local(try sealed()), 3, compacting: true)
    try await write(local(try sealed()), 2)
    #expect(try await local(try sealed()).load()?.serial == 5)
    for name in ["state.json", "journal", "history/0000000000000000"] { #expect(!holdsMarker(try bytes(name)), "\(name)") }
    let objects = FakeObjectStore(clock)
    let remote = RemoteStateBackend(objects, environment: "test", sealing: try sealed())
    try await write(remote, 3, compacting: true)
    for key in objects.keys { #expect(!holdsMarker(objects.bytes(key) ?? []), "\(key)") }
    #expect(try await remote.snapshot(at: 3).outputs.count == 1)
  }

  @Test("A wrong passphrase, or none, is told apart from damage")
  func wrongKey() async throws {
    try await write(local(try sealed()), 2)
    let wrong = await #expect(throws: StateError.self) { try await local(try sealed("another passphrase")).load() }
    #expect(wrong?.code == .encryption)
    #expect(wrong?.message.contains("_OLD") == true)
    let none = await #expect(throws: StateError.self) { try await local(.clear).load() }
    #expect(none?.code == .encryption)
    #expect(none?.message.contains("encrypted(with:") == true)
    #expect(throws: StateError.self) { try PassphraseKeys(variable: "V", environment: [:]) }
    #expect(throws: StateError.self) { try PassphraseKeys(variable: "V", environment: ["V": "short"]) }
  }

  @Test("Any changed byte is found, and nothing passes for something else")
  func tampering() async throws {
    try await write(local(try sealed()), 3, compacting: true)
    let sealing = try sealed()
    let whole = try bytes("state.json")
    for index in stride(from: 0, to: whole.count, by: 5) {
      var changed = whole
      changed[index] ^= 1
      try set("state.json", changed)
      let error = await #expect(throws: StateError.self, "byte \(index)") { try await local(sealing).load() }
      #expect([.corrupted, .encryption, .newerFormat].contains(error?.code), "byte \(index)")
    }
    try set("state.json", whole)
    // An earlier snapshot is as well sealed as the present one; the journal that follows does not fit it.
    try await write(local(sealing), 1)
    try set("state.json", try bytes("history/0000000000000000"))
    #expect(await #expect(throws: StateError.self) { try await local(sealing).load() }?.code == .corrupted)
  }

  @Test("State in clear is refused where encryption is wanted, until somebody asks for it to be sealed")
  func downgrade() async throws {
    try await write(local(.clear), 2)
    let refused = await #expect(throws: StateError.self) { try await local(try sealed()).load() }
    #expect(refused?.code == .encryption)
    #expect(refused?.message.contains("state encrypt") == true)
    var accepting = try sealed()
    accepting.acceptsClear = true
    try await write(local(accepting), 1, compacting: true)
    #expect(try await local(try sealed()).load()?.serial == 3)
    #expect(Seal.isSeal(try bytes("state.json")[...]))
    // And back, when asked.
    var clearing = try sealed()
    clearing.writesClear = true
    try await write(local(clearing), 1, compacting: true)
    #expect(try await local(.clear).load()?.serial == 4)
    #expect(await #expect(throws: StateError.self) { try await local(try sealed()).load() }?.code == .encryption)
  }

  @Test("A new passphrase seals from the next snapshot on; the old one still reads what was before")
  func rotation() async throws {
    try await write(local(try sealed("the first passphrase")), 2, compacting: true)
    var rotating = try sealed("the second passphrase", old: "the first passphrase")
    rotating.rotates = true
    try await write(local(rotating), 1, compacting: true)
    #expect(try await local(try sealed("the second passphrase")).load()?.serial == 3)
    #expect(await #expect(throws: StateError.self) { try await local(try sealed("the first passphrase")).load() }?.code == .encryption)
    let both = local(try sealed("the second passphrase", old: "the first passphrase"))
    #expect(try await both.snapshot(at: 2).serial == 2)
    await #expect(throws: StateError.self) { try await local(try sealed("the second passphrase")).snapshot(at: 2) }
    try await write(local(try sealed("the second passphrase")), 2)
    #expect(try await both.load()?.serial == 5)
  }

  @Test("Earlier snapshots and the log between them are sealed anew in a bucket, too, and one that nobody can open is told")
  func remoteHistory() async throws {
    let objects = FakeObjectStore(clock)
    func remote(_ sealing: StateSealing) -> RemoteStateBackend {
      RemoteStateBackend(objects, environment: "test", sealing: sealing)
    }
    func rewrite(_ sealing: StateSealing) async throws -> Int {
      let lease = try await remote(sealing).lock(as: World.owner)
      let left = try await lease.rewriteHistory()
      await lease.release()
      return left
    }
    var present: [String] { objects.keys.filter { $0.hasPrefix("log/") || $0.hasPrefix("snap/") } }

    try await write(remote(.clear), 2, compacting: true)
    try await write(remote(.clear), 2, compacting: true)
    var accepting = try sealed("the first passphrase")
    accepting.acceptsClear = true
    try await write(remote(accepting), 1, compacting: true)
    #expect(present.contains { holdsMarker(objects.bytes($0) ?? []) })
    #expect(try await rewrite(accepting) == 0)
    for key in present { #expect(!holdsMarker(objects.bytes(key) ?? []), "\(key)") }
    #expect(try await remote(try sealed("the first passphrase")).snapshot(at: 2).outputs.count == 1)

    // Another key, with one log object that nobody can open: the rest is sealed, and a second run finds nothing else to do.
    var rotating = try sealed("the second passphrase", old: "the first passphrase")
    rotating.rotates = true
    try await write(remote(rotating), 1, compacting: true)
    let lost = try #require(present.first { $0.hasPrefix("log/") })
    objects.set(lost, objects.bytes(lost)?.dropLast())
    rotating.rotates = false
    #expect(try await rewrite(rotating) == 1)
    let writes = objects.writes.count
    #expect(try await rewrite(rotating) == 1)
    #expect(!objects.writes.dropFirst(writes).contains { $0.hasPrefix("log/") || $0.hasPrefix("snap/") })
    let second = remote(try sealed("the second passphrase"))
    #expect(try await second.snapshot(at: 2).serial == 2)
    #expect(try await second.snapshot(at: 4).serial == 4)
    #expect(try await second.load()?.serial == 6)
  }

  @Test("Killed at any file operation while the key changes, one of the keys reads everything")
  func rotationCrash() async throws {
    try await write(local(try sealed("the first passphrase")), 2)
    let start = TemporaryFolder()
    try FileManager.default.createDirectory(atPath: start.path, withIntermediateDirectories: true)
    for name in ["state.json", "journal"] {
      try FileManager.default.copyItem(atPath: folder.path + "/" + name, toPath: start.path + "/" + name)
    }
    func rotate(_ files: FaultyFileSystem, _ path: String) async throws {
      var rotating = try sealed("the second passphrase", old: "the first passphrase")
      rotating.rotates = true
      let backend = LocalStateBackend(directory: path, environment: "test", sealing: rotating, fileSystem: files)
      let lease = try await backend.lock(as: World.owner)
      guard let state = try await lease.load() else { return }
      _ = try await lease.append([entry(state.serial + 1)])
      try await lease.compact(try state.folding([entry(state.serial + 1)]))
      await lease.release()
    }
    let counting = FaultyFileSystem()
    try await rotate(counting, folder.path)
    for number in 0..<counting.count {
      let world = TemporaryFolder()
      try FileManager.default.copyItem(atPath: start.path, toPath: world.path)
      let files = FaultyFileSystem()
      files.inject(.die, at: number)
      try? await rotate(files, world.path)
      let backend = LocalStateBackend(
        directory: world.path, environment: "test", sealing: try sealed("the second passphrase", old: "the first passphrase"))
      #expect([2, 3].contains(try await backend.load()?.serial ?? 0), "operation \(number)")
    }
  }

  @Test("Saved plans and rescued entries are sealed with the state's key, and nothing in clear is taken for them")
  func files() async throws {
    let sealing = try sealed()
    try await write(local(sealing), 1)
    _ = try await local(sealing).load()
    let content = Array(marker.utf8)
    let file = try await SealedFile.seal(content, .plan, of: first, sealing)
    #expect(!holdsMarker(file))
    #expect(SealedFile.environment(of: file) == "test")
    #expect(SealedFile.environment(of: content) == nil)
    #expect(try await SealedFile.open(file, .plan, try sealed(), path: "p") == content)
    await #expect(throws: StateError.self) { try await SealedFile.open(file, .rescue, sealing, path: "p") }
    await #expect(throws: StateError.self) { try await SealedFile.open(content, .plan, sealing, path: "p") }
    await #expect(throws: StateError.self) { try await SealedFile.open(file, .plan, .clear, path: "p") }
    #expect(try await SealedFile.open(content, .plan, .clear, path: "p") == content)
  }

  @Test("scrypt agrees with RFC 7914")
  func scrypt() async throws {
    // Section 12, the vector with N = 16384, r = 8 and p = 1.
    let keys = try PassphraseKeys(variable: "V", environment: ["V": "pleaseletmein"], cost: 14)
    let key = try #require(try await keys.key(.passphrase(salt: Array("SodiumChloride".utf8), cost: 14)))
    #expect(Digest.hexadecimal(of: key.bytes) == "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2")
  }
}

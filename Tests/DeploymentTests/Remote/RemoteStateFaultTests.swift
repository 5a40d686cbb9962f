import StrataModel
import Testing

@testable import StrataDeployment

@Suite("Remote state when requests fail")
struct RemoteStateFaultTests {
  private let start = StateSnapshot(lineage: "lineage", environment: "test", engine: "1.0.0")

  private func entry(_ sequence: Int, epoch: Int, run: String) -> JournalEntry {
    JournalEntry(
      sequence: sequence, epoch: epoch, run: run, at: 1, body: .skip(step: sequence, address: ResourceAddress("s/r"), reason: run))
  }

  private func backend(_ objects: FakeObjectStore, _ name: String) -> RemoteStateBackend {
    RemoteStateBackend(objects, environment: "test", clock: objects.clock, nonce: { name }, renewsInBackground: false)
  }

  private func owner(_ name: String) -> LockOwner { LockOwner(principal: name, host: "h", process: 1, command: "c", since: 0) }

  /// Locks, writes, compacts, writes and gives back; answers with the last serial that was promised.
  private func run(_ objects: FakeObjectStore, _ name: String, promised: inout Int) async throws {
    let lease = try await backend(objects, name).lock(as: owner(name))
    if try await lease.load() == nil { try await lease.initialize(start) }
    for round in 0..<3 {
      guard let state = try await lease.load() else { return }
      _ = try await lease.append((1...2).map { entry(state.serial + $0, epoch: state.epoch, run: name) })
      promised = state.serial + 2
      if round == 1, let state = try await lease.load() { try await lease.compact(state) }
    }
    await lease.release()
  }

  @Test(
    "Trouble with any single request is overcome", arguments: [FakeObjectStore.Fault.answerLost, .refused(.conflict), .refused(.unknown)])
  func singleFaults(_ fault: FakeObjectStore.Fault) async throws {
    let calm = FakeObjectStore(ManualClock())
    var total = 0
    try await run(calm, "a", promised: &total)
    for request in 0..<calm.requests {
      let objects = FakeObjectStore(ManualClock())
      objects.inject([request: fault])
      var promised = 0
      // Reading is not repeated here: S3's client does that below.
      try? await run(objects, "a", promised: &promised)
      objects.clock.pass(seconds: 61)
      let lease = try await backend(objects, "b").lock(as: owner("b"))
      let state = try await lease.load()
      #expect(state?.serial ?? 0 >= promised, "request \(request)")
      await lease.release()
    }
  }

  @Test("A process that is cut off at any request loses nothing that was promised, and the next goes on")
  func cutOff() async throws {
    let calm = FakeObjectStore(ManualClock())
    var total = 0
    try await run(calm, "a", promised: &total)
    #expect(total == 6)
    for request in 0..<calm.requests {
      let objects = FakeObjectStore(ManualClock())
      objects.inject([request: .offline])
      var promised = 0
      try? await run(objects, "a", promised: &promised)
      objects.setOffline(false)
      objects.clock.pass(seconds: 61)
      var next = 0
      try await run(objects, "b", promised: &next)
      #expect(next >= promised + 6, "request \(request)")
      #expect(try await backend(objects, "c").load()?.serial == next)
    }
  }

  @Test("Of holders that sleep, lose answers and take over from one another, none records over another", arguments: 0..<300)
  func contention(_ seed: Int) async throws {
    var chance = Chance(seed: UInt64(seed))
    let objects = FakeObjectStore(ManualClock())
    var leases: [(name: String, lease: any StateLease, serial: Int, epoch: Int)] = []
    var promised: [Int: String] = [:]
    var names = 0
    for _ in 0..<60 {
      switch chance.below(10) {
      case 0...2:
        names += 1
        guard let lease = try? await backend(objects, "n\(names)").lock(as: owner("n\(names)")) else { continue }
        var state = try? await lease.load()
        if state == nil {
          guard (try? await lease.initialize(start)) != nil else { continue }
          state = start
        }
        if let state { leases.append(("n\(names)", lease, state.serial, state.epoch)) }
      case 3...6 where !leases.isEmpty:
        let index = chance.below(leases.count)
        let holder = leases[index]
        let entries = (1...(1 + chance.below(3))).map { entry(holder.serial + $0, epoch: holder.epoch, run: holder.name) }
        if (try? await holder.lease.append(entries)) != nil {
          for entry in entries {
            #expect(promised[entry.sequence] == nil, "entry \(entry.sequence) was promised twice")
            promised[entry.sequence] = holder.name
          }
          leases[index].serial += entries.count
        }
      case 7 where !leases.isEmpty:
        let index = chance.below(leases.count)
        if let state = try? await leases[index].lease.load(), chance.below(2) == 0 {
          try? await leases[index].lease.compact(state)
          leases[index].serial = state.serial
        }
      case 8 where !leases.isEmpty: await leases.remove(at: chance.below(leases.count)).lease.release()
      case 8, 9: objects.clock.pass(seconds: chance.below(90))
      default: objects.inject([chance.below(4): chance.below(2) == 0 ? .answerLost : .refused(.conflict)])
      }
    }
    objects.inject([:])
    let log = try objects.keys.filter { $0.hasPrefix("log/") }.flatMap { try LogObject(bytes: objects.bytes($0) ?? []).entries }
    let runs = Dictionary(log.map { ($0.sequence, $0.run) }) { first, _ in first }
    #expect(runs.count == log.count)
    for (sequence, name) in promised { #expect(runs[sequence] == name, "entry \(sequence)") }
  }
}

/// Numbers that look like chance and are the same for a seed (SplitMix64).
struct Chance {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(bound, 1))) }
}

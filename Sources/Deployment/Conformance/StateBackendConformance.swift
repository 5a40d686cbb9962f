import StrataModel

/// What every state backend must keep; run it on each implementation.
///
/// It uses no testing library, so that it can stand in any test: an empty list means that the backend conforms.
public enum StateBackendConformance {
  /// The promises that a backend breaks, one sentence each.
  ///
  /// - Parameter makeBackend: makes a new, empty backend for an environment.
  public static func violations(makeBackend: @Sendable (_ environment: String) -> any StateBackend) async -> [String] {
    var violations: [String] = []
    func check(_ promise: String, _ body: () async throws -> Bool) async {
      do {
        if try await !body() { violations.append(promise) }
      } catch {
        violations.append("\(promise) (\(error))")
      }
    }
    func backend() -> any StateBackend { makeBackend("conformance") }

    await check("An environment that was never deployed has no state.") {
      let backend = backend()
      let lease = try await backend.lock(as: owner)
      let loaded = try await lease.load()
      let read = try await backend.load()
      await lease.release()
      return loaded == nil && read == nil
    }
    await check("What was appended is read back, folded, by the lease and without one.") {
      let backend = backend()
      let lease = try await backend.lock(as: owner)
      try await lease.initialize(start)
      _ = try await lease.append([entry(1), entry(2)])
      _ = try await lease.append([entry(3)])
      let expected = try start.folding([entry(1), entry(2), entry(3)])
      let mine = try await lease.load()
      let others = try await backend.load()
      await lease.release()
      let later = try await backend.load()
      return mine == expected && others == expected && later == expected
    }
    await check("An entry out of order is refused and changes nothing.") {
      let backend = backend()
      let lease = try await backend.lock(as: owner)
      try await lease.initialize(start)
      _ = try await lease.append([entry(1)])
      for wrong in [[entry(1)], [entry(3)], [entry(2), entry(4)]] where (try? await lease.append(wrong)) != nil { return false }
      let loaded = try await lease.load()
      _ = try await lease.append([entry(2)])
      await lease.release()
      let later = try await backend.load()
      return loaded?.serial == 1 && later?.serial == 2
    }
    await check("A compaction changes nothing that is read, and entries go on after it.") {
      let backend = backend()
      let lease = try await backend.lock(as: owner)
      try await lease.initialize(start)
      _ = try await lease.append([entry(1), entry(2)])
      let before = try await lease.load()
      if let before { try await lease.compact(before) }
      let after = try await lease.load()
      _ = try await lease.append([entry(3)])
      await lease.release()
      let later = try await backend.load()
      return before == after && later?.serial == 3
    }
    await check("A snapshot that does not stand for the journal is refused.") {
      let backend = backend()
      let lease = try await backend.lock(as: owner)
      try await lease.initialize(start)
      _ = try await lease.append([entry(1)])
      let isRefused = (try? await lease.compact(start)) == nil
      let loaded = try await lease.load()
      await lease.release()
      return isRefused && loaded?.serial == 1
    }
    await check("A second state is not made over the first.") {
      let backend = backend()
      let lease = try await backend.lock(as: owner)
      try await lease.initialize(start)
      let isRefused = (try? await lease.initialize(start)) == nil
      await lease.release()
      return isRefused
    }
    await check("Of two who lock, one works and the other hears who holds it.") {
      let backend = backend()
      let lease = try await backend.lock(as: owner)
      defer { withExtendedLifetime(lease) {} }
      var holder: LockOwner?
      do throws(StateError) { _ = try await backend.lock(as: owner) } catch { holder = error.code == .locked ? error.owner : nil }
      await lease.release()
      let second = try await backend.lock(as: owner)
      await second.release()
      return holder == owner
    }
    await check("A lease that was given back writes nothing.") {
      let backend = backend()
      let lease = try await backend.lock(as: owner)
      try await lease.initialize(start)
      await lease.release()
      let isRefused = (try? await lease.append([entry(1)])) == nil
      await lease.release()
      let later = try await backend.load()
      return isRefused && later?.serial == 0
    }
    return violations
  }

  private static let owner = LockOwner(principal: "conformance", host: "host", process: 1, command: "test", since: 0)
  private static let start = StateSnapshot(lineage: "lineage", environment: "conformance", engine: "1.0.0")

  private static func entry(_ sequence: Int) -> JournalEntry {
    JournalEntry(
      sequence: sequence, epoch: 0, run: "run", at: sequence,
      body: .outputs(["serial": OutputRecord(value: .integer(sequence))]))
  }
}

import Synchronization

/// What is known of a lease that is held: shared by the one who renews it and by those who ask before each call.
final class LeaseHold: Sendable {
  struct State {
    var revision: String
    /// When the last successful renewal was begun, by a clock that counts sleep.
    var renewedAt: Int
    /// Why the lease is over.
    var failure: StateError?
    var isReleased = false
  }

  let record: LeaseRecord
  let location: String
  private let store: any LeaseStore
  private let timing: LeaseTiming
  private let clock: any RemoteClock
  private let state: Mutex<State>
  /// Lets one renewal at a time through.
  private let renewals = RenewalGate()

  init(
    _ record: LeaseRecord, revision: String, renewedAt: Int, store: any LeaseStore, timing: LeaseTiming, clock: any RemoteClock
  ) {
    self.record = record
    self.store = store
    self.timing = timing
    self.clock = clock
    location = store.location
    state = Mutex(State(revision: revision, renewedAt: renewedAt))
  }

  /// Why nothing may be done under the lease any more.
  var failure: StateError? {
    state.withLock { state in
      state.failure ?? (state.isReleased ? Self.givenBack(location) : nil)
    }
  }

  private static func givenBack(_ location: String) -> StateError {
    StateError(.lostLease, "The lock \(location) was given back already; take it again before writing.")
  }

  /// Ends the lease; the first reason stays.
  func fail(_ error: StateError) {
    state.withLock { state in
      if state.failure == nil { state.failure = error }
    }
  }

  private var isFresh: Bool { state.withLock { clock.now() - $0.renewedAt < timing.callLimit } }

  /// Makes sure that a call may leave.
  func confirm() async throws(StateError) {
    if let failure { throw failure }
    guard !isFresh else { return }
    // The process slept, or the network failed for so long. A renewal still succeeds if nobody took the lease meanwhile.
    _ = await renew()
    if let failure { throw failure }
    guard isFresh else {
      throw StateError(
        .lostLease,
        "The lock \(location) could not be renewed in time, so somebody else may hold it by now. Nothing more is started. Run again.")
    }
  }

  /// Writes the record again, over the one that this holder wrote.
  ///
  /// - Returns: after how many milliseconds the next attempt is due; `nil` when the lease is over.
  func renew() async -> Int? {
    await renewals.enter()
    let next = await renewNow()
    await renewals.leave()
    return next
  }

  private func renewNow() async -> Int? {
    guard failure == nil else { return nil }
    let begin = clock.now()
    let revision = state.withLock { $0.revision }
    do throws(ObjectStoreError) {
      let new = try await store.write(record, replacing: revision)
      renewed(new, at: begin)
      return timing.renewal
    } catch {
      switch error.code {
      case .conditionFailed: return await look(at: begin)
      case .conflict: return timing.renewal / 15
      case .unknown, .notSent: return timing.renewal / 5
      case .refused:
        // Access may come back, and until then nothing is started: `confirm` looks at the time.
        return timing.renewal / 5
      }
    }
  }

  private func renewed(_ revision: String, at time: Int) {
    state.withLock { state in
      state.revision = revision
      state.renewedAt = max(state.renewedAt, time)
    }
  }

  /// The stored record is not the one that was written last: an earlier renewal of ours, or somebody else's.
  private func look(at begin: Int) async -> Int? {
    do throws(ObjectStoreError) {
      guard let stored = try await store.read() else {
        fail(StateError(.lostLease, "The lock \(location) was removed while it was held. Nothing more is started. Run again."))
        return nil
      }
      guard stored.record.nonce == record.nonce, stored.record.status == .held else {
        fail(
          StateError(
            .lostLease, "The lock \(location) was taken by \(stored.record.owner). Nothing more is started.", owner: stored.record.owner))
        return nil
      }
      // The answer to that renewal was lost; it is as old as the server says.
      renewed(stored.revision, at: begin - (max(stored.age, 0) + 1) * 1_000)
      return 0
    } catch {
      return timing.renewal / 5
    }
  }

  /// Gives the lease back, unless it is lost; the record stays, so that the epoch goes on.
  func release() async {
    await renewals.enter()
    let revision = state.withLock { state -> String? in
      guard !state.isReleased else { return nil }
      state.isReleased = true
      return state.failure == nil ? state.revision : nil
    }
    if let revision {
      var released = record
      released.status = .released
      await write(released, over: revision)
    }
    await renewals.leave()
  }

  private func write(_ released: LeaseRecord, over revision: String) async {
    var revision = revision
    let end = clock.now() + timing.patience / 3
    while true {
      do throws(ObjectStoreError) {
        _ = try await store.write(released, replacing: revision)
        return
      } catch {
        guard error.code != .refused, clock.now() < end else { return }
        if error.code == .conditionFailed {
          guard let stored = try? await store.read(), stored.record.nonce == record.nonce, stored.record.status == .held else { return }
          revision = stored.revision
        } else {
          await clock.sleep(milliseconds: 200)
        }
      }
    }
  }
}

/// Lets one task at a time through, in the order of their coming.
private actor RenewalGate {
  private var isTaken = false
  private var waiting: [CheckedContinuation<Void, Never>] = []

  func enter() async {
    if !isTaken {
      isTaken = true
      return
    }
    await withCheckedContinuation { waiting.append($0) }
  }

  func leave() {
    if waiting.isEmpty { isTaken = false } else { waiting.removeFirst().resume() }
  }
}

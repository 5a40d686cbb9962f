public import StrataModel

/// State in a store of objects with conditional writes: one object per group commit, snapshots beside them, and a lease.
///
/// ```
/// <environment>/snap/0000000000000000   the first state
/// <environment>/log/0000000000000001    entries 1 to 12, one group commit
/// <environment>/log/0000000000000013    …
/// <environment>/snap/0000000000000040   everything up to entry 40
/// <environment>/lock                    who works
/// <environment>/secret.key              the key of secrets' digests
/// ```
///
/// Every object of log and snapshots is only ever made where none is. The key of the next log object follows from the one before alone, so
/// two writers always contend for one key, and the one that loses is fenced: the log is the fence, the lease only keeps people from working
/// in vain.
public struct RemoteStateBackend: StateBackend {
  private let objects: any ObjectStore
  private let leases: any LeaseStore
  private let environment: String
  private let sealing: StateSealing
  private let timing: LeaseTiming
  private let clock: any RemoteClock
  private let nonce: @Sendable () -> String
  private let renewsInBackground: Bool
  private var files: RemoteStateFiles { RemoteStateFiles(objects: objects, environment: environment, sealing: sealing) }

  /// Creates a backend for one environment.
  ///
  /// - Parameters:
  ///   - objects: the environment's place.
  ///   - leases: the lock; an object of the same place unless told otherwise.
  ///   - environment: the environment's name, which the state must bear.
  ///   - sealing: whether the state is encrypted.
  public init(
    _ objects: any ObjectStore, leases: (any LeaseStore)? = nil, environment: String, sealing: StateSealing = .clear,
    timing: LeaseTiming = .standard
  ) {
    self.init(
      objects, leases: leases, environment: environment, sealing: sealing, timing: timing, clock: SystemRemoteClock(),
      nonce: Self.randomText,
      renewsInBackground: true)
  }

  init(
    _ objects: any ObjectStore, leases: (any LeaseStore)? = nil, environment: String, sealing: StateSealing = .clear,
    timing: LeaseTiming = .standard, clock: any RemoteClock, nonce: @escaping @Sendable () -> String, renewsInBackground: Bool
  ) {
    self.objects = objects
    self.leases = leases ?? ObjectLeaseStore(objects)
    self.environment = environment
    self.sealing = sealing
    self.timing = timing
    self.clock = clock
    self.nonce = nonce
    self.renewsInBackground = renewsInBackground
  }

  private static func randomText() -> String {
    var generator = SystemRandomNumberGenerator()
    return Digest.hexadecimal(of: (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
  }

  public var location: String { objects.location }

  public func load() async throws(StateError) -> StateSnapshot? { try await files.read()?.snapshot }

  public func versions() async throws(StateError) -> [StateVersion] {
    try await files.list(RemoteKey.snapshotFolder).compactMap { object in
      RemoteKey.number(of: object.key, in: RemoteKey.snapshotFolder).map {
        StateVersion(serial: $0, writtenAt: object.writtenAt, size: object.size)
      }
    }.sorted { $0.serial < $1.serial }
  }

  public func snapshot(at serial: Int) async throws(StateError) -> StateSnapshot {
    guard serial >= 0, let (bytes, path) = try await files.snapshotBytes(serial) else {
      throw StateError(.corrupted, "There is no earlier state with the serial \(serial) in \(location). 'state history' lists them.")
    }
    return try files.snapshot(bytes, at: path, serial, try await sealing.reader(of: bytes[...], at: path))
  }

  public func lockStatus() async throws(StateError) -> LockStatus? {
    do throws(ObjectStoreError) {
      guard let stored = try await leases.read(), stored.record.status == .held else { return nil }
      return LockStatus(owner: stored.record.owner, remaining: max(0, stored.record.ttl - stored.age + 1))
    } catch {
      throw StateError(error, at: leases.location)
    }
  }

  public func secretKey() async throws(StateError) -> [UInt8] { try await secretKey(or: nil) }

  public func adoptSecretKey(_ key: [UInt8]) async throws(StateError) {
    guard try await secretKey(or: key) == key else {
      throw StateError(.corrupted, "\(location)/\(RemoteKey.secretKey) is another key than the one to adopt. Move it away first.")
    }
  }

  /// - Parameter first: the key to write where there is none; `nil` for a new one.
  private func secretKey(or first: [UInt8]?) async throws(StateError) -> [UInt8] {
    do throws(ObjectStoreError) {
      for _ in 0..<5 {
        if let object = try await objects.read(RemoteKey.secretKey) {
          guard object.bytes.count == 32 else {
            throw ObjectStoreError(.refused, "\(RemoteKey.secretKey) is no key of 32 bytes. Restore it from its earlier version.")
          }
          return object.bytes
        }
        var generator = SystemRandomNumberGenerator()
        let key = first ?? (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        // Whoever else makes one at the same time makes the one that counts; an answer that was lost shows in the next reading.
        do throws(ObjectStoreError) { _ = try await objects.write(key, to: RemoteKey.secretKey, if: .absent) } catch {
          guard error.code != .refused else { throw error }
        }
      }
      throw ObjectStoreError(.unknown, "\(RemoteKey.secretKey) cannot be written.")
    } catch {
      throw StateError(error, objects)
    }
  }

  // MARK: Locking

  public func lock(as owner: LockOwner) async throws(StateError) -> any StateLease {
    let (hold, needsFence) = try await acquire(owner)
    let lease = RemoteStateLease(files, hold, timing: timing, clock: clock)
    if renewsInBackground { await lease.beginRenewing() }
    guard needsFence else { return lease }
    do throws(StateError) {
      try await lease.fence()
    } catch {
      await lease.release()
      throw error
    }
    return lease
  }

  public func repair(as owner: LockOwner) async throws(StateError) -> StateRepair {
    let (hold, _) = try await acquire(owner)
    let lease = RemoteStateLease(files, hold, timing: timing, clock: clock)
    if renewsInBackground { await lease.beginRenewing() }
    return try await lease.releasing { () async throws(StateError) in try await lease.repair() }
  }

  private func acquire(_ owner: LockOwner) async throws(StateError) -> (LeaseHold, needsFence: Bool) {
    let nonce = nonce()
    let end = clock.now() + timing.patience
    var trouble = ObjectStoreError(.conflict, "Others took it again and again.")
    repeat {
      let begin = clock.now()
      do throws(ObjectStoreError) {
        let decision = LeaseDecision.make(try await leases.read())
        guard case .take(let epoch, let replaced, let needsFence) = decision else {
          throw ObjectStoreError(.conditionFailed, "")
        }
        let record = LeaseRecord(epoch: epoch, status: .held, nonce: nonce, owner: owner, ttl: timing.seconds)
        let revision = try await take(record, replacing: replaced)
        return (LeaseHold(record, revision: revision, renewedAt: begin, store: leases, timing: timing, clock: clock), needsFence)
      } catch {
        trouble = error
      }
      try await refuse(trouble)
      await clock.sleep(milliseconds: 250)
    } while clock.now() < end && !Task.isCancelled
    throw StateError(trouble, at: leases.location)
  }

  /// Writes a record of one's own; what became of a write without an answer shows in the record itself.
  private func take(_ record: LeaseRecord, replacing revision: String?) async throws(ObjectStoreError) -> String {
    do throws(ObjectStoreError) {
      return try await leases.write(record, replacing: revision)
    } catch {
      guard error.code != .refused, error.code != .notSent, let stored = try await leases.read(), stored.record == record else {
        throw error
      }
      return stored.revision
    }
  }

  /// Gives up where waiting does not help: the service refuses, or somebody else works.
  private func refuse(_ trouble: ObjectStoreError) async throws(StateError) {
    switch trouble.code {
    case .refused: throw StateError(trouble, at: leases.location)
    case .conditionFailed:
      guard let status = try await lockStatus(), let remaining = status.remaining, remaining > 0 else { return }
      throw StateError(
        .locked,
        "The state in \(location) is locked by \(status.owner). Wait until it ends; if it died, its lock ends in \(remaining) seconds.",
        owner: status.owner)
    case .conflict, .unknown, .notSent: return
    }
  }
}

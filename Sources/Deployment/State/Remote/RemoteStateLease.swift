import StrataModel

/// The right to write a remote state, as long as its lease is renewed.
///
/// An actor because its position in the log changes with each write.
actor RemoteStateLease: StateLease {
  let files: RemoteStateFiles
  private let hold: LeaseHold
  private let timing: LeaseTiming
  private let clock: any RemoteClock
  private var renewing: Task<Void, Never>?
  /// Whose state it is, once it is loaded.
  private(set) var identity: StateIdentity?
  private(set) var codec = StateCodec()
  /// The number of the last durable entry.
  private var serial = 0
  private(set) var snapshotSerial: Int?
  private var snapshotCount = 0
  private var snapshotSize = 0
  private var journalSize = 0
  private(set) var isLoaded = false
  private var writes = 0
  /// Raised above the record's where the log shows that the record was lost once.
  private var epoch: Int

  init(_ files: RemoteStateFiles, _ hold: LeaseHold, timing: LeaseTiming, clock: any RemoteClock) {
    self.files = files
    self.hold = hold
    self.timing = timing
    self.clock = clock
    epoch = hold.record.epoch
  }

  deinit { renewing?.cancel() }

  /// Renews the lease from now on until it is over.
  func beginRenewing() {
    let (hold, clock) = (hold, clock)
    var wait = timing.renewal
    renewing = Task {
      while !Task.isCancelled {
        await clock.sleep(milliseconds: wait)
        guard !Task.isCancelled, let next = await hold.renew() else { return }
        wait = next
      }
    }
  }

  nonisolated func confirm() async throws(StateError) { try await hold.confirm() }

  // MARK: Taking over

  /// Closes the log to whoever held the lease before, and waits until the calls that it announced are over.
  func fence() async throws(StateError) {
    guard let state = try await load() else { return }
    epoch = max(epoch, state.epoch + 1)
    let taker = hold.record.owner.description
    for attempt in 0... {
      let entry = JournalEntry(sequence: serial + 1, epoch: epoch, run: hold.record.nonce, at: clock.seconds(), body: .fence(taker: taker))
      do throws(StateError) {
        _ = try await write([entry], endsLease: false)
        break
      } catch {
        // The one before wrote in the last moment; behind that the log is open again.
        guard error.code == .lostLease, attempt < 5 else { throw error }
        guard try await load() != nil else { return }
      }
    }
    // A signed request lives for fifteen minutes at most, whatever the clock of its sender showed.
    let latest = state.openIntents.map(\.intent.deadline).max() ?? 0
    let wait = min(latest - clock.seconds(), 900)
    if wait > 0 { await clock.sleep(milliseconds: wait * 1_000) }
  }

  // MARK: Reading

  func load() async throws(StateError) -> StateSnapshot? {
    try check()
    let content = try await files.read()
    isLoaded = true
    guard let content else { return nil }
    identity = content.snapshot.identity
    codec = content.codec
    serial = content.snapshot.serial
    snapshotSerial = content.snapshotSerial
    snapshotCount = content.snapshotCount
    snapshotSize = content.snapshotSize
    journalSize = content.journalSize
    return content.snapshot
  }

  func check() throws(StateError) {
    if let failure = hold.failure { throw failure }
  }

  // MARK: Writing

  func initialize(_ snapshot: StateSnapshot) async throws(StateError) {
    try check()
    // Who has the lease and loaded nothing knows that there is none.
    let isKnownToBeEmpty = isLoaded && snapshotSerial == nil
    let snapshots = isKnownToBeEmpty ? [] : try await files.serials(in: RemoteKey.snapshotFolder)
    guard snapshots.isEmpty else {
      throw StateError(.corrupted, "\(files.objects.location) holds a state already. Load it instead of starting anew.")
    }
    var codec = try await files.sealing.codec(for: nil, at: files.objects.location)
    let bytes = try codec.encode(snapshot)
    try await put(bytes, to: RemoteKey.snapshot(snapshot.serial), endsLease: true)
    self.codec = codec
    identity = snapshot.identity
    serial = snapshot.serial
    snapshotSerial = serial
    snapshotCount = 1
    snapshotSize = bytes.count
    journalSize = 0
    isLoaded = true
  }

  func append(_ entries: [JournalEntry]) async throws(StateError) -> JournalGrowth {
    try check()
    if !isLoaded { _ = try await load() }
    guard snapshotSerial != nil else {
      throw StateError(.corrupted, "\(files.objects.location) holds no state yet; initialize it first.")
    }
    for (offset, entry) in entries.enumerated() where entry.sequence != serial + 1 + offset {
      throw StateError(.corrupted, "Journal entry \(entry.sequence) was written where \(serial + 1 + offset) belongs. Nothing was changed.")
    }
    return try await write(entries, endsLease: true)
  }

  private func write(_ entries: [JournalEntry], endsLease: Bool) async throws(StateError) -> JournalGrowth {
    guard let first = entries.first, let last = entries.last, var identity else { return growth }
    writes += 1
    identity.epoch = epoch
    let log = LogObject(
      lineage: identity.lineage, environment: identity.environment, engine: identity.engine, epoch: epoch,
      nonce: "\(hold.record.nonce).\(writes)", entries: entries)
    let bytes = try codec.encode(entries: log.bytes, first: first.sequence, of: identity)
    try await put(bytes, to: RemoteKey.log(first.sequence), endsLease: endsLease)
    serial = last.sequence
    journalSize += bytes.count
    return growth
  }

  private var growth: JournalGrowth { JournalGrowth(journalSize: journalSize, snapshotSize: snapshotSize) }

  func compact(_ snapshot: StateSnapshot) async throws(StateError) {
    try check()
    guard snapshot.serial == serial, snapshotSerial != nil else {
      throw StateError(.corrupted, "A snapshot with the serial \(snapshot.serial) cannot stand for a log that ends at \(serial).")
    }
    guard snapshotSerial != serial else { return }
    var codec = codec
    let bytes = try codec.encode(snapshot)
    try await put(bytes, to: RemoteKey.snapshot(serial), endsLease: true)
    self.codec = codec
    snapshotSerial = serial
    snapshotCount += 1
    snapshotSize = bytes.count
    journalSize = 0
    if snapshotCount > Retention().count { await prune() }
  }

  /// Goes on with another state: the next slot of the log is taken, so that nobody else goes on with the one before.
  ///
  /// - Parameter last: the number of the last entry that is known.
  /// - Returns: the state, with the serial that it is stored with.
  func replace(_ snapshot: StateSnapshot, after last: Int, _ codec: StateCodec) async throws(StateError) -> StateSnapshot {
    try check()
    self.codec = codec
    identity = snapshot.identity
    serial = last
    let mark = JournalEntry(
      sequence: last + 1, epoch: epoch, run: hold.record.nonce, at: clock.seconds(), body: .fence(taker: hold.record.owner.description))
    _ = try await write([mark], endsLease: true)
    var snapshot = snapshot
    snapshot.serial = max(snapshot.serial, last + 1)
    snapshot.epoch = max(snapshot.epoch, epoch)
    var codec = codec
    let bytes = try codec.encode(snapshot)
    try await put(bytes, to: RemoteKey.snapshot(snapshot.serial), endsLease: true)
    self.codec = codec
    serial = snapshot.serial
    snapshotSerial = serial
    snapshotCount += 1
    isLoaded = true
    return snapshot
  }

  /// Removes what is older than all that is kept; what cannot be removed costs only space.
  private func prune() async {
    guard let snapshots = try? await files.list(RemoteKey.snapshotFolder),
      let logs = try? await files.serials(in: RemoteKey.logFolder)
    else { return }
    let removal = Retention().removal(
      snapshots: snapshots.compactMap { object in
        RemoteKey.number(of: object.key, in: RemoteKey.snapshotFolder).map { ($0, object.writtenAt) }
      },
      logs: logs, now: clock.seconds())
    // Logs first: without its log a snapshot is whole, and a log below the oldest snapshot is what the next pruning finds again.
    try? await files.objects.remove(removal.logs.map(RemoteKey.log) + removal.snapshots.map(RemoteKey.snapshot))
  }

  /// Makes an object where none is, whatever becomes of answers.
  ///
  /// No two writes send the same bytes: each has a nonce. So equal bytes that stand there are those of an earlier attempt.
  private func put(_ bytes: [UInt8], to key: String, endsLease: Bool) async throws(StateError) {
    var attempts = WriteAttempts(begin: clock.now(), patience: timing.patience)
    while true {
      let error: ObjectStoreError
      do throws(ObjectStoreError) {
        _ = try await files.objects.write(bytes, to: key, if: .absent)
        return
      } catch let failure { error = failure }
      switch attempts.next(after: error, at: clock.now()) {
      case .again(let milliseconds): await clock.sleep(milliseconds: milliseconds)
      case .look:
        // A look that fails is followed by another attempt, and that by another look.
        guard let object = try? await files.objects.read(key) else { continue }
        if object.bytes == bytes { return }
        throw end(fenced(key), endsLease)
      case .giveUp: throw end(StateError(error, files.objects), endsLease)
      }
    }
  }

  private func fenced(_ key: String) -> StateError {
    StateError(
      .lostLease,
      "Somebody else continued the state in \(files.objects.location): \(key) is taken. Nothing more is started. Run again.")
  }

  private func end(_ error: StateError, _ endsLease: Bool) -> StateError {
    if endsLease { hold.fail(error) }
    return error
  }

  // MARK: Giving back

  func release() async {
    renewing?.cancel()
    // A task of its own: that the caller was cancelled must not keep the lock.
    let hold = hold
    await Task { await hold.release() }.value
  }
}

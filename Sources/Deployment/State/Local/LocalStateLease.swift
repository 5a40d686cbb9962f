import StrataModel

/// The right to write a folder's state, as long as the process lives.
///
/// An actor because it owns open files whose positions change with each write, on an executor of its own because writing blocks.
actor LocalStateLease: StateLease {
  let files: LocalStateFiles
  let sealing: StateSealing
  private let queue: any BlockingQueue
  private var lock: FileDescriptor?
  private var journal: FileDescriptor?
  /// Where the next frame goes.
  private var journalEnd = 0
  private var snapshotSize = 0
  private var snapshotSerial: Int?
  private var codec = StateCodec()
  /// Whose state it is, once it is loaded.
  private var identity: StateIdentity?
  /// The number of the last durable entry.
  private var serial = 0
  private var isLoaded = false
  /// What was read and nobody has written since, for the next who asks: nobody else writes while the lock is held.
  private var loaded: StateSnapshot?
  /// Why nothing can be written any more.
  private var failure: StateError?

  nonisolated var unownedExecutor: UnownedSerialExecutor { queue.asUnownedSerialExecutor() }

  init(_ files: LocalStateFiles, _ sealing: StateSealing, _ queue: any BlockingQueue) {
    self.files = files
    self.sealing = sealing
    self.queue = queue
  }

  deinit {
    // The kernel frees the lock with its descriptor.
    for descriptor in [journal, lock] { if let descriptor { files.fileSystem.close(descriptor) } }
  }

  func acquire(_ owner: LockOwner) throws(StateError) {
    let fileSystem = files.fileSystem
    let descriptor = try files.attempt { () throws(FileFailure) -> FileDescriptor in
      try fileSystem.createDirectory(files.directory)
      return try fileSystem.open(files.lockPath, truncating: false, mode: 0o644)
    }
    do throws(StateError) {
      guard try files.attempt({ () throws(FileFailure) in try fileSystem.lock(descriptor) }) else { throw held() }
      // The text only tells people who holds the lock; that it cannot be written takes nothing away from the lock.
      try? fileSystem.truncate(descriptor, to: 0)
      try files.attempt { () throws(FileFailure) in
        try fileSystem.write(Array((JSONWriter.text(of: owner.json) + "\n").utf8), to: descriptor, at: 0)
      }
    } catch {
      fileSystem.close(descriptor)
      throw error
    }
    lock = descriptor
  }

  private func held() -> StateError {
    let owner = files.owner
    let holder = owner?.description ?? "another process"
    return StateError(
      .locked, "The state in \(files.directory) is locked by \(holder). Wait until it ends; a process that died holds no lock.",
      owner: owner)
  }

  func load() async throws(StateError) -> StateSnapshot? {
    try check()
    // It is given out once, so that a state is not held for as long as the lock is.
    if let known = loaded.take() { return known }
    codec = try await sealing.codec(for: try files.head(), at: files.snapshotPath)
    guard let content = try files.read(codec) else {
      isLoaded = true
      return nil
    }
    identity = content.snapshot.identity
    try openJournal(content)
    snapshotSize = content.snapshotSize
    snapshotSerial = content.snapshotSerial
    serial = content.snapshot.serial
    isLoaded = true
    loaded = content.snapshot
    return content.snapshot
  }

  private func openJournal(_ content: LocalStateFiles.Content) throws(StateError) {
    let descriptor = try journalDescriptor()
    if let end = content.journalEnd, end > 0 {
      // What a crash tore was never promised to anybody: whoever wrote it was waiting for this very write.
      if content.hasTornTail {
        try files.attempt { () throws(FileFailure) in
          try files.fileSystem.truncate(descriptor, to: end)
          try files.fileSystem.synchronize(descriptor)
        }
      }
      journalEnd = end
    } else {
      journalEnd = try files.startJournal(descriptor, of: content.snapshot)
    }
  }

  private func journalDescriptor() throws(StateError) -> FileDescriptor {
    if let journal { return journal }
    let descriptor = try files.attempt { () throws(FileFailure) in
      try files.fileSystem.open(files.journalPath, truncating: false, mode: 0o644)
    }
    journal = descriptor
    return descriptor
  }

  func initialize(_ snapshot: StateSnapshot) async throws(StateError) {
    try check()
    guard try await load() == nil else {
      throw StateError(.corrupted, "\(files.snapshotPath) exists already. Load it instead of starting anew.")
    }
    snapshotSize = try files.write(try codec.encode(snapshot), replacing: nil)
    identity = snapshot.identity
    journalEnd = try files.startJournal(try journalDescriptor(), of: snapshot)
    serial = snapshot.serial
    snapshotSerial = serial
    isLoaded = true
  }

  func append(_ entries: [JournalEntry]) async throws(StateError) -> JournalGrowth {
    try check()
    if !isLoaded { _ = try await load() }
    guard let journal, let identity else { throw StateError(.corrupted, "\(files.directory) holds no state yet; initialize it first.") }
    for (offset, entry) in entries.enumerated() where entry.sequence != serial + 1 + offset {
      throw StateError(.corrupted, "Journal entry \(entry.sequence) was written where \(serial + 1 + offset) belongs. Nothing was changed.")
    }
    guard let first = entries.first, let last = entries.last else { return growth }
    loaded = nil
    let lines = JournalFrame.lines(entries.map(\.json))
    let frame = JournalFrame.encode(try codec.encode(entries: lines, first: first.sequence, of: identity))
    do throws(FileFailure) {
      try files.fileSystem.write(frame, to: journal, at: journalEnd)
      try files.fileSystem.synchronize(journal)
    } catch {
      throw undo(error, journal)
    }
    journalEnd += frame.count
    serial = last.sequence
    return growth
  }

  /// Takes a failed write back, so that no torn frame stands before later ones.
  private func undo(_ failure: FileFailure, _ journal: FileDescriptor) -> StateError {
    let error = StateError(failure, files.directory)
    do throws(FileFailure) {
      // After a failed synchronization nobody knows what the disk holds; nothing may be written behind it.
      guard failure.operation != "synchronize" else { throw failure }
      try files.fileSystem.truncate(journal, to: journalEnd)
    } catch {
      self.failure = StateError(failure, files.directory)
    }
    return error
  }

  private var growth: JournalGrowth { JournalGrowth(journalSize: journalEnd, snapshotSize: snapshotSize) }

  func compact(_ snapshot: StateSnapshot) throws(StateError) {
    try check()
    guard snapshot.serial == serial else {
      throw StateError(.corrupted, "A snapshot with the serial \(snapshot.serial) cannot stand for a journal that ends at \(serial).")
    }
    guard snapshotSerial != serial else { return }
    loaded = nil
    var codec = codec
    snapshotSize = try files.write(try codec.encode(snapshot), replacing: snapshotSerial)
    self.codec = codec
    identity = snapshot.identity
    snapshotSerial = snapshot.serial
    journalEnd = try files.startJournal(try journalDescriptor(), of: snapshot)
  }

  /// Puts a state in the place of everything that stands there; the history stays.
  func replace(_ snapshot: StateSnapshot, _ codec: StateCodec) throws(StateError) {
    try check()
    loaded = nil
    var codec = codec
    snapshotSize = try files.write(try codec.encode(snapshot), replacing: nil)
    journalEnd = try files.startJournal(try journalDescriptor(), of: snapshot)
    self.codec = codec
    identity = snapshot.identity
    serial = snapshot.serial
    snapshotSerial = serial
    isLoaded = true
  }

  func rewriteHistory() async throws(StateError) -> Int {
    try check()
    if !isLoaded { _ = try await load() }
    var left = 0
    for serial in try files.attempt({ () throws(FileFailure) in try files.historySerials() }) {
      do throws(StateError) {
        let (bytes, path) = try files.version(serial, codec)
        if codec.isSealedAsNow(bytes[...]) { continue }
        let reader = try await sealing.reader(of: bytes[...], at: path)
        let snapshot = try files.version(bytes, at: path, reader)
        // Only the present key: a snapshot that follows gets the next one.
        var writer = StateCodec(key: codec.key)
        try files.rewrite(try writer.encode(snapshot), at: path)
      } catch {
        // A disk that cannot be written is another matter than a snapshot that nobody can open any more.
        guard error.isAboutContent else { throw error }
        left += 1
      }
    }
    return left
  }

  private func check() throws(StateError) {
    if let failure { throw failure }
    guard lock != nil else {
      throw StateError(.lostLease, "The lock on \(files.directory) was given back already; take it again before writing.")
    }
  }

  func release() {
    if let journal { files.fileSystem.close(journal) }
    journal = nil
    if let lock {
      try? files.fileSystem.truncate(lock, to: 0)
      files.fileSystem.close(lock)
    }
    lock = nil
  }
}

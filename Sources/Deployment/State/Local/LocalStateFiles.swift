import StrataModel

/// The files of one environment's state: how they are read and replaced.
///
/// Blocking; knows nothing of tasks or locks.
struct LocalStateFiles: Sendable {
  /// What the files hold.
  struct Content {
    var snapshot: StateSnapshot
    /// The size of the snapshot's file, and the serial that it has without the journal.
    var snapshotSize: Int
    var snapshotSerial: Int
    /// The end of the journal's last intact frame; `nil` when there is no journal file.
    var journalEnd: Int?
    /// Whether bytes follow that end, which a crash left.
    var hasTornTail: Bool
  }

  let directory: String
  let environment: String
  let fileSystem: any FileSystem
  /// Of use for state in clear only: what keys open shall not stay.
  var memory: StateReadMemory?

  var snapshotPath: String { directory + "/state.json" }
  var journalPath: String { directory + "/journal" }
  var lockPath: String { directory + "/lock" }
  var historyPath: String { directory + "/history" }

  /// How many earlier snapshots are kept.
  static let historyCount = 20

  // MARK: Reading

  /// The beginning of the snapshot, which tells how it is sealed; `nil` when there is none.
  func head() throws(StateError) -> ArraySlice<UInt8>? {
    try attempt { () throws(FileFailure) in try fileSystem.read(snapshotPath) }?.prefix(32_768)
  }

  /// Reads snapshot and journal; changes nothing.
  func read(_ codec: StateCodec) throws(StateError) -> Content? {
    guard let bytes = try attempt({ () throws(FileFailure) in try fileSystem.read(snapshotPath) }) else {
      guard try attempt({ () throws(FileFailure) in try fileSystem.read(journalPath) })?.isEmpty ?? true else {
        throw StateError(
          .corrupted,
          "\(snapshotPath) is missing although \(journalPath) exists. Run 'state repair', which goes on from the newest earlier state in \(historyPath), or move the folder away to start anew."
        )
      }
      return nil
    }
    let journal = try attempt({ () throws(FileFailure) in try fileSystem.read(journalPath) })
    let memory = usable(codec)
    if let known = memory?.content(of: bytes, journal) { return known }
    let content = try content(of: bytes, journal, codec, continuing: memory?.beginning(of: bytes, journal))
    memory?.keep(content, of: bytes, journal)
    return content
  }

  private func usable(_ codec: StateCodec) -> StateReadMemory? { codec.key == nil ? memory : nil }

  /// - Parameter known: what a beginning of the same journal came to.
  private func content(
    of bytes: [UInt8], _ journal: [UInt8]?, _ codec: StateCodec, continuing known: Content?
  ) throws(StateError) -> Content {
    var content: Content
    if let known {
      content = known
    } else {
      let base = try snapshot(bytes, codec)
      content = Content(snapshot: base, snapshotSize: bytes.count, snapshotSerial: base.serial, journalEnd: nil, hasTornTail: false)
    }
    guard let journal else { return content }
    let scan = JournalFrame.scan(journal, from: known?.journalEnd ?? 0)
    if let damage = scan.damage {
      throw StateError(
        .corrupted,
        "\(journalPath) is damaged at byte \(damage), before intact entries. Nothing was changed. Run 'state repair', which keeps everything that can be read and says what is lost."
      )
    }
    content.journalEnd = scan.end
    content.hasTornTail = scan.end < journal.count
    content.snapshot = try fold(journal, scan.payloads, hasHeader: known == nil, into: content.snapshot, codec)
    return content
  }

  private func snapshot(_ bytes: [UInt8], _ codec: StateCodec) throws(StateError) -> StateSnapshot {
    let snapshot: StateSnapshot
    do { snapshot = try codec.snapshot(bytes) } catch {
      throw StateError(
        error, path: snapshotPath, remedy: "Run 'state repair', which goes on from the newest earlier state in \(historyPath).")
    }
    guard snapshot.environment == environment else {
      throw StateError(
        .otherEnvironment,
        "\(snapshotPath) holds the state of the environment '\(snapshot.environment)', not of '\(environment)'. Give each environment a folder of its own."
      )
    }
    return snapshot
  }

  private func fold(
    _ journal: [UInt8], _ payloads: [Range<Int>], hasHeader: Bool, into snapshot: StateSnapshot, _ codec: StateCodec
  ) throws(StateError) -> StateSnapshot {
    guard let header = payloads.first else { return snapshot }
    var fold = StateFold(snapshot)
    if hasHeader { try check(header: journal[header], of: snapshot) }
    for payload in hasHeader ? payloads.dropFirst() : payloads[...] {
      // What the snapshot has already may be sealed with the key of before.
      if Seal.isSeal(journal[payload]), let head = try? Seal.head(of: journal[payload]), head.serial <= snapshot.serial,
        head.check != codec.key?.check
      {
        continue
      }
      let content: ArraySlice<UInt8>
      let first: Int?
      do { (content, first) = try codec.entries(journal[payload], of: snapshot.identity) } catch {
        throw StateError(error, path: journalPath, remedy: "Run 'state repair'.")
      }
      var isFirst = true
      for line in content.split(separator: UInt8(ascii: "\n")) {
        let entry = try knownEntry(line, engine: fold.snapshot.engine, codec)
        guard !isFirst || entry.sequence == first ?? entry.sequence else {
          throw StateError(.corrupted, "A seal in \(journalPath) is of other entries than what is inside. Run 'state repair'.")
        }
        isFirst = false
        // A crash between replacing the snapshot and emptying the journal leaves entries that the snapshot has.
        if entry.sequence <= snapshot.serial { continue }
        do { try fold.apply(entry) } catch {
          throw StateError(
            .corrupted,
            "\(journalPath) lacks entry \(error.expected): after it comes \(error.found). Nothing was changed. Run 'state repair', which keeps all other entries; earlier states are in \(historyPath)."
          )
        }
      }
    }
    return fold.snapshot
  }

  private func knownEntry(_ line: ArraySlice<UInt8>, engine: String, _ codec: StateCodec) throws(StateError) -> JournalEntry {
    guard let memory = usable(codec), memory.keepsEntries else { return try entry(line, engine: engine) }
    let bytes = Array(line)
    if let known = memory.entry(of: bytes) { return known }
    let entry = try entry(line, engine: engine)
    memory.keep(entry, of: bytes)
    return entry
  }

  private func entry(_ line: ArraySlice<UInt8>, engine: String) throws(StateError) -> JournalEntry {
    let json: PropertyValue
    do { json = try JSONReader.value(of: line) } catch {
      throw StateError(.corrupted, "\(journalPath) holds an entry that is not JSON (\(error)). Run 'state repair'.")
    }
    do { return try JournalEntry(json: json) } catch {
      var failure = error
      failure.engine = failure.engine ?? engine
      throw StateError(failure, path: journalPath, remedy: "Run 'state repair'.")
    }
  }

  // MARK: The journal's first frame

  private static let journalFormat = 1

  /// Names the state that a journal belongs to.
  private func header(of snapshot: StateSnapshot) -> [UInt8] {
    JournalFrame.encode([
      [
        "engine": .string(snapshot.engine), "environment": .string(snapshot.environment), "format": .integer(Self.journalFormat),
        "lineage": .string(snapshot.lineage),
      ]
    ])
  }

  private func check(header bytes: ArraySlice<UInt8>, of snapshot: StateSnapshot) throws(StateError) {
    guard let header = try? JSONReader.value(of: bytes), let format = header["format"]?.integerValue else {
      throw StateError(.corrupted, "\(journalPath) does not begin like a journal. Run 'state repair'.")
    }
    guard format <= Self.journalFormat else {
      let failure = CodingFailure(
        .newerFormat(found: format), "the journal has format \(format)", engine: header["engine"]?.stringValue)
      throw StateError(failure, path: journalPath, remedy: "")
    }
    guard header["lineage"]?.stringValue == snapshot.lineage else {
      throw StateError(
        .corrupted, "\(journalPath) belongs to another state than \(snapshotPath). Restore both from one backup, or move the journal away.")
    }
  }

  // MARK: Writing

  /// Replaces the snapshot; the one before becomes part of the history.
  ///
  /// - Returns: the size of the file.
  func write(_ bytes: [UInt8], replacing serial: Int?) throws(StateError) -> Int {
    try attempt { () throws(FileFailure) in
      try fileSystem.replace(snapshotPath, with: bytes, mode: 0o644) { () throws(FileFailure) in
        guard let serial else { return }
        try fileSystem.createDirectory(historyPath)
        try fileSystem.link(snapshotPath, to: historyPath + "/" + Self.historyName(serial))
      }
    }
    pruneHistory()
    return bytes.count
  }

  /// Makes a journal without entries.
  ///
  /// - Returns: where the first entry goes.
  func startJournal(_ descriptor: FileDescriptor, of snapshot: StateSnapshot) throws(StateError) -> Int {
    let header = header(of: snapshot)
    return try attempt { () throws(FileFailure) in
      try fileSystem.truncate(descriptor, to: 0)
      try fileSystem.write(header, to: descriptor, at: 0)
      try fileSystem.synchronize(descriptor)
      try fileSystem.synchronizeDirectory(directory)
      return header.count
    }
  }

  static func historyName(_ serial: Int) -> String {
    let digits = String(serial)
    return String(repeating: "0", count: max(0, 16 - digits.utf8.count)) + digits
  }

  /// Gives snapshot and journal names under which nobody looks for them.
  func putAside() throws(StateError) {
    try attempt { () throws(FileFailure) in
      // The journal first: a snapshot without its journal would be an earlier state.
      for path in [journalPath, snapshotPath] where try fileSystem.facts(path) != nil {
        try fileSystem.rename(path, to: path + ".migrated")
      }
      try fileSystem.synchronizeDirectory(directory)
    }
  }

  // MARK: History

  /// The serials of the earlier snapshots that are kept, ascending.
  func historySerials() throws(FileFailure) -> [Int] {
    try fileSystem.list(historyPath).compactMap { Self.historyName(Int($0) ?? -1) == $0 ? Int($0) : nil }.sorted()
  }

  /// Removes the oldest of too many earlier snapshots; what cannot be removed costs only space.
  private func pruneHistory() {
    guard let serials = try? historySerials() else { return }
    for serial in serials.dropLast(Self.historyCount) { try? fileSystem.remove(historyPath + "/" + Self.historyName(serial)) }
  }

  /// All snapshots that are kept, ascending, the present one among them.
  func versions(_ codec: StateCodec) throws(StateError) -> [StateVersion] {
    var versions: [StateVersion] = []
    try attempt { () throws(FileFailure) in
      for serial in try historySerials() {
        guard let facts = try fileSystem.facts(historyPath + "/" + Self.historyName(serial)) else { continue }
        versions.append(StateVersion(serial: serial, writtenAt: facts.writtenAt, size: facts.size))
      }
    }
    if let facts = try attempt({ () throws(FileFailure) in try fileSystem.facts(snapshotPath) }),
      let bytes = try attempt({ () throws(FileFailure) in try fileSystem.read(snapshotPath) })
    {
      let present = try snapshot(bytes, codec).serial
      versions.removeAll { $0.serial == present }
      versions.append(StateVersion(serial: present, writtenAt: facts.writtenAt, size: facts.size))
    }
    return versions
  }

  /// The bytes of a snapshot that is kept, and their place.
  ///
  /// - Parameter codec: opens the present snapshot, which is found by its serial.
  func version(_ serial: Int, _ codec: StateCodec) throws(StateError) -> (bytes: [UInt8], path: String) {
    let path = historyPath + "/" + Self.historyName(serial)
    if let bytes = try attempt({ () throws(FileFailure) in try fileSystem.read(path) }) { return (bytes, path) }
    if let bytes = try attempt({ () throws(FileFailure) in try fileSystem.read(snapshotPath) }),
      try snapshot(bytes, codec).serial == serial
    {
      return (bytes, snapshotPath)
    }
    throw StateError(.corrupted, "There is no earlier state with the serial \(serial) in \(historyPath). 'state history' lists them.")
  }

  /// A snapshot that is kept, from its bytes.
  func version(_ bytes: [UInt8], at path: String, _ codec: StateCodec) throws(StateError) -> StateSnapshot {
    do { return try codec.snapshot(bytes) } catch { throw StateError(error, path: path, remedy: "Choose another one.") }
  }

  /// Puts other bytes in the place of an earlier snapshot.
  func rewrite(_ bytes: [UInt8], at path: String) throws(StateError) {
    try attempt { () throws(FileFailure) in try fileSystem.replace(path, with: bytes, mode: 0o644) }
  }

  /// Who holds the lock; `nil` when it is free.
  func lockStatus() throws(StateError) -> LockStatus? {
    guard try attempt({ () throws(FileFailure) in try fileSystem.facts(lockPath) }) != nil else { return nil }
    return try attempt { () throws(FileFailure) in
      let descriptor = try fileSystem.open(lockPath, truncating: false, mode: 0o644)
      // Closing frees it again.
      defer { fileSystem.close(descriptor) }
      guard try !fileSystem.lock(descriptor) else { return nil }
      return LockStatus(
        owner: owner ?? LockOwner(principal: "unknown", host: "this host", process: 0, command: "unknown", since: 0), remaining: nil)
    }
  }

  /// Who wrote the lock's text last.
  var owner: LockOwner? {
    let text = (try? fileSystem.read(lockPath)).flatMap { $0 } ?? []
    return (try? JSONReader.value(of: text)).flatMap(LockOwner.init(json:))
  }

  /// Turns the failure of a system call into what it means for the user.
  func attempt<Result>(_ body: () throws(FileFailure) -> Result) throws(StateError) -> Result {
    do { return try body() } catch { throw StateError(error, directory) }
  }
}

extension StateError {
  /// What an unreadable document means for the user.
  init(_ failure: CodingFailure, path: String, remedy: String) {
    let writer = failure.engine.map { " It was written by version \($0)." } ?? ""
    switch failure.code {
    case .newerFormat:
      self.init(
        .newerFormat, "\(path) has a newer format than this version knows: \(failure.message).\(writer) Use that version, or a newer one.")
    case .unknownKind:
      self.init(.newerFormat, "\(path) was continued by a newer version: \(failure.message).\(writer) Use that version, or a newer one.")
    case .malformed, .checksum:
      self.init(.corrupted, "\(path) is damaged: \(failure.message). Nothing was changed. \(remedy)")
    }
  }
}

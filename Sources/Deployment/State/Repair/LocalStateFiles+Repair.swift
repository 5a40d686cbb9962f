import StrataModel

extension LocalStateFiles {
  /// Everything readable in the folder, and what is wrong with the rest.
  struct Readable {
    var base: StateSnapshot?
    var entries: [JournalEntry] = []
    var findings: [String] = []
    /// The number that the journal ends with at least.
    var end = 0
    /// Whether the base is an earlier state than the present one.
    var isEarlier = false
  }

  /// Reads what is whole.
  ///
  /// - Parameters:
  ///   - codecs: opens parts of the journal, by the check of their seals.
  ///   - opening: opens a snapshot, whatever sealed it.
  func readable(
    _ codecs: [String: StateCodec], opening: (_ bytes: [UInt8], _ path: String) -> StateSnapshot?
  ) throws(StateError) -> Readable {
    var found = Readable()
    let bytes = try attempt { () throws(FileFailure) in try fileSystem.read(snapshotPath) }
    found.base = bytes.flatMap { opening($0, snapshotPath) }
    if found.base == nil {
      found.findings.append(bytes == nil ? "\(snapshotPath) is missing." : "\(snapshotPath) cannot be read.")
      for serial in try attempt({ () throws(FileFailure) in try historySerials() }).reversed() {
        let path = historyPath + "/" + Self.historyName(serial)
        guard let bytes = try attempt({ () throws(FileFailure) in try fileSystem.read(path) }), let earlier = opening(bytes, path) else {
          continue
        }
        found.base = earlier
        found.isEarlier = true
        found.findings.append("The newest earlier state that can be read has serial \(serial).")
        break
      }
    }
    if let base = found.base, let journal = try attempt({ () throws(FileFailure) in try fileSystem.read(journalPath) }) {
      readJournal(journal, base, codecs, &found)
    }
    return found
  }

  private func readJournal(_ journal: [UInt8], _ base: StateSnapshot, _ codecs: [String: StateCodec], _ found: inout Readable) {
    let frames = JournalFrame.intactPayloads(journal)
    if frames.damage { found.findings.append("\(journalPath) is damaged.") }
    guard let first = frames.payloads.first else { return }
    let header = try? JSONReader.value(of: journal[first])
    if let lineage = header?["lineage"]?.stringValue, lineage != base.lineage {
      found.findings.append("\(journalPath) belongs to another state (lineage \(lineage)); nothing of it is used.")
      return
    }
    if header?["lineage"] == nil { found.findings.append("\(journalPath) does not begin like a journal.") }
    for payload in frames.payloads {
      var content = journal[payload]
      if Seal.isSeal(content) {
        guard let head = try? Seal.head(of: content), let codec = codecs[head.check],
          let opened = try? codec.entries(content, of: base.identity)
        else {
          found.findings.append("A part of \(journalPath) cannot be decrypted.")
          continue
        }
        content = opened.bytes
      }
      for line in content.split(separator: UInt8(ascii: "\n")) {
        guard let json = try? JSONReader.value(of: line) else {
          found.findings.append("\(journalPath) holds a line that is no entry.")
          continue
        }
        if json["seq"] == nil, json["lineage"] != nil { continue }
        guard let entry = try? JournalEntry(json: json) else {
          found.findings.append("\(journalPath) holds an entry that cannot be read\(json["seq"]?.integerValue.map { " (\($0))" } ?? "").")
          if let sequence = json["seq"]?.integerValue, FieldReader.numbers.contains(sequence) { found.end = max(found.end, sequence) }
          continue
        }
        found.entries.append(entry)
      }
    }
  }

  /// Whether no journal was begun.
  func journalIsEmpty() throws(StateError) -> Bool {
    try attempt { () throws(FileFailure) in try fileSystem.read(journalPath) }?.isEmpty ?? true
  }

  /// The heads of all seals in the folder, one for each key.
  func sealHeads() throws(StateError) -> [Seal.Head] {
    var heads: [String: Seal.Head] = [:]
    func note(_ bytes: ArraySlice<UInt8>) {
      guard Seal.isSeal(bytes), let head = try? Seal.head(of: bytes) else { return }
      heads[head.check] = head
    }
    try attempt { () throws(FileFailure) in
      if let bytes = try fileSystem.read(snapshotPath) { note(bytes[...]) }
      for serial in try historySerials() {
        if let bytes = try fileSystem.read(historyPath + "/" + Self.historyName(serial)) { note(bytes[...]) }
      }
      if let journal = try fileSystem.read(journalPath) {
        for payload in JournalFrame.intactPayloads(journal).payloads { note(journal[payload]) }
      }
    }
    return Array(heads.values)
  }

  /// Copies snapshot and journal beside each other.
  ///
  /// - Returns: the folder of the copies.
  func backUp(at seconds: Int) throws(StateError) -> String {
    let folder = "\(directory)/repair-\(seconds)"
    try attempt { () throws(FileFailure) in
      try fileSystem.createDirectory(folder)
      for (path, name) in [(snapshotPath, "state.json"), (journalPath, "journal")] {
        guard let bytes = try fileSystem.read(path) else { continue }
        let descriptor = try fileSystem.open(folder + "/" + name, truncating: true, mode: 0o600)
        defer { fileSystem.close(descriptor) }
        try fileSystem.write(bytes, to: descriptor, at: 0)
        try fileSystem.synchronize(descriptor)
      }
      try fileSystem.synchronizeDirectory(folder)
    }
    return folder
  }
}

import StrataModel
import Testing

@Suite("What is stored reads back as it was")
struct CodingTests {
  @Test("Journal entries of every kind survive JSON exactly", arguments: 0..<400)
  func entries(seed: Int) throws {
    var random = RandomValues(seed: UInt64(seed))
    let entry = JournalEntry(sequence: seed, epoch: seed % 3, run: "run", at: 5, body: random.body())
    let text = JSONWriter.text(of: entry.json)
    #expect(try JournalEntry(json: JSONReader.value(of: text.utf8)) == entry)
  }

  @Test("States survive their file exactly", arguments: 0..<60)
  func snapshots(seed: Int) throws {
    var random = RandomValues(seed: UInt64(seed) + 1_000)
    var snapshot = StateSnapshot(lineage: "lineage", environment: "pilot", engine: "1.2.3")
    snapshot.serial = seed
    snapshot.epoch = 2
    snapshot.nextGeneration = 9
    snapshot.account = random.flag() ? "123456789012" : nil
    for _ in 0..<seed % 7 {
      let record = random.record()
      snapshot.records[record.instance] = record
    }
    if random.flag() { snapshot.unsupported = [UnsupportedResource("a/b", "AWS::KMS::Key", reason: "moto cannot hold it")] }
    if random.flag() { snapshot.lastRun = StateSnapshot.LastRun(run: "r", command: "deploy", baseSerial: 3, at: 5) }
    snapshot.outputs = ["a/b": OutputRecord(value: random.value())]
    snapshot.lookups = ["ami": random.value()]
    let open = OpenIntent(run: "r", at: 4, intent: random.intent(), accepted: random.acceptance(), error: "e")
    snapshot.intentsByID[open.id] = open
    #expect(try StateSnapshot(fileBytes: snapshot.fileBytes) == snapshot)
  }

  @Test("The end of a run without actions is written as before there were any, and reads back so")
  func endWithoutActions() throws {
    var end = JournalEntry.RunEnd()
    end.created = 2
    let entry = JournalEntry(sequence: 7, epoch: 0, run: "r", at: 5, body: .end(end))
    let text = JSONWriter.text(of: entry.json)
    #expect(!text.contains("acted"))
    #expect(try JournalEntry(json: JSONReader.value(of: text.utf8)) == entry)
    end.acted = 3
    let acted = JournalEntry(sequence: 7, epoch: 0, run: "r", at: 5, body: .end(end))
    #expect(try JournalEntry(json: JSONReader.value(of: JSONWriter.text(of: acted.json).utf8)) == acted)
  }

  @Test("Equal states have equal files, whatever the order in which they came about")
  func determinism() {
    var random = RandomValues(seed: 7)
    let records = (0..<20).map { _ in random.record() }
    func text(_ records: [ResourceRecord]) -> String {
      var snapshot = StateSnapshot(lineage: "l", environment: "e", engine: "1")
      for record in records { snapshot.records[record.instance] = record }
      return String(decoding: snapshot.fileBytes, as: UTF8.self)
    }
    #expect(text(records) == text(records.reversed()))
  }

  @Test("A file that was changed in one byte, or cut anywhere, is refused")
  func damage() {
    var random = RandomValues(seed: 3)
    var snapshot = StateSnapshot(lineage: "l", environment: "e", engine: "1")
    let record = random.record()
    snapshot.records[record.instance] = record
    let bytes = snapshot.fileBytes
    for index in bytes.indices {
      var changed = bytes
      changed[index] ^= 1
      #expect(throws: CodingFailure.self) { try StateSnapshot(fileBytes: changed) }
      #expect(throws: CodingFailure.self) { try StateSnapshot(fileBytes: Array(bytes[..<index])) }
    }
  }

  @Test("A newer format is refused with the version that wrote it")
  func newerFormat() throws {
    var snapshot = StateSnapshot(lineage: "l", environment: "e", engine: "9.1.0")
    snapshot.format = StateSnapshot.currentFormat + 1
    let failure = #expect(throws: CodingFailure.self) { try StateSnapshot(fileBytes: snapshot.fileBytes) }
    #expect(failure?.code == .newerFormat(found: 2))
    #expect(failure?.engine == "9.1.0")
  }

  @Test("An unknown kind of entry is refused by its name")
  func unknownKind() throws {
    let json: PropertyValue = ["at": 1, "body": [:], "kind": "teleport", "run": "r", "seq": 1]
    let failure = #expect(throws: CodingFailure.self) { try JournalEntry(json: json) }
    #expect(failure?.code == .unknownKind("teleport"))
  }

  @Test("A missing field is named with what it is missing from")
  func missingField() {
    let failure = #expect(throws: CodingFailure.self) { try ResourceRecord(json: ["address": "s/x"]) }
    #expect(failure?.message == "'type' of the record of s/x is missing or of the wrong kind")
  }
}

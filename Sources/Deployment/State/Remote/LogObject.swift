import StrataModel

/// One object of the log: the entries of a group commit beneath a line that says whose they are.
///
/// The content is a journal frame, so that its checksum finds what a store might do to it.
struct LogObject {
  static let currentFormat = 1

  var lineage: String
  var environment: String
  var engine: String
  /// The epoch of the lock under which it was written.
  var epoch: Int
  /// Random text of the one write that made the object.
  var nonce: String
  var entries: [JournalEntry]

  var bytes: [UInt8] {
    let header: PropertyValue = [
      "engine": .string(engine), "environment": .string(environment), "epoch": .integer(epoch), "format": .integer(Self.currentFormat),
      "lineage": .string(lineage), "nonce": .string(nonce),
    ]
    return JournalFrame.encode([header] + entries.map(\.json))
  }
}

extension LogObject {
  /// Creates an object from its bytes.
  ///
  /// - Throws: ``CodingFailure`` for one that is damaged, or of a newer format.
  init(bytes: [UInt8]) throws(CodingFailure) {
    let scan = JournalFrame.scan(bytes)
    guard let payload = scan.payloads.first, scan.end == bytes.count, scan.payloads.count == 1 else {
      throw CodingFailure(.checksum, "the object's content does not match its checksum")
    }
    var lines = bytes[payload].split(separator: UInt8(ascii: "\n")).makeIterator()
    guard let first = lines.next() else { throw CodingFailure(.malformed, "the object is empty") }
    let fields = try FieldReader(try Self.value(of: first), "the object's first line")
    engine = try fields.string("engine")
    let format = try fields.integer("format")
    guard format <= Self.currentFormat else {
      throw CodingFailure(.newerFormat(found: format), "the object has format \(format)", engine: engine)
    }
    lineage = try fields.string("lineage")
    environment = try fields.string("environment")
    epoch = try fields.integer("epoch")
    nonce = try fields.string("nonce")
    entries = []
    while let line = lines.next() {
      do { entries.append(try JournalEntry(json: try Self.value(of: line))) } catch {
        throw CodingFailure(error.code, error.message, engine: error.engine ?? engine)
      }
    }
  }

  private static func value(of line: ArraySlice<UInt8>) throws(CodingFailure) -> PropertyValue {
    do { return try JSONReader.value(of: line) } catch { throw CodingFailure(.malformed, "a line is not JSON: \(error)") }
  }
}

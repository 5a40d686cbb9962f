import StrataModel

/// One durable write of a journal file: all entries of a group commit, or none.
///
/// A frame is a mark, the payload's length, a CRC-32C over length and payload, and the payload: lines of JSON. Only the last frame of a file
/// can be torn by a crash, because each is synchronized before the next is written. So a bad frame is a torn tail if no intact frame follows.
enum JournalFrame {
  private static let mark: [UInt8] = Array("SJF1".utf8)
  private static let headCount = 12

  /// The payload of lines.
  static func lines(_ values: [PropertyValue]) -> [UInt8] {
    var writer = JSONWriter()
    for value in values {
      writer.write(value)
      writer.append("\n")
    }
    return writer.bytes
  }

  /// The frame of lines.
  static func encode(_ lines: [PropertyValue]) -> [UInt8] { encode(self.lines(lines)) }

  /// The frame of a payload.
  static func encode(_ payload: [UInt8]) -> [UInt8] {
    var frame: [UInt8] = []
    frame.reserveCapacity(headCount + payload.count)
    frame += mark
    append(UInt32(truncatingIfNeeded: payload.count), to: &frame)
    append(0, to: &frame)
    frame += payload
    let crc = checksum(of: frame[...])
    for index in 0..<4 { frame[8 + index] = UInt8(truncatingIfNeeded: crc >> UInt32(8 * index)) }
    return frame
  }

  /// What a journal file holds.
  struct Scan {
    /// The ranges of the intact payloads.
    var payloads: [Range<Int>] = []
    /// The end of the last intact frame.
    var end = 0
    /// Where the first bad frame begins although intact ones follow: damage, not a torn write.
    var damage: Int?
  }

  /// Finds the frames in a journal file, from the end of a frame or from the file's beginning.
  static func scan(_ bytes: [UInt8], from start: Int = 0) -> Scan {
    var scan = Scan(end: start)
    while scan.end < bytes.count {
      guard let payload = payload(in: bytes, at: scan.end) else {
        if scan.end == 0 && isForeign(bytes) || hasIntactFrame(bytes, after: scan.end) { scan.damage = scan.end }
        return scan
      }
      scan.payloads.append(payload)
      scan.end = payload.upperBound
    }
    return scan
  }

  /// All intact payloads, the ones after damage among them, and whether there is damage before the last of them.
  static func intactPayloads(_ bytes: [UInt8]) -> (payloads: [Range<Int>], damage: Bool) {
    var found: (payloads: [Range<Int>], damage: Bool) = ([], false)
    var offset = 0
    while offset + headCount <= bytes.count {
      if bytes[offset] == mark[0], let payload = payload(in: bytes, at: offset) {
        found.payloads.append(payload)
        offset = payload.upperBound
      } else {
        found.damage = true
        offset += 1
      }
    }
    if offset < bytes.count { found.damage = true }
    return found
  }

  /// Whether a file cannot be a journal whose very first write was torn: that leaves the mark, a part of it, or zeros that were never filled.
  private static func isForeign(_ bytes: [UInt8]) -> Bool {
    let head = bytes.prefix(mark.count)
    return !mark.starts(with: head) && !head.allSatisfy { $0 == 0 }
  }

  /// The payload of the frame that begins at an offset, or `nil` when no intact frame does.
  private static func payload(in bytes: [UInt8], at start: Int) -> Range<Int>? {
    guard start + headCount <= bytes.count, bytes[start..<(start + 4)].elementsEqual(mark) else { return nil }
    let end = start + headCount + Int(word(in: bytes, at: start + 4))
    guard end <= bytes.count, checksum(of: bytes[start..<end]) == word(in: bytes, at: start + 8) else { return nil }
    return (start + headCount)..<end
  }

  private static func hasIntactFrame(_ bytes: [UInt8], after start: Int) -> Bool {
    var offset = start + 1
    while offset + headCount <= bytes.count {
      if bytes[offset] == mark[0], payload(in: bytes, at: offset) != nil { return true }
      offset += 1
    }
    return false
  }

  /// The checksum of a frame: its length and payload, without mark and checksum.
  private static func checksum(of frame: ArraySlice<UInt8>) -> UInt32 {
    let start = frame.startIndex
    return CRC32C.checksum(frame[(start + 4)..<(start + 8)]) ^ CRC32C.checksum(frame[(start + headCount)...])
  }

  private static func append(_ word: UInt32, to bytes: inout [UInt8]) {
    for index in 0..<4 { bytes.append(UInt8(truncatingIfNeeded: word >> UInt32(8 * index))) }
  }

  private static func word(in bytes: [UInt8], at offset: Int) -> UInt32 {
    (0..<4).reduce(0) { $0 | UInt32(bytes[offset + $1]) << UInt32(8 * $1) }
  }
}

/// Reads JSON text into values; refuses anything that RFC 8259 does not allow, and nesting deeper than 256.
public struct JSONReader {
  /// Why a text is not JSON.
  public struct Failure: Error, Hashable, Sendable, CustomStringConvertible {
    /// What was expected or found.
    public var message: String

    /// The offset of the offending byte.
    public var offset: Int

    public var description: String { "\(message) at byte \(offset)" }
  }

  /// Whether marker objects become references, expressions and secrets, as ``JSONWriter`` writes them.
  private let interpretsMarkers: Bool
  private let bytes: UnsafeBufferPointer<UInt8>
  private var offset = 0
  private var depth = 0

  private static let maximumDepth = 256

  private init(_ bytes: UnsafeBufferPointer<UInt8>, interpretsMarkers: Bool) {
    self.bytes = bytes
    self.interpretsMarkers = interpretsMarkers
  }

  /// The value of a text that ``JSONWriter`` wrote.
  ///
  /// - Throws: ``Failure`` for text that is not JSON, or a marker that is malformed.
  public static func value(of text: some Collection<UInt8>) throws(Failure) -> PropertyValue {
    try read(text, interpretsMarkers: true)
  }

  /// The value of plain JSON, in which `$` has no meaning.
  ///
  /// - Throws: ``Failure`` for text that is not JSON.
  public static func plainValue(of text: some Collection<UInt8>) throws(Failure) -> PropertyValue {
    try read(text, interpretsMarkers: false)
  }

  private static func read(_ text: some Collection<UInt8>, interpretsMarkers: Bool) throws(Failure) -> PropertyValue {
    func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Result<PropertyValue, Failure> {
      var reader = JSONReader(bytes, interpretsMarkers: interpretsMarkers)
      do throws(Failure) { return .success(try reader.readDocument()) } catch { return .failure(error) }
    }
    let result = text.withContiguousStorageIfAvailable(read) ?? ContiguousArray(text).withUnsafeBufferPointer(read)
    return try result.get()
  }

  private mutating func readDocument() throws(Failure) -> PropertyValue {
    let value = try readValue()
    skipSpace()
    guard offset == bytes.count else { throw failure("unexpected text after the value") }
    return value
  }

  private func failure(_ message: String) -> Failure { Failure(message: message, offset: offset) }

  private mutating func skipSpace() {
    while offset < bytes.count {
      switch bytes[offset] {
      case 0x20, 0x09, 0x0A, 0x0D: offset += 1
      default: return
      }
    }
  }

  private mutating func readValue() throws(Failure) -> PropertyValue {
    skipSpace()
    guard offset < bytes.count else { throw failure("unexpected end") }
    switch bytes[offset] {
    case UInt8(ascii: "{"): return try nested { reader throws(Failure) in try reader.readObject() }
    case UInt8(ascii: "["): return try nested { reader throws(Failure) in .array(try reader.readArray()) }
    case UInt8(ascii: "\""): return .string(try readString())
    case UInt8(ascii: "t"):
      try expect("true")
      return .bool(true)
    case UInt8(ascii: "f"):
      try expect("false")
      return .bool(false)
    case UInt8(ascii: "n"):
      try expect("null")
      return .null
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try readNumber()
    default: throw failure("unexpected character")
    }
  }

  private mutating func nested(_ body: (inout JSONReader) throws(Failure) -> PropertyValue) throws(Failure) -> PropertyValue {
    guard depth < Self.maximumDepth else { throw failure("nesting deeper than \(Self.maximumDepth)") }
    depth += 1
    let value = try body(&self)
    depth -= 1
    return value
  }

  private mutating func expect(_ word: StaticString) throws(Failure) {
    let count = word.utf8CodeUnitCount
    guard offset + count <= bytes.count else { throw failure("unexpected end") }
    for index in 0..<count where bytes[offset + index] != word.utf8Start[index] { throw failure("unexpected character") }
    offset += count
  }

  private mutating func readArray() throws(Failure) -> [PropertyValue] {
    offset += 1
    var elements: [PropertyValue] = []
    skipSpace()
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "]") {
      offset += 1
      return elements
    }
    while true {
      elements.append(try readValue())
      if try readSeparator(end: UInt8(ascii: "]")) { return elements }
    }
  }

  private mutating func readObject() throws(Failure) -> PropertyValue {
    offset += 1
    var object = PropertyObject()
    skipSpace()
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "}") {
      offset += 1
      return .object(object)
    }
    while true {
      skipSpace()
      guard offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") else { throw failure("expected a key") }
      var key = try readString()
      skipSpace()
      guard offset < bytes.count, bytes[offset] == UInt8(ascii: ":") else { throw failure("expected ':'") }
      offset += 1
      let value = try readValue()
      if interpretsMarkers, key.utf8.first == UInt8(ascii: "$") {
        if key.utf8.dropFirst().first == UInt8(ascii: "$") {
          key.removeFirst()
        } else {
          guard object.isEmpty, try readSeparator(end: UInt8(ascii: "}")) else { throw failure("a marker stands alone in its object") }
          guard let marked = PropertyValue(marker: key, value) else { throw failure("malformed marker '\(key)'") }
          return marked
        }
      }
      object[key] = value
      if try readSeparator(end: UInt8(ascii: "}")) { return .object(object) }
    }
  }

  /// Reads `,` or the end character; answers whether it was the end.
  private mutating func readSeparator(end: UInt8) throws(Failure) -> Bool {
    skipSpace()
    guard offset < bytes.count else { throw failure("unexpected end") }
    let byte = bytes[offset]
    guard byte == end || byte == UInt8(ascii: ",") else { throw failure("expected ',' or '\(Character(UnicodeScalar(end)))'") }
    offset += 1
    return byte == end
  }

  private mutating func readNumber() throws(Failure) -> PropertyValue {
    let start = offset
    var isWhole = true
    if bytes[offset] == UInt8(ascii: "-") { offset += 1 }
    let firstDigit = offset
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): break
      case UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"), UInt8(ascii: "+"), UInt8(ascii: "-"): isWhole = false
      default:
        return try number(from: start, firstDigit: firstDigit, isWhole: isWhole)
      }
      offset += 1
    }
    return try number(from: start, firstDigit: firstDigit, isWhole: isWhole)
  }

  private func number(from start: Int, firstDigit: Int, isWhole: Bool) throws(Failure) -> PropertyValue {
    let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<offset]), as: UTF8.self)
    let hasLeadingZero = offset - firstDigit > 1 && bytes[firstDigit] == UInt8(ascii: "0") && Self.isDigit(bytes[firstDigit + 1])
    let isClosed = offset > start && Self.isDigit(bytes[offset - 1]) && firstDigit < offset && Self.isDigit(bytes[firstDigit])
    guard isClosed, !hasLeadingZero else { throw failure("malformed number") }
    if isWhole, let value = Int(text) { return .integer(value) }
    guard let value = Double(text), value.isFinite else { throw failure("malformed number") }
    // JSON knows no difference between 1 and 1.0, and the writer makes none.
    if value == value.rounded(), abs(value) < 9_007_199_254_740_992 { return .integer(Int(value)) }
    return .number(value)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  private mutating func readString() throws(Failure) -> String {
    offset += 1
    let start = offset
    var seen: UInt8 = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      seen |= byte
      if byte == UInt8(ascii: "\"") {
        // Nearly all texts are ASCII, which needs no validation.
        let text = seen < 0x80 ? ascii(start..<offset) : try utf8(start..<offset)
        offset += 1
        return text
      }
      if byte == UInt8(ascii: "\\") { return try readEscapedString(from: start) }
      guard byte >= 0x20 else { throw failure("control character in a string") }
      offset += 1
    }
    throw failure("unterminated string")
  }

  private func ascii(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }

  private func utf8(_ range: Range<Int>) throws(Failure) -> String {
    guard let text = String(validating: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self) else {
      throw failure("invalid UTF-8")
    }
    return text
  }

  private mutating func readEscapedString(from start: Int) throws(Failure) -> String {
    var text = try utf8(start..<offset)
    while offset < bytes.count {
      let byte = bytes[offset]
      switch byte {
      case UInt8(ascii: "\""):
        offset += 1
        return text
      case UInt8(ascii: "\\"): text.unicodeScalars.append(try readEscape())
      case 0..<0x20: throw failure("control character in a string")
      default:
        let plainStart = offset
        while offset < bytes.count, bytes[offset] >= 0x20, bytes[offset] != UInt8(ascii: "\""), bytes[offset] != UInt8(ascii: "\\") {
          offset += 1
        }
        text += try utf8(plainStart..<offset)
      }
    }
    throw failure("unterminated string")
  }

  private mutating func readEscape() throws(Failure) -> Unicode.Scalar {
    guard offset + 1 < bytes.count else { throw failure("unterminated string") }
    let byte = bytes[offset + 1]
    offset += 2
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "u"):
      let first = try readHex()
      guard (0xD800..<0xDC00).contains(first) else {
        guard let scalar = Unicode.Scalar(first) else { throw failure("lone surrogate") }
        return scalar
      }
      guard offset + 1 < bytes.count, bytes[offset] == UInt8(ascii: "\\"), bytes[offset + 1] == UInt8(ascii: "u") else {
        throw failure("lone surrogate")
      }
      offset += 2
      let second = try readHex()
      guard (0xDC00..<0xE000).contains(second), let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) else {
        throw failure("lone surrogate")
      }
      return scalar
    default: throw failure("unknown escape")
    }
  }

  private mutating func readHex() throws(Failure) -> UInt32 {
    guard offset + 4 <= bytes.count, let value = UInt32(try utf8(offset..<(offset + 4)), radix: 16), bytes[offset] != UInt8(ascii: "+")
    else { throw failure("malformed escape") }
    offset += 4
    return value
  }
}

/// Reads JSON text once, from front to back (RFC 8259); nothing is nested deeper than 256.
struct JSONCursor {
  /// What can be told of a value by its first byte.
  enum Kind { case object, array, string, number, literal }

  private static let deepest = 256

  private let bytes: [UInt8]
  private var offset = 0
  private var depth = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    // Some writers begin with a mark of byte order, which is no JSON.
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
  }

  /// The value of a whole text that no model describes.
  static func document(_ bytes: [UInt8]) throws(WireFailure) -> AWSValue {
    var cursor = JSONCursor(bytes)
    let value = try cursor.readDocument()
    try cursor.finish()
    return value
  }

  func failure(_ message: String) -> WireFailure { WireFailure("\(message) at byte \(offset)") }

  // MARK: Structure

  /// The kind of the next value, which is not consumed.
  mutating func peek() throws(WireFailure) -> Kind {
    skipSpace()
    guard offset < bytes.count else { throw failure("the text ends too soon") }
    switch bytes[offset] {
    case UInt8(ascii: "{"): return .object
    case UInt8(ascii: "["): return .array
    case UInt8(ascii: "\""): return .string
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number
    case UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "n"): return .literal
    default: throw failure("unexpected character")
    }
  }

  /// Reads an object; the closure has to consume each value.
  mutating func readObject(
    _ body: (inout JSONCursor, Token) throws(WireFailure) -> Void
  ) throws(WireFailure) {
    try enter(UInt8(ascii: "{"))
    if try leaves(UInt8(ascii: "}")) { return }
    while true {
      skipSpace()
      let key = try readKey()
      skipSpace()
      guard offset < bytes.count, bytes[offset] == UInt8(ascii: ":") else { throw failure("expected a colon") }
      offset += 1
      try body(&self, key)
      if try separates(UInt8(ascii: "}")) { return }
    }
  }

  /// Reads an array; the closure has to consume each element.
  mutating func readArray(_ body: (inout JSONCursor) throws(WireFailure) -> Void) throws(WireFailure) {
    try enter(UInt8(ascii: "["))
    if try leaves(UInt8(ascii: "]")) { return }
    while true {
      try body(&self)
      if try separates(UInt8(ascii: "]")) { return }
    }
  }

  /// Checks that nothing but space is left.
  mutating func finish() throws(WireFailure) {
    skipSpace()
    guard offset == bytes.count else { throw failure("there is text after the end") }
  }

  private mutating func enter(_ character: UInt8) throws(WireFailure) {
    skipSpace()
    guard offset < bytes.count, bytes[offset] == character else {
      throw failure("expected \(character == UInt8(ascii: "{") ? "an object" : "an array")")
    }
    guard depth < Self.deepest else { throw failure("values are nested too deep") }
    depth += 1
    offset += 1
  }

  private mutating func leaves(_ end: UInt8) throws(WireFailure) -> Bool {
    skipSpace()
    guard offset < bytes.count, bytes[offset] == end else { return false }
    offset += 1
    depth -= 1
    return true
  }

  private mutating func separates(_ end: UInt8) throws(WireFailure) -> Bool {
    if try leaves(end) { return true }
    guard offset < bytes.count else { throw failure("the text ends too soon") }
    guard bytes[offset] == UInt8(ascii: ",") else { throw failure("expected a comma") }
    offset += 1
    return false
  }

  private mutating func skipSpace() {
    while offset < bytes.count, bytes[offset] == 0x20 || (bytes[offset] >= 0x09 && bytes[offset] <= 0x0D) { offset += 1 }
  }

  // MARK: Scalars

  /// The words `true`, `false` and `null`, the last as nil.
  mutating func readLiteral() throws(WireFailure) -> Bool? {
    skipSpace()
    for (word, value) in [("true", true), ("false", false), ("null", nil)] as [(StaticString, Bool?)] {
      let end = offset + word.utf8CodeUnitCount
      guard end <= bytes.count, (offset..<end).allSatisfy({ bytes[$0] == word.utf8Start[$0 - offset] }) else { continue }
      offset = end
      return value
    }
    throw failure("unexpected word")
  }

  /// The text of a number.
  mutating func readNumber() throws(WireFailure) -> String {
    skipSpace()
    let start = offset
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "-") { offset += 1 }
    let first = offset
    guard skipDigits() else { throw failure("expected a digit") }
    if bytes[first] == UInt8(ascii: "0"), offset > first + 1 { throw failure("a number begins with 0") }
    if offset < bytes.count, bytes[offset] == UInt8(ascii: ".") {
      offset += 1
      guard skipDigits() else { throw failure("expected a digit") }
    }
    if offset < bytes.count, bytes[offset] | 0x20 == UInt8(ascii: "e") {
      offset += 1
      if offset < bytes.count, bytes[offset] == UInt8(ascii: "+") || bytes[offset] == UInt8(ascii: "-") { offset += 1 }
      guard skipDigits() else { throw failure("expected a digit") }
    }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  private mutating func skipDigits() -> Bool {
    let start = offset
    while offset < bytes.count, bytes[offset] >= 0x30, bytes[offset] <= 0x39 { offset += 1 }
    return offset > start
  }

  /// A string.
  mutating func readString() throws(WireFailure) -> String {
    let range = try scanString()
    return try text(range)
  }

  private mutating func readKey() throws(WireFailure) -> Token { try scanString() }

  /// The bytes of a string between its quotes, and whether it has escapes.
  struct Token {
    var range: Range<Int>
    var hasEscapes: Bool
  }

  private mutating func scanString() throws(WireFailure) -> Token {
    skipSpace()
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") else { throw failure("expected a string") }
    offset += 1
    let start = offset
    var hasEscapes = false
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: "\""):
        offset += 1
        return Token(range: start..<offset - 1, hasEscapes: hasEscapes)
      case UInt8(ascii: "\\"):
        hasEscapes = true
        offset += 2
      case 0..<0x20: throw failure("a string holds a control character")
      default: offset += 1
      }
    }
    throw failure("the text ends within a string")
  }

  /// The text of a string.
  func text(_ string: Token) throws(WireFailure) -> String {
    let result = string.hasEscapes ? try unescaped(string.range) : nil
    let text =
      if let result { String(validating: result, as: UTF8.self) } else { String(validating: bytes[string.range], as: UTF8.self) }
    guard let text else { throw failure("a string is not UTF-8") }
    return text
  }

  /// The bytes of a key, in place where it has no escapes.
  func withKey<Result>(_ key: Token, _ body: (UnsafeBufferPointer<UInt8>) -> Result) throws(WireFailure) -> Result {
    if key.hasEscapes { return try unescaped(key.range).withUnsafeBufferPointer(body) }
    return bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[key.range])) }
  }

  private func unescaped(_ range: Range<Int>) throws(WireFailure) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(range.count)
    var position = range.lowerBound
    while position < range.upperBound {
      let byte = bytes[position]
      position += 1
      guard byte == UInt8(ascii: "\\") else {
        result.append(byte)
        continue
      }
      guard position < range.upperBound else { throw failure("a string ends within an escape") }
      let escape = bytes[position]
      position += 1
      switch escape {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): result.append(escape)
      case UInt8(ascii: "b"): result.append(0x08)
      case UInt8(ascii: "f"): result.append(0x0C)
      case UInt8(ascii: "n"): result.append(0x0A)
      case UInt8(ascii: "r"): result.append(0x0D)
      case UInt8(ascii: "t"): result.append(0x09)
      case UInt8(ascii: "u"):
        var scalar = try codeUnit(&position, range.upperBound)
        if scalar & 0xFC00 == 0xD800, position + 1 < range.upperBound, bytes[position] == UInt8(ascii: "\\"),
          bytes[position + 1] == UInt8(ascii: "u")
        {
          position += 2
          let low = try codeUnit(&position, range.upperBound)
          guard low & 0xFC00 == 0xDC00 else { throw failure("half of a surrogate pair") }
          scalar = 0x10000 + (scalar & 0x3FF) << 10 + (low & 0x3FF)
        }
        guard let scalar = Unicode.Scalar(scalar) else { throw failure("half of a surrogate pair") }
        result += UTF8.encode(scalar).map(Array.init) ?? []
      default: throw failure("unknown escape")
      }
    }
    return result
  }

  private func codeUnit(_ position: inout Int, _ end: Int) throws(WireFailure) -> UInt32 {
    guard position + 4 <= end else { throw failure("a string ends within an escape") }
    var value: UInt32 = 0
    for byte in bytes[position..<position + 4] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { throw failure("expected a hexadecimal digit") }
      value = value << 4 | UInt32(digit)
    }
    position += 4
    return value
  }

  // MARK: Values without a model

  /// Passes over a value, whatever it is.
  mutating func skip() throws(WireFailure) {
    switch try peek() {
    case .object: try readObject { cursor, _ throws(WireFailure) in try cursor.skip() }
    case .array: try readArray { cursor throws(WireFailure) in try cursor.skip() }
    case .string: _ = try scanString()
    case .number: _ = try readNumber()
    case .literal: _ = try readLiteral()
    }
  }

  /// A value as it stands; integers that fit are integers, every other number is a double.
  mutating func readDocument() throws(WireFailure) -> AWSValue {
    switch try peek() {
    case .object:
      var entries: [String: AWSValue] = [:]
      try readObject { cursor, key throws(WireFailure) in entries[try cursor.text(key)] = try cursor.readDocument() }
      return .structure(entries)
    case .array:
      var elements: [AWSValue] = []
      try readArray { cursor throws(WireFailure) in elements.append(try cursor.readDocument()) }
      return .list(elements)
    case .string: return .string(try readString())
    case .number:
      let text = try readNumber()
      return Int(text).map { .integer($0) } ?? .double(Double(text) ?? .nan)
    case .literal: return try readLiteral().map { .bool($0) } ?? .null
    }
  }
}

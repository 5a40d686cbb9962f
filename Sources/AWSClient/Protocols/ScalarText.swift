/// Scalars as text, for every place but JSON.
enum ScalarText {
  /// The text of a scalar that fits its member; empty for what is none.
  ///
  /// - Parameter format: how timestamps are written where the member does not say.
  static func text(_ value: AWSValue, _ member: MemberModel, timestamps format: MemberModel.TimestampFormat) -> String {
    if member.isJSONValue { return String(decoding: JSONOutput.document(value), as: UTF8.self) }
    return switch value {
    case .bool(let value): value ? "true" : "false"
    case .integer(let value): String(value)
    case .double(let value): text(value)
    case .string(let value): value
    case .blob(let bytes): Base64.encode(bytes)
    case .timestamp(let seconds): WireTimestamp.text(seconds, member.timestampFormat ?? format)
    case .null, .list, .structure: ""
    }
  }

  /// The text of a number; Smithy writes what is none as `NaN`, `Infinity` and `-Infinity`.
  static func text(_ value: Double) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "-Infinity" : "Infinity" }
    return value.description
  }

  /// The value of a scalar's text in an answer; nil for the empty text of what is no string.
  static func value(_ text: String, _ member: MemberModel) throws(WireFailure) -> AWSValue? {
    let kind = member.shape.kind
    if kind == .string, !member.isJSONValue { return .string(text) }
    if kind == .blob {
      guard let bytes = Base64.decode(text.utf8) else { throw WireFailure("\(member.name) is not base64") }
      return .blob(bytes)
    }
    let trimmed = trimmed(text)
    if trimmed.isEmpty { return nil }
    switch kind {
    case .integer, .long:
      if let value = Int(trimmed) { return .integer(value) }
      if let value = Double(trimmed), let integer = Int(exactly: value) { return .integer(integer) }
    case .float, .double: if let value = number(trimmed) { return .double(value) }
    case .boolean:
      switch trimmed.lowercased() {
      case "true", "1": return .bool(true)
      case "false", "0": return .bool(false)
      default: break
      }
    case .timestamp: if let seconds = WireTimestamp.seconds(trimmed) { return .timestamp(seconds) }
    case .string, .document: return try JSONCursor.document(Array(trimmed.utf8))
    case .structure, .list, .map, .blob: break
    }
    throw WireFailure("\(member.name) is not \(kind): \(trimmed.prefix(40))")
  }

  /// The number of a text, with Smithy's names for what is none.
  static func number(_ text: String) -> Double? {
    switch text {
    case "NaN": .nan
    case "Infinity": .infinity
    case "-Infinity": -.infinity
    default: Double(text)
    }
  }

  /// The text without white space at its ends.
  static func trimmed(_ text: String) -> String {
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
    guard let first = text.utf8.first, let last = text.utf8.last, isSpace(first) || isSpace(last) else { return text }
    var bytes = Substring(text).utf8
    while let first = bytes.first, isSpace(first) { bytes.removeFirst() }
    while let last = bytes.last, isSpace(last) { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}

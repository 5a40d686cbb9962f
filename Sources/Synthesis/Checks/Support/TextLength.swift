import StrataModel

/// The least length that a document has as compact JSON, in UTF-8 bytes; what is not known yet counts nothing.
enum TextLength {
  /// - Parameter countsSpace: Whether spaces within texts count; IAM does not count them.
  static func least(of value: PropertyValue, countsSpace: Bool = true) -> Int {
    switch value {
    case .null: return 4
    case .bool(let value): return value ? 4 : 5
    case .integer(let value): return String(value).utf8.count
    case .number: return 1
    case .string(let text): return length(text, countsSpace) + 2
    case .array(let elements):
      return elements.reduce(max(2, elements.count + 1)) { $0 + least(of: $1, countsSpace: countsSpace) }
    case .object(let object):
      // A key with its quotes and colon, and a comma or brace.
      return object.fields.reduce(max(2, object.count + 1)) {
        $0 + length($1.key, countsSpace) + 3 + least(of: $1.value, countsSpace: countsSpace)
      }
    case .expression(let expression):
      switch expression.function {
      case .concatenate, .flatten: return expression.arguments.reduce(0) { $0 + max(0, least(of: $1, countsSpace: countsSpace) - 2) }
      case .json: return expression.arguments.first.map { least(of: $0, countsSpace: countsSpace) } ?? 0
      case .join, .split, .select, .base64, .lookup: return 0
      }
    case .reference, .secret: return 0
    }
  }

  /// The length of a policy, which is either a document or its text.
  static func least(ofPolicy value: PropertyValue, countsSpace: Bool) -> Int {
    if case .string(let text) = value { return length(text, countsSpace) }
    return least(of: value, countsSpace: countsSpace)
  }

  private static func length(_ text: String, _ countsSpace: Bool) -> Int {
    if countsSpace { return text.utf8.count }
    var text = text
    return text.withUTF8 { bytes in
      var count = 0
      for byte in bytes where byte != 0x20 && byte != 0x0a && byte != 0x09 && byte != 0x0d { count += 1 }
      return count
    }
  }
}

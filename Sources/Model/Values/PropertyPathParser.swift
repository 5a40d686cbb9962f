/// Reads the written form of a ``PropertyPath``.
struct PropertyPathParser {
  private let bytes: [UInt8]
  private var position = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  /// Whether a key cannot be written bare.
  static func needsQuotes(_ key: String) -> Bool {
    key.isEmpty || key.utf8.contains { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "\"") }
  }

  /// The components, or `nil` for text that is no path.
  mutating func parse() -> [PropertyPath.Component]? {
    var components: [PropertyPath.Component] = []
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "[") {
        guard let index = parseIndex() else { return nil }
        components.append(.index(index))
      } else {
        if !components.isEmpty {
          guard bytes[position] == UInt8(ascii: "."), position + 1 < bytes.count else { return nil }
          position += 1
        }
        guard let key = parseKey() else { return nil }
        components.append(.key(key))
      }
    }
    return components
  }

  private mutating func parseIndex() -> Int? {
    guard let end = bytes[position...].firstIndex(of: UInt8(ascii: "]")) else { return nil }
    defer { position = end + 1 }
    return Int(String(decoding: bytes[(position + 1)..<end], as: UTF8.self))
  }

  private mutating func parseKey() -> String? {
    if bytes[position] == UInt8(ascii: "\"") {
      guard let end = bytes[(position + 1)...].firstIndex(of: UInt8(ascii: "\"")) else { return nil }
      defer { position = end + 1 }
      return String(decoding: bytes[(position + 1)..<end], as: UTF8.self)
    }
    let end = bytes[position...].firstIndex { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "[") } ?? bytes.count
    guard end > position else { return nil }
    defer { position = end }
    return String(decoding: bytes[position..<end], as: UTF8.self)
  }
}

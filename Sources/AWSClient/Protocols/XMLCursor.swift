/// Reads the elements of an XML document once, from front to back; nothing is nested deeper than 256.
///
/// It reads what AWS's services write: elements, attributes, text, CDATA, comments, processing instructions and references to characters.
/// Names lose the prefix of their namespace. A document type is refused, and with it every entity but XML's five.
struct XMLCursor {
  /// An attribute of the element that was opened last.
  struct Attribute {
    /// The name with its prefix.
    var name: Range<Int>
    var value: String
  }

  private static let deepest = 256

  private let bytes: [UInt8]
  private var offset = 0
  /// The qualified names of the open elements.
  private var open: [Range<Int>] = []
  private var isEmptyElement = false
  private(set) var attributes: [Attribute] = []

  /// Opens the document's root.
  init(_ bytes: [UInt8]) throws(WireFailure) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
    while true {
      skipSpace()
      guard offset < bytes.count else { throw failure("there is no element") }
      guard bytes[offset] == UInt8(ascii: "<") else { throw failure("expected an element") }
      if try skipMarkup() { continue }
      try readStart()
      return
    }
  }

  func failure(_ message: String) -> WireFailure { WireFailure("\(message) at byte \(offset)") }

  // MARK: Names

  /// The name of the element that was opened last and not yet closed, without its prefix.
  var name: String { String(decoding: bytes[localName], as: UTF8.self) }

  func withName<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    let range = localName
    return bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  private var localName: Range<Int> {
    guard let name = open.last else { return 0..<0 }
    guard let colon = bytes[name].firstIndex(of: UInt8(ascii: ":")) else { return name }
    return colon + 1..<name.upperBound
  }

  // MARK: Elements

  /// Opens the next child of the open element; false at the element's end, which is consumed.
  mutating func nextChild() throws(WireFailure) -> Bool {
    if isEmptyElement {
      isEmptyElement = false
      open.removeLast()
      return false
    }
    while true {
      while offset < bytes.count, bytes[offset] != UInt8(ascii: "<") { offset += 1 }
      guard offset + 1 < bytes.count else { throw failure("the document ends too soon") }
      if bytes[offset + 1] == UInt8(ascii: "/") {
        try readEnd()
        return false
      }
      if try skipMarkup() { continue }
      try readStart()
      return true
    }
  }

  /// The text of the open element up to its end, which is consumed; elements within are passed over.
  mutating func readText() throws(WireFailure) -> String {
    var result: [UInt8] = []
    if isEmptyElement {
      _ = try nextChild()
      return ""
    }
    while true {
      let start = offset
      while offset < bytes.count, bytes[offset] != UInt8(ascii: "<") { offset += 1 }
      try Self.append(bytes[start..<offset], to: &result)
      guard offset + 1 < bytes.count else { throw failure("the document ends too soon") }
      if bytes[offset + 1] == UInt8(ascii: "/") {
        try readEnd()
        guard let text = String(validating: result, as: UTF8.self) else { throw failure("the text is not UTF-8") }
        return text
      }
      if let data = try readCharacterData() {
        result += bytes[data]
      } else if try !skipMarkup() {
        try readStart()
        try skip()
      }
    }
  }

  /// Passes over the open element up to its end, which is consumed.
  mutating func skip() throws(WireFailure) {
    let outside = open.count - 1
    while open.count > outside { _ = try nextChild() }
  }

  /// Checks that the root is closed and nothing but space and comments follows.
  mutating func finish() throws(WireFailure) {
    while !open.isEmpty { try skip() }
    while true {
      skipSpace()
      guard offset < bytes.count else { return }
      guard bytes[offset] == UInt8(ascii: "<"), try skipMarkup() else { throw failure("there is text after the end") }
    }
  }

  // MARK: Markup

  private mutating func readStart() throws(WireFailure) {
    guard open.count < Self.deepest else { throw failure("elements are nested too deep") }
    offset += 1
    let name = try readName()
    attributes.removeAll(keepingCapacity: true)
    while true {
      skipSpace()
      guard offset < bytes.count else { throw failure("the document ends within an element") }
      if bytes[offset] == UInt8(ascii: ">") {
        offset += 1
        break
      }
      if bytes[offset] == UInt8(ascii: "/") {
        guard offset + 1 < bytes.count, bytes[offset + 1] == UInt8(ascii: ">") else { throw failure("unexpected slash") }
        offset += 2
        isEmptyElement = true
        break
      }
      let attribute = try readName()
      skipSpace()
      guard offset < bytes.count, bytes[offset] == UInt8(ascii: "=") else { throw failure("expected an equals sign") }
      offset += 1
      skipSpace()
      guard offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") || bytes[offset] == UInt8(ascii: "'") else {
        throw failure("expected a quote")
      }
      let quote = bytes[offset]
      offset += 1
      let start = offset
      while offset < bytes.count, bytes[offset] != quote { offset += 1 }
      guard offset < bytes.count else { throw failure("the document ends within an attribute") }
      var value: [UInt8] = []
      try Self.append(bytes[start..<offset], to: &value)
      offset += 1
      attributes.append(Attribute(name: attribute, value: String(decoding: value, as: UTF8.self)))
    }
    open.append(name)
  }

  private mutating func readEnd() throws(WireFailure) {
    offset += 2
    let name = try readName()
    skipSpace()
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: ">") else { throw failure("expected the end of a tag") }
    guard let expected = open.last, bytes[expected] == bytes[name] else { throw failure("an element ends that is not open") }
    offset += 1
    open.removeLast()
  }

  private mutating func readName() throws(WireFailure) -> Range<Int> {
    let start = offset
    loop: while offset < bytes.count {
      switch bytes[offset] {
      case 0...0x20, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "/"), UInt8(ascii: "="), UInt8(ascii: "\""), UInt8(ascii: "'"),
        UInt8(ascii: "&"):
        break loop
      default: offset += 1
      }
    }
    guard offset > start else { throw failure("expected a name") }
    return start..<offset
  }

  /// Passes over a comment, a processing instruction or character data; false if something else begins.
  private mutating func skipMarkup() throws(WireFailure) -> Bool {
    if starts(with: "<!--") {
      try skip(to: "-->")
    } else if starts(with: "<?") {
      try skip(to: "?>")
    } else if starts(with: "<![CDATA[") {
      guard !open.isEmpty else { throw failure("text outside of the root") }
      try skip(to: "]]>")
    } else if starts(with: "<!") {
      throw failure("a document type is not accepted")
    } else {
      return false
    }
    return true
  }

  private mutating func readCharacterData() throws(WireFailure) -> Range<Int>? {
    guard starts(with: "<![CDATA[") else { return nil }
    let start = offset + 9
    try skip(to: "]]>")
    return start..<offset - 3
  }

  private func starts(with text: StaticString) -> Bool {
    let end = offset + text.utf8CodeUnitCount
    return end <= bytes.count && (offset..<end).allSatisfy { bytes[$0] == text.utf8Start[$0 - offset] }
  }

  private mutating func skip(to end: StaticString) throws(WireFailure) {
    // Past the opening, so that `<!-->` does not end where it begins.
    offset += starts(with: "<![CDATA[") ? 9 : starts(with: "<!--") ? 4 : 2
    while offset < bytes.count, !starts(with: end) { offset += 1 }
    guard offset < bytes.count else { throw failure("the document ends too soon") }
    offset += end.utf8CodeUnitCount
  }

  private mutating func skipSpace() {
    while offset < bytes.count, bytes[offset] == 0x20 || (bytes[offset] >= 0x09 && bytes[offset] <= 0x0D) { offset += 1 }
  }

  /// Appends text with its references resolved.
  private static func append(_ text: ArraySlice<UInt8>, to result: inout [UInt8]) throws(WireFailure) {
    var rest = text
    while let start = rest.firstIndex(of: UInt8(ascii: "&")) {
      result += rest[..<start]
      guard let end = rest[start...].prefix(16).firstIndex(of: UInt8(ascii: ";")) else { throw WireFailure("a reference does not end") }
      let name = String(decoding: rest[(start + 1)..<end], as: UTF8.self)
      switch name {
      case "amp": result.append(UInt8(ascii: "&"))
      case "lt": result.append(UInt8(ascii: "<"))
      case "gt": result.append(UInt8(ascii: ">"))
      case "quot": result.append(UInt8(ascii: "\""))
      case "apos": result.append(UInt8(ascii: "'"))
      default:
        let number = name.hasPrefix("#x") ? UInt32(name.dropFirst(2), radix: 16) : name.hasPrefix("#") ? UInt32(name.dropFirst()) : nil
        guard let number, let scalar = Unicode.Scalar(number) else { throw WireFailure("unknown entity \(name)") }
        result += UTF8.encode(scalar).map(Array.init) ?? []
      }
      rest = rest[(end + 1)...]
    }
    result += rest
  }
}

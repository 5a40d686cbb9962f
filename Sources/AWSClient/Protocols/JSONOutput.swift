/// Writes values as JSON, by the model or as they are.
struct JSONOutput {
  private(set) var bytes: [UInt8] = []

  private static let digits = Array("0123456789abcdef".utf8)

  /// The JSON of a value that no model describes.
  static func document(_ value: AWSValue) -> [UInt8] {
    var output = JSONOutput()
    output.write(document: value)
    return output.bytes
  }

  /// The JSON of a value that fits its member.
  ///
  /// - Parameter bodyOnly: whether members of a structure that go elsewhere in the message are left out.
  static func value(_ value: AWSValue, _ member: MemberModel, bodyOnly: Bool = false) -> [UInt8] {
    var output = JSONOutput()
    output.write(value, member, bodyOnly: bodyOnly)
    return output.bytes
  }

  private mutating func write(_ value: AWSValue, _ member: MemberModel, bodyOnly: Bool = false) {
    let shape = member.shape
    switch value {
    case .structure(let fields) where shape.kind == .structure:
      bytes.append(UInt8(ascii: "{"))
      var isFirst = true
      for index in 0..<shape.memberCount {
        let member = shape.member(at: index)
        guard !bodyOnly || member.location == .body, let field = fields[member.name] else { continue }
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        isFirst = false
        bytes.append(UInt8(ascii: "\""))
        bytes.append(contentsOf: member.inputText.utf8)
        bytes += [UInt8(ascii: "\""), UInt8(ascii: ":")]
        write(field, member)
      }
      bytes.append(UInt8(ascii: "}"))
    case .structure(let entries) where shape.kind == .map:
      guard let element = shape.value else { return }
      writeEntries(entries) { output, value in output.write(value, element) }
    case .list(let elements) where shape.kind == .list:
      guard let element = shape.element else { return }
      writeElements(elements) { output, value in output.write(value, element) }
    case .timestamp(let seconds):
      let format = member.timestampFormat ?? .unixTimestamp
      let text = WireTimestamp.text(seconds, format)
      if format == .unixTimestamp { bytes += text.utf8 } else { write(text) }
    case _ where member.isJSONValue: write(String(decoding: Self.document(value), as: UTF8.self))
    default: write(document: value)
    }
  }

  private mutating func write(document value: AWSValue) {
    switch value {
    case .null: bytes += "null".utf8
    case .bool(let value): bytes += (value ? "true" : "false").utf8
    case .integer(let value): bytes += String(value).utf8
    case .double(let value):
      // JSON has no name for what is no number; Smithy makes it a string.
      if value.isFinite { bytes += value.description.utf8 } else { write(ScalarText.text(value)) }
    case .string(let text): write(text)
    case .blob(let blob): write(Base64.encode(blob))
    case .timestamp(let seconds):
      if WireTimestamp.range.contains(seconds) {
        bytes += WireTimestamp.text(seconds, .unixTimestamp).utf8
      } else {
        write(document: .double(seconds))
      }
    case .list(let elements): writeElements(elements) { output, value in output.write(document: value) }
    case .structure(let entries): writeEntries(entries) { output, value in output.write(document: value) }
    }
  }

  private mutating func writeElements(_ elements: [AWSValue], _ body: (inout JSONOutput, AWSValue) -> Void) {
    bytes.append(UInt8(ascii: "["))
    for (index, element) in elements.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      body(&self, element)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  /// In the order of the keys, so that equal values give equal bytes.
  private mutating func writeEntries(_ entries: [String: AWSValue], _ body: (inout JSONOutput, AWSValue) -> Void) {
    bytes.append(UInt8(ascii: "{"))
    for (index, entry) in entries.sorted(by: { $0.key < $1.key }).enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      write(entry.key)
      bytes.append(UInt8(ascii: ":"))
      body(&self, entry.value)
    }
    bytes.append(UInt8(ascii: "}"))
  }

  private mutating func write(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 0x0A: bytes += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
      case 0x0D: bytes += [UInt8(ascii: "\\"), UInt8(ascii: "r")]
      case 0x09: bytes += [UInt8(ascii: "\\"), UInt8(ascii: "t")]
      case 0..<0x20: bytes += "\\u00".utf8 + [Self.digits[Int(byte >> 4)], Self.digits[Int(byte & 15)]]
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}

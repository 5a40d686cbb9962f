/// Writes values as JSON: keys ascending, no spaces, the same text on every run.
///
/// What JSON does not know is written as an object with one marker key: `{"$ref":["address","Attribute"]}`, `{"$fn":["join",…]}`,
/// `{"$secret":["kind","name"]}`. A key of the user's own that starts with `$` gets a second one, so no document can be mistaken for a marker.
public struct JSONWriter {
  /// The UTF-8 of what was written so far.
  public private(set) var bytes: [UInt8] = []

  private let indentation: Int?
  private let escapesMarkers: Bool
  private var depth = 0

  /// Creates a writer; with an indentation each field and element stands on its own line.
  public init(indentation: Int? = nil) { self.init(indentation: indentation, escapesMarkers: true) }

  private init(indentation: Int?, escapesMarkers: Bool) {
    self.indentation = indentation
    self.escapesMarkers = escapesMarkers
  }

  /// The text written so far.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The compact text of a value.
  public static func text(of value: PropertyValue) -> String {
    var writer = JSONWriter()
    writer.write(value)
    return writer.text
  }

  /// The compact text of a value for others than Strata, in which `$` has no meaning: what services take as JSON.
  public static func plainText(of value: PropertyValue) -> String {
    var writer = JSONWriter(indentation: nil, escapesMarkers: false)
    writer.write(value)
    return writer.text
  }

  /// The indented text of a value, with a final line break.
  public static func prettyText(of value: PropertyValue) -> String {
    var writer = JSONWriter(indentation: 2)
    writer.write(value)
    writer.append("\n")
    return writer.text
  }

  /// The indented text of a value for others than Strata, in which `$` has no meaning, with a final line break.
  public static func plainPrettyText(of value: PropertyValue) -> String {
    var writer = JSONWriter(indentation: 2, escapesMarkers: false)
    writer.write(value)
    writer.append("\n")
    return writer.text
  }

  /// The shortest text that reads back as the same number; whole numbers are written without a fraction.
  public static func text(of number: Double) -> String {
    guard number.isFinite else { return "null" }
    if number == number.rounded(), abs(number) < 9_007_199_254_740_992 { return String(Int(number)) }
    return "\(number)"
  }

  /// Appends a text as it is, such as a line break between values.
  public mutating func append(_ text: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Appends a value.
  public mutating func write(_ value: PropertyValue) {
    switch value {
    case .null: append("null")
    case .bool(let flag): append(flag ? "true" : "false")
    case .integer(let number): bytes.append(contentsOf: String(number).utf8)
    case .number(let number): bytes.append(contentsOf: Self.text(of: number).utf8)
    case .string(let string): write(string: string)
    case .array(let elements): write(elements: elements)
    case .object(let object): write(object)
    case .reference(let reference):
      append("{\"$ref\":[")
      write(string: reference.address.path)
      append(",")
      write(string: reference.attribute)
      append("]}")
    case .expression(let expression):
      append("{\"$fn\":[")
      write(string: expression.function.rawValue)
      for argument in expression.arguments {
        append(",")
        write(argument)
      }
      append("]}")
    case .secret(let source): write(source)
    }
  }

  private mutating func write(_ source: SecretSource) {
    append("{\"$secret\":[")
    write(string: source.kind.rawValue)
    append(",")
    if let reference = source.reference {
      write(string: reference.address.path)
      append(",")
      write(string: reference.attribute)
    } else {
      write(string: source.name)
    }
    append("]}")
  }

  private mutating func write(elements: [PropertyValue]) {
    guard !elements.isEmpty else { return append("[]") }
    append("[")
    depth += 1
    var isFirst = true
    for element in elements {
      separate(isFirst)
      isFirst = false
      write(element)
    }
    depth -= 1
    closeLine()
    append("]")
  }

  private mutating func write(_ object: PropertyObject) {
    guard !object.isEmpty else { return append("{}") }
    append("{")
    depth += 1
    var isFirst = true
    for field in object.fields {
      separate(isFirst)
      isFirst = false
      if escapesMarkers, field.key.utf8.first == UInt8(ascii: "$") {
        write(string: "$" + field.key)
      } else {
        write(string: field.key)
      }
      if indentation == nil { append(":") } else { append(": ") }
      write(field.value)
    }
    depth -= 1
    closeLine()
    append("}")
  }

  private mutating func separate(_ isFirst: Bool) {
    if !isFirst { append(",") }
    closeLine()
  }

  private mutating func closeLine() {
    guard let indentation else { return }
    append("\n")
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indentation * depth))
  }

  private mutating func write(string: String) {
    bytes.append(UInt8(ascii: "\""))
    let isWritten: Void? = string.utf8.withContiguousStorageIfAvailable { write(content: $0) }
    if isWritten == nil { Array(string.utf8).withUnsafeBufferPointer { write(content: $0) } }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Appends what stands between quotes: runs of plain bytes as they are, the others escaped (RFC 8259, section 7).
  private mutating func write(content: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for index in content.indices where Self.needsEscape(content[index]) {
      bytes.append(contentsOf: content[start..<index])
      start = index + 1
      switch content[index] {
      case UInt8(ascii: "\""): append("\\\"")
      case UInt8(ascii: "\\"): append("\\\\")
      case UInt8(ascii: "\n"): append("\\n")
      case UInt8(ascii: "\r"): append("\\r")
      case UInt8(ascii: "\t"): append("\\t")
      case let byte:
        append("\\u00")
        for digit in [byte >> 4, byte & 15] { bytes.append(digit < 10 ? 48 + digit : 87 + digit) }
      }
    }
    bytes.append(contentsOf: content[start...])
  }

  private static func needsEscape(_ byte: UInt8) -> Bool { byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") }
}

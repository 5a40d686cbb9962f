/// Writes values as JSON: keys ascending, no spaces, the same text on every run.
///
/// What JSON does not know is written as an object with one marker key: `{"$ref":["address","Attribute"]}`, `{"$fn":["join",…]}`,
/// `{"$secret":["kind","name"]}`. A key of the user's own that starts with `$` gets a second one, so no document can be mistaken for a marker.
public struct JSONWriter {
  /// The text written so far.
  public private(set) var text = ""

  private let indentation: Int?
  private let escapesMarkers: Bool
  private var depth = 0

  /// Creates a writer; with an indentation each field and element stands on its own line.
  public init(indentation: Int? = nil) { self.init(indentation: indentation, escapesMarkers: true) }

  private init(indentation: Int?, escapesMarkers: Bool) {
    self.indentation = indentation
    self.escapesMarkers = escapesMarkers
  }

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
    return writer.text + "\n"
  }

  /// The shortest text that reads back as the same number; whole numbers are written without a fraction.
  public static func text(of number: Double) -> String {
    guard number.isFinite else { return "null" }
    if number == number.rounded(), abs(number) < 9_007_199_254_740_992 { return String(Int(number)) }
    return "\(number)"
  }

  /// Appends a value.
  public mutating func write(_ value: PropertyValue) {
    switch value {
    case .null: text += "null"
    case .bool(let flag): text += flag ? "true" : "false"
    case .integer(let number): text += String(number)
    case .number(let number): text += Self.text(of: number)
    case .string(let string): write(string: string)
    case .array(let elements): write(elements: elements)
    case .object(let object): write(object)
    case .reference(let reference):
      text += "{\"$ref\":["
      write(string: reference.address.path)
      text += ","
      write(string: reference.attribute)
      text += "]}"
    case .expression(let expression):
      text += "{\"$fn\":["
      write(string: expression.function.rawValue)
      for argument in expression.arguments {
        text += ","
        write(argument)
      }
      text += "]}"
    case .secret(let source):
      text += "{\"$secret\":["
      write(string: source.kind.rawValue)
      if let reference = source.reference {
        text += ","
        write(string: reference.address.path)
        text += ","
        write(string: reference.attribute)
      } else {
        text += ","
        write(string: source.name)
      }
      text += "]}"
    }
  }

  private mutating func write(elements: [PropertyValue]) {
    guard !elements.isEmpty else {
      text += "[]"
      return
    }
    text += "["
    depth += 1
    var isFirst = true
    for element in elements {
      separate(isFirst)
      isFirst = false
      write(element)
    }
    depth -= 1
    closeLine()
    text += "]"
  }

  private mutating func write(_ object: PropertyObject) {
    guard !object.isEmpty else {
      text += "{}"
      return
    }
    text += "{"
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
      text += indentation == nil ? ":" : ": "
      write(field.value)
    }
    depth -= 1
    closeLine()
    text += "}"
  }

  private mutating func separate(_ isFirst: Bool) {
    if !isFirst { text += "," }
    closeLine()
  }

  private mutating func closeLine() {
    guard let indentation else { return }
    text += "\n"
    text += String(repeating: " ", count: indentation * depth)
  }

  private mutating func write(string: String) {
    text += "\""
    if Self.isPlain(string) {
      text += string
    } else {
      for scalar in string.unicodeScalars { text += Self.escaped(scalar) }
    }
    text += "\""
  }

  /// Whether a string can stand between quotes as it is.
  private static func isPlain(_ string: String) -> Bool {
    let answer = string.utf8.withContiguousStorageIfAvailable { bytes in
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return false }
        index &+= 1
      }
      return true
    }
    return answer ?? false
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\"": "\\\""
    case "\\": "\\\\"
    case "\n": "\\n"
    case "\r": "\\r"
    case "\t": "\\t"
    case _ where scalar.value < 0x20:
      "\\u" + String(repeating: "0", count: 4 - String(scalar.value, radix: 16).count) + String(scalar.value, radix: 16)
    default: String(scalar)
    }
  }
}

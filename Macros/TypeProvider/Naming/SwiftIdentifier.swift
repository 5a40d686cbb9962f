/// Swift's own words, and how generated code stays clear of them.
public enum SwiftIdentifier {
  /// Words that need backticks as the name of a parameter or member.
  private static let keywords: Set<String> = [
    "Any", "Protocol", "Self", "Type", "as", "associatedtype", "break", "case", "catch", "class", "continue", "default", "defer", "deinit",
    "do", "else", "enum", "extension", "fallthrough", "false", "fileprivate", "for", "func", "guard", "if", "import", "in", "init", "inout",
    "internal", "is", "let", "nil", "operator", "precedencegroup", "private", "protocol", "public", "repeat", "rethrows", "return", "self",
    "static", "struct", "subscript", "super", "switch", "throw", "throws", "true", "try", "typealias", "var", "where", "while",
  ]

  /// Type names that nested types must not hide, because generated code or its readers mean Swift's own.
  private static let reservedTypes: Set<String> = [
    "Any", "Array", "Bool", "Dictionary", "Document", "Double", "Error", "Input", "Int", "Never", "Number", "Optional", "Protocol",
    "Reference", "Ref", "Resource", "Self", "Shape", "String", "StringEnum", "Swift", "Tags", "Target", "Type", "Value", "Void",
    "StrataAWS",
    "StrataLanguage",
  ]

  /// The name as it stands in a declaration or use.
  public static func escaped(_ name: String) -> String { keywords.contains(name) ? "`\(name)`" : name }

  /// The name of a nested type for a definition or property name.
  static func typeName(_ name: String) -> String {
    var bytes = name.utf8.map { NameWords.isWordByte($0) || $0 == UInt8(ascii: "_") ? $0 : UInt8(ascii: "_") }
    if let first = bytes.first {
      if NameWords.isLower(first) { bytes[0] = first - 32 }
      if NameWords.isDigit(first) { bytes.insert(UInt8(ascii: "_"), at: 0) }
    }
    let result = String(decoding: bytes, as: UTF8.self)
    return result.isEmpty || reservedTypes.contains(result) ? result + "Shape" : result
  }

  /// A string literal with a text, in raw form where the text needs it.
  public static func literal(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") || $0 < 0x20 }) else { return "\"\(text)\"" }
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20: result += "\\u{" + String(scalar.value, radix: 16) + "}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

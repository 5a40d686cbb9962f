/// Text in XML 1.0.
package enum XMLText {
  /// A text for an element or a double-quoted attribute; characters that XML 1.0 does not have become `U+FFFD`.
  ///
  /// Line ends and tabs are references, because a reader turns them into spaces in attributes, and carriage returns into line feeds anywhere.
  /// Source: "Extensible Markup Language (XML) 1.0", 2.2 "Characters", 2.11 "End-of-Line Handling" and 3.3.3 "Attribute-Value Normalization".
  package static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n": result += "&#10;"
      case "\t": result += "&#9;"
      case "\r": result += "&#13;"
      default:
        let isAllowed = scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
        result.unicodeScalars.append(isAllowed ? scalar : "\u{FFFD}")
      }
    }
    return result
  }
}

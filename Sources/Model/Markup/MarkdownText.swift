/// Text in Markdown.
package enum MarkdownText {
  /// Text on one line in which no character is markup.
  ///
  /// Source: the CommonMark specification, "Backslash escapes" and "Entity and numeric character references".
  package static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "#", "|": result += "\\\(character)"
      case "&": result += "&amp;"
      case "\n", "\r", "\r\n": result += " "
      default: result.append(character)
      }
    }
    return result
  }

  /// Markdown for a table's cell: without what would end the cell or its row.
  ///
  /// Source: the GitHub Flavored Markdown specification, "Tables (extension)".
  package static func cell(_ markdown: String) -> String {
    var result = ""
    var isEscaped = false
    for character in markdown {
      switch character {
      case "|" where !isEscaped: result += "\\|"
      case "\n", "\r", "\r\n": result += " "
      default: result.append(character)
      }
      isEscaped = character == "\\" && !isEscaped
    }
    return result
  }
}

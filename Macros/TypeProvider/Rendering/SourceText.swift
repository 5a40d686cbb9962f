/// Swift text while it is written, one line after another.
///
/// Generated text is not indented: nobody reads it but the compiler, and an expansion is formatted when it is shown.
struct SourceText {
  private(set) var text = ""

  mutating func line(_ parts: String...) {
    for part in parts { text += part }
    text += "\n"
  }

  mutating func append(_ part: String) { text += part }

  /// A documentation comment; line breaks within a paragraph become spaces.
  mutating func documentation(_ paragraphs: [String]) {
    var isFirst = true
    for paragraph in paragraphs where !paragraph.isEmpty {
      if !isFirst { text += "///\n" }
      isFirst = false
      text += "/// "
      for scalar in paragraph.unicodeScalars {
        if scalar == "\n" || scalar == "\r" { text += "\n/// " } else { text.unicodeScalars.append(scalar) }
      }
      text += "\n"
    }
  }
}

import StrataModel

/// The colours of a terminal, or none of them.
struct TextStyle: Sendable, Hashable {
  /// Whether escape sequences are written.
  var isColored: Bool

  /// No escape sequences: for files, pipes and `NO_COLOR`.
  static let plain = TextStyle(isColored: false)

  /// ANSI colours by what they mean.
  enum Meaning: String, Sendable {
    case create = "32"
    case update = "33"
    case replace = "35"
    case delete = "31"
    case error = "1;31"
    case warning = "1;33"
    case strong = "1"
    case faint = "2"
  }

  /// A text in the colour of its meaning.
  func callAsFunction(_ text: String, _ meaning: Meaning) -> String {
    isColored ? "\u{1B}[\(meaning.rawValue)m\(text)\u{1B}[0m" : text
  }
}

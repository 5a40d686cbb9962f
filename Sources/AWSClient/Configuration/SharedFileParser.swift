/// Reads the text of `~/.aws/config` or `~/.aws/credentials`.
///
/// Source: "Configuration and credential file settings",
/// <https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html>. Comments begin a line with `#` or `;`, or follow a value after space.
struct SharedFileParser {
  /// A section in the order of the file.
  struct Section: Sendable, Hashable {
    /// The text between the brackets, its words separated by single spaces and without quotes.
    var title: String
    var line: Int
    var settings: [String: Setting] = [:]
  }

  private let file: String
  private var sections: [Section] = []
  /// The setting that indented lines belong to.
  private var parent: String?

  private init(file: String) { self.file = file }

  /// The sections of a file.
  ///
  /// - Throws: ``ConfigurationError`` with the line that cannot be understood.
  static func sections(of text: String, file: String) throws(ConfigurationError) -> [Section] {
    var parser = SharedFileParser(file: file)
    var number = 0
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      number += 1
      try parser.read(line, number)
    }
    return parser.sections
  }

  private mutating func read(_ line: Substring, _ number: Int) throws(ConfigurationError) {
    let content = Self.trimmed(line)
    guard let first = content.first, first != "#", first != ";" else { return }
    if line.first?.isWhitespace == true, !sections.isEmpty {
      try readIndented(content, number)
    } else if first == "[" {
      try readTitle(content, number)
    } else {
      let (key, value) = try Self.pair(content, file, number)
      guard !sections.isEmpty else {
        throw ConfigurationError("'\(key)' stands before the first section; write [default] above it", source: file, line: number)
      }
      sections[sections.count - 1].settings[key] = Setting(value: value, file: file, line: number)
      parent = key
    }
  }

  private mutating func readTitle(_ content: Substring, _ number: Int) throws(ConfigurationError) {
    guard let end = content.firstIndex(of: "]") else {
      throw ConfigurationError("the title of a section lacks its ']'", source: file, line: number)
    }
    let rest = Self.trimmed(content[content.index(after: end)...])
    guard rest.isEmpty || rest.hasPrefix("#") || rest.hasPrefix(";") else {
      throw ConfigurationError("'\(rest)' follows the title of a section", source: file, line: number)
    }
    let words = content[content.index(after: content.startIndex)..<end].split(whereSeparator: \.isWhitespace)
    let title = words.joined(separator: " ").filter { $0 != "\"" && $0 != "'" }
    guard !title.isEmpty else { throw ConfigurationError("the title of a section is empty", source: file, line: number) }
    sections.append(Section(title: title, line: number))
    parent = nil
  }

  private mutating func readIndented(_ content: Substring, _ number: Int) throws(ConfigurationError) {
    guard let parent, var setting = sections[sections.count - 1].settings[parent] else {
      throw ConfigurationError("this line is indented and belongs to no setting; remove the space before it", source: file, line: number)
    }
    if setting.value.isEmpty {
      let (key, value) = try Self.pair(content, file, number)
      setting.nested[key] = Setting(value: value, file: file, line: number)
    } else {
      setting.value += "\n" + Self.withoutComment(content)
    }
    sections[sections.count - 1].settings[parent] = setting
  }

  private static func pair(_ content: Substring, _ file: String, _ number: Int) throws(ConfigurationError) -> (String, String) {
    guard let equals = content.firstIndex(of: "=") else {
      // The line is not repeated: it may be a secret.
      throw ConfigurationError("a setting is written 'name = value', and this line has no '='", source: file, line: number)
    }
    let key = trimmed(content[..<equals]).lowercased()
    guard !key.isEmpty else { throw ConfigurationError("a setting has no name before its '='", source: file, line: number) }
    return (key, withoutComment(trimmed(content[content.index(after: equals)...])))
  }

  private static func withoutComment(_ value: Substring) -> String {
    var previous: Character = " "
    for index in value.indices {
      let character = value[index]
      if character == "#" || character == ";", previous.isWhitespace { return String(trimmed(value[..<index])) }
      previous = character
    }
    return String(trimmed(value))
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text = text.dropLast() }
    return text
  }
}

/// The calls of `swift run deploy` in a text of the shell.
enum CommandLineText {
  private static let command = ["swift", "run", "deploy"]

  /// The arguments of each call in a line; a call ends at a pipe, a redirection or another command.
  static func calls(in line: String) -> [[String]] {
    var calls: [[String]] = []
    for words in commands(in: line) {
      guard let start = words.indices.first(where: { Array(words[$0...].prefix(3)) == command }) else { continue }
      // Before it may stand variables of the environment, and nothing else.
      guard words[..<start].allSatisfy({ $0.contains("=") }) else { continue }
      calls.append(Array(words[(start + 3)...]))
    }
    return calls
  }

  /// The words of each command of a line, without quotes, redirections and comments.
  private static func commands(in line: String) -> [[String]] {
    var commands: [[String]] = [[]]
    var word: String?
    var quote: Character?
    var isTarget = false
    func end() {
      if let word, !isTarget { commands[commands.count - 1].append(word) }
      if word != nil { isTarget = false }
      word = nil
    }
    for character in line {
      if let open = quote {
        if character == open { quote = nil } else { word = (word ?? "") + String(character) }
      } else if character == "'" || character == "\"" {
        quote = character
        word = word ?? ""
      } else if character == "#", word == nil {
        break
      } else if character == " " {
        end()
      } else if character == ">" || character == "<" {
        end()
        isTarget = true
      } else if "|;&".contains(character) {
        end()
        commands.append([])
      } else {
        word = (word ?? "") + String(character)
      }
    }
    end()
    return commands
  }
}

import Foundation
import Testing

/// A page of the guides: what stands in fences and in code spans.
struct GuidePage: Sendable, CustomTestStringConvertible {
  /// A fenced block.
  struct Block: Sendable {
    /// What follows the opening fence: `swift`, `sh`.
    let language: String
    let lines: [String]
    /// The line of the opening fence, from 1.
    let line: Int
  }

  /// The path in the repository.
  let path: String
  let text: String
  let blocks: [Block]
  /// The text outside of fences, with the number of each line.
  let prose: [(line: Int, text: String)]

  var testDescription: String { path }

  /// Takes a page apart.
  init(path: String, text: String) {
    self.path = path
    self.text = text
    var blocks: [Block] = []
    var prose: [(line: Int, text: String)] = []
    var open: (language: String, lines: [String], line: Int)?
    for (index, line) in text.components(separatedBy: "\n").enumerated() {
      if line.hasPrefix("```") {
        if let block = open {
          blocks.append(Block(language: block.language, lines: block.lines, line: block.line))
          open = nil
        } else {
          open = (line.dropFirst(3).trimmingCharacters(in: .whitespaces), [], index + 1)
        }
      } else if open != nil {
        open?.lines.append(line)
      } else {
        prose.append((index + 1, line))
      }
    }
    // A fence that nobody closes would hide what follows from every check.
    if let open { blocks.append(Block(language: "unclosed", lines: open.lines, line: open.line)) }
    self.blocks = blocks
    self.prose = prose
  }

  /// The code spans of the prose.
  var spans: [(line: Int, text: String)] {
    prose.flatMap { line, text in
      text.split(separator: "`", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 1 }
        .map { (line, String($0.element)) }
    }
  }
}

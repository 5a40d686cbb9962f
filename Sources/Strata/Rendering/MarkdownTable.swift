import StrataModel

/// A table of GitHub Flavored Markdown.
struct MarkdownTable: Sendable {
  enum Alignment: Sendable {
    case left
    case right
  }

  private var head: [String]
  private var alignments: [Alignment]
  private var rows: [[String]]

  /// Creates a table; cells are Markdown themselves.
  init(_ head: [String], aligned alignments: [Alignment], _ rows: [[String]]) {
    self.head = head
    self.alignments = alignments
    self.rows = rows
  }

  var text: String {
    var lines = [Self.line(head)]
    lines.append("|" + alignments.map { $0 == .right ? " ---: |" : " --- |" }.joined())
    lines += rows.map(Self.line)
    return lines.joined(separator: "\n") + "\n"
  }

  private static func line(_ cells: [String]) -> String { "|" + cells.map { " \(MarkdownText.cell($0)) |" }.joined() }
}

/// A part of Markdown that is folded until somebody opens it, as GitHub and GitLab show it.
struct MarkdownSection: Sendable {
  private var title: String
  private var body: String
  private var isOpen: Bool

  /// Creates a section; the title is plain text, the body Markdown.
  init(_ title: String, _ body: String, isOpen: Bool = false) {
    self.title = title
    self.body = body
    self.isOpen = isOpen
  }

  var text: String {
    "<details\(isOpen ? " open" : "")><summary>\(XMLText.escaped(title))</summary>\n\n\(body)\n</details>\n"
  }
}

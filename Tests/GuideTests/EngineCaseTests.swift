import Testing

@Suite("The table of engine cases")
struct EngineCaseTests {
  private static let path = "Documentation/EngineCases.md"

  /// A case: its number, and what the table says of it.
  struct Row: CustomTestStringConvertible {
    var number: Int
    var answer: String
    var testDescription: String { "case \(number)" }

    /// The tests that the row names: quoted sentences.
    ///
    /// Quoted words are something else, such as an invariant of the simulation.
    var tests: [String] { parts { !$0.isMultiple(of: 2) }.filter { $0.contains(" ") } }
    /// What stands between the quotations.
    var sentences: String { parts { $0.isMultiple(of: 2) }.joined() }

    private func parts(_ isMeant: (Int) -> Bool) -> [String] {
      answer.split(separator: "\"", omittingEmptySubsequences: false).enumerated().filter { isMeant($0.offset) }.map { String($0.element) }
    }
  }

  private static func rows() throws -> [Row] {
    try Repository.text(path).split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|", maxSplits: 2).map { $0.trimmingPrefix(" ") }
      guard cells.count == 3, let number = cells[0].split(separator: " ").first.flatMap({ Int($0) }) else { return nil }
      return Row(number: number, answer: String(cells[2]))
    }
  }

  @Test("All cases stand there, each once")
  func complete() throws { #expect(try Self.rows().map(\.number) == Array(1...72)) }

  @Test("Every test that a case names exists, and no case is left open", arguments: try rows())
  func answered(_ row: Row) throws {
    let sources = try Self.sources.get()
    for name in row.tests { #expect(sources.contains { $0.contains("(\"\(name)\"") }, "there is no test \"\(name)\"") }
    #expect(!row.sentences.lowercased().split { !$0.isLetter }.contains("open"))
    #expect(!row.tests.isEmpty || row.sentences.contains("annot occur") || row.sentences.contains("simulation"))
  }

  private static let sources = Result { try Repository.paths(under: "Tests", suffix: ".swift").map { try Repository.text($0) } }
}

import Foundation
import Strata
import StrataModel
import StrataTesting
import Testing

@testable import deploy

@Suite("Requirements of the source documents")
struct RequirementTests {
  @Test("The counts at the top are those of the tables, and of all together")
  func counts() throws {
    let page = try RequirementsPage()
    var all = RequirementsPage.Counts()
    for part in page.parts {
      var found = RequirementsPage.Counts(rows: part.rows.count)
      for row in part.rows {
        switch row.status {
        case "met": found.met += 1
        case "refused": found.refused += 1
        case "open": found.open += 1
        default: Issue.record("\(RequirementsPage.path):\(row.line): '\(row.status)' is no status")
        }
      }
      #expect(page.counts[part.name] == found, "\(part.name)")
      all.rows += found.rows
      all.met += found.met
      all.refused += found.refused
      all.open += found.open
    }
    #expect(page.counts["all"] == all)
    #expect(page.counts.count == page.parts.count + 1)
  }

  @Test("Every requirement stands there once, in its order, and none is left out")
  func complete() throws {
    let documents = [19, 18, 20, 64, 41].enumerated().flatMap { document, rows in (1...rows).map { "\(document).\($0)" } }
    let wanted = documents + (1...24).map { "F\($0)" }
    #expect(try RequirementsPage().rows.map(\.number) == wanted)
  }

  @Test("Every file is there, and has what the row says", arguments: try RequirementsPage().rows)
  func places(_ row: RequirementsPage.Row) throws {
    let place = "\(RequirementsPage.path):\(row.line)"
    #expect(row.status == "open" || !row.places.isEmpty, "\(place): nothing says where")
    for file in row.places {
      guard Repository.holds(file.path) else {
        Issue.record("\(place): there is no '\(file.path)'")
        continue
      }
      guard !file.names.isEmpty else { continue }
      let words = Set(try Repository.text(file.path).split { !($0.isLetter || $0.isNumber || $0 == "_") })
      for name in file.names { #expect(words.contains(name[...]), "\(place): '\(file.path)' has no '\(name)'") }
    }
  }

  @Test("What is refused says why, here and in a comment of the code", arguments: try RequirementsPage().rows.filter { $0.status != "met" })
  func reasons(_ row: RequirementsPage.Row) throws {
    #expect(!row.remark.isEmpty)
    guard row.status == "refused" else { return }
    let isQuoted = try row.places.contains { file in
      try Repository.text(file.path).split(separator: "\n").contains { line in
        line.contains("//") && line.split { !($0.isNumber || $0 == ".") }.contains(row.number[...])
      }
    }
    #expect(isQuoted, "no comment quotes \(row.number)")
  }

  @Test("A table is read cell by cell")
  func reading() throws {
    let page = RequirementsPage(
      """
      | part | rows | met | refused | open |
      |--|--|--|--|--|
      | One | 2 | 1 | 1 | 0 |

      ## One

      | row | what is asked | status | where | why, or what to know |
      |--|--|--|--|--|
      | 0.1 | a thing | met | `a/B.swift` `c` `d`, `e/F.swift` |  |
      | 0.2 | another | refused | `a/B.swift` | because of `g` |
      """)
    #expect(page.counts == ["One": RequirementsPage.Counts(rows: 2, met: 1, refused: 1, open: 0)])
    #expect(page.rows.map(\.number) == ["0.1", "0.2"] && page.rows.map(\.status) == ["met", "refused"])
    #expect(page.rows[0].places.map(\.path) == ["a/B.swift", "e/F.swift"] && page.rows[0].places[0].names == ["c", "d"])
    #expect(page.rows[0].remark == "" && page.rows[1].remark == "because of `g`")
  }

  // The guides have a `Deploy` of their own.
  @Test("The sizes are those of the graphs")
  func sizes() throws {
    let lines = try deploy.Deploy().environments.all.map { environment in
      let graph = try synthesize(environment.name, of: deploy.Deploy.self)
      let edges = graph.resources.reduce(0) { $0 + $1.dependencies.count }
      let accounts = Set(graph.resources.map(\.placement.account)).count
      let regions = Set(graph.resources.map(\.placement.region)).count
      return "| `\(environment.name)` | \(graph.resources.count) | \(edges) | \(graph.depth) | \(accounts) | \(regions) |\n"
    }
    try GeneratedPart(path: RequirementsPage.path).expect(
      "| environment | resources | edges | depth | accounts | regions |\n|--|--|--|--|--|--|\n" + lines.joined())
  }
}

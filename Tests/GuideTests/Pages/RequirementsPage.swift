import Foundation
import Testing

/// `Documentation/Requirements.md`: its counts, and a table for each document.
struct RequirementsPage {
  static let path = "Documentation/Requirements.md"

  /// A requirement, and where it is met.
  struct Row: Sendable, CustomTestStringConvertible {
    let number: String
    let status: String
    let places: [Place]
    let remark: String
    /// The line of the page.
    let line: Int

    var testDescription: String { number }
  }

  /// A file, and what to look for in it.
  struct Place: Sendable {
    let path: String
    var names: [String] = []
  }

  /// How many rows there are, and how they stand.
  struct Counts: Hashable {
    var rows = 0
    var met = 0
    var refused = 0
    var open = 0
  }

  /// The counts at the top, by part.
  private(set) var counts: [String: Counts] = [:]

  /// The rows by part, in their order.
  private(set) var parts: [(name: String, rows: [Row])] = []

  var rows: [Row] { parts.flatMap(\.rows) }

  init() throws {
    self.init(try Repository.text(Self.path))
  }

  init(_ text: String) {
    for (index, line) in text.components(separatedBy: "\n").enumerated() {
      if line.hasPrefix("## ") {
        parts.append((String(line.dropFirst(3)), []))
        continue
      }
      guard line.hasPrefix("| "), line.hasSuffix(" |") else { continue }
      let cells = line.dropFirst(2).dropLast(2).components(separatedBy: " | ")
      if parts.isEmpty {
        let numbers = cells.dropFirst().compactMap { Int($0) }
        guard numbers.count == 4 else { continue }
        counts[cells[0]] = Counts(rows: numbers[0], met: numbers[1], refused: numbers[2], open: numbers[3])
      } else if line.contains(#/^\| (?:\d+\.|F)\d+ \|/#) {
        // An empty last cell leaves its border.
        let last = cells.count > 4 ? cells[4] : ""
        parts[parts.count - 1].rows.append(
          Row(
            number: cells[0], status: cells.count > 2 ? cells[2] : "", places: cells.count > 3 ? Self.places(in: cells[3]) : [],
            remark: last, line: index + 1))
      }
    }
    parts.removeAll { $0.rows.isEmpty }
  }

  /// The code spans of a cell: a path, and the names that follow it.
  private static func places(in cell: String) -> [Place] {
    var places: [Place] = []
    for span in cell.split(separator: "`", omittingEmptySubsequences: false).enumerated().filter({ $0.offset % 2 == 1 }).map(\.element) {
      if span.contains("/") {
        places.append(Place(path: String(span)))
      } else if !places.isEmpty {
        places[places.count - 1].names.append(String(span))
      } else {
        places.append(Place(path: "", names: [String(span)]))
      }
    }
    return places
  }
}

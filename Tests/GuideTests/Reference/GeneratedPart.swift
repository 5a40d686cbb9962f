import Foundation
import Testing

/// The part of a page that is written from the source, beneath the line that says so.
struct GeneratedPart {
  static let mark = "<!-- What follows is written by the tests of GuideTests with STRATA_RECORD=1. -->"

  let path: String

  /// Compares what stands there with what should, or writes it with `STRATA_RECORD=1`.
  func expect(_ expected: String, sourceLocation: Testing.SourceLocation = #_sourceLocation) throws {
    let page = try Repository.text(path)
    guard let mark = page.range(of: Self.mark + "\n\n") else {
      Issue.record("\(path) does not say what is written by the tests", sourceLocation: sourceLocation)
      return
    }
    if ProcessInfo.processInfo.environment["STRATA_RECORD"] == "1" {
      let text = page[..<mark.upperBound] + expected
      try Data(text.utf8).write(to: Repository.root.appendingPathComponent(path))
      return
    }
    let found = page[mark.upperBound...].components(separatedBy: "\n")
    let wanted = expected.components(separatedBy: "\n")
    let missing = wanted.filter { !found.contains($0) }
    let surplus = found.filter { !wanted.contains($0) }
    let remedy = "run the tests with STRATA_RECORD=1"
    #expect(missing == [], "\(path) lacks lines; \(remedy)", sourceLocation: sourceLocation)
    #expect(surplus == [], "\(path) has lines that nothing stands for; \(remedy)", sourceLocation: sourceLocation)
    #expect(found == wanted, "the lines of \(path) have another order; \(remedy)", sourceLocation: sourceLocation)
  }
}

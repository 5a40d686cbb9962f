import Foundation
import Testing

@Suite("Samples of the guides")
struct SampleTests {
  @Test("Every Swift block is a sample that compiles, line for line", arguments: try Repository.pages())
  func compiled(_ page: GuidePage) throws {
    let library = try SampleLibrary.all()
    let manifest = try Repository.text("Documentation/Manifest/Package.swift").trimmingSuffix("\n").components(separatedBy: "\n")
    for block in page.blocks where block.language == "swift" {
      guard library.name(of: block.lines) == nil, block.lines != manifest else { continue }
      Issue.record("\(page.path):\(block.line): this block is no compiled sample; \(library.difference(of: block.lines))")
    }
  }

  @Test("Every sample stands in a guide, and its marks are whole")
  func used() throws {
    let library = try SampleLibrary.all()
    #expect(library.problems == [])
    let blocks = Set(try Repository.pages().flatMap { $0.blocks.map(\.lines) })
    #expect(library.samples.filter { !blocks.contains($0.value) }.keys.sorted() == [])
  }

  @Test("Every fence names its language and is closed", arguments: try Repository.pages())
  func fences(_ page: GuidePage) {
    let languages: Set = ["swift", "sh", "text", "json", "yaml", "typescript", "hcl"]
    for block in page.blocks {
      #expect(languages.contains(block.language), "\(page.path):\(block.line): '\(block.language)'")
    }
  }

  @Test("Samples are read as they are written")
  func regions() {
    let library = SampleLibrary([
      ("one", "enum A {\n  // snippet: x\n  /*@main*/ struct B {\n    let c = 1\n  }\n  // end\n}\n// snippet: y\nlost"),
      ("two", "// snippet: x\nlet d = 2\n// end"),
    ])
    #expect(library.samples == ["x": ["@main struct B {", "  let c = 1", "}", "", "let d = 2"]])
    #expect(library.problems == ["one: 'y' does not end"])
    #expect(library.name(of: ["let d = 2"]) == nil)
    #expect(library.difference(of: ["@main struct B {", "  let c = 3"]) == "nearest is 'x': '  let c = 3' stands there as '  let c = 1'")
  }
}

extension String {
  /// The text without one ending.
  fileprivate func trimmingSuffix(_ suffix: String) -> String { hasSuffix(suffix) ? String(dropLast(suffix.count)) : self }
}

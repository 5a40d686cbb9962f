import Foundation
import StrataModel
import Testing

@testable import Strata

@Suite("Diagnostics on screen")
struct DiagnosticRendererTests {
  @Test("A diagnostic starts with a position that opens with a click, and ends with what to do")
  func form() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "strata-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder.appending(path: "Stacks/Serenity"), withIntermediateDirectories: true)
    try Data().write(to: folder.appending(path: "Stacks/Serenity/Data.swift"))
    let renderer = DiagnosticRenderer(style: .plain, sources: SourceFiles(root: folder))
    let diagnostic = Diagnostic(
      .error, code: "value-out-of-range", "RotationPeriodInDays must be in 90...2560, not 30", remedy: "use 90",
      at: SourceLocation(fileID: "deploy/Data.swift", line: 12, column: 7), address: "data/key", path: "RotationPeriodInDays",
      notes: [Diagnostic.Note("the key is used here", at: SourceLocation(fileID: "deploy/Other.swift", line: 3))])
    #expect(
      renderer.text(of: diagnostic) == """
        Stacks/Serenity/Data.swift:12:7: error: RotationPeriodInDays must be in 90...2560, not 30 [data/key RotationPeriodInDays]
          Other.swift:3: note: the key is used here
          help: use 90

        """)
  }

  @Test("Several diagnostics end with their counts")
  func counts() {
    let renderer = DiagnosticRenderer(style: .plain, sources: SourceFiles())
    let text = renderer.text(of: [
      Diagnostic(.error, code: "a", "one"), Diagnostic(.error, code: "b", "two"), Diagnostic(.warning, code: "c", "three"),
    ])
    #expect(text.hasSuffix("2 errors, 1 warning\n"))
  }
}

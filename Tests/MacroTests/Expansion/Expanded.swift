import SwiftDiagnostics
import SwiftParser
import SwiftSyntax
import SwiftSyntaxMacroExpansion
import SwiftSyntaxMacros

/// A source whose `@Stack` and `@Component` have been expanded as the compiler does it.
struct Expanded {
  /// The source with the expansions in it.
  let source: String
  let diagnostics: [Diagnostic]
  private let original: SourceFileSyntax
  private let context: BasicMacroExpansionContext

  /// Expands a source; `conformances` are the protocols that the compiler still asks the macros for.
  init(_ source: String, conformances: [String] = ["Conformance"]) {
    let file = Parser.parse(source: source)
    let context = BasicMacroExpansionContext(sourceFiles: [file: .init(moduleName: "Test", fullFilePath: "Test.swift")])
    let specifications = [
      "Stack": MacroSpec(type: StackMacro.self, conformances: conformances.map(Self.type)),
      "Component": MacroSpec(type: ComponentMacro.self, conformances: conformances.map(Self.type)),
      "Resource": MacroSpec(type: ResourceMacro.self, conformances: conformances.map(Self.type)),
      "Service": MacroSpec(type: ServiceMacro.self),
    ]
    self.source = file.expand(macroSpecs: specifications, contextGenerator: { _ in context }, indentationWidth: .spaces(2)).description
    diagnostics = context.diagnostics
    original = file
    self.context = context
  }

  private static func type(_ name: String) -> TypeSyntax { TypeSyntax(IdentifierTypeSyntax(name: .identifier(name))) }

  /// Each diagnostic as `line:column: severity: message`, with its notes and fix-its indented below.
  var report: [String] {
    var lines: [String] = []
    for diagnostic in diagnostics {
      let severity = String(describing: diagnostic.diagMessage.severity)
      lines.append("\(place(of: diagnostic.node, diagnostic.position)): \(severity): \(diagnostic.message)")
      for note in diagnostic.notes { lines.append("  note at \(place(of: note.node, note.position)): \(note.message)") }
      for fixIt in diagnostic.fixIts { lines.append("  fix-it: \(fixIt.message.message)") }
    }
    return lines
  }

  /// The messages alone.
  var messages: [String] { diagnostics.map(\.message) }

  /// The original source with the first fix-it of each diagnostic applied.
  var fixed: String {
    var edits: [(range: Range<Int>, text: String)] = []
    for change in diagnostics.compactMap(\.fixIts.first).flatMap(\.changes) {
      if case .replace(let old, let new) = change {
        let start = offset(of: old)
        edits.append((start..<(start + old.totalLength.utf8Length), new.description))
      }
    }
    var bytes = Array(original.description.utf8)
    for edit in edits.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      bytes.replaceSubrange(edit.range, with: Array(edit.text.utf8))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func place(of node: Syntax, _ position: AbsolutePosition) -> String {
    let location = context.location(for: position, anchoredAt: node, fileName: "")
    return "\(location.line):\(location.column)"
  }

  private func offset(of node: Syntax) -> Int {
    context.location(for: node.position, anchoredAt: node, fileName: "").offset
  }
}

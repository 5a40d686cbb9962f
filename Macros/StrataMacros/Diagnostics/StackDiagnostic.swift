import SwiftDiagnostics
import SwiftSyntax
import SwiftSyntaxBuilder

/// A message about a declaration; every message that `@Stack` and `@Component` give has a static factory in this folder.
///
/// A factory returns the whole diagnostic, with its place, its notes and its fix-its, so that a checker only says which mistake it found.
struct StackDiagnostic: DiagnosticMessage, NoteMessage, FixItMessage {
  let message: String
  let severity: DiagnosticSeverity
  /// The stable name of the kind of mistake.
  let code: String

  var diagnosticID: MessageID { MessageID(domain: "Strata", id: code) }
  var noteID: MessageID { MessageID(domain: "Strata", id: code + ".note") }
  var fixItID: MessageID { MessageID(domain: "Strata", id: code + ".fix") }

  init(_ code: String, _ message: String, severity: DiagnosticSeverity = .error) {
    self.code = code
    self.message = message
    self.severity = severity
  }
}

extension StackDiagnostic {
  /// A second place that belongs to a mistake.
  struct Related {
    var node: Syntax
    var message: String

    init(_ node: some SyntaxProtocol, _ message: String) {
      self.node = Syntax(node)
      self.message = message
    }
  }

  /// A change that removes a mistake.
  struct Remedy {
    var message: String
    var changes: [FixIt.Change]

    init(_ message: String, changes: [FixIt.Change]) {
      self.message = message
      self.changes = changes
    }

    /// Replaces one node by another and keeps the whitespace around it.
    static func replace(_ old: some SyntaxProtocol, with new: some SyntaxProtocol, _ message: String) -> Remedy {
      var new = Syntax(new)
      new.leadingTrivia = old.leadingTrivia
      new.trailingTrivia = old.trailingTrivia
      return Remedy(message, changes: [.replace(oldNode: Syntax(old), newNode: new)])
    }

    /// Replaces the text of a token and keeps the whitespace around it.
    static func rewrite(_ token: TokenSyntax, as text: String, _ message: String) -> Remedy {
      Remedy(message, changes: [.replace(oldNode: Syntax(token), newNode: Syntax(token.with(\.tokenKind, .identifier(text))))])
    }

    /// Replaces the content of a string literal.
    static func write(_ text: String, over literal: some ExprSyntaxProtocol, _ message: String? = nil) -> Remedy {
      replace(literal, with: StringLiteralExprSyntax(content: text), message ?? "replace with '\(text)'")
    }
  }

  /// Puts a message, its notes and its fix-its together.
  static func make(
    _ code: String, at node: some SyntaxProtocol, _ message: String, severity: DiagnosticSeverity = .error, related: [Related] = [],
    remedies: [Remedy] = [], highlights: [Syntax]? = nil
  ) -> Diagnostic {
    Diagnostic(
      node: node, message: StackDiagnostic(code, message, severity: severity), highlights: highlights,
      notes: related.map { Note(node: $0.node, message: StackDiagnostic(code, $0.message, severity: .note)) },
      fixIts: remedies.map { FixIt(message: StackDiagnostic(code, $0.message), changes: $0.changes) })
  }
}

extension Sequence<String> {
  /// The texts in quotes, with commas and a final `and`.
  func quotedList(_ conjunction: String = "and") -> String {
    let quoted = map { "'\($0)'" }
    guard quoted.count > 1, let last = quoted.last else { return quoted.first ?? "" }
    return quoted.dropLast().joined(separator: ", ") + " \(conjunction) \(last)"
  }
}

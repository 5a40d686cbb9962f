import SwiftDiagnostics
import SwiftSyntax
import SwiftSyntaxBuilder

extension Diagnostic {
  /// A logical id with characters that an address cannot have.
  static func invalidID(_ id: String, at node: ExprSyntax) -> Diagnostic {
    let message = "'\(id)' is no logical id: use 1 to 64 letters, digits, '.', '_' and '-'"
    guard let repaired = LogicalID.repaired(id), node.literalText != nil else {
      return StackDiagnostic.make("invalid-id", at: node, message)
    }
    return StackDiagnostic.make("invalid-id", at: node, message, remedies: [.write(repaired, over: node)])
  }

  /// One id for two resources or outputs of the same declaration.
  static func duplicateID(_ id: String, of what: String, at node: ExprSyntax, first: ExprSyntax, firstIsOf other: String) -> Diagnostic {
    let isOtherType = what != other
    let message =
      isOtherType
      ? "the id '\(id)' is already taken by the \(other) of this declaration; an address has no type in it"
      : "the id '\(id)' is already taken in this declaration"
    let remedies = isOtherType ? [StackDiagnostic.Remedy.write("\(id)-\(LogicalID.suffix(for: what))", over: node)] : []
    return StackDiagnostic.make(
      "duplicate-id", at: node, message, related: [StackDiagnostic.Related(first, "'\(id)' is first used here")], remedies: remedies)
  }

  /// An id that does not change from one iteration of a loop to the next.
  static func invariantID(_ id: String, at node: ExprSyntax, loop: EnclosingLoop) -> Diagnostic {
    var remedies: [StackDiagnostic.Remedy] = []
    if let variable = loop.variable, variable != "_", !variable.hasPrefix("$"), let literal = node.as(StringLiteralExprSyntax.self) {
      let text = literal.segments.trimmedDescription
      let replacement: ExprSyntax = "\"\(raw: text)-\\(\(raw: variable))\""
      remedies.append(.replace(node, with: replacement, "add '-\\(\(variable))' to the id"))
    }
    return StackDiagnostic.make(
      "loop-invariant-id", at: node, "the id '\(id)' is the same in every iteration of this loop; interpolate what varies into it",
      related: [StackDiagnostic.Related(loop.node, "the loop")], remedies: remedies)
  }
}

import SwiftDiagnostics
import SwiftSyntax
import SwiftSyntaxBuilder
import TypeProvider

extension Diagnostic {
  /// A label that the type has no property for.
  static func unknownProperty(_ label: String, nearest: String?, at node: TokenSyntax, of signature: CallSignature) -> Diagnostic {
    guard let nearest else {
      return StackDiagnostic.make("unknown-property", at: node, "\(signature.name) has no property '\(label)'")
    }
    return StackDiagnostic.make(
      "unknown-property", at: node, "\(signature.name) has no property '\(label)'; did you mean '\(nearest)'?",
      remedies: [.rewrite(node, as: nearest, "replace '\(label)' with '\(nearest)'")])
  }

  /// Arguments in another order than the parameters.
  static func wrongOrder(_ call: FunctionCallExprSyntax, positions: [Int?], of signature: CallSignature) -> Diagnostic {
    let known = positions.compactMap { $0 }.sorted()
    let order = known.map { signature.parameters[$0].label }.joined(separator: ", ")
    var remedies: [StackDiagnostic.Remedy] = []
    if let reordered = ArgumentOrder.reordered(call.arguments, positions) {
      remedies.append(
        StackDiagnostic.Remedy(
          "reorder the arguments", changes: [.replace(oldNode: Syntax(call.arguments), newNode: Syntax(reordered))]))
    }
    return StackDiagnostic.make(
      "argument-order", at: call.calledExpression, "the arguments of \(signature.name) go in this order: \(order)", remedies: remedies)
  }

  /// Required properties without an argument.
  static func missingProperties(
    _ missing: [Parameter], in call: FunctionCallExprSyntax, of signature: CallSignature
  ) -> Diagnostic {
    let labels = missing.map(\.label)
    return StackDiagnostic.make(
      "missing-property", at: call.calledExpression, "\(signature.name) requires \(labels.quotedList())",
      remedies: [
        StackDiagnostic.Remedy(
          labels.count == 1 ? "add '\(labels[0])'" : "add the missing arguments",
          changes: [
            .replace(
              oldNode: Syntax(call.arguments), newNode: Syntax(ArgumentOrder.adding(missing, to: call.arguments, of: signature)))
          ])
      ])
  }
}

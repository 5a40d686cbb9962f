import SwiftSyntax

/// A closure that runs once for each element of a sequence, as in `zones.enumerated().map { … }`.
///
/// `map` on an optional runs at most once and looks the same, so only a receiver that plainly is a sequence counts.
struct LoopClosure {
  let node: ClosureExprSyntax
  /// The sequence.
  let base: ExprSyntax

  init?(_ call: FunctionCallExprSyntax) {
    guard let member = call.calledExpression.as(MemberAccessExprSyntax.self), Self.loops.contains(member.declName.baseName.text),
      let base = member.base, Self.isSequence(base),
      let closure = call.trailingClosure ?? call.arguments.first?.expression.as(ClosureExprSyntax.self)
    else { return nil }
    node = closure
    self.base = base
  }

  private static let loops: Set<String> = ["map", "flatMap", "compactMap", "forEach"]
  private static let sequenceMembers: Set<String> = ["indices", "keys", "values"]
  private static let sequenceMethods: Set<String> = [
    "enumerated", "sorted", "reversed", "dropFirst", "dropLast", "prefix", "suffix", "zip", "filter",
  ]
  private static let sequenceFunctions: Set<String> = ["zip", "stride"]

  private static func isSequence(_ expression: ExprSyntax) -> Bool {
    if expression.is(ArrayExprSyntax.self) || expression.is(DictionaryExprSyntax.self) { return true }
    if let tuple = expression.as(TupleExprSyntax.self), tuple.elements.count == 1, let only = tuple.elements.first?.expression {
      if let sequence = only.as(SequenceExprSyntax.self) {
        return sequence.elements.contains { element in
          element.as(BinaryOperatorExprSyntax.self).map { $0.operator.text == "..<" || $0.operator.text == "..." } ?? false
        }
      }
      return isSequence(only)
    }
    if let member = expression.as(MemberAccessExprSyntax.self) { return sequenceMembers.contains(member.declName.baseName.text) }
    if let call = expression.as(FunctionCallExprSyntax.self) {
      if let name = call.calledMember { return sequenceMethods.contains(name) }
      return call.calledExpression.referencedName.map(sequenceFunctions.contains) ?? false
    }
    return false
  }
}

extension ClosureExprSyntax {
  /// The names of the parameters that are written out.
  var parameterNames: [String] {
    switch signature?.parameterClause {
    case .simpleInput(let list)?: list.map(\.name.text)
    case .parameterClause(let clause)?: clause.parameters.map { ($0.secondName ?? $0.firstName).text }
    case nil: []
    }
  }
}

import SwiftSyntax

/// Checks logical ids: their form, that each is used once, and that a loop makes a new one in each iteration.
///
/// An address is the path of declared ids, so two resources of one declaration may not share an id even if their types differ.
final class IdentityChecker {
  private struct Use {
    var node: ExprSyntax
    var what: String
    var branches: [BranchArm]
  }

  private struct Key: Hashable {
    /// Empty for code that always runs, the method's name otherwise: methods may be alternatives to each other.
    var scope: String
    var id: String
    var isOutput: Bool
  }

  private let context: DeclarationContext
  private var uses: [Key: [Use]] = [:]

  init(_ context: DeclarationContext) { self.context = context }

  func check(_ call: FunctionCallExprSyntax, _ signature: CallSignature) {
    guard let argument = call.arguments.first, argument.label == nil else { return }
    let node = argument.expression
    if let id = node.literalText {
      guard LogicalID.isValid(id) else { return context.report(.invalidID(id, at: node)) }
      if let loop = context.loops.last { return context.report(.invariantID(id, at: node, loop: loop)) }
      note(id, node, what: signature.name, isOutput: false)
    } else if let literal = node.as(StringLiteralExprSyntax.self) {
      checkFragments(of: literal)
      checkVariation(of: literal)
    }
  }

  /// Checks `Output("name", …)`, whose name is unique in its declaration too.
  func checkOutput(_ call: FunctionCallExprSyntax) {
    guard call.calledExpression.referencedName == "Output", let argument = call.arguments.first, argument.label == nil,
      let name = argument.expression.literalText
    else { return }
    if let loop = context.loops.last { return context.report(.invariantID(name, at: argument.expression, loop: loop)) }
    note(name, argument.expression, what: "an output", isOutput: true)
  }

  private func note(_ id: String, _ node: ExprSyntax, what: String, isOutput: Bool) {
    let scope = context.member?.role == .placed ? "" : context.member?.name ?? ""
    let key = Key(scope: scope, id: id, isOutput: isOutput)
    let use = Use(node: node, what: what, branches: context.branches)
    if let first = uses[key]?.first(where: { !$0.branches.excludes(use.branches) }) {
      context.report(.duplicateID(id, of: what, at: node, first: first.node, firstIsOf: first.what))
    } else {
      uses[key, default: []].append(use)
    }
  }

  /// Checks the literal parts of an interpolated id: characters that no id may have.
  private func checkFragments(of literal: StringLiteralExprSyntax) {
    for segment in literal.segments {
      guard case .stringSegment(let text) = segment, !LogicalID.mayContain(text.content.text) else { continue }
      return context.report(.invalidID(literal.segments.trimmedDescription, at: ExprSyntax(literal)))
    }
  }

  // MARK: Loops

  private func checkVariation(of literal: StringLiteralExprSyntax) {
    guard !context.loops.isEmpty else { return }
    var names: Set<String> = []
    for segment in literal.segments {
      guard case .expressionSegment(let interpolation) = segment else { continue }
      for expression in interpolation.expressions.map(\.expression) {
        let mentioned = MentionedNames(in: expression)
        if mentioned.callsSomething { return }
        names.formUnion(mentioned.names)
      }
    }
    guard names.allSatisfy(context.isImmutable) else { return }
    if let loop = context.loops.last(where: { $0.varyingNames.isDisjoint(with: names) }) {
      context.report(.invariantID(literal.segments.trimmedDescription, at: ExprSyntax(literal), loop: loop))
    }
  }
}

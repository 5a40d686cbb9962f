import SwiftSyntax

/// Walks code and tells a context which names it mentions and which it introduces.
class NameWalker: SyntaxVisitor {
  let context: DeclarationContext

  init(_ context: DeclarationContext) {
    self.context = context
    super.init(viewMode: .sourceAccurate)
  }

  override func visit(_ token: TokenSyntax) -> SyntaxVisitorContinueKind {
    context.visits += 1
    return .skipChildren
  }

  override func visit(_ node: DeclReferenceExprSyntax) -> SyntaxVisitorContinueKind {
    context.use(node.baseName.text, at: node)
    return .skipChildren
  }

  override func visit(_ node: MemberAccessExprSyntax) -> SyntaxVisitorContinueKind {
    // The name after the dot belongs to the base, so it is no mention of a name of ours, except behind `self`.
    if let base = node.base {
      if base.isSelf { context.useMember(node.declName.baseName.text, at: node) } else { walk(base) }
    }
    return .skipChildren
  }

  override func visit(_ node: KeyPathExprSyntax) -> SyntaxVisitorContinueKind { .skipChildren }

  override func visit(_ node: IdentifierPatternSyntax) -> SyntaxVisitorContinueKind {
    context.declare(node.identifier.text)
    return .skipChildren
  }

  override func visit(_ node: OptionalBindingConditionSyntax) -> SyntaxVisitorContinueKind {
    if node.initializer == nil, let pattern = node.pattern.as(IdentifierPatternSyntax.self) {
      context.use(pattern.identifier.text, at: node)
    }
    return .visitChildren
  }
}

import SwiftSyntax

/// Walks a declaration once and hands what it meets to the checkers.
final class DeclarationWalker: ScopeWalker {
  private let calls: CallChecker
  private let identities: IdentityChecker
  private let networks: NetworkChecker
  private let policies: PolicyChecker
  private let placement: PlacementChecker
  private let secrets: SecretChecker

  override init(_ context: DeclarationContext) {
    calls = CallChecker(context)
    identities = IdentityChecker(context)
    networks = NetworkChecker(context)
    policies = PolicyChecker(context)
    placement = PlacementChecker(context)
    secrets = SecretChecker(context)
    super.init(context)
  }

  /// Walks one member.
  func walk(_ member: DeclarationMember) {
    context.member = member
    placement.enter(member)
    if let type = member.type, let value = member.value { calls.checkResult(value, as: type) }
    inScope { walk(member.node) }
    context.member = nil
  }

  /// Reports what only shows once everything has been seen.
  func finish() { networks.finish() }

  override func enterBlock(_ statements: CodeBlockItemListSyntax) { placement.checkStatements(statements) }

  override func leave(_ scope: LocalScope) { placement.leave(scope) }

  override func declare(_ pattern: IdentifierPatternSyntax, value: ExprSyntax, in declaration: VariableDeclSyntax) {
    if let type = placement.placeableType(value) {
      context.noteCreation(pattern.identifier.text, pattern: pattern, declaration: declaration, type: type)
    }
    if let type = declaration.bindings.first?.typeAnnotation?.type { calls.checkResult(value, as: type) }
  }

  override func visit(_ node: FunctionCallExprSyntax) -> SyntaxVisitorContinueKind {
    noteLoopClosure(of: node)
    if let signature = context.signatures.signature(of: node.calledExpression) {
      calls.check(node, against: signature)
      if signature.isResource {
        identities.check(node, signature)
        networks.check(node, signature)
      }
    } else {
      identities.checkOutput(node)
      policies.check(node)
      networks.checkBlock(node)
    }
    return .visitChildren
  }

  override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind {
    if let type = node.signature.returnClause?.type, let result = node.body?.statements.resultExpression {
      calls.checkResult(result, as: type)
    }
    return super.visit(node)
  }

  override func visit(_ node: DictionaryExprSyntax) -> SyntaxVisitorContinueKind {
    policies.check(node)
    return .visitChildren
  }

  override func visit(_ node: ExpressionSegmentSyntax) -> SyntaxVisitorContinueKind {
    secrets.check(node)
    return .visitChildren
  }
}

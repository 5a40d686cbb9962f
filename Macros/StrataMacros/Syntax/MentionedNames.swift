import SwiftSyntax

/// The names that an expression mentions, and whether it does more than combine them.
struct MentionedNames {
  private(set) var names: Set<String> = []
  /// Whether the expression calls something, whose result may differ each time.
  private(set) var callsSomething = false

  init(in expression: ExprSyntax) {
    let collector = Collector(viewMode: .sourceAccurate)
    collector.walk(expression)
    names = collector.names
    callsSomething = collector.callsSomething
  }

  private final class Collector: SyntaxVisitor {
    var names: Set<String> = []
    var callsSomething = false

    override func visit(_ node: DeclReferenceExprSyntax) -> SyntaxVisitorContinueKind {
      names.insert(node.baseName.text)
      return .skipChildren
    }

    override func visit(_ node: MemberAccessExprSyntax) -> SyntaxVisitorContinueKind {
      if let base = node.base {
        if base.isSelf { names.insert(node.declName.baseName.text) } else { walk(base) }
      }
      return .skipChildren
    }

    override func visit(_ node: FunctionCallExprSyntax) -> SyntaxVisitorContinueKind {
      callsSomething = true
      return .visitChildren
    }

    override func visit(_ node: SubscriptCallExprSyntax) -> SyntaxVisitorContinueKind {
      callsSomething = true
      return .visitChildren
    }
  }
}

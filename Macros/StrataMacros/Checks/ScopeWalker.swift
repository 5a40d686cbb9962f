import SwiftSyntax

/// Walks code and keeps a context's scopes, branches and loops up to date.
///
/// What a subclass does with what it meets is its own; every node is visited once.
class ScopeWalker: NameWalker {
  private var loopClosures: [SyntaxIdentifier: LoopClosure] = [:]

  /// Called for the statements of each block, once its scope is open.
  func enterBlock(_ statements: CodeBlockItemListSyntax) {}

  /// Called for each scope that ends.
  func leave(_ scope: LocalScope) {}

  /// Called for each local constant or variable with a value, once its name is known.
  func declare(_ pattern: IdentifierPatternSyntax, value: ExprSyntax, in declaration: VariableDeclSyntax) {}

  func inScope(_ body: () -> Void) {
    context.scopes.append(LocalScope())
    body()
    if let scope = context.scopes.popLast() { leave(scope) }
  }

  /// Remembers a closure that runs once for each element of a sequence; to be called before the closure is reached.
  func noteLoopClosure(of call: FunctionCallExprSyntax) {
    if let closure = LoopClosure(call) { loopClosures[closure.node.id] = closure }
  }

  // MARK: Declarations

  override func visit(_ node: VariableDeclSyntax) -> SyntaxVisitorContinueKind {
    // Members are no locals.
    let isMember = node.parent?.is(MemberBlockItemSyntax.self) ?? false
    for binding in node.bindings {
      if isMember, let member = context.member, member.node.id == node.id, binding.memberName != member.name { continue }
      if let value = binding.initializer?.value { walk(value) }
      if let accessors = binding.accessorBlock { walk(accessors) }
      if !isMember { declare(binding, in: node) }
    }
    return .skipChildren
  }

  private func declare(_ binding: PatternBindingSyntax, in declaration: VariableDeclSyntax) {
    walk(binding.pattern)
    guard let pattern = binding.pattern.as(IdentifierPatternSyntax.self) else { return }
    let name = pattern.identifier.text
    let isConstant = declaration.bindingSpecifier.tokenKind == .keyword(.let)
    guard let value = binding.initializer?.value else { return context.declare(name, isConstant ? .opaque : .variable) }
    context.declare(name, isConstant ? .constant(value) : .variable)
    context.noteVariation(of: [name], from: value, isConstant: isConstant)
    declare(pattern, value: value, in: declaration)
  }

  // MARK: Scopes

  override func visit(_ node: CodeBlockSyntax) -> SyntaxVisitorContinueKind {
    inScope {
      enterBlock(node.statements)
      walk(node.statements)
    }
    return .skipChildren
  }

  override func visit(_ node: AccessorBlockSyntax) -> SyntaxVisitorContinueKind {
    inScope {
      if case .getter(let statements) = node.accessors { enterBlock(statements) }
      walk(node.accessors)
    }
    return .skipChildren
  }

  override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind {
    walkFunction(node.signature.parameterClause, node.body)
    return .skipChildren
  }

  override func visit(_ node: InitializerDeclSyntax) -> SyntaxVisitorContinueKind {
    walkFunction(node.signature.parameterClause, node.body)
    return .skipChildren
  }

  private func walkFunction(_ parameters: FunctionParameterClauseSyntax, _ body: CodeBlockSyntax?) {
    inScope {
      for parameter in parameters.parameters {
        if let value = parameter.defaultValue?.value { walk(value) }
        context.declare((parameter.secondName ?? parameter.firstName).text)
      }
      if let body { walk(body) }
    }
  }

  override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind {
    let written = node.parameterNames
    let names = written.isEmpty ? ["$0", "$1"] : written
    inScope {
      context.closureDepth += 1
      for name in names { context.declare(name) }
      if let loop = loopClosures.removeValue(forKey: node.id) {
        context.noteVariation(of: names, from: loop.base)
        context.inLoop(node, names: names, variable: written.count == 1 ? written[0] : nil) { walk(node.statements) }
      } else {
        context.noteUnknownVariation(of: names)
        walk(node.statements)
      }
      context.closureDepth -= 1
    }
    return .skipChildren
  }

  // MARK: Branches and loops

  override func visit(_ node: IfExprSyntax) -> SyntaxVisitorContinueKind {
    inScope {
      walk(node.conditions)
      context.inArm(0, of: node.id) { walk(node.body) }
    }
    if let otherwise = node.elseBody { context.inArm(1, of: node.id) { walk(otherwise) } }
    return .skipChildren
  }

  override func visit(_ node: SwitchExprSyntax) -> SyntaxVisitorContinueKind {
    walk(node.subject)
    for (index, element) in node.cases.enumerated() {
      inScope { context.inArm(index, of: node.id) { walk(element) } }
    }
    return .skipChildren
  }

  override func visit(_ node: IfConfigDeclSyntax) -> SyntaxVisitorContinueKind {
    for (index, clause) in node.clauses.enumerated() {
      if let elements = clause.elements { context.inArm(index, of: node.id) { walk(elements) } }
    }
    return .skipChildren
  }

  override func visit(_ node: SequenceExprSyntax) -> SyntaxVisitorContinueKind {
    // Operators are not folded: what follows a ternary's colon is its other arm.
    let depth = context.branches.count
    for element in node.elements {
      if let ternary = element.as(UnresolvedTernaryExprSyntax.self) {
        context.inArm(0, of: ternary.id) { walk(ternary.thenExpression) }
        context.branches.append(BranchArm(choice: ternary.id, arm: 1))
      } else {
        walk(element)
      }
    }
    context.branches.removeLast(context.branches.count - depth)
    return .skipChildren
  }

  override func visit(_ node: ForStmtSyntax) -> SyntaxVisitorContinueKind {
    walk(node.sequence)
    inScope {
      walk(node.pattern)
      let names = context.scopes.last?.order ?? []
      context.noteVariation(of: names, from: node.sequence)
      context.inLoop(node, names: names) {
        if let condition = node.whereClause { walk(condition) }
        walk(node.body)
      }
    }
    return .skipChildren
  }

  override func visit(_ node: WhileStmtSyntax) -> SyntaxVisitorContinueKind {
    inScope {
      walk(node.conditions)
      context.inLoop(node, names: []) { walk(node.body) }
    }
    return .skipChildren
  }
}

extension PatternBindingSyntax {
  /// The name of a member that is declared by itself.
  fileprivate var memberName: String { pattern.as(IdentifierPatternSyntax.self)?.identifier.text ?? "" }
}

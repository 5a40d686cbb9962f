import SwiftSyntax

/// Walks a declaration once, keeps the context up to date, and hands what it meets to the checkers.
final class DeclarationWalker: SyntaxVisitor {
  let context: DeclarationContext
  /// How many nodes were visited; the guard of the walk's linearity.
  private(set) var visits = 0

  private let calls: CallChecker
  private let identities: IdentityChecker
  private let networks: NetworkChecker
  private let policies: PolicyChecker
  private let placement: PlacementChecker
  private let secrets: SecretChecker
  private var loopClosures: Set<SyntaxIdentifier> = []

  init(_ context: DeclarationContext) {
    self.context = context
    calls = CallChecker(context)
    identities = IdentityChecker(context)
    networks = NetworkChecker(context)
    policies = PolicyChecker(context)
    placement = PlacementChecker(context)
    secrets = SecretChecker(context)
    super.init(viewMode: .sourceAccurate)
  }

  /// Walks one member.
  func walk(_ member: DeclarationMember) {
    context.member = member
    context.scopes = [LocalScope()]
    placement.enter(member)
    walk(member.node)
    leaveScope()
    context.member = nil
  }

  /// Reports what only shows once everything has been seen.
  func finish() {
    networks.finish()
  }

  private func enterScope() { context.scopes.append(LocalScope()) }

  private func leaveScope() {
    if let scope = context.scopes.popLast() { placement.leave(scope) }
  }

  // MARK: Calls and values

  override func visit(_ node: FunctionCallExprSyntax) -> SyntaxVisitorContinueKind {
    visits += 1
    if let closure = LoopClosure(node) { loopClosures.insert(closure.node.id) }
    if let signature = context.signatures.signature(of: node.calledExpression) {
      calls.check(node, against: signature)
      if signature.isResource {
        identities.check(node, signature)
        networks.check(node, signature)
      }
    } else {
      identities.checkOutput(node)
      policies.check(node)
    }
    return .visitChildren
  }

  override func visit(_ node: DictionaryElementSyntax) -> SyntaxVisitorContinueKind {
    visits += 1
    policies.check(node)
    return .visitChildren
  }

  override func visit(_ node: ExpressionSegmentSyntax) -> SyntaxVisitorContinueKind {
    visits += 1
    secrets.check(node)
    return .visitChildren
  }

  // MARK: Names

  override func visit(_ node: DeclReferenceExprSyntax) -> SyntaxVisitorContinueKind {
    visits += 1
    context.use(node.baseName.text, at: node)
    return .skipChildren
  }

  override func visit(_ node: MemberAccessExprSyntax) -> SyntaxVisitorContinueKind {
    visits += 1
    // The name after the dot belongs to the base, so it is no mention of a name of ours, except behind `self`.
    if let base = node.base {
      if base.isSelf { context.useMember(node.declName.baseName.text, at: node) } else { walk(base) }
    }
    return .skipChildren
  }

  override func visit(_ node: KeyPathExprSyntax) -> SyntaxVisitorContinueKind {
    visits += 1
    return .skipChildren
  }

  override func visit(_ node: IdentifierPatternSyntax) -> SyntaxVisitorContinueKind {
    visits += 1
    context.declare(node.identifier.text)
    return .skipChildren
  }

  override func visit(_ node: OptionalBindingConditionSyntax) -> SyntaxVisitorContinueKind {
    visits += 1
    if node.initializer == nil, let pattern = node.pattern.as(IdentifierPatternSyntax.self) {
      context.use(pattern.identifier.text, at: node)
    }
    return .visitChildren
  }

  override func visit(_ node: VariableDeclSyntax) -> SyntaxVisitorContinueKind {
    visits += 1
    // The members themselves are no locals.
    if node.parent?.is(MemberBlockItemSyntax.self) == true { return visitMember(node) }
    for binding in node.bindings {
      if let value = binding.initializer?.value { walk(value) }
      if let accessors = binding.accessorBlock { walk(accessors) }
      walk(binding.pattern)
      declare(binding, of: node)
    }
    return .skipChildren
  }

  private func visitMember(_ node: VariableDeclSyntax) -> SyntaxVisitorContinueKind {
    for binding in node.bindings {
      if let name = context.member?.name, binding.pattern.as(IdentifierPatternSyntax.self)?.identifier.text != name { continue }
      if let value = binding.initializer?.value { walk(value) }
      if let accessors = binding.accessorBlock { walk(accessors) }
    }
    return .skipChildren
  }

  private func declare(_ binding: PatternBindingSyntax, of declaration: VariableDeclSyntax) {
    guard let pattern = binding.pattern.as(IdentifierPatternSyntax.self), let value = binding.initializer?.value else { return }
    let name = pattern.identifier.text
    if declaration.bindingSpecifier.tokenKind == .keyword(.let) { context.declare(name, .constant(value)) }
    if !context.loops.isEmpty {
      identities.noteVariation(of: [name], from: value, isConstant: declaration.bindingSpecifier.tokenKind == .keyword(.let))
    }
    if let type = placement.createdType(value) { context.noteCreation(name, pattern: pattern, declaration: declaration, type: type) }
  }

  // MARK: Scopes

  override func visit(_ node: CodeBlockSyntax) -> SyntaxVisitorContinueKind {
    visits += 1
    enterScope()
    placement.checkStatements(node.statements)
    return .visitChildren
  }

  override func visitPost(_ node: CodeBlockSyntax) { leaveScope() }

  override func visit(_ node: AccessorBlockSyntax) -> SyntaxVisitorContinueKind {
    visits += 1
    enterScope()
    if case .getter(let statements) = node.accessors { placement.checkStatements(statements) }
    return .visitChildren
  }

  override func visitPost(_ node: AccessorBlockSyntax) { leaveScope() }

  override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind {
    visits += 1
    enterScope()
    for parameter in node.signature.parameterClause.parameters {
      if let value = parameter.defaultValue?.value { walk(value) }
      context.declare((parameter.secondName ?? parameter.firstName).text)
    }
    if let body = node.body { walk(body) }
    leaveScope()
    return .skipChildren
  }

  override func visit(_ node: InitializerDeclSyntax) -> SyntaxVisitorContinueKind {
    visits += 1
    enterScope()
    for parameter in node.signature.parameterClause.parameters { context.declare((parameter.secondName ?? parameter.firstName).text) }
    if let body = node.body { walk(body) }
    leaveScope()
    return .skipChildren
  }

  override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind {
    visits += 1
    enterScope()
    context.closureDepth += 1
    let names = node.parameterNames
    for name in names { context.declare(name) }
    if loopClosures.remove(node.id) != nil {
      let shorthand = names.isEmpty ? ["$0", "$1"] : names
      context.loops.append(EnclosingLoop(node: Syntax(node), variable: names.count == 1 ? names[0] : nil, varyingNames: Set(shorthand)))
      walk(node.statements)
      context.loops.removeLast()
    } else {
      walk(node.statements)
    }
    context.closureDepth -= 1
    leaveScope()
    return .skipChildren
  }

  // MARK: Branches and loops

  override func visit(_ node: IfExprSyntax) -> SyntaxVisitorContinueKind {
    visits += 1
    enterScope()
    walk(node.conditions)
    inArm(0, of: node.id) { walk(node.body) }
    leaveScope()
    if let otherwise = node.elseBody { inArm(1, of: node.id) { walk(otherwise) } }
    return .skipChildren
  }

  override func visit(_ node: SwitchExprSyntax) -> SyntaxVisitorContinueKind {
    visits += 1
    walk(node.subject)
    for (index, element) in node.cases.enumerated() {
      enterScope()
      inArm(index, of: node.id) { walk(element) }
      leaveScope()
    }
    return .skipChildren
  }

  override func visit(_ node: IfConfigDeclSyntax) -> SyntaxVisitorContinueKind {
    visits += 1
    for (index, clause) in node.clauses.enumerated() {
      if let elements = clause.elements { inArm(index, of: node.id) { walk(elements) } }
    }
    return .skipChildren
  }

  override func visit(_ node: SequenceExprSyntax) -> SyntaxVisitorContinueKind {
    visits += 1
    var depth = 0
    for element in node.elements {
      if let ternary = element.as(UnresolvedTernaryExprSyntax.self) {
        inArm(0, of: ternary.id) { walk(ternary.thenExpression) }
        context.branches.append(BranchArm(choice: ternary.id, arm: 1))
        depth += 1
      } else {
        walk(element)
      }
    }
    context.branches.removeLast(depth)
    return .skipChildren
  }

  override func visit(_ node: ForStmtSyntax) -> SyntaxVisitorContinueKind {
    visits += 1
    walk(node.sequence)
    enterScope()
    walk(node.pattern)
    let names = context.scopes.last?.order ?? []
    identities.noteVariation(of: names, from: node.sequence)
    context.loops.append(EnclosingLoop(node: Syntax(node), variable: names.count == 1 ? names[0] : nil, varyingNames: Set(names)))
    if let condition = node.whereClause { walk(condition) }
    walk(node.body)
    context.loops.removeLast()
    leaveScope()
    return .skipChildren
  }

  override func visit(_ node: WhileStmtSyntax) -> SyntaxVisitorContinueKind {
    visits += 1
    enterScope()
    walk(node.conditions)
    context.loops.append(EnclosingLoop(node: Syntax(node), variable: nil, varyingNames: []))
    walk(node.body)
    context.loops.removeLast()
    leaveScope()
    return .skipChildren
  }

  // MARK: Nested types

  override func visit(_ node: MemberBlockSyntax) -> SyntaxVisitorContinueKind {
    visits += 1
    return .visitChildren
  }

  private func inArm(_ arm: Int, of choice: SyntaxIdentifier, _ body: () -> Void) {
    context.branches.append(BranchArm(choice: choice, arm: arm))
    body()
    context.branches.removeLast()
  }
}

import SwiftSyntax

/// Finds resources that are created and then lost, and properties that create a new one at each access.
final class PlacementChecker {
  private let context: DeclarationContext

  init(_ context: DeclarationContext) { self.context = context }

  /// The type of the resources that an expression creates and hands on: `EC2.VPC("main")`, an array of such, or `zones.map { EC2.Subnet("…") }`.
  func createdType(_ expression: ExprSyntax) -> String? {
    var found: String?
    expression.forEachOutcome { if found == nil { found = createdTypeOfOutcome($0) } }
    return found
  }

  private func createdTypeOfOutcome(_ expression: ExprSyntax) -> String? {
    if let array = expression.as(ArrayExprSyntax.self) { return array.elements.first.flatMap { createdType($0.expression) } }
    guard let call = expression.rootCall else { return nil }
    if let signature = context.signatures.signature(of: call.calledExpression) { return signature.isResource ? signature.name : nil }
    guard let name = call.calledMember, name == "map" || name == "flatMap" || name == "compactMap",
      let closure = call.trailingClosure ?? call.arguments.first?.expression.as(ClosureExprSyntax.self)
    else { return nil }
    return closure.statements.resultExpression.flatMap(createdType)
  }

  /// The type of what a local constant of a body holds, if it has to be placed: a resource, or a component such as `AuditBucket("logs")`.
  func placeableType(_ expression: ExprSyntax) -> String? {
    if let type = createdType(expression) { return type }
    guard let member = context.member, member.isBuilder, context.closureDepth == 0, let call = expression.rootCall,
      let name = call.calledExpression.referencedName, name.first?.isUppercase ?? false, let first = call.arguments.first,
      first.label == nil,
      first.expression.is(StringLiteralExprSyntax.self)
    else { return nil }
    return name
  }

  /// Checks a computed property: one that creates a resource creates another one at each access.
  func enter(_ member: DeclarationMember) {
    guard member.role == .computed, !member.isBuilder, let variable = member.node.as(VariableDeclSyntax.self),
      let binding = variable.bindings.first, case .getter(let statements)? = binding.accessorBlock?.accessors,
      let result = statements.resultExpression, let type = createdType(result)
    else { return }
    context.report(.computedResource(member.name, type: type, variable: variable, onlyValue: statements.onlyExpression))
  }

  /// Checks the names that go out of scope: a created resource that nobody mentioned is lost.
  func leave(_ scope: LocalScope) {
    for name in scope.order {
      guard let local = scope.names[name], !local.isUsed, let creation = local.creation else { continue }
      context.report(.unplacedResource(name, type: creation.type, pattern: creation.pattern, declaration: creation.declaration))
    }
  }

  /// Checks the statements of a block that no result builder gathers: there, an expression alone places nothing.
  func checkStatements(_ statements: CodeBlockItemListSyntax) {
    guard let member = context.member, !member.isBuilder, context.closureDepth == 0, statements.count > 1 else { return }
    for statement in statements {
      guard case .expr(let expression) = statement.item, let call = expression.rootCall,
        let signature = context.signatures.signature(of: call.calledExpression), signature.isResource
      else { continue }
      context.report(.discardedResource(type: signature.name, at: call, member: member.name))
    }
  }
}

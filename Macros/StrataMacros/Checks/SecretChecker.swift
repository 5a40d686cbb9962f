import SwiftSyntax

/// Finds secrets that are interpolated into strings: the text would not be the secret's, and a string is shown and recorded.
final class SecretChecker {
  private let context: DeclarationContext

  init(_ context: DeclarationContext) { self.context = context }

  func check(_ segment: ExpressionSegmentSyntax) {
    guard let argument = segment.expressions.first, segment.expressions.count == 1 else { return }
    if isSecret(argument.expression) { context.report(.interpolatedSecret(argument.expression, segment: segment)) }
  }

  private func isSecret(_ expression: ExprSyntax) -> Bool {
    if let call = expression.rootCall { return Self.namesSecret(call.calledExpression) }
    guard let name = expression.referencedName else { return false }
    if let origin = context.origin(of: expression), let call = origin.rootCall { return Self.namesSecret(call.calledExpression) }
    guard context.local(name) == nil || expression.is(MemberAccessExprSyntax.self), let member = context.members[name] else { return false }
    return member.type?.isSecret ?? false
  }

  /// Whether a callee is `Secret`, `Secret<String>` or a static member of it, as in `Secret.environmentVariable("PASSWORD")`.
  private static func namesSecret(_ callee: ExprSyntax) -> Bool {
    if let generic = callee.as(GenericSpecializationExprSyntax.self) { return namesSecret(generic.expression) }
    if let member = callee.as(MemberAccessExprSyntax.self) { return member.base.map(namesSecret) ?? false }
    return callee.as(DeclReferenceExprSyntax.self)?.baseName.text == "Secret"
  }
}

extension TypeSyntax {
  /// Whether the type is written `Secret`, `Secret<T>` or an optional of it.
  fileprivate var isSecret: Bool {
    if let optional = self.as(OptionalTypeSyntax.self) { return optional.wrappedType.isSecret }
    if let member = self.as(MemberTypeSyntax.self) { return member.name.text == "Secret" }
    return self.as(IdentifierTypeSyntax.self)?.name.text == "Secret"
  }
}

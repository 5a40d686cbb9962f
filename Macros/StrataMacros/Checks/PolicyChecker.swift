import SwiftSyntax

/// Checks IAM statements: `Allow` and `Deny` calls, and policies written as JSON literals.
final class PolicyChecker {
  private let context: DeclarationContext

  init(_ context: DeclarationContext) { self.context = context }

  func check(_ call: FunctionCallExprSyntax) {}

  func check(_ element: DictionaryElementSyntax) {}
}

import SwiftSyntax

/// Checks address ranges against each other: subnets in their VPC, and subnets that overlap.
final class NetworkChecker {
  private let context: DeclarationContext

  init(_ context: DeclarationContext) { self.context = context }

  func check(_ call: FunctionCallExprSyntax, _ signature: CallSignature) {}

  func finish() {}
}

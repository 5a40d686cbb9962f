import ResourceCatalog
import SwiftSyntax

/// Checks IAM statements: the actions and resources of `Allow` and `Deny`, and the actions of statements written as JSON literals.
final class PolicyChecker {
  private let context: DeclarationContext

  init(_ context: DeclarationContext) { self.context = context }

  /// Checks `Allow("kms:Decrypt", on: "arn:…")`.
  func check(_ call: FunctionCallExprSyntax) {
    guard let name = call.calledExpression.referencedName, name == "Allow" || name == "Deny" else { return }
    var isResource = false
    for argument in call.arguments {
      // Further values of a variadic parameter have no label of their own.
      if let label = argument.label?.text { isResource = label == "on" }
      if isResource { checkResource(argument.expression) } else if argument.label == nil { checkActions(argument.expression) }
    }
  }

  /// Checks `"Action": […]` of a statement in a policy that is no part of a resource's own call, such as one that a method returns.
  func check(_ dictionary: DictionaryExprSyntax) {
    guard case .elements(let elements) = dictionary.content, elements.contains(where: { $0.key.literalText == "Effect" }) else { return }
    for element in elements {
      if let key = element.key.literalText, key == "Action" || key == "NotAction" { checkActions(element.value) }
    }
  }

  private func checkActions(_ expression: ExprSyntax) {
    context.resolve(expression).forEachOutcome { outcome in
      if let array = outcome.as(ArrayExprSyntax.self) {
        for element in array.elements { checkActions(element.expression) }
      } else if let action = outcome.literalText, let violation = ActionRules.violation(of: action) {
        context.report(.violation(violation, at: place(outcome, expression)))
      }
    }
  }

  private func checkResource(_ expression: ExprSyntax) {
    context.resolve(expression).forEachOutcome { outcome in
      guard let text = outcome.literalText, text != "*", !text.hasPrefix("arn:*"),
        let violation = IdentifierRules.arnViolation(of: text, subject: "the resource of a statement")
      else { return }
      context.report(.violation(violation, at: place(outcome, expression)))
    }
  }

  private func place(_ value: ExprSyntax, _ mention: ExprSyntax) -> SourcePlace {
    SourcePlace(
      value: SourceValue(value, .unknown(.any), mention: value.position == mention.position ? nil : mention), field: nil, isExact: true)
  }
}

import ResourceCatalog
import SwiftSyntax

/// Checks the literals of an argument against the schema of its property, at any depth.
final class ValueChecker {
  private let context: DeclarationContext
  /// Checks a nested call; set by the call checker that owns this one.
  var checkCall: (FunctionCallExprSyntax, CallSignature) -> Void = { _, _ in }

  init(_ context: DeclarationContext) { self.context = context }

  func check(_ expression: ExprSyntax, _ parameter: CallSignature.Parameter, of signature: CallSignature) {
    check(expression, parameter.schema, parameter, of: signature)
  }

  private func check(_ expression: ExprSyntax, _ schema: Schema, _ parameter: CallSignature.Parameter, of signature: CallSignature) {
    expression.forEachOutcome { outcome in
      if let array = outcome.as(ArrayExprSyntax.self) {
        checkElements(of: array, schema, parameter, of: signature)
      } else if let dictionary = outcome.as(DictionaryExprSyntax.self) {
        checkValues(of: dictionary, schema, parameter, of: signature)
      } else if let call = outcome.as(FunctionCallExprSyntax.self), call.isImplicitInitializer {
        if let shape = context.signatures.shape(of: schema, named: parameter.property, of: signature) { checkCall(call, shape) }
      }
    }
  }

  private func checkElements(
    of array: ArrayExprSyntax, _ schema: Schema, _ parameter: CallSignature.Parameter, of signature: CallSignature
  ) {
    guard let element = schema.resolved.element else { return }
    for item in array.elements { check(item.expression, element, parameter, of: signature) }
  }

  private func checkValues(
    of dictionary: DictionaryExprSyntax, _ schema: Schema, _ parameter: CallSignature.Parameter, of signature: CallSignature
  ) {
    guard schema.resolved.kind == .map, let element = schema.resolved.element, case .elements(let items) = dictionary.content else {
      return
    }
    for item in items { check(item.value, element, parameter, of: signature) }
  }
}

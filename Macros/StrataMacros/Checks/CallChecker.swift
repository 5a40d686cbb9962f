import ResourceCatalog
import SwiftSyntax
import TypeProvider

/// Checks the arguments of a generated initializer: labels, their order, what is missing, and the document that the literals make.
final class CallChecker {
  private let context: DeclarationContext
  /// Calls that were checked, also as a part of another one.
  private var checked: Set<SyntaxIdentifier> = []
  /// The properties that were reported as missing or misspelled, by call.
  private var missing: [SyntaxIdentifier: [String]] = [:]

  init(_ context: DeclarationContext) { self.context = context }

  /// Checks a call of a resource's initializer with everything nested in it, or of a shape that stands by itself.
  func check(_ call: FunctionCallExprSyntax, against signature: CallSignature) {
    guard !checked.contains(call.id) else { return }
    let reader = SourceValueReader(
      context, onShape: { [self] in checkLabels(of: $0, $1) },
      onIdentifier: { [context] in context.report(.literalIdentifier($0, parameter: $1, target: $2)) })
    let document = reader.read(call, signature)
    let checker = DocumentChecker(context, document, signature) { [missing] node, message in
      missing[node]?.contains { message.hasSuffix(" requires \($0)") } ?? false
    }
    checker.check()
  }

  /// Checks `.init(…)` whose type is written next to it: `func rule() -> WAFv2.WebACL.Rule { .init(…) }`.
  func checkResult(_ expression: ExprSyntax, as type: TypeSyntax) {
    let type = type.as(OptionalTypeSyntax.self)?.wrappedType ?? type
    if let array = type.as(ArrayTypeSyntax.self) {
      expression.forEachOutcome { [self] outcome in
        outcome.as(ArrayExprSyntax.self)?.elements.forEach { checkResult($0.expression, as: array.element) }
      }
      return
    }
    guard let signature = context.signatures.signature(of: type) else { return }
    expression.forEachOutcome { outcome in
      if let call = outcome.as(FunctionCallExprSyntax.self), call.isImplicitInitializer { check(call, against: signature) }
    }
  }

  /// Parameters that no property stands behind.
  private static let hidden = PropertyLabel.sourceLocationLabels

  private func checkLabels(of call: FunctionCallExprSyntax, _ signature: CallSignature) {
    guard checked.insert(call.id).inserted else { return }
    var positions: [Int?] = []
    var given: Set<Int> = []
    for argument in call.arguments {
      guard let label = argument.label else {
        positions.append(nil)
        continue
      }
      let name = label.text.trimmingBackticks
      let position = signature.position(of: name)
      positions.append(position)
      if let position {
        given.insert(position)
      } else if !Self.hidden.contains(name) {
        let nearest = NearestName.nearest(to: name, among: signature.parameters.map(\.label))
        // The slip stands for the property that was meant, so that it is not reported as missing too.
        if let position = nearest.flatMap(signature.position(of:)) {
          given.insert(position)
          missing[call.id, default: []].append(signature.parameters[position].property)
        }
        context.report(.unknownProperty(name, nearest: nearest, at: label, of: signature))
      }
    }
    let known = positions.compactMap { $0 }
    if zip(known, known.dropFirst()).contains(where: { $0 > $1 }) { context.report(.wrongOrder(call, positions: positions, of: signature)) }
    guard call.trailingClosure == nil else { return }
    let absent = signature.parameters.enumerated().filter { $0.element.isRequired && !given.contains($0.offset) }.map(\.element)
    if !absent.isEmpty {
      missing[call.id, default: []] += absent.map(\.property)
      context.report(.missingProperties(absent, in: call, of: signature))
    }
  }
}

extension String {
  /// The name without the backticks that a keyword needs.
  var trimmingBackticks: String { hasPrefix("`") && hasSuffix("`") && count > 2 ? String(dropFirst().dropLast()) : self }
}

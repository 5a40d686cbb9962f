import SwiftSyntax

/// Checks the arguments of a generated initializer: labels, their order, what is missing, and each literal.
final class CallChecker {
  private let context: DeclarationContext
  private let values: ValueChecker

  init(_ context: DeclarationContext) {
    self.context = context
    values = ValueChecker(context)
    values.checkCall = { [unowned self] in check($0, against: $1) }
  }

  func check(_ call: FunctionCallExprSyntax, against signature: CallSignature) {
    var positions: [Int?] = []
    var given: Set<String> = []
    for argument in call.arguments {
      guard let label = argument.label else {
        positions.append(nil)
        continue
      }
      let name = label.text.trimmingBackticks
      guard let position = signature.position(of: name) else {
        positions.append(nil)
        if !Self.hidden.contains(name) { context.report(.unknownProperty(name, at: label, of: signature)) }
        continue
      }
      positions.append(position)
      let parameter = signature.parameters[position]
      if !argument.expression.isNil { given.insert(parameter.property) }
      values.check(argument.expression, parameter, of: signature)
    }
    checkOrder(of: call, positions, signature)
    checkPresence(in: call, given, signature)
  }

  /// The parameters for the source location, which no property stands behind.
  private static let hidden: Set<String> = ["fileID", "line", "column"]

  private func checkOrder(of call: FunctionCallExprSyntax, _ positions: [Int?], _ signature: CallSignature) {
    let known = positions.compactMap { $0 }
    guard zip(known, known.dropFirst()).contains(where: { $0 > $1 }) else { return }
    context.report(.wrongOrder(call, positions: positions, of: signature))
  }

  private func checkPresence(in call: FunctionCallExprSyntax, _ given: Set<String>, _ signature: CallSignature) {
    guard call.trailingClosure == nil else { return }
    let missing = signature.parameters.filter { $0.isRequired && !given.contains($0.property) }
    if !missing.isEmpty { context.report(.missingProperties(missing, in: call, of: signature)) }
  }
}

extension String {
  /// The name without the backticks that a keyword needs.
  var trimmingBackticks: String { hasPrefix("`") && hasSuffix("`") && count > 2 ? String(dropFirst().dropLast()) : self }
}

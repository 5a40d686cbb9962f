import ResourceCatalog
import SwiftSyntax

/// An address range that the source gives: a literal, a constant, or a block of such a range with literal numbers.
struct AddressRange {
  let text: String

  /// Static members that stand for ranges.
  static let named = ["anywhere": "0.0.0.0/0", "anywhereIPv6": "::/0"]

  init?(of expression: ExprSyntax, in context: DeclarationContext) {
    let value = context.resolve(expression)
    if let literal = value.literalText {
      text = literal
      return
    }
    guard let call = value.as(FunctionCallExprSyntax.self) else { return nil }
    // `CIDR("10.0.0.0/16")` and `CIDR(stringLiteral: …)` are the literal inside.
    if call.calledExpression.referencedName == "CIDR", let literal = call.arguments.first?.expression.literalText {
      text = literal
      return
    }
    guard call.calledMember == "block", let base = call.calledExpression.as(MemberAccessExprSyntax.self)?.base, call.arguments.count == 2,
      let number = call.arguments.first.flatMap({ context.resolve($0.expression).literalInteger }),
      let prefix = call.argument("prefix").flatMap({ context.resolve($0.expression).literalInteger }),
      let outer = AddressRange(of: base, in: context), let block = CIDRBlock(outer.text)?.network.block(number, prefix: prefix)
    else { return nil }
    text = "\(block)"
  }
}

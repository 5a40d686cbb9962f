import ResourceCatalog
import SwiftDiagnostics
import SwiftSyntax

extension Diagnostic {
  /// A range that does not fit where it is used.
  static func networkViolation(_ violation: RuleViolation, at node: ExprSyntax, related: ExprSyntax, _ note: String) -> Diagnostic {
    StackDiagnostic.make(
      "subnet-outside-vpc", at: node, violation.message, related: [StackDiagnostic.Related(related, note)],
      remedies: node.literalText == nil ? [] : violation.replacements.map { .write($0, over: node) })
  }

  /// Two subnets of one VPC that share addresses.
  static func networkOverlap(_ message: String, at node: ExprSyntax, other: ExprSyntax) -> Diagnostic {
    StackDiagnostic.make("subnet-overlap", at: node, message, related: [StackDiagnostic.Related(other, "the other subnet")])
  }

  /// A range that each iteration of a loop would use again.
  static func invariantRange(_ range: String, at node: ExprSyntax, loop: EnclosingLoop) -> Diagnostic {
    StackDiagnostic.make(
      "loop-invariant-range", at: node,
      "every iteration of this loop makes a subnet \(range); take one block for each, as in range.block(i, prefix: 24)",
      related: [StackDiagnostic.Related(loop.node, "the loop")])
  }

  /// A block that is larger than the range it is taken from.
  static func impossiblePrefix(_ prefix: Int, of range: CIDRBlock, at node: ExprSyntax) -> Diagnostic {
    StackDiagnostic.make(
      "impossible-block", at: node, "\(range) holds no /\(prefix): the prefix must be in \(range.prefix)...\(range.family.width)")
  }

  /// A block number beyond the last one.
  static func impossibleBlock(_ number: Int, prefix: Int, of range: CIDRBlock, at node: ExprSyntax) -> Diagnostic {
    let bits = prefix - range.prefix
    let count = bits < 63 ? String(1 << bits) : "2^\(bits)"
    return StackDiagnostic.make(
      "impossible-block", at: node, "\(range) has no /\(prefix) block number \(number): there are \(count), counted from 0")
  }
}

import ResourceCatalog
import SwiftSyntax

/// Checks address ranges against each other: subnets in their VPC, subnets that overlap, and blocks that do not exist.
///
/// Only ranges that the source gives are known here: literals, constants, and blocks of them with literal numbers.
final class NetworkChecker {
  private struct Subnet {
    var range: String
    var node: ExprSyntax
    var branches: [BranchArm]
  }

  private struct Network: Hashable {
    /// Empty for code that always runs, the method's name otherwise.
    var scope: String
    /// The expression that names the VPC.
    var vpc: String
  }

  private let context: DeclarationContext
  private var subnets: [Network: [Subnet]] = [:]
  private var order: [Network] = []

  init(_ context: DeclarationContext) { self.context = context }

  func check(_ call: FunctionCallExprSyntax, _ signature: CallSignature) {
    guard signature.name == "AWS::EC2::Subnet", let vpc = call.argument("vpcId")?.expression,
      let argument = call.argument("cidrBlock")?.expression,
      let range = AddressRange(of: argument, in: context)?.text, CIDRBlock(range) != nil
    else { return }
    if let loop = context.loops.last, MentionedNames(in: vpc).names.isDisjoint(with: loop.varyingNames) {
      return context.report(.invariantRange(range, at: argument, loop: loop))
    }
    let outer = vpcRange(vpc)
    if let outer, let violation = NetworkRules.containment(of: range, in: [outer.text]) {
      context.report(.networkViolation(violation, at: argument, related: outer.node, "the range of the VPC"))
    }
    let scope = context.member?.role == .placed ? "" : context.member?.name ?? ""
    let network = Network(scope: scope, vpc: vpc.trimmedDescription)
    if subnets[network] == nil { order.append(network) }
    subnets[network, default: []].append(Subnet(range: range, node: argument, branches: context.branches))
  }

  /// Checks `range.block(n, prefix: p)` with literal numbers.
  func checkBlock(_ call: FunctionCallExprSyntax) {
    guard call.calledMember == "block", let base = call.calledExpression.as(MemberAccessExprSyntax.self)?.base,
      let first = call.arguments.first, let prefixArgument = call.argument("prefix"),
      let prefix = context.resolve(prefixArgument.expression).literalInteger,
      let text = AddressRange(of: base, in: context)?.text, let outer = CIDRBlock(text)?.network
    else { return }
    guard prefix >= outer.prefix, prefix <= outer.family.width else {
      return context.report(.impossiblePrefix(prefix, of: outer, at: prefixArgument.expression))
    }
    guard let number = context.resolve(first.expression).literalInteger, outer.block(number, prefix: prefix) == nil else { return }
    context.report(.impossibleBlock(number, prefix: prefix, of: outer, at: first.expression))
  }

  /// Compares all subnets of each VPC.
  func finish() {
    for network in order {
      let members = subnets[network] ?? []
      for (earlier, later) in NetworkRules.overlaps(among: members.map(\.range))
      where !members[earlier].branches.excludes(members[later].branches) {
        let message = NetworkRules.overlapMessage(members[later].range, members[earlier].range)
        context.report(.networkOverlap(message, at: members[later].node, other: members[earlier].node))
      }
    }
  }

  /// The only range of a VPC that is declared here.
  private func vpcRange(_ vpc: ExprSyntax) -> (text: String, node: ExprSyntax)? {
    guard let call = context.origin(of: vpc)?.rootCall, context.signatures.signature(of: call.calledExpression)?.name == "AWS::EC2::VPC",
      let argument = call.argument("cidrBlock")?.expression, let range = AddressRange(of: argument, in: context)
    else { return nil }
    return (range.text, argument)
  }
}

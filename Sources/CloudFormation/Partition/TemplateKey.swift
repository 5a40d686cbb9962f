import StrataModel

/// What belongs together: a stack in one account and region, one of its components where the stack is too large, or an action.
struct TemplateKey: Hashable, Comparable {
  var stack: String
  var account: String
  var region: String
  var partition: String
  /// The outermost component; empty for what stands in the stack itself, `nil` where the stack is whole.
  var component: String?
  /// An action, which is by itself: it is done between two templates.
  var action: ResourceAddress?

  init(_ node: ResourceNode) {
    stack = node.address.stack
    account = node.placement.account
    region = node.placement.region
    partition = node.placement.partition
    action = node.isAction ? node.address : nil
  }

  /// The key of the component that a resource belongs to.
  func narrowed(to address: ResourceAddress) -> TemplateKey {
    var key = self
    let parts = address.path.split(separator: "/")
    key.component = parts.count > 2 ? String(parts[1]) : ""
    return key
  }

  /// Whether both are in one account and region, so that one can import what the other exports.
  func sharesPlacement(with other: TemplateKey) -> Bool { account == other.account && region == other.region }

  private var order: [String] { [stack, account, region, component ?? "", action?.path ?? ""] }

  static func < (left: TemplateKey, right: TemplateKey) -> Bool { left.order.lexicographicallyPrecedes(right.order) }
}

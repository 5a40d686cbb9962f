/// A part of an environment that is deployed and shown as one: a `final class` with `@Stack`.
///
/// Its inputs are its `let`s, what it shares with other stacks are its `lazy var`s, and the rest stands in ``body``. The macro writes the
/// initializer and the members below; nothing of this protocol is written by hand.
///
/// ```swift
/// @Stack final class NetworkStack {
///   let zones: [String]
///   lazy var vpc = EC2.VPC("main", cidrBlock: "10.0.0.0/16")
///   var body: some Infrastructure {
///     for (i, zone) in zones.enumerated() {
///       EC2.Subnet("private-\(i + 1)", vpcId: vpc, availabilityZone: zone, cidrBlock: "10.0.\(i).0/24")
///     }
///   }
/// }
/// ```
///
/// The first segment of its resources' addresses is its `let id: String` if it has one, else the argument of `@Stack("network")`, else its type
/// name in kebab case without the suffix `Stack`.
public protocol Stack: Modifiable {
  /// The type of ``body``.
  associatedtype Body: Infrastructure

  /// What the stack declares beside its `lazy var`s.
  @InfrastructureBuilder var body: Body { get }

  /// What modifiers such as ``protected()`` said about the stack.
  var modifiers: Modifiers { get }
}

extension Stack where Body == Group {
  /// A stack whose `lazy var`s are everything needs no body.
  public var body: Group { Group([]) }
}

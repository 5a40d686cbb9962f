/// Several pieces of infrastructure in order: what a body written with ``InfrastructureBuilder`` becomes.
public struct Group: Infrastructure {
  /// The pieces, in the order in which they were written.
  public let members: [any Infrastructure]

  /// Creates a group.
  public init(_ members: [any Infrastructure]) { self.members = members }

  /// Creates a group from a body, for code that builds infrastructure outside of a stack.
  public init(@InfrastructureBuilder _ members: () -> Group) { self = members() }

  public func declare(in context: DeclarationContext) {
    for member in members { member.declare(in: context) }
  }
}

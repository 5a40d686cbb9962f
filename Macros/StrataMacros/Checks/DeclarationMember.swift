import SwiftSyntax

/// A member of the declaration that is being checked.
final class DeclarationMember {
  enum Role {
    /// Runs whenever the declaration is placed: a stored or lazy property, or `body`.
    case placed
    /// Runs when somebody calls it, perhaps never, perhaps more than once.
    case method
    /// A computed property: runs at each access.
    case computed
  }

  /// A mention of another member.
  struct Mention {
    var name: String
    var node: Syntax
  }

  let name: String
  let role: Role
  let isLazy: Bool
  let node: Syntax
  /// The value that a stored property is given.
  let value: ExprSyntax?
  /// Whether the value never changes: a `let`, with or without a value here.
  let isConstant: Bool
  /// The written type of a stored property.
  let type: TypeSyntax?
  /// Whether a result builder gathers what the member's code mentions.
  let isBuilder: Bool
  /// The other members that this one mentions, in source order.
  var mentions: [Mention] = []

  init(
    name: String, role: Role, node: some SyntaxProtocol, value: ExprSyntax? = nil, type: TypeSyntax? = nil, isLazy: Bool = false,
    isConstant: Bool = false, isBuilder: Bool = false
  ) {
    self.name = name
    self.role = role
    self.isLazy = isLazy
    self.node = Syntax(node)
    self.value = value
    self.type = type
    self.isConstant = isConstant
    self.isBuilder = isBuilder
  }
}

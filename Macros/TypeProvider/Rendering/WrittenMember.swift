/// A stored member that a program wrote into its own resource type, already checked against the schema.
public struct WrittenMember: Sendable {
  /// The member's name: the label of a property.
  public let name: String

  /// The type as written.
  public let type: String

  /// The default value as written, if there is one.
  public let defaultValue: String?

  /// Whether the member is a `let` with a value, so that the property has this value and no parameter.
  public let isFixed: Bool

  /// Creates a member.
  public init(name: String, type: String, defaultValue: String?, isFixed: Bool) {
    self.name = name
    self.type = type
    self.defaultValue = defaultValue
    self.isFixed = isFixed
  }

  /// Whether the written type is an optional.
  public var isOptional: Bool { type.hasSuffix("?") }
}

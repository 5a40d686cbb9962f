public import StrataModel

/// An object as its service describes it.
public struct ObjectDescription: Sendable, Hashable {
  /// The CloudFormation primary identifier, its parts joined by `|`.
  public var identifier: String
  /// The provider's private document.
  public var handle: PropertyValue?
  /// All readable properties, read-only ones among them.
  public var properties: PropertyObject
  /// Until when a deleted object is kept (seconds since 1970); `nil` for one in use.
  public var pendingDeletionUntil: Int?

  /// Creates a description.
  public init(identifier: String, handle: PropertyValue? = nil, properties: PropertyObject, pendingDeletionUntil: Int? = nil) {
    self.identifier = identifier
    self.handle = handle
    self.properties = properties
    self.pendingDeletionUntil = pendingDeletionUntil
  }
}

public import StrataModel

/// An object to change.
public struct UpdateRequest: Sendable, Hashable {
  public var target: ObjectTarget
  /// All desired properties, fully resolved.
  public var properties: PropertyObject
  /// The properties as they were last applied.
  public var previous: PropertyObject
  /// The paths that differ.
  public var changedPaths: [PropertyPath]
  public var token: String?

  /// Creates a request.
  public init(target: ObjectTarget, properties: PropertyObject, previous: PropertyObject, changedPaths: [PropertyPath], token: String?) {
    self.target = target
    self.properties = properties
    self.previous = previous
    self.changedPaths = changedPaths
    self.token = token
  }
}

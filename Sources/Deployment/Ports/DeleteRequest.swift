public import StrataModel

/// An object to delete.
public struct DeleteRequest: Sendable, Hashable {
  public var target: ObjectTarget
  /// The properties as they were last applied; some deletes need them (a waiting window, a parent).
  public var properties: PropertyObject
  public var token: String?

  /// Creates a request.
  public init(target: ObjectTarget, properties: PropertyObject, token: String?) {
    self.target = target
    self.properties = properties
    self.token = token
  }
}

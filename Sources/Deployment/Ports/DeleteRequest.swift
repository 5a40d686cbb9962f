public import StrataModel

/// An object to delete.
public struct DeleteRequest: Sendable, Hashable {
  public var target: ObjectTarget
  /// The properties as they were last applied; some deletes need them (a waiting window, a parent).
  public var properties: PropertyObject
  public var token: String?
  /// Whether the service's own protection against deletion is switched off first: the user has acknowledged the loss.
  public var liftsProtection: Bool

  /// Creates a request.
  public init(target: ObjectTarget, properties: PropertyObject, token: String?, liftsProtection: Bool = false) {
    self.target = target
    self.properties = properties
    self.token = token
    self.liftsProtection = liftsProtection
  }
}

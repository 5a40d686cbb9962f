public import StrataModel

/// An object to make.
public struct CreateRequest: Sendable, Hashable {
  public var type: String
  public var placement: Placement
  public var route: ResourceRecord.Route
  /// The properties, fully resolved, with identity tags and secrets in place.
  public var properties: PropertyObject
  /// The idempotency token, where the API takes one.
  public var token: String?
  /// Whose object it will be: names that no declaration can give are made of it.
  public var instance: InstanceID?

  /// Creates a request.
  public init(
    type: String, placement: Placement, route: ResourceRecord.Route, properties: PropertyObject, token: String?, instance: InstanceID? = nil
  ) {
    self.type = type
    self.placement = placement
    self.route = route
    self.properties = properties
    self.token = token
    self.instance = instance
  }
}

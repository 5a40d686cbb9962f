public import StrataModel

/// One existing object.
public struct ObjectTarget: Sendable, Hashable {
  public var type: String
  public var placement: Placement
  public var route: ResourceRecord.Route
  public var identifier: String
  public var handle: PropertyValue?

  /// Creates a target.
  public init(type: String, placement: Placement, route: ResourceRecord.Route, identifier: String, handle: PropertyValue? = nil) {
    self.type = type
    self.placement = placement
    self.route = route
    self.identifier = identifier
    self.handle = handle
  }
}

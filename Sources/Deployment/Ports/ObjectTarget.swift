public import StrataModel

/// One existing object.
public struct ObjectTarget: Sendable, Hashable {
  public var type: String
  public var placement: Placement
  public var route: ResourceRecord.Route
  public var identifier: String
  public var handle: PropertyValue?
  /// What was declared of the object: as last applied, and as it is being applied; empty where nobody knows.
  ///
  /// An API that shows what other resources add to the object (a role's policies that stand apart from it) is read by it.
  public var declared: [PropertyObject]

  /// Creates a target.
  public init(
    type: String, placement: Placement, route: ResourceRecord.Route, identifier: String, handle: PropertyValue? = nil,
    declared: [PropertyObject] = []
  ) {
    self.type = type
    self.placement = placement
    self.route = route
    self.identifier = identifier
    self.handle = handle
    self.declared = declared
  }
}

public import StrataModel

/// A search for objects of a type.
public struct ObjectQuery: Sendable, Hashable {
  /// What the objects have in common.
  public enum Filter: Sendable, Hashable {
    /// All that the API lists.
    case all
    /// A tag with a value.
    case tag(key: String, value: String)
    /// Equal values of these properties: a name, or an occupancy key.
    case properties(PropertyObject)
    /// The caller's reference that a create was given, where the service refuses to repeat it and shows it: no property of a document.
    case callerReference(String)
  }

  public var type: String
  public var placement: Placement
  public var route: ResourceRecord.Route
  public var filter: Filter
  /// Whether a lagging index may answer; recovery asks again without it before it believes in absence.
  public var allowsIndex: Bool

  /// Creates a query.
  public init(type: String, placement: Placement, route: ResourceRecord.Route, filter: Filter, allowsIndex: Bool = false) {
    self.type = type
    self.placement = placement
    self.route = route
    self.filter = filter
    self.allowsIndex = allowsIndex
  }
}

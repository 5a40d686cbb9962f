/// What happens to one process; points are counted from its beginning.
package enum Disruption: Sendable, Hashable {
  /// The process dies at a point.
  case crash(at: Int)
  /// The user interrupts it: once, or twice when it shall wait for nothing.
  case stop(at: Int, twice: Bool)
  /// The disk is full for a number of points.
  case diskFull(at: Int, points: Int)
  /// Somebody else tries to deploy at a point.
  case rival(at: Int)
  /// Another deployment comes between the plan and its application.
  case stalePlan
  /// Somebody changes something between plan and application.
  case foreign(ForeignChange)
}

/// What somebody does to an object of ours; which object follows from the number.
package enum ForeignChange: Sendable, Hashable {
  case delete(Int)
  case change(Int)
}

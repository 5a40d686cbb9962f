/// An edge of the graph: what one resource waits for.
public struct Dependency: Sendable, Hashable {
  /// How far a producer must have come before its consumer may start.
  public enum Readiness: String, Sendable, Hashable, CaseIterable {
    /// The identifier is known.
    case identifier
    /// The readable attributes are known.
    case readable
    /// The resource is stable, as its service defines it.
    case stable
  }

  /// The resource that is waited for.
  public var address: ResourceAddress

  public var readiness: Readiness

  /// The paths in the consumer's document that refer to the producer; empty for an edge that was declared with `after`.
  public var paths: [PropertyPath]

  /// Creates an edge.
  public init(on address: ResourceAddress, readiness: Readiness = .stable, paths: [PropertyPath] = []) {
    self.address = address
    self.readiness = readiness
    self.paths = paths
  }
}

/// An edge as state keeps it: on the consumer, by the producer's instance.
public struct RecordedEdge: Sendable, Hashable {
  public var instance: InstanceID
  public var address: ResourceAddress
  public var readiness: Dependency.Readiness
  public var paths: [PropertyPath]

  /// Creates an edge.
  public init(instance: InstanceID, address: ResourceAddress, readiness: Dependency.Readiness = .stable, paths: [PropertyPath] = []) {
    self.instance = instance
    self.address = address
    self.readiness = readiness
    self.paths = paths
  }
}

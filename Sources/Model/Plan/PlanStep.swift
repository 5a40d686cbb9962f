/// One thing that a plan does to one incarnation of a resource.
public struct PlanStep: Sendable, Hashable {
  /// What a step does; a replacement is two linked steps, a create and a delete.
  public enum Operation: String, Sendable, Hashable, CaseIterable {
    /// Nothing; the step stays so that order through it is not lost.
    case keep
    case create
    case update
    case delete
    /// The record is dropped and the object stays.
    case forget
    /// An existing object is taken over, then updated where it differs.
    case adopt
    /// Only metadata of the record changes.
    case note
  }

  /// Something about a step that the user must see.
  public enum Marker: String, Sendable, Hashable, CaseIterable {
    case dataLoss
    case irreversible
    case protected
    /// The step is one half of a replacement.
    case replacement
  }

  /// A step that must have come far enough before this one may start.
  public struct Need: Sendable, Hashable {
    public var step: Int
    public var readiness: Dependency.Readiness

    /// Creates a need.
    public init(_ step: Int, readiness: Dependency.Readiness = .stable) {
      self.step = step
      self.readiness = readiness
    }
  }

  /// The step's index in its plan.
  public var id: Int
  public var operation: Operation
  public var address: ResourceAddress
  public var type: String
  public var placement: Placement
  /// The incarnation that is made, changed or deleted.
  public var instance: InstanceID
  public var generation: Int
  /// The desired resource; `nil` for delete and forget.
  public var desired: ResourceNode?
  /// The recorded incarnation at planning time, by ``instance``, that an update, delete, keep, note or forget acts on.
  public var hasRecord: Bool
  public var changes: [PropertyChange]
  /// Why the step is in the plan, one sentence each.
  public var because: [String]
  /// The paths whose values decide, once they are known, whether the step runs at all.
  public var onlyIfChanged: [PropertyPath]
  public var needs: [Need]
  public var markers: [Marker]
  /// The other half of a replacement.
  public var counterpart: Int?
  /// The owned units of the desired document.
  public var ownedPaths: [PropertyPath]
  /// The edges to record, by producer instance.
  public var edges: [RecordedEdge]
  /// The physical name that the engine chose, by property; already part of ``desired``.
  public var chosenNames: [String]
  /// The record's number of successful changes at planning time; 0 without a record.
  public var revision: Int
  /// The expected duration in milliseconds, for the order of work.
  public var estimate: Int
  /// Where the step's resource was declared, or was when it was last applied.
  public var source: SourceLocation

  /// Creates a step.
  public init(
    id: Int, operation: Operation, address: ResourceAddress, type: String, placement: Placement, instance: InstanceID, generation: Int,
    desired: ResourceNode?, hasRecord: Bool, changes: [PropertyChange] = [], because: [String] = [], onlyIfChanged: [PropertyPath] = [],
    needs: [Need] = [], markers: [Marker] = [], counterpart: Int? = nil, ownedPaths: [PropertyPath] = [], edges: [RecordedEdge] = [],
    chosenNames: [String] = [], revision: Int = 0, estimate: Int = 0, source: SourceLocation
  ) {
    self.id = id
    self.operation = operation
    self.address = address
    self.type = type
    self.placement = placement
    self.instance = instance
    self.generation = generation
    self.desired = desired
    self.hasRecord = hasRecord
    self.changes = changes
    self.because = because
    self.onlyIfChanged = onlyIfChanged
    self.needs = needs
    self.markers = markers
    self.counterpart = counterpart
    self.ownedPaths = ownedPaths
    self.edges = edges
    self.chosenNames = chosenNames
    self.revision = revision
    self.estimate = estimate
    self.source = source
  }
}

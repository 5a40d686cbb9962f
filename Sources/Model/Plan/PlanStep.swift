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
  public var id: Int {
    get { storage.fields.id }
    _modify { yield &fields.id }
  }
  public var operation: Operation {
    get { storage.fields.operation }
    _modify { yield &fields.operation }
  }
  public var address: ResourceAddress {
    get { storage.fields.address }
    _modify { yield &fields.address }
  }
  public var type: String {
    get { storage.fields.type }
    _modify { yield &fields.type }
  }
  public var placement: Placement {
    get { storage.fields.placement }
    _modify { yield &fields.placement }
  }
  /// The incarnation that is made, changed or deleted.
  public var instance: InstanceID {
    get { storage.fields.instance }
    _modify { yield &fields.instance }
  }
  public var generation: Int {
    get { storage.fields.generation }
    _modify { yield &fields.generation }
  }
  /// The desired resource; `nil` for delete and forget.
  public var desired: ResourceNode? {
    get { storage.fields.desired }
    _modify { yield &fields.desired }
  }
  /// The recorded incarnation at planning time, by ``instance``, that an update, delete, keep, note or forget acts on.
  public var hasRecord: Bool {
    get { storage.fields.hasRecord }
    _modify { yield &fields.hasRecord }
  }
  public var changes: [PropertyChange] {
    get { storage.fields.changes }
    _modify { yield &fields.changes }
  }
  /// Why the step is in the plan, one sentence each.
  public var because: [String] {
    get { storage.fields.because }
    _modify { yield &fields.because }
  }
  /// The paths whose values decide, once they are known, whether the step runs at all.
  public var onlyIfChanged: [PropertyPath] {
    get { storage.fields.onlyIfChanged }
    _modify { yield &fields.onlyIfChanged }
  }
  public var needs: [Need] {
    get { storage.fields.needs }
    _modify { yield &fields.needs }
  }
  public var markers: [Marker] {
    get { storage.fields.markers }
    _modify { yield &fields.markers }
  }
  /// The other half of a replacement.
  public var counterpart: Int? {
    get { storage.fields.counterpart }
    _modify { yield &fields.counterpart }
  }
  /// The owned units of the desired document.
  public var ownedPaths: [PropertyPath] {
    get { storage.fields.ownedPaths }
    _modify { yield &fields.ownedPaths }
  }
  /// The edges to record, by producer instance.
  public var edges: [RecordedEdge] {
    get { storage.fields.edges }
    _modify { yield &fields.edges }
  }
  /// The physical name that the engine chose, by property; already part of ``desired``.
  public var chosenNames: [String] {
    get { storage.fields.chosenNames }
    _modify { yield &fields.chosenNames }
  }
  /// The record's number of successful changes at planning time; 0 without a record.
  public var revision: Int {
    get { storage.fields.revision }
    _modify { yield &fields.revision }
  }
  /// The expected duration in milliseconds, for the order of work.
  public var estimate: Int {
    get { storage.fields.estimate }
    _modify { yield &fields.estimate }
  }
  /// Where the step's resource was declared, or was when it was last applied.
  public var source: SourceLocation {
    get { storage.fields.source }
    _modify { yield &fields.source }
  }

  /// Creates a step.
  public init(
    id: Int, operation: Operation, address: ResourceAddress, type: String, placement: Placement, instance: InstanceID, generation: Int,
    desired: ResourceNode?, hasRecord: Bool, changes: [PropertyChange] = [], because: [String] = [], onlyIfChanged: [PropertyPath] = [],
    needs: [Need] = [], markers: [Marker] = [], counterpart: Int? = nil, ownedPaths: [PropertyPath] = [], edges: [RecordedEdge] = [],
    chosenNames: [String] = [], revision: Int = 0, estimate: Int = 0, source: SourceLocation
  ) {
    storage = Storage(
      Fields(
        id: id, operation: operation, address: address, type: type, placement: placement, instance: instance, generation: generation,
        desired: desired, hasRecord: hasRecord, changes: changes, because: because, onlyIfChanged: onlyIfChanged, needs: needs,
        markers: markers, counterpart: counterpart, ownedPaths: ownedPaths, edges: edges, chosenNames: chosenNames, revision: revision,
        estimate: estimate, source: source))
  }

  // MARK: Storage

  private struct Fields: Hashable {
    var id: Int
    var operation: Operation
    var address: ResourceAddress
    var type: String
    var placement: Placement
    var instance: InstanceID
    var generation: Int
    var desired: ResourceNode?
    var hasRecord: Bool
    var changes: [PropertyChange]
    var because: [String]
    var onlyIfChanged: [PropertyPath]
    var needs: [Need]
    var markers: [Marker]
    var counterpart: Int?
    var ownedPaths: [PropertyPath]
    var edges: [RecordedEdge]
    var chosenNames: [String]
    var revision: Int
    var estimate: Int
    var source: SourceLocation
  }

  /// What copies share until one of them changes: a copy costs one count of references, not one for each field.
  ///
  /// Each large value has its own: reading through a generic wrapper would copy all fields where files are optimized one by one,
  /// as in debug builds.
  private final class Storage: @unchecked Sendable {
    // Changed by `fields` only, which sees to it that nobody else holds the storage; and `Fields` is of Sendable values.
    var fields: Fields

    init(_ fields: Fields) { self.fields = fields }
  }

  private var storage: Storage

  private var fields: Fields {
    get { storage.fields }
    _modify {
      if !isKnownUniquelyReferenced(&storage) { storage = Storage(storage.fields) }
      yield &storage.fields
    }
  }

  public static func == (left: PlanStep, right: PlanStep) -> Bool { left.storage === right.storage || left.fields == right.fields }

  public func hash(into hasher: inout Hasher) { hasher.combine(storage.fields) }
}

extension PlanStep: CustomReflectable {
  /// The fields, for dumps and for what a failed test shows.
  public var customMirror: Mirror { Mirror(reflecting: storage.fields) }
}

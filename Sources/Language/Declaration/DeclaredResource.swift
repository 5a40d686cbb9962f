public import StrataModel

/// One resource as the program declared it, with its final address.
public struct DeclaredResource: Sendable, Hashable {
  /// The ids of the surrounding stacks and components and the resource's own, joined by `/`.
  public var address: ResourceAddress {
    get { storage.fields.address }
    _modify { yield &fields.address }
  }

  /// The CloudFormation type name, for example `AWS::KMS::Key`.
  public var type: String {
    get { storage.fields.type }
    _modify { yield &fields.type }
  }

  /// Where the resource lives: the environment's placement with the overrides of `placed(in:)` applied.
  public var placement: Placement {
    get { storage.fields.placement }
    _modify { yield &fields.placement }
  }

  /// Whether `placed(in:)` moved the resource away from the environment's placement.
  public var isPlacementOverridden: Bool {
    get { storage.fields.isPlacementOverridden }
    _modify { yield &fields.isPlacementOverridden }
  }

  /// The properties in CloudFormation's form; references name final addresses.
  public var properties: PropertyObject {
    get { storage.fields.properties }
    _modify { yield &fields.properties }
  }

  /// What modifiers said; ``Lifecycle/holdsData`` is left for synthesis to fill from the catalogue.
  public var lifecycle: Lifecycle {
    get { storage.fields.lifecycle }
    _modify { yield &fields.lifecycle }
  }

  /// The addresses given to `after`, in the order given, each once; edges that follow from references are not among them.
  public var explicitDependencies: [ResourceAddress] {
    get { storage.fields.explicitDependencies }
    _modify { yield &fields.explicitDependencies }
  }

  /// Addresses that the resource had in earlier programs, the most recent first.
  public var renamedFrom: [ResourceAddress] {
    get { storage.fields.renamedFrom }
    _modify { yield &fields.renamedFrom }
  }

  /// The identifier of an existing object that the declaration takes over.
  public var adoptedIdentifier: String? {
    get { storage.fields.adoptedIdentifier }
    _modify { yield &fields.adoptedIdentifier }
  }

  /// Where the resource was declared.
  public var source: SourceLocation {
    get { storage.fields.source }
    _modify { yield &fields.source }
  }

  /// Creates a declared resource.
  public init(
    address: ResourceAddress, type: String, placement: Placement, isPlacementOverridden: Bool = false, properties: PropertyObject = [:],
    lifecycle: Lifecycle = Lifecycle(), explicitDependencies: [ResourceAddress] = [], renamedFrom: [ResourceAddress] = [],
    adoptedIdentifier: String? = nil, source: SourceLocation
  ) {
    storage = Storage(
      Fields(
        address: address, type: type, placement: placement, isPlacementOverridden: isPlacementOverridden, properties: properties,
        lifecycle: lifecycle, explicitDependencies: explicitDependencies, renamedFrom: renamedFrom, adoptedIdentifier: adoptedIdentifier,
        source: source))
  }

  // MARK: Storage

  private struct Fields: Hashable {
    var address: ResourceAddress
    var type: String
    var placement: Placement
    var isPlacementOverridden: Bool
    var properties: PropertyObject
    var lifecycle: Lifecycle
    var explicitDependencies: [ResourceAddress]
    var renamedFrom: [ResourceAddress]
    var adoptedIdentifier: String?
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

  public static func == (left: DeclaredResource, right: DeclaredResource) -> Bool {
    left.storage === right.storage || left.fields == right.fields
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(storage.fields) }
}

extension DeclaredResource: CustomReflectable {
  /// The fields, for dumps and for what a failed test shows.
  public var customMirror: Mirror { Mirror(reflecting: storage.fields) }
}

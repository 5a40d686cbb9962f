/// A declared resource as the phases after the program see it.
public struct ResourceNode: Sendable, Hashable {
  public var address: ResourceAddress {
    get { storage.fields.address }
    _modify { yield &fields.address }
  }

  /// The CloudFormation type name, for example `AWS::KMS::Key`.
  public var type: String {
    get { storage.fields.type }
    _modify { yield &fields.type }
  }
  public var placement: Placement {
    get { storage.fields.placement }
    _modify { yield &fields.placement }
  }

  /// The desired properties in CloudFormation's form, with references left in.
  public var properties: PropertyObject {
    get { storage.fields.properties }
    _modify { yield &fields.properties }
  }
  public var lifecycle: Lifecycle {
    get { storage.fields.lifecycle }
    _modify { yield &fields.lifecycle }
  }

  /// The direct dependencies, ascending by address; each address once.
  public var dependencies: [Dependency] {
    get { storage.fields.dependencies }
    _modify { yield &fields.dependencies }
  }

  /// Addresses that this resource had in earlier programs.
  public var renamedFrom: [ResourceAddress] {
    get { storage.fields.renamedFrom }
    _modify { yield &fields.renamedFrom }
  }

  /// The identifier of an existing object that the declaration takes over.
  public var adoptedIdentifier: String? {
    get { storage.fields.adoptedIdentifier }
    _modify { yield &fields.adoptedIdentifier }
  }

  /// Where the resource was declared; part of no digest.
  public var source: SourceLocation {
    get { storage.fields.source }
    _modify { yield &fields.source }
  }

  /// Creates a node.
  public init(
    address: ResourceAddress, type: String, placement: Placement, properties: PropertyObject = [:], lifecycle: Lifecycle = Lifecycle(),
    dependencies: [Dependency] = [], renamedFrom: [ResourceAddress] = [], adoptedIdentifier: String? = nil, source: SourceLocation
  ) {
    storage = Storage(
      Fields(
        address: address, type: type, placement: placement, properties: properties, lifecycle: lifecycle, dependencies: dependencies,
        renamedFrom: renamedFrom, adoptedIdentifier: adoptedIdentifier, source: source))
  }

  // MARK: Storage

  private struct Fields: Hashable {
    var address: ResourceAddress
    var type: String
    var placement: Placement
    var properties: PropertyObject
    var lifecycle: Lifecycle
    var dependencies: [Dependency]
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

  public static func == (left: ResourceNode, right: ResourceNode) -> Bool { left.storage === right.storage || left.fields == right.fields }

  public func hash(into hasher: inout Hasher) { hasher.combine(storage.fields) }
}

extension ResourceNode: CustomReflectable {
  /// The fields, for dumps and for what a failed test shows.
  public var customMirror: Mirror { Mirror(reflecting: storage.fields) }
}

public import StrataModel

/// One resource as the program declared it, with its final address.
public struct DeclaredResource: Sendable, Hashable {
  /// The ids of the surrounding stacks and components and the resource's own, joined by `/`.
  public var address: ResourceAddress

  /// The CloudFormation type name, for example `AWS::KMS::Key`.
  public var type: String

  /// Where the resource lives: the environment's placement with the overrides of `placed(in:)` applied.
  public var placement: Placement

  /// Whether `placed(in:)` moved the resource away from the environment's placement.
  public var isPlacementOverridden: Bool

  /// The properties in CloudFormation's form; references name final addresses.
  public var properties: PropertyObject

  /// What modifiers said; ``Lifecycle/holdsData`` is left for synthesis to fill from the catalogue.
  public var lifecycle: Lifecycle

  /// The addresses given to `after`, in the order given, each once; edges that follow from references are not among them.
  public var explicitDependencies: [ResourceAddress]

  /// Addresses that the resource had in earlier programs, the most recent first.
  public var renamedFrom: [ResourceAddress]

  /// The identifier of an existing object that the declaration takes over.
  public var adoptedIdentifier: String?

  /// Where the resource was declared.
  public var source: SourceLocation

  /// Creates a declared resource.
  public init(
    address: ResourceAddress, type: String, placement: Placement, isPlacementOverridden: Bool = false, properties: PropertyObject = [:],
    lifecycle: Lifecycle = Lifecycle(), explicitDependencies: [ResourceAddress] = [], renamedFrom: [ResourceAddress] = [],
    adoptedIdentifier: String? = nil, source: SourceLocation
  ) {
    self.address = address
    self.type = type
    self.placement = placement
    self.isPlacementOverridden = isPlacementOverridden
    self.properties = properties
    self.lifecycle = lifecycle
    self.explicitDependencies = explicitDependencies
    self.renamedFrom = renamedFrom
    self.adoptedIdentifier = adoptedIdentifier
    self.source = source
  }
}

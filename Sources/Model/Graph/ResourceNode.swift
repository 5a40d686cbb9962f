/// A declared resource as the phases after the program see it.
public struct ResourceNode: Sendable, Hashable {
  public var address: ResourceAddress

  /// The CloudFormation type name, for example `AWS::KMS::Key`.
  public var type: String

  public var placement: Placement

  /// The desired properties in CloudFormation's form, with references left in.
  public var properties: PropertyObject

  public var lifecycle: Lifecycle

  /// The direct dependencies, ascending by address; each address once.
  public var dependencies: [Dependency]

  /// Addresses that this resource had in earlier programs.
  public var renamedFrom: [ResourceAddress]

  /// The identifier of an existing object that the declaration takes over.
  public var adoptedIdentifier: String?

  /// Where the resource was declared; part of no digest.
  public var source: SourceLocation

  /// Creates a node.
  public init(
    address: ResourceAddress, type: String, placement: Placement, properties: PropertyObject = [:], lifecycle: Lifecycle = Lifecycle(),
    dependencies: [Dependency] = [], renamedFrom: [ResourceAddress] = [], adoptedIdentifier: String? = nil, source: SourceLocation
  ) {
    self.address = address
    self.type = type
    self.placement = placement
    self.properties = properties
    self.lifecycle = lifecycle
    self.dependencies = dependencies
    self.renamedFrom = renamedFrom
    self.adoptedIdentifier = adoptedIdentifier
    self.source = source
  }
}

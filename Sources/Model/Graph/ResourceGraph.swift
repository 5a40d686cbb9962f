/// Everything that a program declares for one environment: all stacks, all accounts, all regions.
public struct ResourceGraph: Sendable, Hashable {
  /// The environment's name.
  public var environment: String

  /// The resources in topological order: producers before consumers, and by address where there is a choice.
  public let resources: [ResourceNode]

  /// The outputs, ascending by key.
  public var outputs: [OutputDeclaration]

  /// What the program asks of the outside world, ascending by key, each question once.
  public var lookups: [LookupDeclaration]

  /// What the program declares and the cloud cannot hold; no part of the graph's JSON or digest, which are of what is to be deployed.
  public var unsupported: [UnsupportedResource] = []

  private let indexByAddress: [ResourceAddress: Int]

  /// Creates a graph from resources that already are in topological order and have unique addresses.
  public init(environment: String, resources: [ResourceNode], outputs: [OutputDeclaration] = [], lookups: [LookupDeclaration] = []) {
    self.environment = environment
    self.resources = resources
    self.outputs = outputs
    self.lookups = lookups
    var index: [ResourceAddress: Int] = [:]
    index.reserveCapacity(resources.count)
    for (position, resource) in resources.enumerated() { index[resource.address] = position }
    indexByAddress = index
  }

  /// The resource at an address.
  public subscript(_ address: ResourceAddress) -> ResourceNode? {
    indexByAddress[address].map { resources[$0] }
  }

  /// The position of a resource in ``resources``.
  public func index(of address: ResourceAddress) -> Int? { indexByAddress[address] }

  /// All placements that the resources use, ascending.
  public var placements: [Placement] { Set(resources.map(\.placement)).sorted() }
}

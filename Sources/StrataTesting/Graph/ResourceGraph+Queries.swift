public import StrataLanguage
public import StrataModel

extension ResourceGraph {
  /// All resources of a type, ascending by address.
  public func all<Target: Resource>(_ type: Target.Type) -> [GraphResource] { all(ofType: type.typeName) }

  /// All resources of a CloudFormation type, ascending by address.
  public func all(ofType type: String) -> [GraphResource] {
    resources.filter { $0.type == type }.sorted { $0.address < $1.address }.map { GraphResource(node: $0, graph: self) }
  }

  /// All resources of a stack, ascending by address.
  public func all(inStack stack: String) -> [GraphResource] {
    resources.filter { $0.address.stack == stack }.sorted { $0.address < $1.address }.map { GraphResource(node: $0, graph: self) }
  }

  /// The resource at an address.
  ///
  /// - Throws: ``MissingResource`` that names the addresses that come near.
  public func resource(_ address: ResourceAddress) throws(MissingResource) -> GraphResource {
    guard let node = self[address] else {
      throw MissingResource(address: address, candidates: resources.map(\.address).filter { $0.id == address.id }.sorted())
    }
    return GraphResource(node: node, graph: self)
  }

  /// The number of resources by CloudFormation type.
  public var countsByType: [String: Int] { Dictionary(grouping: resources, by: \.type).mapValues(\.count) }

  /// The number of resources by stack.
  public var countsByStack: [String: Int] { Dictionary(grouping: resources, by: \.address.stack).mapValues(\.count) }

  /// The edges that lead from resources of one stack to resources of another.
  public func edges(fromStack consumer: String, toStack producer: String) -> [(from: ResourceAddress, to: ResourceAddress)] {
    resources.filter { $0.address.stack == consumer }.flatMap { node in
      node.dependencies.filter { $0.address.stack == producer }.map { (node.address, $0.address) }
    }.sorted { ($0.0, $0.1) < ($1.0, $1.1) }
  }

  /// The number of resources on the longest chain of dependencies.
  public var depth: Int {
    var depths: [ResourceAddress: Int] = [:]
    // Producers come before their consumers.
    for node in resources { depths[node.address] = 1 + (node.dependencies.compactMap { depths[$0.address] }.max() ?? 0) }
    return depths.values.max() ?? 0
  }
}

/// A resource that a test asked for and the graph does not have.
public struct MissingResource: Error, Hashable, Sendable, CustomStringConvertible {
  public let address: ResourceAddress
  /// Addresses with the same last id.
  public let candidates: [ResourceAddress]

  public var description: String {
    let hint = candidates.isEmpty ? "" : "; there is \(candidates.map(\.path).joined(separator: ", "))"
    return "the graph has no resource '\(address)'\(hint)"
  }
}

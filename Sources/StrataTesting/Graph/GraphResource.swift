public import StrataLanguage
public import StrataModel

/// A resource of a graph, with the graph around it.
public struct GraphResource: Sendable {
  /// The resource itself.
  public let node: ResourceNode

  let graph: ResourceGraph

  public var address: ResourceAddress { node.address }
  public var type: String { node.type }
  public var placement: Placement { node.placement }
  public var lifecycle: Lifecycle { node.lifecycle }

  /// The value at a path of CloudFormation's names, for example `"SSESpecification.SSEType"`.
  public subscript(_ path: PropertyPath) -> PropertyValue? { PropertyValue.object(node.properties)[path] }

  /// The resource that the value at a path refers to, whichever attribute it takes.
  public func producer(at path: PropertyPath) -> GraphResource? {
    guard let value = self[path] else { return nil }
    var found: ResourceAddress?
    value.forEachReference { reference, _ in found = found ?? reference.address }
    return found.flatMap { graph[$0] }.map { GraphResource(node: $0, graph: graph) }
  }

  /// Whether the value at a path refers to a resource of a type.
  public func refers<Target: Resource>(to type: Target.Type, at path: PropertyPath) -> Bool {
    producer(at: path)?.type == type.typeName
  }

  /// The resources that this one waits for.
  public var dependencies: [GraphResource] {
    node.dependencies.compactMap { graph[$0.address] }.map { GraphResource(node: $0, graph: graph) }
  }
}

package import StrataModel

/// A random program: what an environment declares, as plain data.
package struct SimulatedProgram: Sendable, Hashable {
  package var resources: [SimulatedResource]

  package init(_ resources: [SimulatedResource]) { self.resources = resources }

  subscript(_ address: String) -> SimulatedResource? { resources.first { $0.address == address } }

  /// The graph that the program's synthesis would give: producers before consumers, otherwise in the order of declaration.
  package var graph: ResourceGraph {
    var nodes: [ResourceNode] = []
    var placed = Set<String>()
    var waiting = Array(resources.enumerated())
    while !waiting.isEmpty {
      let ready = waiting.filter { $0.element.uses.values.allSatisfy(placed.contains) }
      if ready.isEmpty { break }
      for (line, resource) in ready {
        nodes.append(ResourceNode(resource, in: self, line: line + 1))
        placed.insert(resource.address)
      }
      waiting.removeAll { placed.contains($0.element.address) }
    }
    return ResourceGraph(environment: "simulation", resources: nodes)
  }

  /// Those that refer to an address, directly or through others.
  func dependents(of address: String) -> Set<String> {
    var found: Set<String> = []
    var front = [address]
    while let next = front.popLast() {
      for resource in resources where resource.uses.values.contains(next) && found.insert(resource.address).inserted {
        front.append(resource.address)
      }
    }
    return found
  }

  /// The program without a resource and whatever refers to it.
  func removing(_ address: String) -> SimulatedProgram {
    let gone = dependents(of: address).union([address])
    return SimulatedProgram(resources.filter { !gone.contains($0.address) })
  }
}

extension ResourceNode {
  fileprivate init(_ resource: SimulatedResource, in program: SimulatedProgram, line: Int) {
    let properties = ResourceDocument(resource, in: program).properties
    var dependencies = Set(resource.uses.values.map { ResourceAddress($0) })
    PropertyValue.object(properties).forEachReference { reference, _ in dependencies.insert(reference.address) }
    var lifecycle = Lifecycle()
    lifecycle.isRetained = resource.isRetained
    lifecycle.isProtected = resource.isProtected
    lifecycle.isDeletedFirst = resource.isDeletedFirst
    self.init(
      address: ResourceAddress(resource.address), type: resource.kind.type,
      placement: Placement(account: "123456789012", region: resource.isElsewhere ? "us-west-2" : "us-east-1"), properties: properties,
      lifecycle: lifecycle, dependencies: dependencies.sorted().map { Dependency(on: $0) },
      renamedFrom: resource.renamedFrom.map { [ResourceAddress($0)] } ?? [],
      source: SourceLocation(fileID: "Simulation/Program.swift", line: line))
  }
}

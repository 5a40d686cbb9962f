import StrataModel

let home = Placement(account: "111122223333", region: "us-east-1")

/// A declared resource; its dependencies follow from its references.
func node(
  _ address: ResourceAddress, _ type: String, _ properties: PropertyObject = [:], line: Int = 1, placement: Placement = home,
  after: [ResourceAddress] = [], renamedFrom: [ResourceAddress] = [], adopted: String? = nil,
  lifecycle: (inout Lifecycle) -> Void = { _ in }
) -> ResourceNode {
  var paths: [ResourceAddress: [PropertyPath]] = [:]
  PropertyValue.object(properties).forEachReference { reference, path in paths[reference.address, default: []].append(path) }
  for address in after where paths[address] == nil { paths[address] = [] }
  var settings = Lifecycle()
  lifecycle(&settings)
  return ResourceNode(
    address: address, type: type, placement: placement, properties: properties, lifecycle: settings,
    dependencies: paths.sorted { $0.key < $1.key }.map { Dependency(on: $0.key, paths: $0.value) }, renamedFrom: renamedFrom,
    adoptedIdentifier: adopted, source: SourceLocation(fileID: "Stacks/Network.swift", line: line))
}

func graph(_ nodes: ResourceNode..., outputs: [OutputDeclaration] = []) -> ResourceGraph {
  ResourceGraph(environment: "test", resources: nodes, outputs: outputs)
}

/// The attribute of another resource.
func ref(_ address: ResourceAddress, _ attribute: String) -> PropertyValue { .reference(Reference(address, attribute)) }

let emptyState = StateSnapshot(lineage: "5f0c0f6e-0000-4000-8000-000000000000", environment: "test", engine: "1.0.0")

let options = PlanOptionsForTests.standard

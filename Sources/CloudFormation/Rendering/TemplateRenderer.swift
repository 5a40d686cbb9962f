import ResourceCatalog
import StrataModel

/// Writes the resources of a graph into templates, one template after the other.
struct TemplateRenderer {
  let graph: ResourceGraph
  let partition: TemplatePartition
  let ids: LogicalIDs
  /// One for each unit; of an action it stays empty.
  var drafts: [TemplateDraft]
  var diagnostics: [Diagnostic] = []
  /// The unit that is written now.
  var current = 0
  /// The logical ids that the resource which is written now refers to.
  var mentioned: Set<String> = []

  init(graph: ResourceGraph, partition: TemplatePartition, ids: LogicalIDs, stackNames: [String]) {
    self.graph = graph
    self.partition = partition
    self.ids = ids
    drafts = zip(partition.units, stackNames).map { unit, name in
      TemplateDraft(stackName: name, names: UniqueNames(Set(unit.members.map { ids[graph.resources[$0].address] })))
    }
  }

  var unit: TemplatePartition.Unit { partition.units[current] }

  /// Writes all resources, then what their templates give to others and to people.
  mutating func render() {
    for index in partition.units.indices {
      current = index
      for member in unit.members {
        let node = graph.resources[member]
        if node.isAction { renderOutputs(for: node) } else { render(node) }
      }
    }
  }

  private mutating func render(_ node: ResourceNode) {
    guard let schema = ResourceCatalog.aws.type(node.type) else {
      report(
        .error, "type-not-in-cloudformation", "CloudFormation has no resource type \(node.type)",
        remedy: "deploy it with 'deploy', or declare it in a stack of its own and leave that out with --stack", at: Place(node))
      return
    }
    mentioned = []
    let id = ids[node.address]
    var entry: PropertyObject = ["Type": .string(node.type)]
    if case .object(let properties)? = value(.object(node.properties), at: Place(node)), !properties.isEmpty {
      entry["Properties"] = .object(properties)
    }
    let waits = self.waits(of: node).subtracting(mentioned).subtracting([id]).sorted()
    if !waits.isEmpty { entry["DependsOn"] = waits.count == 1 ? .string(waits[0]) : .array(waits.map(PropertyValue.string)) }
    // The engine deletes none of them without a word that names it, and CloudFormation has no such word.
    if node.lifecycle.isRetained || node.lifecycle.isProtected || node.lifecycle.holdsData {
      entry["DeletionPolicy"] = "Retain"
      entry["UpdateReplacePolicy"] = "Retain"
    } else if node.adoptedIdentifier != nil {
      // An import wants the policy said.
      entry["DeletionPolicy"] = "Delete"
      entry["UpdateReplacePolicy"] = "Delete"
    }
    entry["Metadata"] = [
      "Strata": ["Address": .string(node.address.path), "Source": .string("\(node.source.fileID):\(node.source.line)")]
    ]
    drafts[current].resources[id] = .object(entry)
    if let identifier = node.adoptedIdentifier { drafts[current].adopted.append(AdoptedResource(id, schema, identifier)) }
  }

  /// The logical ids of what a resource waits for in its own template.
  private func waits(of node: ResourceNode) -> Set<String> {
    var found: Set<String> = []
    for dependency in node.dependencies {
      guard let index = graph.index(of: dependency.address), partition.unitOfResource[index] == current else { continue }
      found.insert(ids[dependency.address])
    }
    return found
  }

  mutating func report(_ severity: Diagnostic.Severity, _ code: String, _ message: String, remedy: String? = nil, at place: Place) {
    diagnostics.append(
      Diagnostic(
        severity, code: code, message, remedy: remedy, at: place.source, address: place.address, path: place.path.isRoot ? nil : place.path)
    )
  }
}

import ResourceCatalog
import StrataDeployment
import StrataModel

/// Takes out of a graph what a cloud cannot hold, and with it what cannot be without that.
///
/// A property that refers to something taken out goes with it; a resource that requires such a property goes as a whole. Everything that goes
/// is told.
struct UnsupportedResources {
  private(set) var graph: ResourceGraph
  /// What was taken out, one diagnostic each, in the order of the graph.
  private(set) var diagnostics: [Diagnostic] = []

  /// - Parameters:
  ///   - severity: an error for a graph that is to be deployed whole, a warning where the user wants the rest.
  ///   - cloud: the name of the cloud, for messages.
  init(in whole: ResourceGraph, of cloud: String, severity: Diagnostic.Severity, supports: (ResourceNode) -> Bool) {
    var removed = Set<ResourceAddress>()
    var kept: [ResourceNode] = []
    var unsupported: [UnsupportedResource] = []
    graph = whole
    for node in whole.resources {
      guard supports(node) else {
        removed.insert(node.address)
        unsupported.append(UnsupportedResource(node.address, node.type, reason: "\(cloud) cannot hold it"))
        diagnostics.append(
          Diagnostic(
            severity, code: "unsupported-type", "\(cloud) cannot \(node.isAction ? "run what the action calls" : "hold \(node.type)")",
            remedy: severity == .error ? "add --skip-unsupported to deploy everything else" : nil, at: node.source, address: node.address))
        continue
      }
      var pruned = node
      pruned.properties = Self.pruned(node.properties, of: removed)
      pruned.dependencies.removeAll { removed.contains($0.address) }
      if let lost = Self.lostRequirement(node, pruned.properties) {
        removed.insert(node.address)
        unsupported.append(
          UnsupportedResource(node.address, node.type, reason: "its \(lost) refers to something that \(cloud) cannot hold"))
        diagnostics.append(
          Diagnostic(
            severity, code: "unsupported-dependency", "\(node.type) needs \(lost), which refers to something that \(cloud) cannot hold",
            at: node.source, address: node.address))
        continue
      }
      if pruned.properties != node.properties {
        let lost = node.properties.keys.filter { node.properties[$0] != pruned.properties[$0] }
        diagnostics.append(
          Diagnostic(
            severity, code: "unsupported-reference",
            "\(lost.joined(separator: ", ")) refers to something that \(cloud) cannot hold, and is left out", at: node.source,
            address: node.address))
      }
      kept.append(pruned)
    }
    guard !removed.isEmpty else { return }
    let outputs = whole.outputs.filter { !Self.refers($0.value, to: removed) }
    graph = ResourceGraph(environment: whole.environment, resources: kept, outputs: outputs, lookups: whole.lookups)
    graph.unsupported = unsupported
  }

  private static func lostRequirement(_ node: ResourceNode, _ properties: PropertyObject) -> String? {
    guard properties != node.properties, let schema = ResourceCatalog.aws.type(node.type) else { return nil }
    return node.properties.keys.first { properties[$0] == nil && schema.property($0)?.isRequired == true }
  }

  private static func refers(_ value: PropertyValue, to removed: Set<ResourceAddress>) -> Bool {
    var found = false
    value.forEachReference { reference, _ in if removed.contains(reference.address) { found = true } }
    return found
  }

  private static func pruned(_ object: PropertyObject, of removed: Set<ResourceAddress>) -> PropertyObject {
    var result = PropertyObject(minimumCapacity: object.count)
    for field in object.fields { if let value = pruned(field.value, of: removed) { result[field.key] = value } }
    return result
  }

  /// A value without what refers to something taken out; `nil` for one that is such a reference, or that is empty without it.
  private static func pruned(_ value: PropertyValue, of removed: Set<ResourceAddress>) -> PropertyValue? {
    guard refers(value, to: removed) else { return value }
    switch value {
    case .array(let elements):
      let rest = elements.compactMap { pruned($0, of: removed) }
      return rest.isEmpty ? nil : .array(rest)
    case .object(let object):
      let rest = pruned(object, of: removed)
      return rest.isEmpty ? nil : .object(rest)
    default: return nil
    }
  }
}

extension Session {
  /// Whether state shows that the cloud holds everything of a graph.
  func holds(_ graph: ResourceGraph, in snapshot: StateSnapshot) -> Bool {
    var held: [ResourceAddress: ResourceRecord] = [:]
    for record in snapshot.records.values where record.status == .current && !record.isUnsupported { held[record.address] = record }
    return graph.resources.allSatisfy { held[$0.address]?.type == $0.type && held[$0.address]?.placement == $0.placement }
  }

  /// The part of a graph that the cloud can hold, which is all of it unless the user has allowed less.
  ///
  /// - Throws: ``CommandFailure`` that names every resource that the cloud cannot hold.
  func fitted(_ graph: ResourceGraph, to provider: any Provider) throws(CommandFailure) -> ResourceGraph {
    let rest = UnsupportedResources(in: graph, of: provider.name, severity: skipsUnsupported ? .warning : .error) {
      provider.route(for: $0.type, in: $0.placement) != nil && $0.calls.allSatisfy(provider.offers)
    }
    guard skipsUnsupported || rest.diagnostics.isEmpty else { throw CommandFailure(rest.diagnostics) }
    terminal.report(context.diagnostics.text(of: rest.diagnostics))
    return rest.graph
  }
}

extension ResourceNode {
  /// What an action calls; nothing for a resource.
  fileprivate var calls: [ServiceRequest] {
    isAction ? ["Run", "Proof", "Undo"].compactMap { ServiceRequest(document: properties[$0]) } : []
  }
}

import ResourceCatalog
import StrataModel

/// What an earlier state held, as a graph that can be planned to.
///
/// Inputs keep their references, so that identifiers that are new by now flow into them. Names that the engine chose are left out, because
/// each incarnation has its own.
struct RecordedGraph {
  let snapshot: StateSnapshot
  let library: ShapeLibrary

  private let current: [ResourceAddress: ResourceRecord]

  init(of snapshot: StateSnapshot, library: ShapeLibrary) {
    self.snapshot = snapshot
    self.library = library
    current = snapshot.currentRecords.filter { !$0.value.isUnsupported }
  }

  func graph() -> ResourceGraph {
    var nodes: [ResourceNode] = []
    var placed = Set<ResourceAddress>()
    nodes.reserveCapacity(current.count)
    for address in order() {
      guard let record = current[address] else { continue }
      nodes.append(node(record, after: placed))
      placed.insert(address)
    }
    var graph = ResourceGraph(environment: snapshot.environment, resources: nodes, outputs: outputs())
    // What can be held depends on the cloud of today.
    graph.unsupported = snapshot.unsupported
    return graph
  }

  private func node(_ record: ResourceRecord, after placed: Set<ResourceAddress>) -> ResourceNode {
    var properties = record.inputs
    if let rule = library[record.type].facts.behavior.generatedName, let name = properties[rule.property]?.stringValue,
      GeneratedNames.isChosen(name, for: record.instance, rule: rule)
    {
      properties[rule.property] = nil
    }
    let dependencies = record.edges.filter { placed.contains($0.address) }.map {
      Dependency(on: $0.address, readiness: $0.readiness, paths: $0.paths)
    }
    return ResourceNode(
      address: record.address, type: record.type, placement: record.placement, properties: bound(properties, record),
      lifecycle: record.lifecycle, dependencies: dependencies.sorted { $0.address < $1.address }, source: record.source)
  }

  /// The properties with what nothing stands behind replaced by its last value: a failed run may have left references to what is gone.
  private func bound(_ properties: PropertyObject, _ record: ResourceRecord) -> PropertyObject {
    var isBroken = false
    PropertyValue.object(properties).forEachReference { reference, _ in if current[reference.address] == nil { isBroken = true } }
    guard isBroken else { return properties }
    return PropertyObject(properties.fields.map { ($0.key, bound($0.value, at: PropertyPath($0.key), record.bindings)) })
  }

  private func bound(_ value: PropertyValue, at path: PropertyPath, _ bindings: [PropertyPath: PropertyValue]) -> PropertyValue {
    switch value {
    case .reference, .expression:
      var isBroken = false
      value.forEachReference { reference, _ in if current[reference.address] == nil { isBroken = true } }
      return isBroken ? bindings[path] ?? value : value
    case .array(let elements):
      return .array(elements.enumerated().map { bound($0.element, at: path.appending(index: $0.offset), bindings) })
    case .object(let object):
      return .object(PropertyObject(object.fields.map { ($0.key, bound($0.value, at: path.appending(key: $0.key), bindings)) }))
    default: return value
    }
  }

  /// Producers before consumers, and by address where there is a choice; a circle that a failed run left is cut at its first address.
  private func order() -> [ResourceAddress] {
    var order: [ResourceAddress] = []
    var state: [ResourceAddress: Bool] = [:]
    for start in current.keys.sorted() where state[start] == nil {
      // An own stack instead of recursion: chains may be as long as there are resources.
      var open = [start]
      while let address = open.last {
        if state[address] == nil {
          state[address] = false
          let next = current[address]?.edges.map(\.address).filter { state[$0] == nil && current[$0] != nil } ?? []
          open += next.sorted(by: >)
          if !next.isEmpty { continue }
        }
        open.removeLast()
        if state[address] == false {
          state[address] = true
          order.append(address)
        }
      }
    }
    return order
  }

  private func outputs() -> [OutputDeclaration] {
    snapshot.outputs.sorted { $0.key < $1.key }.map { key, record in
      var value = record.expression ?? record.value
      value.forEachReference { reference, _ in if current[reference.address] == nil { value = record.value } }
      return OutputDeclaration(
        key: key, value: value, isSensitive: record.isSensitive, source: SourceLocation(fileID: "state", line: snapshot.serial))
    }
  }
}

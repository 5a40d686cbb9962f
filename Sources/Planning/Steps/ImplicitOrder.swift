import ResourceCatalog
import StrataModel

/// The order that tables of behavior add where no property shows it, such as a NAT gateway after its VPC's gateway attachment.
struct ImplicitOrder {
  /// A value that producers of a type hold at a path.
  private struct Key: Hashable {
    var type: String
    var path: String
    var value: Value
  }

  /// A value as far as it tells resources apart: one that refers to a resource stands for that resource.
  private enum Value: Hashable {
    case resource(ResourceAddress)
    case text(String)
  }

  private let graph: ResourceGraph
  private let library: ShapeLibrary
  private var nodesByType: [String: [Int]] = [:]
  private var nodesByValue: [Key: [Int]] = [:]
  private var hasRules = false

  init(graph: ResourceGraph, library: ShapeLibrary) {
    self.graph = graph
    self.library = library
    var properties: [String: Set<String>] = [:]
    for type in Set(graph.resources.map(\.type)) {
      for rule in library[type].facts.behavior.implicitDependencies {
        properties[rule.type, default: []].insert(rule.via?.other ?? "")
        hasRules = true
      }
    }
    guard hasRules else { return }
    for (index, node) in graph.resources.enumerated() {
      guard let wanted = properties[node.type] else { continue }
      for property in wanted {
        if property.isEmpty {
          nodesByType[node.type, default: []].append(index)
        } else {
          for value in self.values(at: property, of: node) {
            nodesByValue[Key(type: node.type, path: property, value: value), default: []].append(index)
          }
        }
      }
    }
  }

  /// The nodes that come before each node although it does not refer to them.
  ///
  /// Tables know types, not programs: where such an order would contradict what the program declares, the program is right.
  func producersByNode() -> [[Int]] {
    var producers = [[Int]](repeating: [], count: graph.resources.count)
    guard hasRules else { return producers }
    var goesBackward = false
    for index in producers.indices {
      producers[index] = candidates(for: index)
      if let last = producers[index].last, last > index { goesBackward = true }
    }
    guard goesBackward else { return producers }
    // Declared and added orders are taken together.
    let together = producers.indices.lazy.map { index in
      producers[index] + graph.resources[index].dependencies.compactMap { graph.index(of: $0.address) }
    }
    let contradicted = Unorderable.nodes(together, count: producers.count)
    for index in producers.indices where contradicted[index] {
      producers[index].removeAll { $0 > index && contradicted[$0] }
    }
    return producers
  }

  private func candidates(for index: Int) -> [Int] {
    let node = graph.resources[index]
    var found = Set<Int>()
    for rule in library[node.type].facts.behavior.implicitDependencies {
      if let via = rule.via {
        for value in values(at: via.own, of: node) {
          let others = nodesByValue[Key(type: rule.type, path: via.other, value: value)] ?? []
          found.formUnion(others.filter { graph.resources[$0].placement == node.placement })
        }
      } else {
        found.formUnion((nodesByType[rule.type] ?? []).filter { graph.resources[$0].placement == node.placement })
      }
    }
    found.remove(index)
    return found.sorted()
  }

  /// The values at a path of a table: `*` stands for every element of a list, `>` goes on in the resource that is referred to.
  private func values(at path: String, of node: ResourceNode) -> [Value] {
    var nodes = [node]
    let hops = path.split(separator: ">")
    for (index, hop) in hops.enumerated() {
      let values = nodes.flatMap { Self.values(at: hop, in: $0.properties) }
      if index == hops.count - 1 { return values }
      nodes = values.compactMap { value in
        guard case .resource(let address) = value else { return nil }
        return graph[address]
      }
    }
    return []
  }

  private static func values(at path: Substring, in properties: PropertyObject) -> [Value] {
    var values = [PropertyValue.object(properties)]
    for part in path.split(separator: ".") {
      values = values.flatMap { value -> [PropertyValue] in
        if part == "*" { return value.arrayValue ?? [] }
        return value[String(part)].map { [$0] } ?? []
      }
    }
    return values.flatMap { value -> [Value] in
      if let text = value.stringValue { return [.text(text)] }
      var found: [Value] = []
      value.forEachReferenceAndSecret { found.append(.resource($0.address)) }
      return found
    }
  }
}

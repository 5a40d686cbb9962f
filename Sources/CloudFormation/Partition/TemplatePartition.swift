import StrataModel

/// Which resource is in which template, and the order of the templates.
///
/// A template can only need what stands in templates before it. Where stacks need each other, as two regions that replicate into each other do,
/// a template for each of them has no order; then some of them are in several parts.
struct TemplatePartition {
  /// A template or an action.
  struct Unit {
    var key: TemplateKey
    /// From 1 within the key.
    var part: Int
    /// Positions in the graph, ascending.
    var members: [Int]
    /// Positions of the units that must be there before.
    var dependencies: Set<Int>
  }

  /// In the order of deployment.
  private(set) var units: [Unit] = []

  /// The unit of each resource, by position in the graph.
  private(set) var unitOfResource: [Int]

  init(of graph: ResourceGraph, limits: TemplateLimits) {
    let keys = Self.keys(of: graph, limits)
    let producers = graph.resources.map { Self.producers(of: $0, in: graph) }
    let stages = Self.stages(keys, producers)
    var parts = PartMerger(keys: keys, stages: stages, producers: producers)
    parts.merge()
    unitOfResource = parts.parts
    order(parts, keys)
  }

  /// The key of each resource; those of a stack that is too large are keys of its components.
  private static func keys(of graph: ResourceGraph, _ limits: TemplateLimits) -> [TemplateKey] {
    let keys = graph.resources.map { TemplateKey($0) }
    let counts = Dictionary(keys.map { ($0, 1) }, uniquingKeysWith: +)
    return zip(keys, graph.resources).map { key, node in
      counts[key, default: 0] > limits.resources ? key.narrowed(to: node.address) : key
    }
  }

  /// The positions of what a resource waits for or refers to.
  private static func producers(of node: ResourceNode, in graph: ResourceGraph) -> [Int] {
    var found = Set(node.dependencies.compactMap { graph.index(of: $0.address) })
    PropertyValue.object(node.properties).forEachReference { reference, _ in
      if let index = graph.index(of: reference.address) { found.insert(index) }
    }
    return found.sorted()
  }

  /// How often the longest way to a resource changes from one key to another; templates of one key and stage never need each other in circles.
  private static func stages(_ keys: [TemplateKey], _ producers: [[Int]]) -> [Int] {
    var stages = Array(repeating: 0, count: keys.count)
    for index in keys.indices {
      for producer in producers[index] {
        stages[index] = max(stages[index], stages[producer] + (keys[producer] == keys[index] ? 0 : 1))
      }
    }
    return stages
  }

  /// Brings the parts into an order in which each follows what it needs, by key where there is a choice.
  private mutating func order(_ merged: PartMerger, _ keys: [TemplateKey]) {
    let roots = Set(merged.parts).sorted()
    var members: [Int: [Int]] = [:]
    for (index, part) in merged.parts.enumerated() { members[part, default: []].append(index) }
    var waiting = roots
    var positions: [Int: Int] = [:]
    var counts: [TemplateKey: Int] = [:]
    while !waiting.isEmpty {
      // Roots ascend by key and stage; there always is one, because the parts have no cycle.
      guard let next = waiting.firstIndex(where: { merged.dependencies(of: $0).allSatisfy { positions[$0] != nil } }) else { return }
      let root = waiting.remove(at: next)
      let own = members[root] ?? []
      guard let first = own.first else { continue }
      let key = keys[first]
      counts[key, default: 0] += 1
      positions[root] = units.count
      units.append(
        Unit(
          key: key, part: counts[key] ?? 1, members: own,
          dependencies: Set(merged.dependencies(of: root).compactMap { positions[$0] })))
    }
    unitOfResource = merged.parts.map { positions[$0] ?? 0 }
  }
}

import StrataLanguage
import StrataModel

/// Finds what stands in a cycle, and shows the shortest way around.
enum CycleFinder {
  /// The strongly connected components of a graph.
  struct Components {
    /// The number of each resource's component.
    var component: [Int]
    /// The number of resources in each component.
    var sizes: [Int]
    /// Whether a resource refers to itself.
    var loops: Set<Int>

    /// Whether a resource reaches itself.
    func isCyclic(_ index: Int) -> Bool { sizes[component[index]] > 1 || loops.contains(index) }
  }

  /// The components, by Tarjan's algorithm without recursion.
  static func components(of edges: EdgeList) -> Components {
    let count = edges.ranks.count
    var result = Components(component: [Int](repeating: -1, count: count), sizes: [], loops: [])
    var number = [Int](repeating: -1, count: count)
    var low = [Int](repeating: 0, count: count)
    var next = [Int](repeating: 0, count: count)
    var stack: [Int] = []
    var path: [Int] = []
    var counter = 0
    for root in 0..<count where number[root] < 0 {
      path.append(root)
      while let node = path.last {
        if number[node] < 0 {
          number[node] = counter
          low[node] = counter
          counter += 1
          stack.append(node)
          next[node] = edges.starts[node]
        }
        if next[node] < edges.starts[node + 1] {
          let producer = edges.edges[next[node]].producer
          next[node] += 1
          if producer == node { result.loops.insert(node) }
          if number[producer] < 0 {
            path.append(producer)
          } else if result.component[producer] < 0 {
            low[node] = min(low[node], number[producer])
          }
        } else {
          path.removeLast()
          if let parent = path.last { low[parent] = min(low[parent], low[node]) }
          if low[node] == number[node] {
            var size = 0
            while let member = stack.popLast() {
              result.component[member] = result.sizes.count
              size += 1
              if member == node { break }
            }
            result.sizes.append(size)
          }
        }
      }
    }
    return result
  }

  /// Reports one cycle per component: the shortest through its first address.
  static func report(_ program: ProgramIndex, _ edges: EdgeList, _ report: inout DiagnosticReport) {
    let components = components(of: edges)
    var first = [Int](repeating: -1, count: components.sizes.count)
    for index in program.resources.indices where components.isCyclic(index) {
      let component = components.component[index]
      if first[component] < 0 || edges.ranks[index] < edges.ranks[first[component]] { first[component] = index }
    }
    for start in first where start >= 0 {
      describe(shortestCycle(through: start, edges, components.component), program, &report)
    }
  }

  /// The edges of the shortest way from a resource back to itself, each from consumer to producer.
  private static func shortestCycle(through start: Int, _ edges: EdgeList, _ component: [Int]) -> [Edge] {
    var arrival: [Int: Edge] = [:]
    var queue = [start]
    var head = 0
    while head < queue.count {
      let node = queue[head]
      head += 1
      for edge in edges[node] where component[edge.producer] == component[start] && arrival[edge.producer] == nil {
        arrival[edge.producer] = edge
        if edge.producer == start { break }
        queue.append(edge.producer)
      }
      if arrival[start] != nil { break }
    }
    var hops: [Edge] = []
    var node = start
    while let edge = arrival[node] {
      hops.append(edge)
      node = edge.consumer
      if node == start { break }
    }
    return hops.reversed()
  }

  private static func describe(_ hops: [Edge], _ program: ProgramIndex, _ report: inout DiagnosticReport) {
    guard let first = hops.first else { return }
    let resource = program.resources[first.consumer]
    if hops.count == 1 {
      let path = path(of: first, program)
      let place = path.map { "\($0) refers to" } ?? "'after' names"
      report.error(
        "self-reference", "\(place) the resource that it belongs to, '\(resource.address)'",
        remedy: "an attribute of a resource is known only after its create; move the part into a resource of its own", at: resource,
        path: path)
      return
    }
    var chain = hops.map { "'\(program.resources[$0.consumer].address)'" }
    chain.append("'\(resource.address)'")
    let notes = hops.map { hop in
      let consumer = program.resources[hop.consumer]
      let producer = program.resources[hop.producer]
      let reason: String
      if case .reference(let index) = hop.cause {
        let site = program.sites[index]
        reason = "by \(site.path), which reads \(site.reference.attribute)"
      } else {
        reason = "by 'after'"
      }
      return Diagnostic.Note("'\(consumer.address)' needs '\(producer.address)' \(reason)", at: consumer.source)
    }
    report.error(
      "cycle", "\(hops.count) resources wait for each other: \(chain.joined(separator: " needs "))",
      remedy: "break one of the edges: write the ARN out from a fixed name, or move the rule that links both into a resource of its own",
      at: resource, path: path(of: first, program), notes: notes)
  }

  private static func path(of edge: Edge, _ program: ProgramIndex) -> PropertyPath? {
    if case .reference(let index) = edge.cause { program.sites[index].path } else { nil }
  }
}

import StrataLanguage
import StrataModel

/// All edges of a program, by consumer.
struct EdgeList {
  /// Ascending by consumer; implicit ones last among those of one consumer.
  private(set) var edges: [Edge]

  /// For each resource, the position of its first edge; one more at the end.
  private(set) var starts: [Int]

  /// For each resource, its position when all are sorted by address.
  let ranks: [Int]

  init(_ edges: [Edge], starts: [Int], ranks: [Int]) {
    self.edges = edges
    self.starts = starts
    self.ranks = ranks
  }

  subscript(consumer: Int) -> ArraySlice<Edge> { edges[starts[consumer]..<starts[consumer + 1]] }

  /// The edges without those that `isDropped` selects.
  func removing(where isDropped: (Edge) -> Bool) -> EdgeList {
    var kept: [Edge] = []
    var newStarts: [Int] = []
    kept.reserveCapacity(edges.count)
    newStarts.reserveCapacity(starts.count)
    for consumer in 0..<(starts.count - 1) {
      newStarts.append(kept.count)
      for edge in self[consumer] where !isDropped(edge) { kept.append(edge) }
    }
    newStarts.append(kept.count)
    return EdgeList(kept, starts: newStarts, ranks: ranks)
  }

  /// What a resource waits for, ascending by address; each producer once.
  func dependencies(of consumer: Int, in program: ProgramIndex) -> [Dependency] {
    var edges = self[consumer]
    guard let first = edges.first else { return [] }
    if edges.count == 1 { return [dependency(on: first.producer, edges, in: program)] }
    edges.sort { ranks[$0.producer] < ranks[$1.producer] }
    var result: [Dependency] = []
    var start = edges.startIndex
    while start < edges.endIndex {
      var end = start + 1
      while end < edges.endIndex, edges[end].producer == edges[start].producer { end += 1 }
      result.append(dependency(on: edges[start].producer, edges[start..<end], in: program))
      start = end
    }
    return result
  }

  private func dependency(on producer: Int, _ edges: ArraySlice<Edge>, in program: ProgramIndex) -> Dependency {
    var paths: [PropertyPath] = []
    var readiness: Dependency.Readiness?
    for edge in edges {
      var needed = Dependency.Readiness.stable
      if case .reference(let index) = edge.cause {
        let site = program.sites[index]
        if paths.last != site.path { paths.append(site.path) }
        needed = Self.readiness(of: site, in: program)
      }
      readiness = max(readiness ?? needed, needed)
    }
    if paths.count > 1 { paths = Array(Set(paths)).sorted() }
    return Dependency(on: program.resources[producer].address, readiness: readiness ?? .stable, paths: paths)
  }

  private static func readiness(of site: ReferenceSite, in program: ProgramIndex) -> Dependency.Readiness {
    let type = program.type(of: site.consumer)
    for (components, readiness) in type.earlyPaths where site.path.begins(with: components) {
      return Dependency.Readiness(rawValue: readiness) ?? .stable
    }
    return .stable
  }

  private func max(_ left: Dependency.Readiness, _ right: Dependency.Readiness) -> Dependency.Readiness {
    if left == .stable || right == .stable { return .stable }
    return left == .readable || right == .readable ? .readable : .identifier
  }
}

extension PropertyPath {
  /// Whether the path's first components are these keys; `*` stands for any index.
  func begins(with keys: [String]) -> Bool {
    guard components.count >= keys.count else { return false }
    for (component, key) in zip(components, keys) {
      switch component {
      case .key(let name): if name != key { return false }
      case .index: if key != "*" { return false }
      }
    }
    return true
  }
}

import StrataLanguage
import StrataModel

/// Producers before consumers, and by address where there is a choice (Kahn's algorithm with a heap, O((V + E) log V)).
enum TopologicalOrder {
  /// The order, or `nil` if the program has cycles, which are reported.
  ///
  /// Implicit edges give way: those within a cycle are dropped from `edges` before the program itself is blamed.
  static func order(of program: ProgramIndex, _ edges: inout EdgeList, _ report: inout DiagnosticReport) -> [Int]? {
    if let order = sorted(edges) { return order }
    let components = CycleFinder.components(of: edges)
    edges = edges.removing { edge in
      edge.isImplicit && components.isCyclic(edge.consumer) && components.component[edge.producer] == components.component[edge.consumer]
    }
    if let order = sorted(edges) { return order }
    CycleFinder.report(program, edges, &report)
    return nil
  }

  private static func sorted(_ edges: EdgeList) -> [Int]? {
    let count = edges.ranks.count
    var waiting = [Int](repeating: 0, count: count)
    var consumerStarts = [Int](repeating: 0, count: count + 1)
    for edge in edges.edges {
      waiting[edge.consumer] += 1
      consumerStarts[edge.producer + 1] += 1
    }
    for index in 0..<count { consumerStarts[index + 1] += consumerStarts[index] }
    var next = consumerStarts
    var consumers = [Int](repeating: 0, count: edges.edges.count)
    for edge in edges.edges {
      consumers[next[edge.producer]] = edge.consumer
      next[edge.producer] += 1
    }
    var indexByRank = [Int](repeating: 0, count: count)
    for index in 0..<count { indexByRank[edges.ranks[index]] = index }
    var ready = RankHeap()
    for rank in 0..<count where waiting[indexByRank[rank]] == 0 { ready.insert(rank) }
    var order: [Int] = []
    order.reserveCapacity(count)
    while let rank = ready.removeLeast() {
      let index = indexByRank[rank]
      order.append(index)
      for position in consumerStarts[index]..<consumerStarts[index + 1] {
        let consumer = consumers[position]
        waiting[consumer] -= 1
        if waiting[consumer] == 0 { ready.insert(edges.ranks[consumer]) }
      }
    }
    return order.count == count ? order : nil
  }
}

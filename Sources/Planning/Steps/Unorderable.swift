/// Which nodes of a graph no order can hold.
enum Unorderable {
  /// For each node whether it is part of a circle, or waits for one.
  ///
  /// - Parameter producers: for each node the nodes that it waits for.
  static func nodes(_ producers: some Sequence<some Sequence<Int>>, count: Int) -> [Bool] {
    var open = [Int](repeating: 0, count: count)
    var users = [[Int]](repeating: [], count: count)
    for (node, producers) in producers.enumerated() {
      for producer in producers {
        users[producer].append(node)
        open[node] += 1
      }
    }
    var ready = open.indices.filter { open[$0] == 0 }
    var done = 0
    while done < ready.count {
      for user in users[ready[done]] {
        open[user] -= 1
        if open[user] == 0 { ready.append(user) }
      }
      done += 1
    }
    return open.map { $0 > 0 }
  }
}

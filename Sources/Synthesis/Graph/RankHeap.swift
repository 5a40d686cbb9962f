/// A binary heap of numbers, the least first.
struct RankHeap {
  private var ranks: [Int] = []

  mutating func insert(_ rank: Int) {
    ranks.append(rank)
    var child = ranks.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      if ranks[parent] <= ranks[child] { return }
      ranks.swapAt(parent, child)
      child = parent
    }
  }

  mutating func removeLeast() -> Int? {
    guard let least = ranks.first else { return nil }
    let last = ranks.removeLast()
    if ranks.isEmpty { return least }
    ranks[0] = last
    var parent = 0
    while true {
      var child = 2 * parent + 1
      if child >= ranks.count { return least }
      if child + 1 < ranks.count, ranks[child + 1] < ranks[child] { child += 1 }
      if ranks[parent] <= ranks[child] { return least }
      ranks.swapAt(parent, child)
      parent = child
    }
  }
}

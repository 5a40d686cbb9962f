import StrataModel

/// The order in which records take new addresses, so that no address has two records at any time.
enum MoveOrder {
  /// The moves, each after the one that frees its destination.
  static func ordered(_ moves: [Plan.Move]) -> [Plan.Move] {
    var bySource: [ResourceAddress: Plan.Move] = [:]
    for move in moves { bySource[move.from] = move }
    var result: [Plan.Move] = []
    for move in moves {
      var chain: [Plan.Move] = []
      var next = bySource[move.from]
      while let present = next {
        bySource[present.from] = nil
        chain.append(present)
        next = bySource[present.to]
      }
      result += chain.reversed()
    }
    return result
  }
}

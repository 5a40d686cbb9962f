/// Resources, steps or records in the order of their addresses, in which people and files see them.
package struct AddressOrder {
  /// The positions in ascending order of addresses; equal addresses stand in the order of their numbers.
  package let positions: [Int]

  /// Sorts positions.
  ///
  /// The texts are taken out first: reaching into a large value at each comparison would miss the cache, and copy it.
  ///
  /// - Parameters:
  ///   - address: the address at a position.
  ///   - number: decides between positions of one address, for example a generation.
  package init(_ positions: some Sequence<Int>, address: (Int) -> ResourceAddress, number: (Int) -> Int = { $0 }) {
    var keys = positions.map { (path: address($0).path, number: number($0), position: $0) }
    keys.sort { $0.path == $1.path ? $0.number < $1.number : $0.path < $1.path }
    self.positions = keys.map(\.position)
  }
}

import StrataModel

/// Which changes of a plan need which others: what a selection is closed over.
///
/// The unit is the address: its create, its delete and what an earlier run left there go together.
struct SelectionRequirements {
  /// All addresses that are declared or recorded, ascending.
  let addresses: [ResourceAddress]
  /// What each address needs, and why, in words that stand between the two.
  private(set) var needs: [[(address: Int, reason: String)]]
  /// Whether anything is to be done at an address.
  private(set) var isChanging: [Bool]

  private let index: [ResourceAddress: Int]

  init(builder: StepBuilder, moves: [Plan.Move]) {
    var all = Set(builder.graph.resources.map(\.address))
    for record in builder.table.records { all.insert(record.address) }
    for step in builder.steps { all.insert(step.address) }
    addresses = all.sorted()
    var index: [ResourceAddress: Int] = [:]
    index.reserveCapacity(addresses.count)
    for (position, address) in addresses.enumerated() { index[address] = position }
    self.index = index
    needs = Array(repeating: [], count: addresses.count)
    isChanging = Array(repeating: false, count: addresses.count)
    for step in builder.steps where step.operation != .keep { if let place = index[step.address] { isChanging[place] = true } }
    let moved = Set(moves.map(\.to))
    for address in moved { if let place = index[address] { isChanging[place] = true } }
    addOrder(builder, moved)
    addUsers(builder, moved)
    // An address that a record leaves is free only once it has left.
    for move in moves { require(move.from, move.to, "its object goes on as") }
  }

  /// The position of an address in ``addresses``.
  func position(of address: ResourceAddress) -> Int? { index[address] }

  private mutating func require(_ address: ResourceAddress, _ other: ResourceAddress, _ reason: String) {
    guard address != other, let from = index[address], let to = index[other], isChanging[to] else { return }
    needs[from].append((to, reason))
  }

  /// What a step waits for and cannot be without.
  private mutating func addOrder(_ builder: StepBuilder, _ moved: Set<ResourceAddress>) {
    for step in builder.steps where step.operation != .keep {
      for edge in builder.edges[step.id] {
        let other = builder.steps[edge.target]
        switch other.operation {
        case .keep, .note:
          // What stays as it is must only be where it is looked for, and let go of what is deleted.
          guard moved.contains(other.address) || step.operation == .delete else { continue }
        case .create, .update, .delete, .adopt, .forget: break
        }
        require(step.address, other.address, edge.cause.need)
      }
    }
  }

  /// Whoever uses an object that goes, is replaced or gets another address, as it was last applied.
  private mutating func addUsers(_ builder: StepBuilder, _ moved: Set<ResourceAddress>) {
    for user in builder.table.records.indices {
      guard let own = builder.stepOfRecord[user].map({ builder.steps[$0] }) else { continue }
      for (producer, _) in builder.table.producers(of: user) {
        guard let step = builder.stepOfRecord[producer].map({ builder.steps[$0] }) else { continue }
        switch step.operation {
        case .delete, .forget: require(step.address, own.address, "is used by")
        case .keep, .create, .update, .adopt, .note:
          if moved.contains(step.address) { require(step.address, own.address, "is referred to by") }
        }
      }
    }
  }

  // MARK: Closures

  /// Every address that some need, at once or through others, themselves among them; each with what brought it in.
  func closure(over chosen: [Int]) -> [Int: (cause: Int, reason: String)?] {
    var found: [Int: (cause: Int, reason: String)?] = [:]
    var open = chosen
    for place in chosen { found.updateValue(nil, forKey: place) }
    while let place = open.popLast() {
      for need in needs[place] where found[need.address] == nil {
        found.updateValue((place, need.reason), forKey: need.address)
        open.append(need.address)
      }
    }
    return found
  }

  /// Every address that needs some of the given ones, at once or through others, themselves among them; each with the one it needs.
  func dependents(of left: [Int]) -> [Int: Int?] {
    var users = [[Int]](repeating: [], count: addresses.count)
    for (place, targets) in needs.enumerated() { for need in targets { users[need.address].append(place) } }
    var found: [Int: Int?] = [:]
    var open = left
    for place in left { found.updateValue(nil, forKey: place) }
    while let place = open.popLast() {
      for user in users[place] where found[user] == nil {
        found.updateValue(place, forKey: user)
        open.append(user)
      }
    }
    return found
  }
}

extension StepEdgeCause {
  /// Why one change needs another, in words that stand between the two.
  fileprivate var need: String {
    switch self {
    case .reference: "refers to"
    case .table: "comes after"
    case .formerUser: "is used by"
    case .replacement: "is replaced with"
    case .sharedKey(let key): "takes \(key) from"
    }
  }
}

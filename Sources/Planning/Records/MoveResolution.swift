import StrataModel

/// Which record each declared resource continues, after renames.
struct MoveResolution {
  /// The position of the record that each node continues, by the node's index.
  private(set) var recordOfNode: [Int?]
  /// The moves in the order in which they must be recorded: an address is vacated before it is taken.
  private(set) var moves: [Plan.Move] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(graph: ResourceGraph, table: RecordTable) {
    recordOfNode = graph.resources.map { table.currentByAddress[$0.address] }
    guard graph.resources.contains(where: { !$0.renamedFrom.isEmpty }) else { return }
    var claims = Claims(graph: graph, table: table)
    claims.resolve()
    diagnostics = claims.diagnostics
    for (node, source) in claims.accepted {
      let to = graph.resources[node].address
      recordOfNode[node] = table.currentByAddress[source]
      moves.append(Plan.Move(from: source, to: to))
    }
  }
}

/// Declarations that say which address they had before, and whether that is possible.
private struct Claims {
  let graph: ResourceGraph
  let table: RecordTable
  var diagnostics: [Diagnostic] = []
  /// Nodes with the addresses whose records they take, in the order of recording.
  var accepted: [(node: Int, source: ResourceAddress)] = []

  /// The address that each claiming node wants.
  private var wanted: [Int: ResourceAddress] = [:]
  private var claimant: [ResourceAddress: Int] = [:]

  init(graph: ResourceGraph, table: RecordTable) {
    self.graph = graph
    self.table = table
  }

  mutating func resolve() {
    collect()
    let order = wanted.keys.sorted()
    var state: [Int: Bool] = [:]
    for node in order { accept(node, &state, path: []) }
  }

  /// Finds for each node the one earlier address that has a record.
  private mutating func collect() {
    for (index, node) in graph.resources.enumerated() where !node.renamedFrom.isEmpty {
      let sources = node.renamedFrom.filter { $0 != node.address && table.currentByAddress[$0] != nil }
      guard let source = sources.first else { continue }
      if sources.count > 1 {
        report(
          "rename-two-to-one", node, "\(node.address) is renamed from \(list(sources)), and each of them is an existing resource",
          remedy: "name the one that continues as \(node.address), and give the others declarations of their own")
      } else if let other = claimant[source] {
        let first = graph.resources[other]
        report(
          "rename-two-from-one", node, "\(node.address) and \(first.address) are both renamed from \(source)",
          remedy: "remove one of the two renames",
          notes: [.init("\(first.address) is declared here", at: first.source)])
      } else {
        wanted[index] = source
        claimant[source] = index
      }
    }
  }

  /// Accepts a claim once the address it leaves and the address it takes are free; answers whether it was accepted.
  @discardableResult
  private mutating func accept(_ node: Int, _ state: inout [Int: Bool], path: [Int]) -> Bool {
    if let known = state[node] { return known }
    guard let source = wanted[node] else { return false }
    let resource = graph.resources[node]
    if let start = path.firstIndex(of: node) {
      let cycle = path[start...].map { graph.resources[$0] }
      report(
        "rename-cycle", resource, "the renames of \(list(cycle.map(\.address))) go in a circle",
        remedy: "deploy once with an intermediate address",
        notes: cycle.dropFirst().map { .init("\($0.address) is declared here", at: $0.source) })
      for member in path[start...] { state[member] = false }
      return false
    }
    let isRecorded = table.currentByAddress[resource.address] != nil
    let isSourceDeclared = graph.index(of: source)
    // A node that has a record keeps it unless another claims that one; the rename is history then.
    if isRecorded {
      guard let next = claimant[resource.address], accept(next, &state, path: path + [node]) else {
        if state[node] == nil {
          state[node] = false
          if isSourceDeclared == nil {
            report(
              "rename-two-to-one", resource, "\(resource.address) and \(source) both exist, so the one cannot become the other",
              remedy: "remove renamed(from: \"\(source)\"), or forget one of the two with `state forget`")
          }
        }
        return false
      }
    } else if let declared = isSourceDeclared, wanted[declared] == nil {
      state[node] = false
      let other = graph.resources[declared]
      report(
        "rename-still-declared", resource, "\(resource.address) is renamed from \(source), which is still declared",
        remedy: "remove the declaration of \(source), or the rename", notes: [.init("\(source) is declared here", at: other.source)])
      return false
    }
    if state[node] == nil {
      state[node] = true
      accepted.append((node, source))
    }
    return state[node] ?? false
  }

  private func list(_ addresses: [ResourceAddress]) -> String { addresses.map(\.path).joined(separator: ", ") }

  private mutating func report(
    _ code: String, _ node: ResourceNode, _ message: String, remedy: String, notes: [Diagnostic.Note] = []
  ) {
    diagnostics.append(Diagnostic(.error, code: code, message, remedy: remedy, at: node.source, address: node.address, notes: notes))
  }
}

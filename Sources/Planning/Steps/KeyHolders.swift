import StrataModel

/// Which records hold which names and occupancy keys, and which declared resources will.
struct KeyHolders {
  typealias Key = IdentityKeys.Key

  /// The keys that each node is to hold, where that matters.
  private(set) var wanted: [Int: [Key]] = [:]
  /// The records that hold a key, for the types of `wanted`.
  private(set) var holders: [Key: [Int]] = [:]

  /// Finds the keys of the types of which an object is made, or changes a key, while the state is not empty.
  init(builder: StepBuilder) {
    guard !builder.table.records.isEmpty else { return }
    var types = Set<String>()
    for (index, decision) in builder.values.decisions.enumerated() {
      let node = builder.graph.resources[index]
      switch decision.action {
      case .create, .replace, .recreate: types.insert(node.type)
      case .update:
        if Self.touchesKey(decision.changes, builder.library[node.type].facts) { types.insert(node.type) }
      case .keep, .note, .adopt: break
      }
    }
    types = types.filter { IdentityKeys.exist(for: builder.library[$0].facts) }
    guard !types.isEmpty else { return }
    var values = builder.values
    for (index, node) in builder.graph.resources.enumerated() where types.contains(node.type) {
      wanted[index] = IdentityKeys.keys(
        type: node.type, placement: node.placement, properties: values.substitute(builder.values.decisions[index].properties),
        facts: builder.library[node.type].facts)
    }
    for (position, record) in builder.table.records.enumerated() where types.contains(record.type) {
      let keys = IdentityKeys.keys(
        type: record.type, placement: record.placement, properties: record.appliedProperties,
        facts: builder.library[record.type].facts)
      for key in keys { holders[key, default: []].append(position) }
    }
  }

  private static func touchesKey(_ changes: [PropertyChange], _ facts: TypeFacts) -> Bool {
    let properties = IdentityKeys.properties(of: facts)
    return changes.contains { $0.path.property.map(properties.contains) ?? false }
  }
}

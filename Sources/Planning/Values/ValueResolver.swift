import ResourceCatalog
import StrataModel

/// Answers what a reference will stand for, from the decisions made so far.
struct ValueResolver {
  /// What is known of a referenced value before anything is applied.
  enum Resolution {
    case known(PropertyValue)
    /// Becomes known when the producer's step has run.
    case unknown
    /// The producer does not change and its value was not recorded, so that it is read at apply.
    case unavailable
  }

  let graph: ResourceGraph
  let table: RecordTable
  let library: ShapeLibrary
  /// The decisions by node, for the nodes that come before the present one.
  var decisions: [NodeDecision] = []
  private var memo: [Reference: Resolution] = [:]

  init(graph: ResourceGraph, table: RecordTable, library: ShapeLibrary) {
    self.graph = graph
    self.table = table
    self.library = library
    decisions.reserveCapacity(graph.resources.count)
  }

  /// The node and decision that a reference leads to, once they are made.
  func producer(of reference: Reference) -> (node: ResourceNode, decision: NodeDecision)? {
    guard let index = graph.index(of: reference.address), index < decisions.count else { return nil }
    return (graph.resources[index], decisions[index])
  }

  /// Whether the incarnation that a reference leads to now is the one that a record was last applied with.
  func isLatest(_ reference: Reference, for record: ResourceRecord) -> Bool {
    guard let position = producer(of: reference)?.decision.record else { return true }
    let instance = table.records[position].instance
    return record.edges.contains { $0.instance == instance }
  }

  mutating func resolve(_ reference: Reference) -> Resolution {
    if let known = memo[reference] { return known }
    guard let index = graph.index(of: reference.address), index < decisions.count else { return .unknown }
    let resolution = resolve(reference.attribute, of: graph.resources[index], decisions[index])
    memo[reference] = resolution
    return resolution
  }

  /// Forgets what was resolved to a placeholder of a name.
  mutating func forgetPlaceholders() { memo.removeAll() }

  /// A value with everything put in that is known.
  mutating func substitute(_ value: PropertyValue) -> PropertyValue {
    if value.isLiteral { return value }
    return value.substituting { reference in
      if case .known(let value) = resolve(reference) { value } else { nil }
    }
  }

  mutating func substitute(_ properties: PropertyObject) -> PropertyObject {
    var result = properties
    for field in properties.fields where !field.value.isLiteral { result[field.key] = substitute(field.value) }
    return result
  }

  private mutating func resolve(_ attribute: String, of node: ResourceNode, _ decision: NodeDecision) -> Resolution {
    switch decision.action {
    case .keep, .note:
      return recorded(attribute, decision) ?? .unavailable
    case .update:
      let behavior = library[node.type].facts.behavior
      if behavior.volatileAttributes.contains(attribute) { return .unknown }
      if let properties = behavior.attributesChangedBy[attribute],
        decision.changes.contains(where: { $0.path.property.map(properties.contains) ?? false })
      {
        return .unknown
      }
      if let input = input(attribute, decision.properties) { return input }
      return recorded(attribute, decision) ?? .unavailable
    case .adopt:
      if let value = Self.value(attribute, in: decision.adopted ?? [:]) { return .known(value) }
      return .unknown
    case .create, .replace, .recreate:
      if let input = input(attribute, decision.properties) { return input }
      return derived(attribute, node, decision) ?? .unknown
    }
  }

  private func recorded(_ attribute: String, _ decision: NodeDecision) -> Resolution? {
    guard let position = decision.record else { return nil }
    let record = table.records[position]
    if let value = Self.value(attribute, in: record.attributes) { return .known(value) }
    guard Self.value(attribute, in: record.inputs) != nil,
      let value = Self.value(attribute, in: record.appliedProperties), value.isLiteral
    else { return nil }
    return .known(value)
  }

  private mutating func input(_ attribute: String, _ properties: PropertyObject) -> Resolution? {
    guard let value = Self.value(attribute, in: properties) else { return nil }
    let known = substitute(value)
    return known.isLiteral ? .known(known) : .unknown
  }

  /// An attribute that follows from inputs by a template such as `arn:{partition}:s3:::{BucketName}`.
  private mutating func derived(_ attribute: String, _ node: ResourceNode, _ decision: NodeDecision) -> Resolution? {
    let behavior = library[node.type].facts.behavior
    guard behavior.derivedAttributes[attribute] != nil else { return nil }
    let value = behavior.derivedValue(
      of: attribute, partition: node.placement.partition, account: node.placement.account, region: node.placement.region
    ) { name in
      switch input(name, decision.properties) {
      case nil: .absent
      case .known(let value)?: value.scalarText.map(AttributeTemplate.Input.text) ?? .unknown
      case .unknown?, .unavailable?: .unknown
      }
    }
    return value.map { .known(.string($0)) }
  }

  /// An attribute by its name, or by its path for one such as `Endpoint.Address`.
  private static func value(_ attribute: String, in document: PropertyObject) -> PropertyValue? {
    if let value = document[attribute] { return value }
    guard attribute.utf8.contains(UInt8(ascii: ".")), let path = PropertyPath(parsing: attribute) else { return nil }
    return PropertyValue.object(document)[path]
  }
}

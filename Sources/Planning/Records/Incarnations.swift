import ResourceCatalog
import StrataModel

/// The instance and generation that stands at each declared address once the plan is applied.
struct Incarnations {
  private(set) var instances: [InstanceID] = []
  private(set) var generations: [Int] = []
  /// The generations that new incarnations use.
  let reserved: Range<Int>

  /// Hands out generations to new incarnations in the order of their addresses.
  init(snapshot: StateSnapshot, table: RecordTable, values: ValueResolver) {
    let nodes = values.graph.resources
    instances.reserveCapacity(nodes.count)
    generations.reserveCapacity(nodes.count)
    var new: [Int] = []
    for (index, decision) in values.decisions.enumerated() {
      if decision.action.makesInstance {
        new.append(index)
        instances.append("")
        generations.append(0)
      } else if let record = decision.record {
        instances.append(table.records[record].instance)
        generations.append(table.records[record].generation)
      }
    }
    var generation = snapshot.nextGeneration
    for index in AddressOrder(new, address: { nodes[$0].address }).positions {
      instances[index] = InstanceID(lineage: snapshot.lineage, address: nodes[index].address, generation: generation)
      generations[index] = generation
      generation += 1
    }
    reserved = snapshot.nextGeneration..<generation
  }

  /// Puts the engine's names in the place of their placeholders.
  func nameNewOnes(environment: String, values: inout ValueResolver) {
    for index in values.decisions.indices where values.decisions[index].action.makesInstance {
      guard let property = values.decisions[index].chosenName else { continue }
      let node = values.graph.resources[index]
      guard let rule = values.library[node.type].facts.behavior.generatedName else { continue }
      let name = GeneratedNames.name(
        environment: environment, address: node.address, instance: instances[index], properties: node.properties, rule: rule)
      values.decisions[index].properties[property] = .string(name)
      guard let record = values.decisions[index].record, let before = values.table.records[record].inputs[property] else { continue }
      values.decisions[index].changes.append(
        PropertyChange(
          path: PropertyPath(property), kind: .set, before: before, after: .string(name), cause: "each incarnation has its own name"))
    }
    values.forgetPlaceholders()
  }
}

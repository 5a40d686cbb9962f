import ResourceCatalog
import StrataModel

/// Finds deletes and creates of equal content in one plan: most likely one resource that was given another address.
struct RenameSuspicion {
  let planning: Planning
  let steps: [PlanStep]

  /// The content of a resource without what a rename changes: chosen names, and the stacks and components of what it refers to.
  private struct Content: Hashable {
    var type: String
    var account: String
    var region: String
    var properties: PropertyObject
  }

  /// - Parameter isPlanned: whether the steps at an address are done; where neither is, nothing is suspected.
  func diagnostics(isPlanned: (ResourceAddress) -> Bool) -> [Diagnostic] {
    // An earlier state is as it was; nobody can write a line into it.
    guard !planning.isDestroy, !planning.options.isRollback else { return [] }
    // By position: a plan of many steps is mostly kept ones, and none of those is worth a copy.
    let deletes = steps.indices.filter { steps[$0].operation == .delete && steps[$0].counterpart == nil }.map { steps[$0] }
    guard !deletes.isEmpty else { return [] }
    var creates: [Content: [PlanStep]] = [:]
    for index in steps.indices where steps[index].operation == .create && steps[index].counterpart == nil {
      let step = steps[index]
      guard let node = step.desired else { continue }
      let content = content(step.type, step.placement, node.properties, without: step.chosenNames)
      creates[content, default: []].append(step)
    }
    guard !creates.isEmpty else { return [] }
    var found: [Diagnostic] = []
    for delete in deletes {
      guard let position = planning.table.position(of: delete.instance) else { continue }
      let record = planning.table.records[position]
      guard record.status == .current else { continue }
      let names = chosenNames(of: record)
      let content = content(record.type, record.placement, record.inputs, without: names)
      guard var candidates = creates[content], !candidates.isEmpty else { continue }
      let best = candidates.firstIndex { $0.address.id == delete.address.id } ?? 0
      let create = candidates.remove(at: best)
      creates[content] = candidates
      if isPlanned(delete.address) || isPlanned(create.address) { found.append(diagnostic(delete, create, record)) }
    }
    return found
  }

  private func diagnostic(_ delete: PlanStep, _ create: PlanStep, _ record: ResourceRecord) -> Diagnostic {
    let isMeant = planning.options.acknowledgements.coversAll || planning.options.acknowledgements.addresses.contains(delete.address)
    let isGrave = record.lifecycle.holdsData && !isMeant
    return Diagnostic(
      isGrave ? .error : .warning, code: "probable-rename",
      "\(create.address) would be created and \(delete.address) deleted, with equal content: this looks like a rename",
      remedy: "to keep the object, add .renamed(from: \"\(delete.address)\") to \(create.address)"
        + (isGrave ? "; to lose it, acknowledge the loss of \(delete.address)" : ""),
      at: create.source, address: create.address, notes: [.init("\(delete.address) was declared here", at: record.source)])
  }

  private func chosenNames(of record: ResourceRecord) -> [String] {
    guard let rule = planning.library[record.type].facts.behavior.generatedName,
      let name = record.inputs[rule.property]?.stringValue, GeneratedNames.isChosen(name, for: record.instance, rule: rule)
    else { return [] }
    return [rule.property]
  }

  private func content(_ type: String, _ placement: Placement, _ properties: PropertyObject, without names: [String]) -> Content {
    var document = properties
    for name in names { document[name] = nil }
    let neutral = PropertyValue.object(document).substituting { .reference(Reference(ResourceAddress($0.address.id), $0.attribute)) }
    return Content(type: type, account: placement.account, region: placement.region, properties: neutral.objectValue ?? document)
  }
}

import ResourceCatalog
import StrataModel

/// Names the dangers of a plan: what needs a word from the user, and what looks like a mistake.
struct Safeguards {
  let planning: Planning
  let builder: StepBuilder

  /// From how many resources on the loss of more than half of them is taken as a mistake (DECISIONS 31).
  static let massDeleteThreshold = 10

  /// Marks the deletes that need a word, and asks for it; the plan must be that of everything.
  func guardDeletes(in plan: inout Plan) {
    for index in plan.steps.indices where plan.steps[index].operation == .delete { guardDelete(index, &plan) }
  }

  /// Protection is read from state and program: removing the declaration, or the word in it, does not lift it.
  private func guardDelete(_ index: Int, _ plan: inout Plan) {
    // A step and a record are large: only what is asked of them is taken out.
    guard let position = builder.table.position(of: plan.steps[index].instance) else { return }
    let records = builder.table.records
    guard records[position].status == .current || builder.displaced.contains(records[position].instance) else { return }
    let type = plan.steps[index].type
    let lifecycle = records[position].lifecycle
    let declared = plan.steps[index].counterpart.map {
      (lifecycle: builder.graph.resources[$0].lifecycle, source: builder.graph.resources[$0].source)
    }
    func require(_ reason: Plan.Acknowledgement.Reason, _ marker: PlanStep.Marker) {
      plan.steps[index].markers.append(marker)
      plan.requiredAcknowledgements.append(
        Plan.Acknowledgement(
          address: plan.steps[index].address, type: type, reason: reason, step: index, source: declared?.source ?? records[position].source)
      )
    }
    let isProtectedByService = DeletionProtection.property(protecting: records[position].inputs) != nil
    if lifecycle.isProtected || declared?.lifecycle.isProtected == true || isProtectedByService { require(.protected, .protected) }
    if lifecycle.holdsData || declared?.lifecycle.holdsData == true { require(.dataLoss, .dataLoss) }
    if builder.library[type].facts.behavior.softDeletion == nil, plan.steps[index].markers.contains(.dataLoss) {
      plan.steps[index].markers.append(.irreversible)
    }
  }

  /// Asks for a word when an environment would lose all that it has, or most of it; a narrowed plan is judged by what it does.
  func guardEnvironment(_ plan: inout Plan, _ diagnostics: inout [Diagnostic]) {
    guard !plan.isDestroy, !planning.options.isRollback else { return }
    let current = builder.table.currentByAddress.count
    let deletes = plan.steps.indices.filter { loses(plan.steps[$0]) }
    guard let first = deletes.first.map({ plan.steps[$0] }) else { return }
    let losesAll = planning.graph.resources.isEmpty && (plan.selection == nil || deletes.count == current)
    guard losesAll || current >= Self.massDeleteThreshold && deletes.count * 2 > current else { return }
    plan.requiredAcknowledgements.append(
      Plan.Acknowledgement(address: first.address, type: first.type, reason: .massDelete, step: first.id, source: first.source))
    let what = losesAll ? "the program declares nothing" : "more than half of the environment is no longer declared"
    diagnostics.append(
      Diagnostic(
        .warning, code: "mass-delete", "\(what): \(deletes.count) of \(current) resources would be deleted or forgotten",
        remedy: "run `destroy` to take the environment apart, or repeat with --allow-mass-delete"))
  }

  /// Whether a step ends a resource that the environment has, and no declaration goes on with it.
  private func loses(_ step: PlanStep) -> Bool {
    guard step.operation == .delete || step.operation == .forget, step.counterpart == nil,
      let position = builder.table.position(of: step.instance), builder.replacerOfRecord[position] == nil
    else { return false }
    let record = builder.table.records[position]
    return record.status == .current && !record.isUnsupported
  }
}

extension StepBuilder {
  /// Adoptions of objects that the state already knows under another address.
  func diagnosticsOfAdoptions() -> [Diagnostic] {
    guard graph.resources.contains(where: { $0.adoptedIdentifier != nil }) else { return [] }
    var holders: [String: Int] = [:]
    for (position, record) in table.records.enumerated() where record.status == .current {
      if let identifier = record.identifier { holders["\(record.type) \(record.placement) \(identifier)"] = position }
    }
    var found: [Diagnostic] = []
    for (index, node) in graph.resources.enumerated() {
      guard let identifier = node.adoptedIdentifier, values.decisions[index].action == .adopt,
        let holder = holders["\(node.type) \(node.placement) \(identifier)"]
      else { continue }
      let record = table.records[holder]
      found.append(
        Diagnostic(
          .error, code: "already-managed", "\(node.address) adopts \(identifier), which is already \(record.address)",
          remedy: "if it is the same resource under a new address, write .renamed(from: \"\(record.address)\") instead of adopted(_:)",
          at: node.source, address: node.address, notes: [.init("\(record.address) was declared here", at: record.source)]))
    }
    return found
  }
}

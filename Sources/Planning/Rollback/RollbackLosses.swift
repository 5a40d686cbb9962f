import ResourceCatalog
import StrataModel

/// What a rollback cannot bring back, and which of its steps cannot be taken back themselves.
struct RollbackLosses {
  let earlier: StateSnapshot
  let present: StateSnapshot
  let observations: Observations
  let library: ShapeLibrary

  /// Marks irreversible steps, and adds a warning for each loss.
  func mark(_ plan: inout Plan) {
    let former = earlier.currentRecords
    for index in plan.steps.indices {
      let step = plan.steps[index]
      switch step.operation {
      case .create:
        if let record = former[step.address] { plan.diagnostics += losses(of: record, madeAgainBy: step) }
      case .update:
        for change in step.changes {
          guard let limit = ChangeLimits.limit(on: change, type: step.type) else { continue }
          if !plan.steps[index].markers.contains(.irreversible) { plan.steps[index].markers.append(.irreversible) }
          plan.diagnostics.append(
            warning("rollback-limited", "\(change.path) of \(step.address) may not change back: \(limit.reason)", step))
        }
      case .delete:
        if let loss = deletion(step) {
          if !plan.steps[index].markers.contains(.irreversible) { plan.steps[index].markers.append(.irreversible) }
          plan.diagnostics.append(warning("rollback-irreversible", loss, step))
        }
      case .keep, .note, .forget, .adopt: break
      }
    }
    plan.diagnostics += secretLosses(plan)
  }

  private func losses(of record: ResourceRecord, madeAgainBy step: PlanStep) -> [Diagnostic] {
    var found: [Diagnostic] = []
    if record.lifecycle.holdsData || library[record.type].facts.behavior.holdsData {
      found.append(warning("rollback-data", "\(step.address) is made again empty: what it held went with the object before", step))
    }
    if let identifier = record.identifier, !isFixed(identifier, by: step) {
      found.append(warning("rollback-identifier", "\(step.address) gets another identifier than \(identifier)", step))
    }
    return found
  }

  /// Whether the properties of a create lead to an identifier: they hold it, or AWS forms it from them.
  private func isFixed(_ identifier: String, by step: PlanStep) -> Bool {
    guard let properties = step.desired?.properties else { return false }
    let facts = library[step.type].facts
    for names in facts.identifiers {
      let values = names.compactMap { properties[$0]?.scalarText }
      if values.count == names.count, values.joined(separator: "|") == identifier { return true }
    }
    return facts.behavior.derivedAttributes.keys.contains { attribute in
      facts.behavior.derivedValue(
        of: attribute, partition: step.placement.partition, account: step.placement.account, region: step.placement.region
      ) { name in
        guard let value = properties[name] else { return .absent }
        return value.scalarText.map(AttributeTemplate.Input.text) ?? .unknown
      } == identifier
    }
  }

  private func deletion(_ step: PlanStep) -> String? {
    guard let record = present.records[step.instance], record.status == .current,
      let soft = library[step.type].facts.behavior.softDeletion
    else { return nil }
    let days = soft.daysProperty.flatMap { record.appliedProperties[$0]?.integerValue } ?? soft.defaultDays
    return "\(step.type) \(record.identifier ?? "") goes for good after \(days) days"
      + (soft.holdsName ? ", and its name stays taken until then" : ", with everything that only it can read")
  }

  /// Secrets whose earlier text nobody has any more.
  private func secretLosses(_ plan: Plan) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for step in plan.steps where step.desired != nil {
      guard let record = earlier.records[step.instance] ?? earlier.currentRecords[step.address] else { continue }
      for (path, secret) in record.secrets.sorted(by: { $0.key < $1.key }) where secret.source.kind != .attribute {
        let sent = observations.secretDigests[secret.source] ?? present.records[step.instance]?.secrets[path]?.digest
        guard let sent, sent != secret.digest else { continue }
        found.append(
          warning(
            "rollback-secret", "\(path) of \(step.address) does not become what it was: \(secret.source.name) holds another text now", step)
        )
      }
    }
    return found
  }

  private func warning(_ code: String, _ message: String, _ step: PlanStep) -> Diagnostic {
    Diagnostic(.warning, code: code, message, at: step.source, address: step.address)
  }
}

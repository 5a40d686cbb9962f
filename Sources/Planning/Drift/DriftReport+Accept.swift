public import StrataModel

extension DriftReport {
  /// What state records when the drift is accepted: what was found counts as applied from then on, and what is gone as forgotten.
  ///
  /// The program is not changed by it: where it still says something else, the next plan brings that back.
  ///
  /// - Parameters:
  ///   - snapshot: the state that the report was made from.
  ///   - addresses: the resources whose drift is accepted; `nil` for all.
  /// - Returns: journal entries' bodies, in the order of addresses.
  public func acceptance(in snapshot: StateSnapshot, of addresses: Set<ResourceAddress>?, schema: any SchemaFacts) -> [JournalEntry.Body] {
    let library = schema.library()
    var bodies: [JournalEntry.Body] = []
    for resource in drifted where addresses?.contains(resource.address) ?? true {
      guard var record = snapshot.records[resource.instance] else { continue }
      if resource.isGone {
        bodies.append(.forget(record.instance, reason: "the object was gone, and that was accepted"))
        continue
      }
      let shape = library[record.type].shape
      for change in resource.changes { record.accept(change, shape: shape) }
      for change in resource.storedDifferently { record.observed[change.path] = change.found }
      bodies.append(
        .note(
          record.instance,
          JournalEntry.Metadata(
            edges: record.edges, lifecycle: record.lifecycle, inputs: record.inputs, bindings: record.bindings,
            ownedPaths: record.ownedPaths, secrets: record.secrets, source: record.source)))
      bodies.append(.observed(record.instance, JournalEntry.Baseline(observed: record.observed, attributes: record.attributes)))
    }
    return bodies
  }
}

extension ResourceRecord {
  fileprivate mutating func accept(_ change: DriftReport.Change, shape: DocumentShape) {
    let property = change.path.property.map { PropertyPath($0) } ?? change.path
    // The elements of a list change their places; what its references stood for is put in first.
    if case .array? = property.property.flatMap({ inputs[$0] }), let name = property.property { inputs[name] = appliedProperties[name] }
    inputs = OwnedUnit.setting(change.found, at: change.path, in: inputs, shape: shape)
    let isList = if case .array? = property.property.flatMap({ inputs[$0] }) { true } else { false }
    bindings = bindings.filter { !$0.key.isWithin(isList ? property : change.path) }
    // What a service had made of the old value says nothing about the new one.
    observed[change.path] = nil
    if change.found == nil { ownedPaths.removeAll { $0 == change.path } }
  }
}

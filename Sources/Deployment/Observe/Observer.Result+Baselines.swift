import ResourceCatalog
public import StrataModel

extension PropertyObject {
  fileprivate func without(_ keys: [String]) -> PropertyObject {
    guard !keys.isEmpty else { return self }
    var rest = self
    for key in keys { rest[key] = nil }
    return rest
  }
}

extension Observer.Result {
  /// What state records of the reads: attributes, and what services have made of values, as the baseline of drift.
  ///
  /// What was changed outside is not part of it, so that it goes on to be seen until it is repaired or accepted.
  ///
  /// - Returns: journal entries' bodies in the order of addresses, for records of which a read tells something new.
  public func baselines(in snapshot: StateSnapshot, schema: any SchemaFacts) -> [JournalEntry.Body] {
    let library = schema.library()
    return pairs(in: snapshot, library).compactMap { record, baseline in
      if record.hasBaseline, record.observed == baseline.observed, !showsOtherAttributes(baseline, than: record, library) { return nil }
      return .observed(record.instance, baseline)
    }
  }

  /// The baselines of the objects that show other attributes than state has, for plans in which consumers get them.
  func attributeBaselines(in snapshot: StateSnapshot, schema: any SchemaFacts) -> [InstanceID: JournalEntry.Baseline] {
    let library = schema.library()
    let changed = pairs(in: snapshot, library).filter { showsOtherAttributes($0.baseline, than: $0.record, library) }
    return Dictionary(uniqueKeysWithValues: changed.map { ($0.record.instance, $0.baseline) })
  }

  /// What changes by itself, such as a time of the last backup, is nothing new.
  private func showsOtherAttributes(_ baseline: JournalEntry.Baseline, than record: ResourceRecord, _ library: ShapeLibrary) -> Bool {
    let volatile = library[record.type].facts.behavior.volatileAttributes
    return record.attributes.without(volatile) != baseline.attributes.without(volatile)
  }

  /// The current records that were read, by address, each with what its read makes of it.
  private func pairs(in snapshot: StateSnapshot, _ library: ShapeLibrary) -> [(record: ResourceRecord, baseline: JournalEntry.Baseline)] {
    let recorded = RecordedAttributes(library: library)
    let current = snapshot.records.values.filter { $0.status == .current }.sorted { $0.address < $1.address }
    return current.compactMap { record in
      guard let description = descriptions[record.instance] else { return nil }
      let comparison = ObjectComparison(record, found: description.properties, shape: library[record.type].shape)
      var observed = record.observed
      var changed = Set<String>()
      for path in record.ownedPaths {
        switch comparison.verdict(at: path) {
        case .asLeft, .unknowable: break
        case .storedDifferently(let found, _): observed[path] = found
        case .changed: if let property = path.property { changed.insert(property) }
        }
      }
      var attributes = recorded.attributes(of: description, type: record.type, sent: record.appliedProperties)
      // Who refers to a property that was changed outside goes on to get what was left there.
      for property in changed { attributes[property] = record.attributes[property] }
      return (record, JournalEntry.Baseline(observed: observed, attributes: attributes))
    }
  }
}

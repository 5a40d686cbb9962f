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
    let recorded = RecordedAttributes(library: library)
    var bodies: [JournalEntry.Body] = []
    for record in snapshot.records.values.filter({ $0.status == .current }).sorted(by: { $0.address < $1.address }) {
      guard let description = descriptions[record.instance] else { continue }
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
      let baseline = JournalEntry.Baseline(observed: observed, attributes: attributes)
      let volatile = library[record.type].facts.behavior.volatileAttributes
      // What changes by itself, such as a time of the last backup, is nothing new.
      if record.hasBaseline, record.observed == observed, record.attributes.without(volatile) == attributes.without(volatile) { continue }
      bodies.append(.observed(record.instance, baseline))
    }
    return bodies
  }
}

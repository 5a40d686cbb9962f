import ResourceCatalog
public import StrataModel

extension DriftReport {
  /// Compares a state with fresh reads of its objects.
  ///
  /// A pure function, linear in the number of records. Records that were not read are left out.
  public static func make(from snapshot: StateSnapshot, observations: Observations, schema: any SchemaFacts) -> DriftReport {
    let library = schema.library()
    var resources: [Resource] = []
    for record in snapshot.records.values where record.status == .current {
      guard let read = observations.reads[record.instance] else { continue }
      var resource = Resource(
        address: record.address, type: record.type, identifier: record.identifier ?? "", instance: record.instance, source: record.source)
      switch read {
      case .missing: resource.isGone = true
      case .found(let properties): resource.compare(ObjectComparison(record, found: properties, shape: library[record.type].shape))
      }
      resources.append(resource)
    }
    resources.sort { $0.address < $1.address }
    return DriftReport(environment: snapshot.environment, resources: resources)
  }
}

extension DriftReport.Resource {
  fileprivate mutating func compare(_ comparison: ObjectComparison) {
    let ignoredPaths = comparison.record.lifecycle.ignoredPaths
    for path in comparison.record.ownedPaths {
      switch comparison.verdict(at: path) {
      case .asLeft: break
      case .unknowable(let reason): unknown.append(DriftReport.Unknown(path: path, reason: reason))
      case .storedDifferently(let found, let expected):
        storedDifferently.append(DriftReport.Change(path: path, found: found, expected: expected))
      case .changed(let found, let expected):
        let change = DriftReport.Change(path: path, found: found, expected: expected)
        let isIgnored = ignoredPaths.contains { path.isWithin($0) || $0.isWithin(path) }
        if isIgnored { ignored.append(change) } else { changes.append(change) }
      }
    }
    guard let schema = ResourceCatalog.aws.type(type) else { return }
    let owned = Set(comparison.record.ownedPaths.compactMap(\.property))
    let tags = schema.tagProperty.map { String($0) }
    for field in comparison.found.fields where !owned.contains(field.key) && field.key != tags {
      guard let property = schema.property(field.key), !property.isReadOnly, !field.value.isEmptyOrNull else { continue }
      unmanaged.append(field.key)
    }
  }
}

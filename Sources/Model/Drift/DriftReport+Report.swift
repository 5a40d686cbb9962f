extension DriftReport {
  /// The report for programs (`--json`).
  ///
  /// Resources that are as they were left are counted and left out, unless something of them cannot be known or is ignored.
  public var report: PropertyValue {
    let shown = resources.filter { $0.hasDrifted || !$0.ignored.isEmpty || !$0.storedDifferently.isEmpty || !$0.unknown.isEmpty }
    return [
      "counts": [
        "changed": .integer(resources.count { !$0.changes.isEmpty }), "gone": .integer(resources.count(where: \.isGone)),
        "inPlace": .integer(resources.count { !$0.hasDrifted }), "read": .integer(resources.count),
      ],
      "environment": .string(environment), "hasDrift": .bool(hasDrift), "resources": .array(shown.map(\.report)),
    ]
  }
}

extension DriftReport.Resource {
  fileprivate var report: PropertyValue {
    var object: PropertyObject = [
      "address": .string(address.path), "gone": .bool(isGone), "identifier": .string(identifier), "source": .string(source.description),
      "type": .string(type),
    ]
    object["changes"] = .array(changes.map(\.report))
    object.setList("ignored", ignored.map(\.report))
    object.setList("storedDifferently", storedDifferently.map(\.report))
    object.setList("unknown", unknown.map { ["path": .string($0.path.description), "reason": .string($0.reason.rawValue)] })
    object.setList("unmanaged", unmanaged.map(PropertyValue.string))
    return .object(object)
  }
}

extension DriftReport.Change {
  fileprivate var report: PropertyValue {
    ["expected": expected, "found": found ?? .null, "path": .string(path.description)]
  }
}

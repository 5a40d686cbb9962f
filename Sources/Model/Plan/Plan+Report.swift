extension Plan {
  /// The plan for programs (`--json`): counts, steps with their changes, and what is to be acknowledged; sensitive values are masked.
  ///
  /// Steps that keep are counted and left out.
  public var report: PropertyValue {
    let counts = counts
    var object: PropertyObject = [
      "counts": [
        "adopted": .integer(counts.adopted), "created": .integer(counts.created), "deleted": .integer(counts.deleted),
        "forgotten": .integer(counts.forgotten), "kept": .integer(counts.kept), "noted": .integer(counts.noted),
        "acted": .integer(counts.acted), "replaced": .integer(counts.replaced), "undone": .integer(counts.undone),
        "updated": .integer(counts.updated),
      ],
      "destroy": .bool(isDestroy), "digest": .string(digest), "engine": .string(engine), "environment": .string(environment),
      "estimatedMilliseconds": .integer(estimatedDuration), "format": .integer(format), "hasChanges": .bool(hasChanges),
      "lineage": .string(lineage), "serial": .integer(serial),
    ]
    object["acknowledgements"] = .array(requiredAcknowledgements.map { $0.json(showsSources: true) })
    object.setList("changedLookups", changedLookups.map(\.json))
    object["changedOutputs"] = .array(changedOutputs.map(PropertyValue.string))
    object["diagnostics"] = .array(diagnostics.map(\.json))
    if let unsupported { object["unsupported"] = .array(unsupported.map(\.json)) }
    object["moves"] = .array(moves.map { ["from": .string($0.from.path), "to": .string($0.to.path)] })
    object.setFlag("rollback", isRollback)
    object.setList(
      "refreshed",
      refreshed.map { ["address": .string($0.address.path), "attributes": .array($0.attributes.map(PropertyValue.string))] })
    object.setList("reinstated", reinstated.map { ["address": .string($0.address.path), "instance": .string($0.instance.text)] })
    object["selection"] = selection?.json
    object["steps"] = .array(steps.filter { $0.operation != .keep }.map(\.report))
    return .object(object)
  }
}

extension PlanStep {
  fileprivate var report: PropertyValue {
    var object: PropertyObject = [
      "address": .string(address.path), "because": .array(because.map(PropertyValue.string)),
      "changes": .array(changes.map(\.report)), "id": .integer(id), "instance": .string(instance.text),
      "markers": .array(markers.map { .string($0.rawValue) }), "needs": .array(needs.map { .integer($0.step) }),
      "operation": .string(verb), "placement": placement.json, "source": .string(source.description),
      "type": .string(type),
    ]
    object.set("counterpart", counterpart)
    object.setList("onlyIfChanged", onlyIfChanged.map { .string($0.description) })
    return .object(object)
  }
}

extension PropertyChange {
  fileprivate var report: PropertyValue {
    var object: PropertyObject = [
      "forcesReplacement": .bool(forcesReplacement), "kind": .string(kind.rawValue), "path": .string(path.description),
      "sensitive": .bool(isSensitive),
    ]
    let mask: PropertyValue = "(sensitive)"
    if let before { object["before"] = isSensitive ? mask : before }
    if let after { object["after"] = isSensitive ? mask : after }
    object.set("cause", cause)
    return .object(object)
  }
}

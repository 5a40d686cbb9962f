import ResourceCatalog
import StrataModel

/// The differences between what a program wants, what was last applied, and what a fresh read found, over the paths that the user owns.
struct DocumentDifference {
  let type: String
  let facts: TypeFacts
  let shape: DocumentShape
  let record: ResourceRecord
  /// What a fresh read shows, if one was made.
  let comparison: ObjectComparison?
  let secretDigests: [SecretSource: String]
  let ignoredPaths: [PropertyPath]

  private(set) var changes: [PropertyChange] = []
  /// The units of the desired document.
  private(set) var ownedPaths: [PropertyPath] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(
    type: String, entry: ShapeLibrary.Entry, record: ResourceRecord, found: PropertyObject?, secretDigests: [SecretSource: String],
    ignoredPaths: [PropertyPath]
  ) {
    self.type = type
    facts = entry.facts
    shape = entry.shape
    self.record = record
    comparison = found.map { ObjectComparison(record, found: $0, shape: entry.shape) }
    self.secretDigests = secretDigests
    self.ignoredPaths = ignoredPaths
  }

  /// Compares; the results are ``changes``, ``ownedPaths`` and ``diagnostics``.
  mutating func compare(desired: PropertyObject, values: inout ValueResolver) {
    let applied = record.appliedProperties
    let units = OwnedUnit.units(of: desired, shape: shape)
    ownedPaths = units.map(\.path)
    for unit in units { compare(unit, applied: applied, values: &values) }
    compareRemoved(desired: desired, applied: applied)
  }

  // MARK: What the program says

  private mutating func compare(_ unit: OwnedUnit, applied: PropertyObject, values: inout ValueResolver) {
    let place = shape.place(at: unit.path)
    let raw = OwnedUnit.value(at: unit.path, in: record.inputs, shape: shape)
    let before = OwnedUnit.value(at: unit.path, in: applied, shape: shape)
    let wanted = values.substitute(unit.value)
    let sensitive = place.facts.hides(unit.value)
    var openness = OpenReferences(in: wanted, of: record)
    openness.collect(&values)

    if let producer = openness.unknown {
      add(
        PropertyChange(
          path: unit.path, kind: .unknown, before: before, after: unit.value, isSensitive: sensitive,
          cause: values.phrase(of: producer) ?? "\(producer.address) was made anew by an earlier run"))
      return
    }
    if openness.unavailable != nil {
      // The producer is kept and its value was not recorded: the same reference means the same value.
      if raw == unit.value { return }
      let cause = openness.unavailable.map { "\($0) is read when the plan is applied" }
      add(PropertyChange(path: unit.path, kind: .unknown, before: before, after: unit.value, isSensitive: sensitive, cause: cause))
      return
    }
    if let before, ValueComparison.areEqual(wanted, before, at: place) || secretsAgree(unit, wanted) {
      if unit.value.holdsSecret, !secretsAgree(unit, wanted) {
        let cause = "the secret's text changed"
        add(PropertyChange(path: unit.path, kind: .set, before: nil, after: unit.value, isSensitive: true, cause: cause))
        return
      }
      compareFound(unit, wanted: wanted, before: before, place: place)
      return
    }
    if let drifted = drifted(unit, wanted: wanted, place: place) {
      let cause = "it was changed outside of this program, and the program says another value, too"
      add(PropertyChange(path: unit.path, kind: .repair, before: drifted, after: unit.value, cause: cause))
      return
    }
    let cause = raw == unit.value ? unit.value.firstReference.flatMap { values.phrase(of: $0) } : nil
    add(PropertyChange(path: unit.path, kind: .set, before: before, after: unit.value, isSensitive: sensitive, cause: cause))
  }

  /// What a read found where the program changed a value too, if it is neither what was left there nor what is wanted now.
  private func drifted(_ unit: OwnedUnit, wanted: PropertyValue, place: DocumentShape) -> PropertyValue? {
    guard let comparison, place.facts.mutability == .mutable, !place.facts.isWriteOnly, !unit.value.holdsSecret,
      case .changed(let value, _) = comparison.verdict(at: unit.path),
      !ValueComparison.areEqual(value, wanted, at: place, sides: .observed)
    else { return nil }
    return value
  }

  /// Whether every secret of a unit has the digest that was recorded; one that could not be read now is taken as unchanged.
  private func secretsAgree(_ unit: OwnedUnit, _ wanted: PropertyValue) -> Bool {
    guard unit.value.holdsSecret else { return false }
    if case .secret(let source) = wanted {
      guard let recorded = record.secrets[unit.path] else { return false }
      guard let digest = secretDigests[source] else { return recorded.source == source }
      return recorded.digest == digest
    }
    return record.secrets.allSatisfy { path, recorded in
      !path.isWithin(unit.path) || (secretDigests[recorded.source].map { $0 == recorded.digest } ?? true)
    }
  }

  // MARK: What the service holds

  private mutating func compareFound(_ unit: OwnedUnit, wanted: PropertyValue, before: PropertyValue, place: DocumentShape) {
    guard let comparison, !unit.value.holdsSecret, !isIgnored(unit.path) else { return }
    switch comparison.verdict(at: unit.path) {
    case .asLeft, .unknowable: return
    case .storedDifferently(let value, _):
      diagnostics.append(
        Diagnostic(
          .note, code: "stored-differently",
          "AWS stores \(unit.path) of \(record.address) differently: it is \(JSONWriter.text(of: value))",
          remedy: "run `refresh` to record that as what stands there", at: record.source, address: record.address, path: unit.path))
    case .changed(let value, _):
      if ValueComparison.areEqual(value, wanted, at: place, sides: .observed) { return }
      guard place.facts.mutability != .createOnly else {
        diagnostics.append(
          Diagnostic(
            .warning, code: "create-only-drift",
            "\(unit.path) of \(record.address) can only be set at creation, and AWS reports another value than was applied",
            remedy: "change the declaration to what AWS holds, or replace the resource", at: record.source, address: record.address,
            path: unit.path))
        return
      }
      add(
        PropertyChange(
          path: unit.path, kind: .repair, before: value, after: unit.value, isSensitive: place.facts.hides(unit.value),
          cause: "it was changed outside of this program"))
    }
  }

  // MARK: What the program no longer says

  private mutating func compareRemoved(desired: PropertyObject, applied: PropertyObject) {
    let present = Set(ownedPaths)
    var handled: Set<PropertyPath> = []
    for path in record.ownedPaths where !present.contains(path) && !isIgnored(path) {
      guard let gone = highestAbsent(path, in: desired), handled.insert(gone).inserted else { continue }
      // The recorded unit may already be absent from what was applied, when the record was imported.
      guard let before = OwnedUnit.value(at: gone, in: applied, shape: shape) else { continue }
      let place = shape.place(at: gone)
      if place.facts.mutability == .mutable, let standard = place.facts.defaultValue, !standard.isEmptyObject {
        guard !ValueComparison.areEqual(before, standard, at: place) else { continue }
        add(PropertyChange(path: gone, kind: .set, before: before, after: standard, cause: "the schema's default takes its place"))
      } else if place.facts.isWriteOnly, place.facts.mutability == .mutable {
        add(PropertyChange(path: gone, kind: .release, before: nil, isSensitive: true, cause: "AWS keeps the last value"))
      } else {
        add(PropertyChange(path: gone, kind: .remove, before: before, isSensitive: place.facts.hides(before)))
      }
    }
  }

  /// The shortest part of a path that a document has no value at; `nil` when the document says something at or above the path.
  private func highestAbsent(_ path: PropertyPath, in document: PropertyObject) -> PropertyPath? {
    for length in 1...path.components.count {
      let prefix = PropertyPath(Array(path.components.prefix(length)))
      guard let value = OwnedUnit.value(at: prefix, in: document, shape: shape) else { return prefix }
      // A list, reference or document above the path says all that is to be there.
      switch value {
      case .object(let object):
        if object.isEmpty || shape.place(at: prefix).facts.form == .document { return nil }
      case .array(let elements):
        if case .tagList = shape.place(at: prefix).facts.form, !elements.isEmpty { continue }
        return nil
      default: return nil
      }
    }
    return nil
  }

  private func isIgnored(_ path: PropertyPath) -> Bool {
    ignoredPaths.contains { path.isWithin($0) || $0.isWithin(path) }
  }

  private mutating func add(_ change: PropertyChange) {
    var change = change
    change.forcesReplacement = ReplacementRule.forcesReplacement(change, type: type, facts: facts, place: shape.place(at: change.path))
    changes.append(change)
  }
}

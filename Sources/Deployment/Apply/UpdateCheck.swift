import StrataModel

/// Compares an object with what was left there and with what is wanted, right before it is changed.
struct UpdateCheck {
  /// What the comparison means.
  enum Verdict {
    /// The object is as it was left; these paths change.
    case proceed([PropertyPath])
    /// The object is as it is wanted already.
    case alreadyDone
    /// Somebody else changed what is ours.
    case drifted(PropertyPath, found: PropertyValue, expected: PropertyValue)
  }

  let library: ShapeLibrary
  let step: PlanStep
  let record: ResourceRecord
  /// The properties as they are wanted.
  let desired: PropertyObject

  func verdict(on found: PropertyObject) -> Verdict {
    let shape = library[record.type].shape
    let applied = record.appliedProperties
    var changed: [PropertyPath] = []
    var isDone = record.incompleteReasons.isEmpty
    for change in step.changes where change.kind != .release {
      let place = shape.place(at: change.path)
      let wanted = OwnedUnit.value(at: change.path, in: desired, shape: shape)
      // A value that became known may turn out to be the one that is applied.
      if change.kind == .unknown,
        ValueComparison.areEqual(wanted, OwnedUnit.value(at: change.path, in: applied, shape: shape), at: place)
      {
        continue
      }
      changed.append(change.path)
      if place.facts.isWriteOnly || wanted?.holdsSecret == true {
        isDone = false
      } else if isDone {
        let present = OwnedUnit.value(at: change.path, in: found, shape: shape)
        isDone = ValueComparison.areEqual(present, wanted, at: place, sides: .observed)
      }
    }
    if isDone { return .alreadyDone }
    if !record.incompleteReasons.isEmpty { return .proceed(changed + rest(of: changed, found, shape)) }
    if let drift = drift(found, applied, shape) { return drift }
    return .proceed(changed)
  }

  /// What else an earlier run may have left undone: whatever is not as it is wanted, or cannot be seen to be.
  private func rest(of changed: [PropertyPath], _ found: PropertyObject, _ shape: DocumentShape) -> [PropertyPath] {
    step.ownedPaths.filter { path in
      let place = shape.place(at: path)
      guard place.facts.mutability != .createOnly, !changed.contains(path) else { return false }
      let wanted = OwnedUnit.value(at: path, in: desired, shape: shape)
      if place.facts.isWriteOnly || wanted?.holdsSecret == true { return true }
      return !ValueComparison.areEqual(OwnedUnit.value(at: path, in: found, shape: shape), wanted, at: place, sides: .observed)
    }
  }

  /// The first owned path that is neither what was left there nor what is wanted.
  private func drift(_ found: PropertyObject, _ applied: PropertyObject, _ shape: DocumentShape) -> Verdict? {
    let accepted = Set(step.changes.filter { $0.kind == .repair }.map(\.path))
    for path in record.ownedPaths {
      if accepted.contains(path) || record.lifecycle.ignoredPaths.contains(where: { path.isWithin($0) }) { continue }
      let place = shape.place(at: path)
      guard !place.facts.isWriteOnly,
        let expected = record.observed[path] ?? OwnedUnit.value(at: path, in: applied, shape: shape), !expected.holdsSecret,
        let present = OwnedUnit.value(at: path, in: found, shape: shape)
      else { continue }
      if ValueComparison.areEqual(present, expected, at: place, sides: .observed) { continue }
      let wanted = OwnedUnit.value(at: path, in: desired, shape: shape)
      if ValueComparison.areEqual(present, wanted, at: place, sides: .observed) { continue }
      // Nothing was ever read here, so what a service adds to or makes of a value is not known: only what contradicts it is a change.
      if record.observed[path] == nil, present.shows(expected) { continue }
      return .drifted(path, found: present, expected: expected)
    }
    return nil
  }
}

extension PropertyValue {
  /// Whether a value that a service shows can be what it made of another one: all of that is in it, whatever else is there too.
  ///
  /// Services add members and elements of their own (a target group's other attributes, an origin's defaults), and name an object by its ARN
  /// where its id was given.
  fileprivate func shows(_ sent: PropertyValue) -> Bool {
    switch (self, sent) {
    case (.object(let shown), .object(let sent)):
      return sent.fields.allSatisfy { field in shown[field.key]?.shows(field.value) ?? true }
    case (.array(let shown), .array(let sent)):
      return sent.allSatisfy { element in shown.contains { $0.shows(element) } }
    default:
      if self == sent { return true }
      guard let shown = scalarText, let text = sent.scalarText else { return false }
      return shown == text || Self.names(shown, text) || Self.names(text, shown)
    }
  }

  /// Whether a text is an ARN of what another one names by its id.
  private static func names(_ arn: String, _ name: String) -> Bool {
    arn.hasPrefix("arn:") && (arn.hasSuffix("/" + name) || arn.hasSuffix(":" + name))
  }
}

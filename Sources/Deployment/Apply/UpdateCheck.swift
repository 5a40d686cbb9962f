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
    case drifted(PropertyPath, found: PropertyValue?, expected: PropertyValue)
  }

  let library: ShapeLibrary
  let step: PlanStep
  let record: ResourceRecord
  /// The properties as they are wanted.
  let desired: PropertyObject
  /// Whether a read may still show what was there before our own last write: then the wanted values may be those of the time before.
  let mayLag: Bool

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
    if isDone { return mayLag && !changed.isEmpty ? .proceed(changed) : .alreadyDone }
    if !record.incompleteReasons.isEmpty { return .proceed(changed + rest(of: changed, found, shape)) }
    if let drift = drift(found, shape) { return drift }
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
  private func drift(_ found: PropertyObject, _ shape: DocumentShape) -> Verdict? {
    let comparison = ObjectComparison(record, found: found, shape: shape)
    let accepted = Set(step.changes.filter { $0.kind == .repair }.map(\.path))
    for path in record.ownedPaths {
      if accepted.contains(path) || record.lifecycle.ignoredPaths.contains(where: { path.isWithin($0) }) { continue }
      guard case .changed(let present, let expected) = comparison.verdict(at: path) else { continue }
      let wanted = OwnedUnit.value(at: path, in: desired, shape: shape)
      if ValueComparison.areEqual(present, wanted, at: shape.place(at: path), sides: .observed) { continue }
      return .drifted(path, found: present, expected: expected)
    }
    return nil
  }
}

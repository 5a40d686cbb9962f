public import StrataModel

extension Plan {
  /// What forbids to apply a plan to a state: the plan is bound to what it was made from.
  ///
  /// - Parameters:
  ///   - snapshot: the state as it is now.
  ///   - accounts: the account that the caller was proven to act in, by placement; placements that were not asked are not checked.
  /// - Returns: errors that say what moved; none when the plan may be applied.
  public func check(against snapshot: StateSnapshot, accounts: [Placement: String] = [:]) -> [Diagnostic] {
    var found: [Diagnostic] = []
    if snapshot.environment != environment {
      found.append(
        Diagnostic(
          .error, code: "plan-of-other-environment",
          "the plan is for the environment \(environment), and this is \(snapshot.environment)",
          remedy: "apply it to \(environment), or make a plan for \(snapshot.environment)"))
    } else if snapshot.lineage != lineage {
      found.append(
        Diagnostic(
          .error, code: "plan-of-other-state",
          "the plan was made for another state of \(environment): its lineage is \(lineage), and this one's is \(snapshot.lineage)",
          remedy: "make the plan again"))
    } else if snapshot.serial != serial {
      let moved = movements(in: snapshot)
      let more = moved.count > 5 ? ", and \(moved.count - 5) more" : ""
      let what = moved.isEmpty ? "" : ": " + moved.prefix(5).joined(separator: ", ") + more
      found.append(
        Diagnostic(
          .error, code: "stale-plan", "the plan was made at serial \(serial), and the state is now at \(snapshot.serial)\(what)",
          remedy: "make the plan again"))
    }
    if !snapshot.openIntents.isEmpty {
      found.append(
        Diagnostic(
          .error, code: "open-intent",
          "an interrupted run left operations of unknown outcome: \(snapshot.openIntents.map(\.intent.address.path).sorted().joined(separator: ", "))",
          remedy: "run `recover`, then make the plan again"))
    }
    for placement in placements {
      guard let account = accounts[placement], account != placement.account else { continue }
      found.append(
        Diagnostic(
          .error, code: "other-account",
          "the plan is for account \(placement.account) in \(placement.region), and the caller acts in \(account)",
          remedy: "use credentials of account \(placement.account)"))
    }
    return found
  }

  /// What differs between the records that the plan was made from and those of a state, one phrase each.
  private func movements(in snapshot: StateSnapshot) -> [String] {
    var phrases: [String] = []
    var planned = Set<InstanceID>()
    for step in steps where step.hasRecord {
      planned.insert(step.instance)
      guard let record = snapshot.records[step.instance] else {
        phrases.append("\(step.address) is gone")
        continue
      }
      if record.revision != step.revision { phrases.append("\(step.address) was changed") }
    }
    let added = snapshot.records.values.filter { $0.status == .current && !planned.contains($0.instance) }
    phrases += added.map(\.address).sorted().map { "\($0) was added" }
    return phrases
  }
}

import ResourceCatalog
import StrataModel

extension StepBuilder {
  /// Lets one step wait for another.
  mutating func wait(
    _ step: Int, for target: Int, _ cause: StepEdgeCause, _ readiness: Dependency.Readiness = .stable
  ) {
    guard step != target else { return }
    edges[step].append(StepEdge(target: target, readiness: readiness, cause: cause))
  }

  // MARK: Replacements

  /// Decides which replacements delete first, and carries that on to those whose deletion must come before.
  mutating func orderReplacements(_ keys: KeyHolders) {
    var queue: [Int] = []
    for position in table.records.indices {
      guard let node = replacerOfRecord[position], isGoing(position) else { continue }
      guard deletesFirst(node, position, keys) else { continue }
      values.decisions[node].isDeletedFirst = true
      queue.append(position)
    }
    queue += holdersInTheWay(keys)
    // What goes early takes its users with it, also through records that are only deleted.
    var isEarly = Set(queue)
    while let position = queue.popLast() {
      makeUnconditional(replacerOfRecord[position])
      for user in usersOfRecord[position] where isGoing(user) && isEarly.insert(user).inserted {
        queue.append(user)
        guard let node = replacerOfRecord[user] else { continue }
        values.decisions[node].isDeletedFirst = true
        steps[node].because.append("the old one goes first, because \(table.records[position].address) does, which it uses")
      }
    }
    for position in table.records.indices {
      guard let node = replacerOfRecord[position], let old = stepOfRecord[position], isGoing(position) else { continue }
      if values.decisions[node].isDeletedFirst {
        wait(node, for: old, .replacement)
        refuseImpossible(node, position)
      } else {
        wait(old, for: node, .replacement)
      }
    }
  }

  /// The records that are deleted and hold what another declaration takes: it is made after they have gone.
  private func holdersInTheWay(_ keys: KeyHolders) -> [Int] {
    var positions: [Int] = []
    var known: Set<Int> = []
    for node in keys.wanted.keys.sorted() where values.decisions[node].action.makesInstance {
      for key in keys.wanted[node] ?? [] {
        for holder in table.sorted(keys.holders[key] ?? [])
        where values.decisions[node].record != holder && replacerOfRecord[holder] == nil && isGoing(holder) && known.insert(holder).inserted
        {
          positions.append(holder)
        }
      }
    }
    return positions
  }

  /// Whether a record ends with a delete.
  func isGoing(_ position: Int) -> Bool {
    guard let step = stepOfRecord[position] else { return false }
    return steps[step].operation == .delete
  }

  private func deletesFirst(_ node: Int, _ position: Int, _ keys: KeyHolders) -> Bool {
    let resource = graph.resources[node]
    let record = table.records[position]
    if resource.lifecycle.isDeletedFirst || record.lifecycle.isDeletedFirst { return true }
    if record.type == resource.type, record.placement.account == resource.placement.account,
      record.placement.region == resource.placement.region, library[resource.type].facts.replacesByDeletingFirst
    {
      return true
    }
    return keys.wanted[node]?.contains { keys.holders[$0]?.contains(position) ?? false } ?? false
  }

  /// A delete that comes first cannot wait for the values that its condition is about.
  private mutating func makeUnconditional(_ node: Int?) {
    guard let node, !steps[node].onlyIfChanged.isEmpty else { return }
    steps[node].onlyIfChanged = []
    values.decisions[node].onlyIfChanged = []
    if let old = steps[node].counterpart { steps[old].onlyIfChanged = [] }
    steps[node].because.append("whether its values change is known only after the old one is gone, so it is replaced in any case")
  }

  /// An object that must go first cannot, while one that stays refers to it and the service refuses such a delete.
  private mutating func refuseImpossible(_ node: Int, _ position: Int) {
    let resource = graph.resources[node]
    guard library[table.records[position].type].facts.behavior.refusesDeletionWhileReferenced else { return }
    let instance = table.records[position].instance
    for user in table.sorted(usersOfRecord[position]) {
      guard let step = stepOfRecord[user], step < graph.resources.count else { continue }
      // An order alone, of the program or of a table, is nothing that the service knows of.
      guard table.records[user].edges.contains(where: { $0.instance == instance && !$0.paths.isEmpty }) else { continue }
      let other = graph.resources[step]
      diagnostics.append(
        Diagnostic(
          .error, code: "replacement-blocked",
          "\(resource.address) must be deleted before it can be made again, and \(other.address), which stays, still refers to it",
          remedy: "give \(resource.address) another name, or mark \(other.address) so that it is replaced too", at: resource.source,
          address: resource.address, notes: [.init("\(other.address) is declared here", at: other.source)]))
    }
  }

  // MARK: Makes and deletes

  /// What is made waits for what it refers to.
  mutating func orderMakes() {
    for (index, node) in graph.resources.enumerated() {
      for edge in steps[index].edges {
        guard let producer = graph.index(of: edge.address) else { continue }
        let isDeclared = node.dependencies.contains { $0.address == edge.address }
        wait(index, for: producer, isDeclared ? .reference : .table, edge.readiness)
      }
    }
  }

  /// What is deleted waits until those that used it have gone or moved on.
  mutating func orderDeletes() {
    for position in table.records.indices where isGoing(position) {
      guard let delete = stepOfRecord[position] else { continue }
      let goesFirst = replacerOfRecord[position].map { values.decisions[$0].isDeletedFirst } ?? false
      for user in usersOfRecord[position] {
        guard let step = stepOfRecord[user] else { continue }
        if isGoing(user) {
          wait(delete, for: step, .formerUser)
        } else if !goesFirst, steps[step].operation != .forget {
          wait(delete, for: step, .formerUser)
        }
      }
    }
  }

  /// What takes a name or key waits until the one that holds it has let go.
  mutating func orderSharedKeys(_ keys: KeyHolders) {
    for node in keys.wanted.keys.sorted() {
      let action = values.decisions[node].action
      guard action != .keep, action != .note, action != .adopt else { continue }
      for key in keys.wanted[node] ?? [] {
        for holder in table.sorted(keys.holders[key] ?? []) where values.decisions[node].record != holder {
          takeOver(key, node, holder, keys)
        }
      }
    }
  }

  private mutating func takeOver(_ key: IdentityKeys.Key, _ node: Int, _ holder: Int, _ keys: KeyHolders) {
    let record = table.records[holder]
    guard let step = stepOfRecord[holder] else {
      if case .pendingDeletion = record.status, library[record.type].facts.behavior.softDeletion?.holdsName ?? true {
        refuse(
          key, node, record, "is held by the former \(record.address), which AWS keeps until its waiting time is over",
          remedy: "choose another name, wait for the deletion, or restore the object and adopt it")
      }
      return
    }
    if steps[step].operation == .delete {
      wait(node, for: step, .sharedKey(key.text))
    } else if steps[step].operation == .forget {
      if !record.isUnsupported, record.lifecycle.isRetained {
        refuse(
          key, node, record, "is held by the retained object of \(record.address)",
          remedy: "choose another name, or adopt the object")
      }
    } else if !(keys.wanted[step]?.contains(key) ?? false) {
      wait(node, for: step, .sharedKey(key.text))
    } else if step != node {
      refuse(key, node, record, "is held by \(record.address), which keeps it", remedy: "give one of the two another")
    }
  }

  private mutating func refuse(
    _ key: IdentityKeys.Key, _ node: Int, _ record: ResourceRecord, _ what: String, remedy: String
  ) {
    guard key.isExclusive else { return }
    let resource = graph.resources[node]
    diagnostics.append(
      Diagnostic(
        .error, code: "name-taken", "\(resource.address) cannot have \(key.text): it \(what)", remedy: remedy, at: resource.source,
        address: resource.address, notes: [.init("\(record.address) was declared here", at: record.source)]))
  }

  // MARK: Needs

  /// Writes each step's needs, ascending and each once, with the strictest readiness.
  mutating func finishNeeds() {
    for index in steps.indices where !edges[index].isEmpty {
      var needs: [PlanStep.Need] = []
      needs.reserveCapacity(edges[index].count)
      for edge in edges[index] { needs.append(PlanStep.Need(edge.target, readiness: edge.readiness)) }
      if needs.count > 1 {
        needs.sort { $0.step < $1.step }
        var unique: [PlanStep.Need] = []
        for need in needs {
          if let last = unique.last, last.step == need.step {
            unique[unique.count - 1].readiness = Self.stricter(last.readiness, need.readiness)
          } else {
            unique.append(need)
          }
        }
        needs = unique
      }
      steps[index].needs = needs
    }
  }

  private static func stricter(_ left: Dependency.Readiness, _ right: Dependency.Readiness) -> Dependency.Readiness {
    if left == .stable || right == .stable { return .stable }
    return left == .readable || right == .readable ? .readable : .identifier
  }
}

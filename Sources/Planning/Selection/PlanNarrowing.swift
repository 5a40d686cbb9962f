import ResourceCatalog
import StrataModel

/// Narrows a plan of everything to what was selected.
struct PlanNarrowing {
  private let selection: ResourceSelection
  private let requirements: SelectionRequirements
  /// What is done, by position in the requirements' addresses.
  private let isSelected: [Bool]
  /// The changes that go along, and why.
  private let added: [Int: (cause: Int, reason: String)]
  /// The changes that cannot be done without one that is left.
  private let blocked: [Int: Int]

  /// Mistakes in the selection, and what of it cannot be done.
  private(set) var diagnostics: [Diagnostic] = []

  init(_ selection: ResourceSelection, builder: StepBuilder, moves: [Plan.Move]) {
    let requirements = SelectionRequirements(builder: builder, moves: moves)
    self.selection = selection
    self.requirements = requirements
    let all = requirements.addresses
    func positions(_ patterns: [AddressPattern]) -> [Int] {
      all.indices.filter { place in patterns.contains { $0.matches(all[place]) } }
    }
    let chosen = selection.only.isEmpty ? Array(all.indices) : positions(selection.only)
    let wanted = requirements.closure(over: chosen)
    let left = selection.except.isEmpty ? [:] : requirements.dependents(of: positions(selection.except))
    isSelected = all.indices.map { wanted[$0] != nil && left[$0] == nil }
    added = wanted.compactMapValues { $0 }.filter { left[$0.key] == nil && requirements.isChanging[$0.key] }
    blocked = left.compactMapValues { $0 }
    diagnostics = Self.unknown(selection.only + selection.except, among: all)
    guard !selection.only.isEmpty else { return }
    for place in chosen where blocked[place] != nil && requirements.isChanging[place] {
      let cause = blocked[place].map { all[$0].path } ?? ""
      diagnostics.append(
        Diagnostic(
          .warning, code: "selection-blocked", "\(all[place]) is left as it is, because it needs \(cause), which is excepted",
          remedy: "select \(cause) too", address: all[place]))
    }
  }

  private static func unknown(_ patterns: [AddressPattern], among addresses: [ResourceAddress]) -> [Diagnostic] {
    patterns.filter { pattern in !addresses.contains(where: pattern.matches) }.map { pattern in
      Diagnostic(
        .error, code: "unknown-address", "nothing is declared or recorded at '\(pattern)'", remedy: remedy(pattern.text, addresses))
    }
  }

  /// The nearest address, stack or component.
  static func remedy(_ text: String, _ addresses: [ResourceAddress]) -> String {
    var names = Set<String>()
    for address in addresses {
      var name = address.path[...]
      names.insert(address.path)
      while let slash = name.lastIndex(of: "/") {
        name = name[..<slash]
        names.insert(String(name))
      }
    }
    let suggestion = NearestName.nearest(to: text, among: names.sorted()).map { "did you mean '\($0)'?" }
    return suggestion ?? "stacks: \(Set(addresses.map(\.stack)).sorted().joined(separator: ", "))"
  }

  /// Whether an address is changed.
  func selects(_ address: ResourceAddress) -> Bool {
    requirements.position(of: address).map { isSelected[$0] } ?? false
  }

  // MARK: The narrowed plan

  /// Takes out of a plan what was not selected; records that it would have changed are kept as they are.
  func narrow(_ plan: inout Plan, builder: StepBuilder) {
    plan.selection = report(plan)
    plan.moves.removeAll { !selects($0.to) }
    plan.reinstated.removeAll { !selects($0.address) }
    var numbers: [Int?] = Array(repeating: nil, count: plan.steps.count)
    var steps: [PlanStep] = []
    steps.reserveCapacity(plan.steps.count)
    for step in plan.steps {
      guard let kept = selects(step.address) ? step : untouched(step, builder.table) else { continue }
      numbers[step.id] = steps.count
      steps.append(kept)
    }
    for index in steps.indices {
      steps[index].id = index
      steps[index].counterpart = steps[index].counterpart.flatMap { numbers[$0] }
      steps[index].needs = steps[index].needs.compactMap { need in numbers[need.step].map { PlanStep.Need($0, readiness: need.readiness) } }
    }
    plan.steps = steps
    plan.requiredAcknowledgements = plan.requiredAcknowledgements.compactMap { required in
      guard selects(required.address), let number = numbers[required.step] else { return nil }
      var required = required
      required.step = number
      return required
    }
    narrowOutputs(&plan, builder)
  }

  /// What stands for a step that is not done: its record as it is; `nil` where there is none.
  private func untouched(_ step: PlanStep, _ table: RecordTable) -> PlanStep? {
    guard let position = table.position(of: step.instance) else { return nil }
    var kept = step
    kept.address = table.records[position].address
    let wasKept = step.operation == .keep || step.operation == .note
    kept.operation = .keep
    // The program's document is not compared with anything, and order through a record that stays holds.
    kept.desired = nil
    kept.changes = []
    kept.because = []
    kept.onlyIfChanged = []
    kept.markers = []
    kept.counterpart = nil
    kept.edges = []
    kept.ownedPaths = []
    kept.chosenNames = []
    kept.estimate = 0
    if !wasKept { kept.needs = [] }
    return kept
  }

  /// Outputs are written only if all that they speak of is settled; what speaks of an object that goes, goes with it.
  private func narrowOutputs(_ plan: inout Plan, _ builder: StepBuilder) {
    let snapshot = builder.snapshot
    let settled = plan.outputs.filter { output in
      var isSettled = true
      output.value.forEachReferenceAndSecret { if !self.isSettled($0.address) { isSettled = false } }
      return isSettled
    }
    let written = Set(settled.map(\.key))
    let gone = Set(plan.steps.filter { $0.operation == .delete || $0.operation == .forget }.map(\.address))
    let dropped = snapshot.outputs.filter { key, record in
      guard !written.contains(key) else { return false }
      let value = record.expression ?? record.value
      var speaksOfGone = false
      value.forEachReferenceAndSecret { if gone.contains($0.address) { speaksOfGone = true } }
      return speaksOfGone
    }
    plan.outputs = settled
    plan.changedOutputs = plan.changedOutputs.filter { written.contains($0) || dropped[$0] != nil }
    plan.changedOutputs = Set(plan.changedOutputs).union(dropped.keys).sorted()
  }

  private func isSettled(_ address: ResourceAddress) -> Bool {
    guard let place = requirements.position(of: address) else { return true }
    return isSelected[place] || !requirements.isChanging[place]
  }

  // MARK: What is told

  private func report(_ plan: Plan) -> Plan.Selection {
    let all = requirements.addresses
    var leftOut: [Plan.Selection.Remainder] = []
    for step in plan.steps where step.operation != .keep && !selects(step.address) {
      if step.operation == .delete, step.counterpart != nil { continue }
      let cause = requirements.position(of: step.address).flatMap { blocked[$0] }.map { all[$0] }
      leftOut.append(Plan.Selection.Remainder(step.address, step.operation, isReplacement: step.counterpart != nil, cause: cause))
    }
    for address in plan.moves.map(\.to) + plan.reinstated.map(\.address) where !selects(address) {
      if !leftOut.contains(where: { $0.address == address }) { leftOut.append(Plan.Selection.Remainder(address, .note)) }
    }
    return Plan.Selection(
      only: selection.only.map(\.text), except: selection.except.map(\.text),
      added: added.sorted { $0.key < $1.key }.map {
        Plan.Selection.Companion(all[$0.key], cause: all[$0.value.cause], reason: $0.value.reason)
      },
      leftOut: leftOut.sorted { $0.address < $1.address })
  }
}

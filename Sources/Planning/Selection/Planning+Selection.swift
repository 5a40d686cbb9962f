import StrataModel

extension Planning {
  /// Narrows a plan to what the user selected, and what is wrong to what concerns it.
  ///
  /// - Parameter premises: how many diagnostics concern the environment as a whole.
  mutating func narrow(_ plan: inout Plan, _ builder: StepBuilder, premises: Int) -> PlanNarrowing? {
    guard let selection = options.selection, !selection.isEmpty else { return nil }
    let narrowing = PlanNarrowing(selection, builder: builder, moves: plan.moves + (places?.moves ?? []))
    narrowing.narrow(&plan, builder: builder)
    var kept = Array(diagnostics.prefix(premises))
    for diagnostic in diagnostics.dropFirst(premises) {
      if let address = diagnostic.address, !narrowing.selects(address) { continue }
      kept.append(diagnostic)
    }
    diagnostics = kept + narrowing.diagnostics
    for address in options.replaced where !narrowing.selects(address) {
      diagnostics.append(
        Diagnostic(
          .error, code: "replaced-not-selected", "\(address) is to be replaced and is not selected", remedy: "add --only \(address)",
          address: address))
    }
    return narrowing
  }

  /// What is to be replaced must be there.
  mutating func checkReplaced() {
    for address in options.replaced {
      if let node = graph[address] {
        guard table.currentByAddress[address] == nil, node.renamedFrom.isEmpty else { continue }
        diagnostics.append(
          Diagnostic(
            .warning, code: "nothing-to-replace", "\(address) is not deployed yet, so that nothing is replaced", at: node.source,
            address: address))
      } else {
        let isRecorded = table.currentByAddress[address] != nil
        diagnostics.append(
          Diagnostic(
            .error, code: "unknown-address",
            isRecorded ? "'\(address)' cannot be replaced: it is no longer declared" : "nothing is declared at '\(address)'",
            remedy: isRecorded ? nil : PlanNarrowing.remedy(address.path, graph.resources.map(\.address))))
      }
    }
  }
}

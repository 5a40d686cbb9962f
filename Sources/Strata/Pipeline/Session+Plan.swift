import StrataModel
import StrataPlanning

extension Session {
  /// The plan from state to graph, refused if it has errors.
  func plan(
    from snapshot: StateSnapshot, to graph: ResourceGraph, observations: Observations = Observations(),
    acknowledgements: GivenAcknowledgements, isProvisional: Bool = false, selection: ResourceSelection? = nil,
    replacing: [ResourceAddress] = []
  ) throws(CommandFailure) -> Plan {
    var options = PlanOptions(engine: Engine.version, acknowledgements: acknowledgements, isProvisional: isProvisional)
    options.selection = selection
    options.replaced = replacing
    return try checked(Plan.make(from: snapshot, to: graph, observations: observations, options: options, schema: CatalogFacts()))
  }

  /// The plan that takes the environment apart.
  func destroyPlan(
    of snapshot: StateSnapshot, acknowledgements: GivenAcknowledgements, selection: ResourceSelection? = nil
  ) throws(CommandFailure) -> Plan {
    var options = PlanOptions(engine: Engine.version, acknowledgements: acknowledgements)
    options.selection = selection
    return try checked(Plan.destroying(snapshot, options: options, schema: CatalogFacts()))
  }

  private func checked(_ plan: Plan) throws(CommandFailure) -> Plan {
    guard !plan.diagnostics.containsErrors else { throw CommandFailure(plan.diagnostics) }
    return plan
  }

  /// Writes a plan as text, or adds it to what programs are told at the end.
  func show(_ plan: Plan, json: Bool, showsAllProperties: Bool = false, cost: CostChange? = nil) {
    if json {
      var report = plan.report.objectValue ?? [:]
      report["cost"] = cost?.report
      document.add(plan: .object(report))
    } else {
      // One line for all of them: a first refresh of a large environment has hundreds.
      let stored = plan.diagnostics.filter { $0.code == "stored-differently" }
      terminal.report(context.diagnostics.text(of: plan.diagnostics.filter { $0.code != "stored-differently" }))
      if !stored.isEmpty {
        terminal.report(
          "\(DiagnosticRenderer.count(stored.count, "value")) stored by AWS in another form than they were sent; 'refresh' records that.\n")
      }
      let renderer = PlanRenderer(style: terminal.style, sources: context.sources, showsAllProperties: showsAllProperties)
      terminal.print(renderer.text(of: plan, target: destination))
      if let cost { terminal.print(cost.text) }
    }
  }

  /// Writes what programs are told, if there is something.
  func printDocument() {
    if let value = document.take() { terminal.print(JSONWriter.prettyText(of: value)) }
  }

  /// Refuses a plan whose dangers were not all accepted; every one of them is named with its line.
  func requireAcknowledgements(_ plan: Plan, given: GivenAcknowledgements) throws(CommandFailure) {
    let missing = plan.missingAcknowledgements(given: given)
    guard !missing.isEmpty else { return }
    throw CommandFailure(missing.map { $0.diagnostic(isDestroy: plan.isDestroy) })
  }
}

extension Plan.Acknowledgement {
  /// Why the plan waits for a word, and which.
  fileprivate func diagnostic(isDestroy: Bool) -> Diagnostic {
    let remedy = "--acknowledge-data-loss accepts all, --acknowledge-data-loss=\(address) this one"
    switch reason {
    case .protected:
      return Diagnostic(
        .error, code: "protected", "\(type) is protected, and the plan would delete or replace it", remedy: remedy, at: source,
        address: address)
    case .dataLoss:
      return Diagnostic(
        .error, code: "data-loss", "\(type) holds data that the plan would lose", remedy: remedy, at: source, address: address)
    case .massDelete:
      return Diagnostic(
        .error, code: "mass-delete", "the plan would delete most of the environment",
        remedy: isDestroy
          ? "add --allow-mass-delete if that is meant" : "use 'destroy', or add --allow-mass-delete if that is meant")
    }
  }
}

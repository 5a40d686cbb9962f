import Foundation
import StrataDeployment
import StrataModel
import StrataPlanning

extension Run {
  /// The plan back to an earlier state, refused if it has errors.
  func rollbackPlan(
    from present: StateSnapshot, to earlier: StateSnapshot, acknowledgements: GivenAcknowledgements, selection: ResourceSelection? = nil
  ) async throws(CommandFailure) -> Plan {
    var options = PlanOptions(engine: Engine.version, acknowledgements: acknowledgements)
    options.selection = selection
    var observations = Observations()
    observations.secretDigests = await secretDigests(in: earlier)
    let plan = Plan.rollingBack(present, to: earlier, observations: observations, options: options, schema: CatalogFacts())
    guard !plan.diagnostics.containsErrors else { throw CommandFailure(plan.diagnostics) }
    return plan
  }

  /// The digests of the secrets that a state and a program name, as far as they can be read from here.
  func secretDigests(in state: StateSnapshot, _ graph: ResourceGraph? = nil) async -> [SecretSource: String] {
    await SecretReader(provider: deployment.provider, resolver: deployment.options.secrets)
      .digests(in: state, graph, key: deployment.options.secretKey)
  }

  // MARK: After a failed run

  /// Leads back to where a failed run began: at once what can be taken back itself, the rest only with a word from the user.
  ///
  /// What was acknowledged for the way forward does not hold for the way back.
  ///
  /// - Returns: why the run failed, and what became of the rollback.
  func rollBack(after failure: CommandFailure, approval: ApprovalOptions, json: Bool, parallelism: Int?) async -> CommandFailure {
    var failure = failure
    do throws(CommandFailure) {
      let present = try await resolvedState()
      // Nothing was begun where the run was refused.
      guard present.lastRun?.run == deployment.options.run else { return failure }
      session.terminal.report("\nThe deployment failed. Rolling back to the state before it, serial \(snapshot.serial).\n")
      let told = try await rollBack(from: present, approval: approval, json: json, parallelism: parallelism)
      failure.diagnostics.append(told)
    } catch {
      failure.diagnostics += error.diagnostics
      failure.diagnostics.append(
        Diagnostic(
          .error, code: "rollback-failed", "the rollback did not come to its end; what was done is recorded",
          remedy: "run 'rollback \(snapshot.environment) --to \(snapshot.serial)', or deploy again"))
    }
    return failure
  }

  private func rollBack(
    from present: StateSnapshot, approval: ApprovalOptions, json: Bool, parallelism: Int?
  ) async throws(CommandFailure) -> Diagnostic {
    let given = GivenAcknowledgements()
    let plan = try await rollbackPlan(from: present, to: snapshot, acknowledgements: given)
    let grave = plan.irreversibleAddresses(given: given)
    let safe: Plan
    if grave.isEmpty {
      safe = plan
    } else {
      let rest = ResourceSelection(except: grave.map { AddressPattern($0.path) })
      safe = try await rollbackPlan(from: present, to: snapshot, acknowledgements: given, selection: rest)
    }
    session.show(safe, json: json)
    if safe.hasChanges { try await again().apply(safe, acknowledgements: given, json: json, parallelism: parallelism) }
    guard !grave.isEmpty else {
      return Diagnostic(.note, code: "rolled-back", "'\(plan.environment)' is as it was before the deployment")
    }
    return try await finish(grave, approval, json, parallelism)
  }

  /// Asks for what cannot be taken back, and does it.
  private func finish(
    _ grave: [ResourceAddress], _ approval: ApprovalOptions, _ json: Bool, _ parallelism: Int?
  ) async throws(CommandFailure) -> Diagnostic {
    let given = GivenAcknowledgements(coversAll: true, allowsMassDelete: true)
    let plan = try await rollbackPlan(from: try await resolvedState(), to: snapshot, acknowledgements: given)
    let names = grave.prefix(5).map(\.path).joined(separator: ", ") + (grave.count > 5 ? " and \(grave.count - 5) more" : "")
    let stopped = Diagnostic(
      .error, code: "rollback-stopped", "the rollback stopped before what cannot be taken back: \(names)",
      remedy:
        "'rollback \(plan.environment) --to \(snapshot.serial) --acknowledge-data-loss' goes on; deploying again leads forward")
    guard session.terminal.isInteractive, !approval.noInput else { return stopped }
    session.show(plan, json: json)
    guard session.terminal.confirms("\nGo on with what cannot be taken back? Only 'yes' is taken for yes: ") else { return stopped }
    try await again().apply(plan, acknowledgements: given, json: json, parallelism: parallelism)
    return Diagnostic(.note, code: "rolled-back", "'\(plan.environment)' is as it was before the deployment")
  }

  /// The state now, with every operation of unknown outcome resolved.
  private func resolvedState() async throws(CommandFailure) -> StateSnapshot {
    let loaded: StateSnapshot?
    do { loaded = try await lease.load() } catch { throw CommandFailure(error) }
    return try await Run.resolve(loaded ?? snapshot, deployment, session, lease)
  }

  /// The same work as a run of its own.
  private func again() -> Run {
    var deployment = deployment
    deployment.options.run = UUID().uuidString.lowercased()
    deployment.options.command = "rollback \(session.environment.name)"
    return Run(
      session: session, lease: lease, deployment: deployment, snapshot: snapshot, accounts: accounts, recoveredCount: recoveredCount)
  }
}

extension Plan {
  /// The resources with a step that cannot be taken back, or that needs a word that was not given, ascending.
  func irreversibleAddresses(given: GivenAcknowledgements) -> [ResourceAddress] {
    var found = Set<ResourceAddress>()
    for step in steps where step.markers.contains(.irreversible) {
      if !given.coversAll, !given.addresses.contains(step.address) { found.insert(step.address) }
    }
    for required in missingAcknowledgements(given: given) { found.insert(required.address) }
    return found.sorted()
  }
}

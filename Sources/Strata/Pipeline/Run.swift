import Foundation
import StrataDeployment
import StrataEmbeddedCloud
import StrataModel

/// A command's work under the lock of one environment.
struct Run: Sendable {
  let session: Session
  let lease: any StateLease
  let deployment: Deployment
  /// The state after recovery.
  let snapshot: StateSnapshot
  /// The account that the caller was proven to act in, by placement.
  let accounts: [Placement: String]
  /// How many operations of an interrupted deployment were resolved.
  let recoveredCount: Int

  /// Loads the state and resolves what an interrupted deployment left open.
  static func begin(
    _ session: Session, command: String, lineage: String?, lease: any StateLease, provider: any Provider, secretKey: [UInt8]
  ) async throws(CommandFailure) -> Run {
    var loaded: StateSnapshot?
    do {
      loaded = try await lease.load()
    } catch {
      throw CommandFailure(error)
    }
    var options = DeploymentOptions(
      engine: Engine.version, command: command, run: UUID().uuidString.lowercased(), host: ProcessInfo.processInfo.hostName,
      secretKey: secretKey)
    options.principal = session.owner(of: command).principal
    options.limits.keepsKnownRates = !session.target.isEmbedded
    let deployment = Deployment(to: provider, options: options)
    let open = loaded?.openIntents.count ?? 0
    if let interrupted = loaded { loaded = try await resolve(interrupted, deployment, session, lease) }
    let accounts = try await authenticate(session, provider)
    let snapshot = loaded ?? session.newState(lineage: lineage)
    return Run(
      session: session, lease: lease, deployment: deployment, snapshot: snapshot, accounts: accounts,
      recoveredCount: open - snapshot.openIntents.count)
  }

  /// Proves who the caller is where the environment lives.
  private static func authenticate(_ session: Session, _ provider: any Provider) async throws(CommandFailure) -> [Placement: String] {
    let placement = session.environment.placement(account: session.target.account)
    return try await account(in: placement, provider).map { [placement: $0] } ?? [:]
  }

  /// Applies a plan, shows it at work, and reports how it ended.
  ///
  /// - Throws: ``CommandFailure`` with every failed step; what was done is recorded all the same.
  func apply(
    _ plan: Plan, acknowledgements: GivenAcknowledgements, json: Bool, parallelism: Int? = nil
  ) async throws(CommandFailure) {
    try await proveAccounts(of: plan)
    try await keepVersion(before: plan)
    var deployment = deployment
    if let parallelism { deployment.options.limits.concurrency = parallelism }
    deployment.options.acknowledged = Set(plan.requiredAcknowledgements.filter { acknowledgements.covers($0) })
    let progress = ProgressView(plan: plan, terminal: session.terminal, renderer: session.context.diagnostics)
    let stop = StopSignal()
    let began = ContinuousClock.now
    let result: DeploymentResult
    do {
      result = try await InterruptSignals.calling({ stop.request() }) { () async throws(DeploymentError) in
        try await deployment.apply(plan, lease: lease, stop: stop) { progress.observe($0) }
      }
    } catch {
      throw CommandFailure(error)
    }
    let elapsed = (ContinuousClock.now - began) / .milliseconds(1)
    let rescue = await save(result.unrecorded, of: result.snapshot)
    try report(plan, result, rescue, milliseconds: Int(elapsed), json: json)
  }

  /// Keeps the state before a run as a version of its own, which a rollback goes back to.
  private func keepVersion(before plan: Plan) async throws(CommandFailure) {
    do {
      guard plan.serial > 0 else { return }
      // A rollback within the same command begins where that command left the state.
      guard let state = plan.serial == snapshot.serial ? snapshot : try await lease.load() else { return }
      try await lease.compact(state)
    } catch {
      throw CommandFailure(error)
    }
  }

  /// Keeps what could not be recorded on this machine.
  private func save(_ entries: [JournalEntry], of snapshot: StateSnapshot) async -> Diagnostic? {
    var failure = ""
    // The folder's disk may be what is full.
    let other = FileManager.default.temporaryDirectory.appendingPathComponent("strata-rescue").path
    guard let sealing = try? session.sealing(), let folder = try? session.rescueFolder() else { return nil }
    for folder in [folder, RescueFolder(directory: other, sealing: sealing)] {
      do throws(StateError) {
        guard let path = try await folder.save(entries, of: snapshot, run: deployment.options.run) else { return nil }
        return Diagnostic(
          .error, code: "state-rescued",
          "what \(DiagnosticRenderer.entries(entries.count)) of the deployment say could not be recorded, and was saved to \(path)",
          remedy:
            "run 'state push \(snapshot.environment) \(path)' once the state can be written; the next deployment from this folder does so by itself"
        )
      } catch {
        failure = error.message
      }
    }
    return Diagnostic(
      .error, code: "state-not-rescued", "what the deployment did last could not be recorded, here or there: \(failure)",
      remedy: "run again: the next deployment finds out by reading")
  }

  private func report(
    _ plan: Plan, _ result: DeploymentResult, _ rescue: Diagnostic?, milliseconds: Int, json: Bool
  ) throws(CommandFailure) {
    let counts = result.counts
    if json {
      session.document.add(result: result.report(of: plan, milliseconds: milliseconds))
    } else {
      var parts = [
        (counts.created, "created"), (counts.updated, "updated"), (counts.deleted, "deleted"),
        (counts.acted, counts.acted == 1 ? "action run" : "actions run"), (counts.failed, "failed"),
        (counts.skipped, "skipped"),
      ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
      if parts.isEmpty { parts = ["recorded"] }
      let head = counts.isInterrupted ? "Interrupted" : result.isComplete ? "Done" : "Not done"
      session.terminal.print("\(head) in \(DurationText.short(milliseconds)): \(parts.joined(separator: ", ")).\n")
      if let selection = plan.selection {
        session.terminal.print(SelectionRenderer(style: session.terminal.style).remainder(of: selection, command: plan.wholeCommand))
      }
    }
    guard result.isComplete else {
      var diagnostics = result.failures
      if let error = result.stateError { diagnostics.append(contentsOf: CommandFailure(error).diagnostics) }
      if let rescue { diagnostics.append(rescue) }
      if counts.isInterrupted, result.stateError == nil {
        diagnostics.append(
          Diagnostic(
            .error, code: "interrupted", "the deployment was interrupted; what was done is recorded",
            remedy: "run the command again to finish"))
      }
      throw CommandFailure(diagnostics, status: counts.isInterrupted && result.stateError == nil ? .interrupted : .failure)
    }
    if !plan.isDestroy, !json { session.showOutputs(result.snapshot.outputs, json: false) }
  }
}

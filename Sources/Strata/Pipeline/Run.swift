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
    _ session: Session, command: String, lineage: String?, lease: any StateLease, provider: any Provider
  ) async throws(CommandFailure) -> Run {
    let key: [UInt8]
    var loaded: StateSnapshot?
    do {
      key = try SecretKeyFile.load(in: session.stateFolder)
      loaded = try await lease.load()
    } catch {
      throw CommandFailure(error)
    }
    var options = DeploymentOptions(
      engine: Engine.version, command: command, run: UUID().uuidString.lowercased(), host: ProcessInfo.processInfo.hostName, secretKey: key)
    options.principal = session.owner(of: command).principal
    options.limits.keepsKnownRates = !session.target.isEmbedded
    let deployment = Deployment(to: provider, options: options)
    let open = loaded?.openIntents.count ?? 0
    if open > 0 {
      session.terminal.report("Resolving \(DiagnosticRenderer.count(open, "operation")) of an interrupted deployment.\n")
      do {
        let recovery = try await deployment.recover(lease: lease)
        session.terminal.report(session.context.diagnostics.text(of: recovery.diagnostics))
        loaded = recovery.snapshot
      } catch {
        throw CommandFailure(error)
      }
    }
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
  func apply(_ plan: Plan, acknowledgements: GivenAcknowledgements, json: Bool) async throws(CommandFailure) {
    try await proveAccounts(of: plan)
    var deployment = deployment
    deployment.options.acknowledged = Set(plan.requiredAcknowledgements.filter { acknowledgements.covers($0) })
    let progress = ProgressView(plan: plan, terminal: session.terminal, renderer: session.context.diagnostics)
    let stop = StopSignal()
    let signals = InterruptSignals { stop.request() }
    let began = ContinuousClock.now
    let result: DeploymentResult
    do {
      result = try await deployment.apply(plan, lease: lease, stop: stop) { progress.observe($0) }
    } catch {
      throw CommandFailure(error)
    }
    signals.cancel()
    let elapsed = (ContinuousClock.now - began) / .milliseconds(1)
    try report(plan, result, milliseconds: Int(elapsed), json: json)
  }

  private func report(_ plan: Plan, _ result: DeploymentResult, milliseconds: Int, json: Bool) throws(CommandFailure) {
    let counts = result.counts
    if json {
      session.terminal.print(JSONWriter.prettyText(of: result.report(environment: plan.environment, milliseconds: milliseconds)))
    } else {
      var parts = [
        (counts.created, "created"), (counts.updated, "updated"), (counts.deleted, "deleted"), (counts.failed, "failed"),
        (counts.skipped, "skipped"),
      ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
      if parts.isEmpty { parts = ["recorded"] }
      let head = counts.isInterrupted ? "Interrupted" : result.isComplete ? "Done" : "Not done"
      session.terminal.print("\(head) in \(DurationText.short(milliseconds)): \(parts.joined(separator: ", ")).\n")
    }
    guard result.isComplete else {
      var diagnostics = result.failures
      if let error = result.stateError { diagnostics.append(contentsOf: CommandFailure(error).diagnostics) }
      if counts.isInterrupted {
        diagnostics.append(
          Diagnostic(
            .error, code: "interrupted", "the deployment was interrupted; what was done is recorded",
            remedy: "run the command again to finish"))
      }
      throw CommandFailure(diagnostics, status: counts.isInterrupted ? .interrupted : .failure)
    }
    if !plan.isDestroy, !json { session.showOutputs(result.snapshot.outputs, json: false) }
  }
}

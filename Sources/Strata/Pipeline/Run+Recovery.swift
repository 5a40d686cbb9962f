import StrataDeployment
import StrataModel

extension Run {
  /// Resolves what an interrupted deployment left open, and says what it is about; an interrupt leaves open what is not resolved by then.
  ///
  /// - Returns: the state with what was found out.
  /// - Throws: ``CommandFailure`` when state cannot be read or written, and after an interrupt.
  static func resolve(
    _ snapshot: StateSnapshot, _ deployment: Deployment, _ session: Session, _ lease: any StateLease
  ) async throws(CommandFailure) -> StateSnapshot {
    let open = snapshot.openIntents
    guard !open.isEmpty else { return snapshot }
    session.terminal.report(announcement(of: open, longestWait: deployment.longestWait(forDeletesIn: open)))
    let stop = StopSignal()
    let recovery: RecoveryReport
    do {
      recovery = try await InterruptSignals.calling({ stop.request() }) { () async throws(DeploymentError) in
        try await deployment.recover(lease: lease, stop: stop)
      }
    } catch {
      throw CommandFailure(error)
    }
    // Whoever stopped it does not want to hear what a look at the objects would help with.
    guard !stop.isRequested else { throw CommandFailure(interruption(leaving: recovery.undecided.count), status: .interrupted) }
    session.terminal.report(session.context.diagnostics.text(of: recovery.diagnostics))
    return recovery.snapshot ?? snapshot
  }

  /// What is looked for, and how long that may take where it takes long.
  static func announcement(of open: [OpenIntent], longestWait milliseconds: Int) -> String {
    let shown = open.prefix(shownOperations).map { "the \($0.intent.operation.rawValue) of \($0.intent.address)" }
    let others = open.count - shown.count
    var text = "Resolving \(DiagnosticRenderer.count(open.count, "operation")) of an interrupted deployment: "
    text += shown.joined(separator: ", ") + (others > 0 ? " and \(DiagnosticRenderer.count(others, "other"))" : "") + ".\n"
    if milliseconds >= longWait {
      text += "Whether a delete was sent can take up to \(DurationText.short(milliseconds)) to show; Ctrl-C leaves it to the next run.\n"
    }
    return text
  }

  private static func interruption(leaving count: Int) -> Diagnostic {
    Diagnostic(
      .error, code: "recovery-interrupted",
      count == 0
        ? "stopped after the operations of an interrupted deployment were resolved; nothing was planned"
        : "stopped; what became of \(DiagnosticRenderer.count(count, "operation")) of an interrupted deployment is still not known",
      remedy: "Run it again: it goes on from what is recorded.")
  }

  private static let shownOperations = 5
  /// Shorter waits, in milliseconds, need no word.
  private static let longWait = 10_000
}

import ResourceCatalog
public import StrataModel

extension Deployment {
  /// Resolves the operations that earlier runs left open: before anything is planned or applied, under the lock.
  ///
  /// It needs neither the program nor a plan: each intent holds the exact request. Operations are resolved side by side, each by what its class
  /// of API offers. An operation that still goes on is waited for.
  ///
  /// - Parameters:
  ///   - lease: the right to write the environment's state.
  ///   - stop: asks to stop waiting; what is not resolved by then stays open.
  /// - Throws: ``DeploymentError`` when state cannot be read or written.
  public func recover(lease: any StateLease, stop: StopSignal = StopSignal()) async throws(DeploymentError) -> RecoveryReport {
    do throws(StateError) {
      guard let snapshot = try await lease.load() else { return RecoveryReport(findings: [], snapshot: nil) }
      let open = snapshot.openIntents
      if open.isEmpty { return RecoveryReport(findings: [], snapshot: snapshot) }
      let interrupted = interruptedOperation(of: snapshot.lineage)
      let verdicts = await verdicts(on: open, snapshot, interrupted, lease, stop)
      var fold = StateFold(snapshot)
      var entries: [JournalEntry] = []
      var findings: [RecoveryReport.Finding] = []
      let recorded = RecordedAttributes(library: options.schema.library())
      for (operation, verdict) in zip(open, verdicts) {
        let (conclusion, outcome, evidence) = conclude(operation, verdict, recorded)
        findings.append(RecoveryReport.Finding(open: operation, conclusion: conclusion, evidence: evidence))
        guard let outcome else { continue }
        let entry = JournalEntry(
          sequence: fold.snapshot.serial + 1, epoch: fold.snapshot.epoch, run: options.run, at: clock.seconds,
          body: .resolved(
            run: operation.run, step: operation.intent.step, JournalEntry.Resolution(outcome: outcome, evidence: evidence)))
        // The number is made from the state's, so the fold cannot refuse it.
        guard (try? fold.apply(entry)) != nil else { continue }
        entries.append(entry)
      }
      if !entries.isEmpty { _ = try await lease.append(entries) }
      return RecoveryReport(findings: findings, snapshot: fold.snapshot)
    } catch {
      throw DeploymentError(error)
    }
  }

  /// For how long from now ``recover(lease:stop:)`` may wait to learn whether open deletes were sent, in milliseconds; 0 without one.
  ///
  /// Many services show an object until its deletion is over. There a delete that was never sent is told from one that goes on only when that
  /// would have ended.
  public func longestWait(forDeletesIn operations: [OpenIntent]) -> Int {
    let interrupted = interruptedOperation(of: "")
    let ends = operations.filter { $0.intent.operation == .delete && !$0.intent.isAction }.map { interrupted.certainty(ofDelete: $0) }
    return max(0, (ends.max() ?? 0) - clock.now())
  }

  private func interruptedOperation(of lineage: String) -> InterruptedOperation {
    InterruptedOperation(
      provider: provider, clock: clock, schema: options.schema, identityTags: options.identityTags, lineage: lineage)
  }

  // MARK: Looking

  private func verdicts(
    on operations: [OpenIntent], _ snapshot: StateSnapshot, _ interrupted: InterruptedOperation, _ lease: any StateLease,
    _ stop: StopSignal
  ) async -> [Verdict] {
    let clock = clock
    var verdicts = [Verdict](
      repeating: .undecided(evidence: "Recovery was stopped before the operation was resolved."), count: operations.count)
    await withTaskGroup(of: (Int, Verdict)?.self) { group in
      group.addTask {
        // No answer at all means stop; an index that no operation has means that nobody asks any more.
        await stop.next() == nil ? (-1, .undecided(evidence: "")) : nil
      }
      var next = 0
      var unfinished = operations.count
      func startNext(_ group: inout TaskGroup<(Int, Verdict)?>) {
        guard next < operations.count else { return }
        let index = next
        let operation = operations[index]
        next += 1
        let place = clock.admit()
        group.addTask {
          await clock.perform(place) {
            let verdict = await verdict(on: operation, snapshot, interrupted, lease)
            return (index, verdict)
          }
        }
      }
      for _ in 0..<options.limits.concurrency { startNext(&group) }
      while unfinished > 0 {
        clock.willWait()
        guard let answer = await group.next(), let (index, verdict) = answer else { break }
        guard index >= 0 else { continue }
        verdicts[index] = verdict
        unfinished -= 1
        startNext(&group)
      }
      group.cancelAll()
    }
    return verdicts
  }

  /// Resolves one operation, and waits for it where it still goes on.
  private func verdict(
    on operation: OpenIntent, _ snapshot: StateSnapshot, _ interrupted: InterruptedOperation, _ lease: any StateLease
  ) async -> Verdict {
    var operation = operation
    let revealed = await reveal(operation.intent, snapshot)
    let behavior = options.schema.type(operation.intent.type).behavior
    let end = clock.now() + options.waitLimit(of: operation.intent, behavior) * 1_000
    var polls = 0
    while true {
      // Resolving may send the call again.
      do throws(StateError) { try await lease.confirm() } catch { return .undecided(evidence: error.message) }
      let verdict = await interrupted.resolve(operation, revealed: revealed)
      guard case .pending(let pending) = verdict else { return verdict }
      operation.accepted = JournalEntry.Acceptance(
        identifier: pending.identifier ?? operation.accepted?.identifier, handle: pending.handle ?? operation.accepted?.handle,
        waitToken: pending.waitToken)
      guard clock.now() < end, !Task.isCancelled else {
        return .undecided(evidence: "The operation still goes on.")
      }
      await clock.sleep(milliseconds: polls == 0 ? pending.pollAfter : max(pending.pollAfter, 100))
      polls += 1
    }
  }

  /// The exact request with its secrets in place; `nil` when one cannot be read or is not what it was.
  private func reveal(_ intent: Intent, _ snapshot: StateSnapshot) async -> PropertyObject? {
    var texts: [SecretSource: String] = [:]
    for secret in intent.secrets.values {
      guard let text = await text(of: secret.source, in: intent.placement, snapshot),
        Digest.keyed(text, key: options.secretKey) == secret.digest
      else {
        return nil
      }
      texts[secret.source] = text
    }
    let revealed = intent.request.mapValues { $0.holdsSecret ? $0.revealing(texts) : $0 }
    return PropertyValue.object(revealed).isLiteral ? revealed : nil
  }

  private func text(of source: SecretSource, in placement: Placement, _ snapshot: StateSnapshot) async -> String? {
    guard source.kind == .attribute else {
      return try? await SecretReader(provider: provider, resolver: options.secrets).text(of: source, in: placement)
    }
    let record = snapshot.records.values.first { $0.status == .current && $0.address == source.reference?.address }
    guard let reference = source.reference, let target = record.flatMap(ObjectTarget.init) else { return nil }
    return (try? await provider.read(target))?.properties.value(ofAttribute: reference.attribute)?.scalarText
  }

  // MARK: Concluding

  /// What a verdict means for the record; no outcome leaves the operation open.
  private func conclude(
    _ operation: OpenIntent, _ verdict: Verdict, _ recorded: RecordedAttributes
  ) -> (RecoveryReport.Conclusion, JournalEntry.Outcome?, String) {
    let intent = operation.intent
    func outcome(_ result: JournalEntry.Outcome.Result, _ found: ObjectDescription) -> JournalEntry.Outcome {
      JournalEntry.Outcome(
        result, identifier: found.identifier, handle: found.handle,
        attributes: recorded.attributes(of: found, type: intent.type, sent: intent.request),
        observed: recorded.observed(in: found, type: intent.type, sent: intent.request, owned: intent.ownedPaths))
    }
    switch verdict {
    case .found(let found, let evidence):
      if intent.operation == .delete {
        guard let date = found.pendingDeletionUntil else { return (.gone, JournalEntry.Outcome(.gone), evidence) }
        return (.gone, JournalEntry.Outcome(.pendingDeletion(until: date)), evidence)
      }
      // A proof shows no properties.
      if intent.isAction { return (.done, outcome(.done, found), evidence) }
      // What was found may lack what later parts of the create would have set; the next plan looks and completes it.
      guard PropertyMatching(options.schema, intent.type).matches(found.properties, intent.request, among: intent.request.keys) else {
        return (.partial, outcome(.partial(reasons: ["found after an interrupted \(intent.operation.rawValue)"]), found), evidence)
      }
      return (.done, outcome(.done, found), evidence)
    case .mixed(let found, let evidence): return (.partial, outcome(.partial(reasons: [evidence]), found), evidence)
    case .gone(let evidence): return (.gone, JournalEntry.Outcome(.gone), evidence)
    case .absent(let evidence): return (.dropped, JournalEntry.Outcome(.failed, error: evidence), evidence)
    case .foreign(_, let evidence): return (.dropped, JournalEntry.Outcome(.failed, error: evidence), evidence)
    case .pending: return (.undecided, nil, "The operation still goes on.")
    case .undecided(let evidence): return (.undecided, nil, evidence)
    }
  }
}

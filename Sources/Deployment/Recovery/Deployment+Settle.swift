public import StrataModel

extension Deployment {
  /// Ends an operation that recovery could not resolve by the user's word.
  ///
  /// - Parameters:
  ///   - operation: one of ``RecoveryReport/undecided``.
  ///   - identifier: the object that it made, which is read and recorded; `nil` when there is none.
  ///   - lease: the right to write the environment's state.
  /// - Returns: the state after it.
  /// - Throws: ``DeploymentError`` when the object cannot be read, the operation is not open, or state cannot be written.
  public func settle(
    _ operation: OpenIntent.ID, identifier: String?, lease: any StateLease
  ) async throws(DeploymentError) -> StateSnapshot {
    let snapshot: StateSnapshot?
    do { snapshot = try await lease.load() } catch { throw DeploymentError(error) }
    guard let snapshot, let open = snapshot.intentsByID[operation] else {
      throw DeploymentError(.unresolvedOperations, "State has no open operation \(operation.step) of the run \(operation.run).")
    }
    var outcome = JournalEntry.Outcome(.failed, error: "The user says that nothing was made.")
    if let identifier {
      let target = ObjectTarget(
        type: open.intent.type, placement: open.intent.placement, route: open.intent.route, identifier: identifier,
        declared: [open.intent.request])
      let found: ObjectDescription
      do { found = try await provider.read(target) } catch {
        throw DeploymentError(.unresolvedOperations, "\(open.intent.type) '\(identifier)' cannot be read: \(error.message)")
      }
      let recorded = RecordedAttributes(library: options.schema.library())
      outcome = JournalEntry.Outcome(
        .partial(reasons: ["named by the user after an interrupted \(open.intent.operation.rawValue)"]), identifier: found.identifier,
        handle: found.handle, attributes: recorded.attributes(of: found, type: open.intent.type, sent: open.intent.request),
        observed: recorded.observed(in: found, type: open.intent.type, sent: open.intent.request, owned: open.intent.ownedPaths))
    }
    let entry = JournalEntry(
      sequence: snapshot.serial + 1, epoch: snapshot.epoch, run: options.run, at: clock.seconds,
      body: .resolved(
        run: operation.run, step: operation.step, JournalEntry.Resolution(outcome: outcome, evidence: "The user's word.")))
    do throws(StateError) { _ = try await lease.append([entry]) } catch { throw DeploymentError(error) }
    // The number was made from the state's, so the fold cannot refuse it.
    return (try? snapshot.folding([entry])) ?? snapshot
  }
}

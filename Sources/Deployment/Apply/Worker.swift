import StrataModel

/// Does the asynchronous work of a deployment: calls, reads, sleeps and commits.
///
/// It decides nothing.
struct Worker: Sendable {
  let provider: any Provider
  let lease: any StateLease
  let clock: any DeploymentClock
  let secrets: SecretReader
  let interrupted: InterruptedOperation

  func run(_ launch: Launch) async -> Completion {
    switch launch {
    case .read(let step, let reads): .read(step: step, await read(reads))
    case .create(let step, let request):
      await send(step) { () async throws(ProviderError) in try await provider.create(request) }
    case .update(let step, let request):
      await send(step) { () async throws(ProviderError) in try await provider.update(request) }
    case .delete(let step, let request):
      await send(step) { () async throws(ProviderError) in try await provider.delete(request) }
    case .poll(let step, let request):
      .answered(step: step, await answer { () async throws(ProviderError) in try await provider.poll(request) })
    case .investigate(let step, let open, let revealed, let wasPerhapsExecuted):
      .investigated(step: step, await interrupted.resolve(open, revealed: revealed, wasPerhapsExecuted: wasPerhapsExecuted))
    case .append(let entries, let snapshot): .appended(await append(entries, snapshot))
    case .sleep(let timer, let milliseconds): await sleep(timer, milliseconds)
    }
  }

  /// Lets a call leave, if the right to write is still ours.
  private func send(_ step: Int, _ call: () async throws(ProviderError) -> OperationProgress) async -> Completion {
    do throws(StateError) { try await lease.confirm() } catch { return .held(step: step, error) }
    return .answered(step: step, await answer(call))
  }

  private func sleep(_ timer: Scheduler.Timer, _ milliseconds: Int) async -> Completion {
    await clock.sleep(milliseconds: milliseconds)
    return .due(timer)
  }

  private func answer<Value>(_ call: () async throws(ProviderError) -> Value) async -> Result<Value, ProviderError> {
    do { return .success(try await call()) } catch { return .failure(error) }
  }

  private func append(_ entries: [JournalEntry], _ snapshot: StateSnapshot?) async -> Result<JournalGrowth, StateError> {
    do {
      let growth = try await lease.append(entries)
      guard let snapshot else { return .success(growth) }
      // The entries are durable; a snapshot that cannot be written now costs the next run some reading, or ends the lease and shows there.
      do { try await lease.compact(snapshot) } catch { return .success(JournalGrowth(journalSize: 0, snapshotSize: growth.snapshotSize)) }
      return .success(JournalGrowth(journalSize: 0, snapshotSize: growth.journalSize + growth.snapshotSize))
    } catch {
      return .failure(error)
    }
  }

  private func read(_ reads: PreparationReads) async -> PreparationAnswers {
    var answers = PreparationAnswers()
    if let target = reads.target {
      answers.target = await answer { () async throws(ProviderError) in try await provider.read(target) }
    }
    if let precheck = reads.precheck {
      answers.precheck = await answer { () async throws(ProviderError) in try await precheck.first(in: provider) }
    }
    for (reference, target) in reads.attributes {
      answers.attributes[reference] = await answer { () async throws(ProviderError) in try await attribute(reference, target) }
    }
    for source in reads.secrets where source.kind != .attribute {
      do throws(SecretFailure) {
        answers.secrets[source] = .success(try await secrets.text(of: source, in: reads.placement))
      } catch {
        answers.secrets[source] = .failure(error)
      }
    }
    return answers
  }

  private func attribute(_ reference: Reference, _ target: ObjectTarget) async throws(ProviderError) -> PropertyValue {
    let description = try await provider.read(target)
    guard let value = description.properties.value(ofAttribute: reference.attribute) else {
      throw ProviderError(.notFound, "\(target.type) '\(target.identifier)' shows no attribute \(reference.attribute)")
    }
    return value
  }
}

extension PropertyObject {
  /// An attribute by its name, or by its path for one such as `Endpoint.Address`.
  func value(ofAttribute attribute: String) -> PropertyValue? {
    if let value = self[attribute] { return value }
    guard attribute.utf8.contains(UInt8(ascii: ".")), let path = PropertyPath(parsing: attribute) else { return nil }
    return PropertyValue.object(self)[path]
  }
}

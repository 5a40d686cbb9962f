import ResourceCatalog
import StrataModel

extension ApplyRun {
  mutating func finishCall(_ number: Int, _ result: Result<OperationProgress, ProviderError>) {
    guard works[number] != nil else { return }
    switch result {
    case .success(.done(let description)): succeed(number, description)
    case .success(.gone): vanish(number)
    case .success(.inProgress(let pending)): accept(number, pending)
    case .failure(let error): handle(number, error)
    }
  }

  private mutating func accept(_ number: Int, _ pending: OperationProgress.Pending) {
    guard var work = works[number], let intent = work.intent else { return }
    let acceptance = JournalEntry.Acceptance(
      identifier: pending.identifier ?? work.accepted?.identifier, handle: pending.handle ?? work.accepted?.handle,
      waitToken: pending.waitToken)
    if work.accepted != acceptance {
      work.accepted = acceptance
      journal(.accepted(step: number, acceptance))
    }
    if work.waitingSince == nil {
      work.waitingSince = clock.now()
      emit(.waiting(step: number))
    }
    let isFirst = work.polls == 0
    works[number] = work
    let limit = options.waitLimit(of: intent, library[intent.type].facts.behavior)
    if let since = work.waitingSince, clock.now() - since > limit * 1_000 {
      let time = limit < 120 ? "\(limit) seconds" : "\(limit / 60) minutes"
      return leaveOpen(number, "The operation still goes on after \(time); the next run goes on waiting.")
    }
    if intent.operation == .create { expose(intent, pending) }
    let readiness: Dependency.Readiness? = pending.description != nil ? .readable : pending.identifier != nil ? .identifier : nil
    inbox.append(.called(number, .accepted(readiness, pollAfter: isFirst ? pending.pollAfter : max(pending.pollAfter, 100))))
  }

  /// Makes known what an operation that goes on has shown of its object.
  private mutating func expose(_ intent: Intent, _ pending: OperationProgress.Pending) {
    var early = intent.request
    if let identifier = pending.identifier, let schema = ResourceCatalog.aws.type(intent.type) {
      let names = schema.primaryIdentifier.strings
      let parts = names.count == 1 ? [identifier[...]] : identifier.split(separator: "|", omittingEmptySubsequences: false)
      if parts.count == names.count { for (name, part) in zip(names, parts) { early[name] = .string(String(part)) } }
    }
    if let description = pending.description { early = early.merging(description.properties) }
    earlyAttributes[intent.address] = early
  }

  mutating func succeed(_ number: Int, _ description: ObjectDescription) {
    guard let work = works[number], let intent = work.intent else { return }
    if intent.operation == .delete {
      guard let date = description.pendingDeletionUntil else { return vanish(number) }
      journal(.outcome(step: number, JournalEntry.Outcome(.pendingDeletion(until: date))))
      end(number, .pendingDeletion(until: date))
      inbox.append(.called(number, .done))
      return
    }
    settle(number, work, intent, description, .done)
    if intent.operation == .create {
      end(number, .created(identifier: description.identifier))
    } else {
      end(number, work.isAdoption ? .adopted : .updated)
    }
    inbox.append(.called(number, .done))
  }

  private mutating func settle(
    _ number: Int, _ work: StepWork, _ intent: Intent, _ description: ObjectDescription, _ result: JournalEntry.Outcome.Result
  ) {
    let attributes = recorded.attributes(of: description, type: intent.type, sent: intent.request)
    if intent.operation == .update, let record = work.record {
      noteDrift(record, attributes, work.changedPaths)
    }
    let outcome = JournalEntry.Outcome(
      result, identifier: description.identifier, handle: description.handle, attributes: attributes,
      observed: recorded.observed(in: description, type: intent.type, sent: intent.request, owned: intent.ownedPaths))
    earlyAttributes[intent.address] = nil
    journal(.outcome(step: number, outcome))
  }

  /// Notes the attributes that changed although nothing says that they may.
  private mutating func noteDrift(_ record: ResourceRecord, _ attributes: PropertyObject, _ changedPaths: [PropertyPath]) {
    let entry = library[record.type]
    let changed = Set(changedPaths.compactMap(\.property))
    for field in attributes.fields {
      guard let before = record.attributes[field.key], before != field.value, !changed.contains(field.key),
        !entry.facts.behavior.volatileAttributes.contains(field.key),
        entry.facts.behavior.attributesChangedBy[field.key].map({ changed.isDisjoint(with: $0) }) ?? true,
        !ValueComparison.areEqual(before, field.value, at: entry.shape.child(field.key), sides: .observed)
      else { continue }
      drifted[record.address, default: []].insert(field.key)
    }
  }

  private mutating func vanish(_ number: Int) {
    guard let intent = works[number]?.intent else { return }
    guard intent.operation == .delete else {
      let diagnostic = StepFailures.make(
        plan.steps[number], "gone", "The object vanished while it was made or changed.", "Run again with --refresh.")
      journal(.outcome(step: number, JournalEntry.Outcome(.gone, error: diagnostic.message)))
      return failCall(number, diagnostic)
    }
    journal(.outcome(step: number, JournalEntry.Outcome(.gone)))
    end(number, .deleted)
    inbox.append(.called(number, .done))
  }

  private mutating func failCall(_ number: Int, _ diagnostic: Diagnostic) {
    end(number, .failed(diagnostic))
    inbox.append(.called(number, .failed))
  }

  /// Leaves an intent open: the next run resolves it before it does anything else.
  private mutating func leaveOpen(_ number: Int, _ reason: String) {
    journal(.outcome(step: number, JournalEntry.Outcome(.failed, error: reason, isDefinite: false)))
    end(number, .unsettled(reason: reason))
    inbox.append(.called(number, .failed))
  }

  // MARK: Failures

  private mutating func handle(_ number: Int, _ error: ProviderError) {
    guard var work = works[number], let intent = work.intent else { return }
    // A poll that only failed to ask is asked again; the operation itself goes on.
    if work.accepted?.waitToken != nil, error.execution != .executed {
      if error.code == .notFound || error.code == .invalidRequest { return inbox.append(.called(number, .undecided)) }
      let delay = error.retryAfter ?? RetryPolicy.denseDelay(work.retries)
      work.retries += 1
      works[number] = work
      let limit = options.waitLimit(of: intent, library[intent.type].facts.behavior)
      guard let since = work.waitingSince, clock.now() - since > limit * 1_000 else {
        return inbox.append(.called(number, .accepted(nil, pollAfter: max(delay, 500))))
      }
      return leaveOpen(number, "The service could not be asked how the operation goes: \(error.message)")
    }
    work.lastFailure = error.message
    let earlierFailure = work.firstFailure
    work.firstFailure = earlierFailure ?? clock.now()
    let elapsed = clock.now() - (work.firstFailure ?? 0)
    let decision = FailureDecision(error, intent, retry: work.retries, elapsed: elapsed, hasUnknownCall: work.hasUnknownCall)
    switch decision {
    case .gone: return vanish(number)
    case .throttled:
      emit(.retrying(step: number, reason: error.message, milliseconds: error.retryAfter ?? 0))
      let usedToken = error.execution == .executed && intent.token != nil
      if usedToken { work.attempt += 1 }
      work.accepted = nil
      works[number] = work
      inbox.append(.called(number, .throttled(retryAfter: error.retryAfter, needsCommit: usedToken)))
    case .repeatCall(let delay):
      work.hasUnknownCall = work.hasUnknownCall || error.execution == .unknown
      work.retries += 1
      works[number] = work
      emit(.retrying(step: number, reason: error.message, milliseconds: delay))
      inbox.append(.called(number, .again(after: delay, needsCommit: false)))
    case .newAttempt(let delay):
      work.retries += 1
      work.attempt += 1
      work.accepted = nil
      works[number] = work
      emit(.retrying(step: number, reason: error.message, milliseconds: delay))
      inbox.append(.called(number, .again(after: delay, needsCommit: true)))
    case .investigate:
      work.refusal = error.execution == .unknown ? nil : error
      work.hasUnknownCall = work.hasUnknownCall || error.execution == .unknown
      // Finding out takes long, and is no part of the time in which a call is repeated.
      work.firstFailure = earlierFailure
      works[number] = work
      inbox.append(.called(number, .undecided))
    case .partial(let identifier):
      let diagnostic = StepFailures.refused(plan.steps[number], error)
      journal(
        .outcome(
          step: number,
          JournalEntry.Outcome(.partial(reasons: [error.message]), identifier: identifier, error: error.message)))
      failCall(number, diagnostic)
    case .fail:
      journal(.outcome(step: number, JournalEntry.Outcome(.failed, error: error.message, isDefinite: true)))
      failCall(number, StepFailures.refused(plan.steps[number], error))
    }
  }

  mutating func finishInvestigation(_ number: Int, _ verdict: Verdict) {
    guard var work = works[number], let intent = work.intent else { return }
    switch verdict {
    case .found(let description, _): succeed(number, description)
    case .pending(let pending): accept(number, pending)
    case .gone: vanish(number)
    case .absent(let evidence):
      // A definite refusal, and nothing of ours to be found: the service means something else, and would refuse again.
      if let refusal = work.refusal, !work.hasUnknownCall {
        journal(.outcome(step: number, JournalEntry.Outcome(.failed, error: refusal.message, isDefinite: true)))
        return failCall(number, StepFailures.refused(plan.steps[number], refusal))
      }
      work.attempt += 1
      work.hasUnknownCall = false
      work.accepted = nil
      works[number] = work
      guard work.attempt <= 3, intent.operation != .delete || work.attempt <= 1 else {
        journal(.outcome(step: number, JournalEntry.Outcome(.failed, error: evidence, isDefinite: true)))
        return failCall(
          number,
          StepFailures.make(
            plan.steps[number], "not-executed",
            "The call was sent again and again, and nothing came of it. "
              + (work.lastFailure.map { "The service last said: \($0) " } ?? "") + evidence, "Run again."))
      }
      inbox.append(.called(number, .again(after: 250, needsCommit: true)))
    case .foreign(let found, let evidence):
      journal(.outcome(step: number, JournalEntry.Outcome(.failed, error: evidence, isDefinite: true)))
      failCall(number, StepFailures.foreign(plan.steps[number], found, evidence))
    case .mixed(let found, let evidence):
      settle(number, work, intent, found, .partial(reasons: [evidence]))
      failCall(
        number,
        intent.operation == .create
          ? StepFailures.make(plan.steps[number], "partly-made", "The object was made in part. \(evidence)", "Run again.")
          : StepFailures.make(plan.steps[number], "partly-updated", "The update was carried out in part. \(evidence)", "Run again."))
    case .undecided(let evidence): leaveOpen(number, evidence)
    }
  }
}

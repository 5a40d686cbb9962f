import ResourceCatalog
import StrataModel

extension ApplyRun {
  // MARK: Intents

  /// Makes a step's intent; the scheduler then has it committed.
  mutating func announce(_ number: Int, _ operation: Intent.Operation, previous: PropertyObject?, precheckedAbsent: Bool?) {
    let step = plan.steps[number]
    guard var work = works[number] else { return }
    let record = work.record
    let behavior = library[step.type].facts.behavior
    let route = record?.route ?? provider.route(for: step.type, in: step.placement) ?? .embedded
    let request: PropertyObject
    if operation == .delete {
      request = record?.appliedProperties ?? [:]
    } else {
      request = tagged(work.document?.properties ?? [:], step)
    }
    var intent = Intent(
      step: number, operation: operation, address: step.address, instance: step.instance, generation: step.generation, type: step.type,
      placement: record?.placement ?? step.placement, route: route, apiClass: behavior.apiClass.rawValue, source: step.source)
    intent.identifier = operation == .create ? nil : record?.identifier
    intent.handle = operation == .create ? nil : record?.handle
    intent.request = request
    intent.previous = work.lacksIdentityTags ? previous : previous.map { tagged($0, step) }
    intent.precheckedAbsent = precheckedAbsent
    intent.attempt = work.attempt
    intent.inputs = step.desired?.properties ?? record?.inputs ?? [:]
    intent.bindings = work.document?.bindings ?? [:]
    intent.ownedPaths = step.ownedPaths
    intent.secrets = work.secrets
    intent.edges = edges(of: step)
    intent.lifecycle = step.desired?.lifecycle ?? record?.lifecycle ?? Lifecycle()
    intent.requestDigest = Self.digest(of: request, work.secrets)
    if takesToken(operation, route, behavior.apiClass, step.type) { intent.token = token(of: intent, record) }
    work.intent = intent
    works[number] = work
    inbox.append(.prepared(number, .ready))
  }

  private func tagged(_ properties: PropertyObject, _ step: PlanStep) -> PropertyObject {
    options.identityTags?.adding(
      to: properties, type: step.type, instance: step.instance, address: step.address, lineage: plan.lineage) ?? properties
  }

  private static func digest(of request: PropertyObject, _ secrets: [PropertyPath: ResourceRecord.SecretRecord]) -> String {
    var text = JSONWriter.text(of: .object(request))
    for (path, secret) in secrets.sorted(by: { $0.key < $1.key }) { text += "\n\(path) \(secret.digest)" }
    return Digest.hexadecimal(text)
  }

  private func takesToken(_ operation: Intent.Operation, _ route: ResourceRecord.Route, _ apiClass: APIClass, _ type: String) -> Bool {
    if route == .cloudControl { return true }
    guard operation == .create else { return false }
    // What is refused on repetition is no token but a name of the caller's, which the object bears.
    if apiClass == .refusedToken { return true }
    return [.token, .tokenUnknownWindow].contains(apiClass) && !provider.shortcomings(of: type).contains(.ignoresTokens)
  }

  private func token(of intent: Intent, _ record: ResourceRecord?) -> String {
    IdempotencyToken.make(
      lineage: plan.lineage, instance: intent.instance, operation: intent.operation, revision: record?.revision ?? 0,
      attempt: intent.attempt, requestDigest: intent.requestDigest, type: intent.type)
  }

  mutating func commit(_ number: Int) {
    guard var work = works[number], var intent = work.intent else { return }
    if intent.attempt != work.attempt {
      intent.attempt = work.attempt
      if intent.token != nil { intent.token = token(of: intent, work.record) }
    }
    intent.sendBy = clock.seconds + Self.sendWindow
    intent.deadline = provider.callLifetime == 0 ? clock.seconds : intent.sendBy + provider.callLifetime
    work.intent = intent
    works[number] = work
    journal(.intent(intent), intentOf: number)
  }

  /// Within how many seconds of its commit a call must leave; whoever takes a lost lock relies on it.
  private static let sendWindow = 10

  // MARK: Calls

  mutating func call(_ number: Int) {
    guard var work = works[number], let intent = work.intent else { return }
    if provider.callLifetime > 0, clock.seconds > intent.sendBy {
      inbox.append(.called(number, .again(after: 0, needsCommit: true)))
      return
    }
    work.calls += 1
    works[number] = work
    emit(.called(step: number, attempt: work.calls))
    let properties = revealed(work, intent.request)
    switch intent.operation {
    case .create:
      let request = CreateRequest(
        type: intent.type, placement: intent.placement, route: intent.route, properties: properties, token: intent.token,
        instance: intent.instance)
      launches.append(.create(step: number, request))
    case .update:
      guard let target = target(of: intent) else { return }
      let request = UpdateRequest(
        target: target, properties: properties, previous: intent.previous ?? [:], changedPaths: work.changedPaths, token: intent.token)
      launches.append(.update(step: number, request))
    case .delete:
      guard let target = target(of: intent) else { return }
      // A step that is marked so is only begun with the user's acknowledgement.
      let isAcknowledged = plan.steps[number].markers.contains(.protected)
      let request = DeleteRequest(target: target, properties: properties, token: intent.token, liftsProtection: isAcknowledged)
      launches.append(.delete(step: number, request))
    }
  }

  private func revealed(_ work: StepWork, _ request: PropertyObject) -> PropertyObject {
    work.texts.isEmpty ? request : request.mapValues { $0.holdsSecret ? $0.revealing(work.texts) : $0 }
  }

  private func target(of intent: Intent) -> ObjectTarget? {
    intent.identifier.map {
      ObjectTarget(
        type: intent.type, placement: intent.placement, route: intent.route, identifier: $0, handle: intent.handle,
        declared: [intent.request] + (intent.previous.map { [$0] } ?? []))
    }
  }

  mutating func poll(_ number: Int) {
    guard let intent = works[number]?.intent, let token = works[number]?.accepted?.waitToken else { return }
    works[number]?.polls += 1
    launches.append(
      .poll(
        step: number,
        PollRequest(
          operation: intent.operation, type: intent.type, placement: intent.placement, route: intent.route, waitToken: token)))
  }

  mutating func investigate(_ number: Int) {
    guard let work = works[number], let intent = work.intent,
      let open = fold.snapshot.intentsByID[OpenIntent.ID(run: options.run, step: number)]
    else { return }
    launches.append(
      .investigate(step: number, open, revealed: revealed(work, intent.request), wasPerhapsExecuted: work.hasUnknownCall))
  }

  // MARK: Answers

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
    works[number]?.lastFailure = error.message
    work.lastFailure = error.message
    work.firstFailure = work.firstFailure ?? clock.now()
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
      works[number]?.refusal = error.execution == .unknown ? nil : error
      works[number]?.hasUnknownCall = work.hasUnknownCall || error.execution == .unknown
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

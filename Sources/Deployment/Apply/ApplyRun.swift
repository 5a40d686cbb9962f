import ResourceCatalog
import StrataModel

/// One run of a plan: what is known, what is at work, and what became of each step.
///
/// It performs nothing itself. Actions of the scheduler and completions of child tasks go in; events for the scheduler and launches of child tasks come out. All of it
/// happens on one task, in order, so that equal answers make equal runs.
struct ApplyRun {
  let plan: Plan
  let options: DeploymentOptions
  let provider: any Provider
  let clock: any DeploymentClock
  let observer: @Sendable (DeploymentEvent) -> Void
  let library: ShapeLibrary
  let recorded: RecordedAttributes

  /// The state with all entries folded in, the ones that are not durable yet among them.
  var fold: StateFold
  var commits = CommitQueue()
  var works: [Int: StepWork] = [:]
  var results: [StepResult]
  var counts = JournalEntry.RunEnd()
  var stateError: StateError?
  /// Why nothing more may be started; what was started can be recorded all the same as long as ``stateError`` is not set.
  var leaseError: StateError?
  /// What could not be recorded, in order.
  var unrecorded: [JournalEntry] = []
  var isFinished = false
  private var isCompactionDue = false

  /// The steps that will give an address its object, until they did.
  var pendingCreates: [ResourceAddress: Int] = [:]
  /// What is known of objects whose operation goes on.
  var earlyAttributes: [ResourceAddress: PropertyObject] = [:]
  /// Attributes that were read because state does not have them.
  var fetched: [Reference: PropertyValue] = [:]
  /// Attributes that changed although the plan took them as known.
  var drifted: [ResourceAddress: Set<String>] = [:]
  /// Whether a conditional group of steps runs, by the number of its step that has a document.
  var conditions: [Int: Bool] = [:]
  /// The incarnations that stay because the condition of their replacement did not hold.
  var keptInstances: [InstanceID: InstanceID] = [:]
  /// Addresses with an operation that recovery could not resolve.
  var blocked: [ResourceAddress: OpenIntent] = [:]

  /// What the scheduler shall hear, and what shall be done, since the last look.
  var inbox: [Scheduler.Event] = []
  var launches: [Launch] = []

  init(
    _ plan: Plan, _ snapshot: StateSnapshot, _ options: DeploymentOptions, _ provider: any Provider, _ clock: any DeploymentClock,
    _ observer: @escaping @Sendable (DeploymentEvent) -> Void
  ) {
    self.plan = plan
    self.options = options
    self.provider = provider
    self.clock = clock
    self.observer = observer
    library = options.schema.library()
    recorded = RecordedAttributes(library: library)
    fold = StateFold(snapshot)
    results = Array(repeating: .notStarted, count: plan.steps.count)
    for step in plan.steps where step.operation == .create || step.operation == .adopt { pendingCreates[step.address] = step.id }
    for open in snapshot.openIntents { blocked[open.intent.address] = open }
  }

  // MARK: Beginning and end

  /// Writes the entries that come before all steps.
  mutating func begin() {
    journal(
      .run(
        JournalEntry.RunStart(
          engine: options.engine, command: options.command, planDigest: plan.graphDigest, principal: options.principal,
          host: options.host, reservedGenerationsEnd: plan.reservedGenerations.upperBound,
          rollbackSerial: plan.rollbackSerial, unsupported: plan.unsupported)))
    if plan.lookups != fold.snapshot.lookups { journal(.lookups(plan.lookups)) }
    for change in plan.refreshed where fold.snapshot.records[change.instance] != nil {
      journal(.observed(change.instance, change.baseline))
    }
    for change in plan.reinstated {
      guard var record = fold.snapshot.records[change.instance] ?? change.record else { continue }
      record.address = change.address
      record.status = .current
      journal(.imported(record))
    }
    for move in MoveOrder.ordered(plan.moves) { journal(.move(from: move.from, to: move.to)) }
  }

  /// Writes the entries that come after all steps.
  private mutating func end() {
    isFinished = true
    if stateError == nil {
      journal(.outputs(outputs()))
      journal(.end(counts))
    }
  }

  /// The outputs: resolved ones, and the last value of those whose resources could not be brought to the plan.
  private func outputs() -> [String: OutputRecord] {
    let isSettled = counts.failed == 0 && counts.skipped == 0 && !counts.isInterrupted
    var result = isSettled && plan.selection == nil ? [:] : fold.snapshot.outputs
    // A plan of a part leaves the outputs of the rest, but for those that it names.
    if isSettled { for key in plan.changedOutputs { result[key] = nil } }
    for output in plan.outputs {
      if output.isSensitive {
        result[output.key] = OutputRecord(value: output.value, isSensitive: true)
        continue
      }
      let document = ValueResolution.resolve(["value": output.value]) { lookUp($0) }
      guard document.missing.isEmpty, document.secrets.isEmpty, let value = document.properties["value"] else {
        if !document.secrets.isEmpty { result[output.key] = OutputRecord(value: output.value, isSensitive: true) }
        continue
      }
      result[output.key] = OutputRecord(value: value, expression: output.value.isLiteral ? nil : output.value)
    }
    return result
  }

  // MARK: What comes in

  mutating func perform(_ action: Scheduler.Action) {
    switch action {
    case .prepare(let step): prepare(step)
    case .commit(let step): commit(step)
    case .call(let step): call(step)
    case .poll(let step): poll(step)
    case .investigate(let step): investigate(step)
    case .wait(let timer, let milliseconds): launches.append(.sleep(timer, milliseconds))
    case .skip(let step, let cause): skip(step, cause)
    case .giveUp(let step, let remainder): giveUp(step, remainder)
    case .finish: end()
    }
  }

  mutating func complete(_ completion: Completion) {
    switch completion {
    case .read(let step, let answers): finishPreparation(step, answers)
    case .answered(let step, let result): finishCall(step, result)
    case .held(let step, let error):
      lose(error)
      inbox.append(.called(step, .again(after: 0, needsCommit: false)))
    case .investigated(let step, let verdict): finishInvestigation(step, verdict)
    case .appended(let result): finishCommit(result)
    case .due(let timer): inbox.append(.due(timer))
    case .stop(let level): stop(level)
    case .nothing: break
    }
  }

  private mutating func stop(_ level: Scheduler.StopLevel) {
    guard !isFinished else { return }
    counts.isInterrupted = true
    emit(.stopping(level))
    inbox.append(.stop(level))
  }

  // MARK: Journal

  /// Adds an entry to the state, and to the next write.
  mutating func journal(_ body: JournalEntry.Body, intentOf step: Int? = nil) {
    let entry = JournalEntry(
      sequence: fold.snapshot.serial + 1, epoch: fold.snapshot.epoch, run: options.run, at: clock.seconds, body: body)
    // The number is made from the state's, so the fold cannot refuse it.
    guard (try? fold.apply(entry)) != nil else { return }
    if stateError == nil { commits.add(entry, intentOf: step) } else { unrecorded.append(entry) }
  }

  /// Starts the next write, unless one is in flight.
  mutating func write() {
    guard let batch = commits.next(takesAll: isCompactionDue) else { return }
    // All pending entries are in this write, so the present state is what it makes durable.
    launches.append(.append(batch.entries, compacting: isCompactionDue ? fold.snapshot : nil))
    isCompactionDue = false
  }

  private mutating func finishCommit(_ result: Result<JournalGrowth, StateError>) {
    switch result {
    case .success(let growth):
      isCompactionDue = growth.isCompactionDue
      for step in commits.finishWriting() { inbox.append(.committed(step)) }
    case .failure(let error):
      stateError = error
      unrecorded = commits.abandon()
      _ = commits.finishWriting()
      lose(error)
    }
  }

  /// Starts nothing more: state cannot be written, or the right to do so may be somebody else's by now.
  private mutating func lose(_ error: StateError) {
    if leaseError == nil { emit(.note(Diagnostic(.error, code: "state-\(error.code.rawValue)", error.message))) }
    leaseError = leaseError ?? error
    stop(.lost)
  }

  // MARK: Ends of steps

  func emit(_ kind: DeploymentEvent.Kind) { observer(DeploymentEvent(at: clock.now(), kind: kind)) }

  /// Notes how a step ended; the scheduler hears of it from the caller.
  mutating func end(_ step: Int, _ result: StepResult) {
    works[step] = nil
    results[step] = result
    pendingCreates[plan.steps[step].address] =
      pendingCreates[plan.steps[step].address] == step ? nil : pendingCreates[plan.steps[step].address]
    if let count = Self.count(of: result, isAction: plan.steps[step].isAction) { counts[keyPath: count] += 1 }
    if plan.steps[step].operation != .keep || result != .unchanged { emit(.ended(step: step, result)) }
  }

  /// The number that a result raises.
  private static func count(of result: StepResult, isAction: Bool) -> WritableKeyPath<JournalEntry.RunEnd, Int>? {
    switch result {
    case .failed, .unsettled: \.failed
    case .skipped, .notStarted: \.skipped
    case .unchanged, .retained, .forgotten: nil
    case _ where isAction: \.acted
    case .created, .adopted: \.created
    case .updated: \.updated
    case .deleted, .pendingDeletion: \.deleted
    }
  }

  private mutating func skip(_ step: Int, _ cause: Int) {
    if plan.steps[step].operation != .keep {
      journal(.skip(step: step, address: plan.steps[step].address, reason: "\(plan.steps[cause].address) failed"))
      end(step, .skipped(because: cause))
    } else {
      results[step] = .unchanged
    }
  }

  private mutating func giveUp(_ step: Int, _ remainder: Scheduler.Remainder) {
    switch remainder {
    case .nothing:
      if plan.steps[step].operation == .keep { results[step] = .unchanged } else { end(step, .notStarted) }
    case .unsentIntent:
      if let work = works[step], work.hasUnknownCall {
        end(step, .unsettled(reason: "The deployment stopped before the call could be repeated."))
        return
      }
      journal(
        .outcome(step: step, JournalEntry.Outcome(.failed, error: "The deployment stopped before the call was executed.", isDefinite: true))
      )
      end(step, .notStarted)
    case .openIntent: end(step, .unsettled(reason: "The deployment stopped while the service was at work."))
    }
  }
}

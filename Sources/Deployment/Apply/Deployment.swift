public import StrataModel

/// Carries plans out: the way from a plan and a provider to journal entries.
///
/// A deployment decides nothing that the plan has not decided. It follows the plan's steps in the order of their needs, makes each call known
/// in the journal before it is sent, and records how each ended.
public struct Deployment: Sendable {
  public var provider: any Provider
  public var clock: any DeploymentClock
  public var options: DeploymentOptions

  /// Creates a deployment to a cloud.
  public init(to provider: any Provider, clock: any DeploymentClock = SystemClock(), options: DeploymentOptions) {
    self.provider = provider
    self.clock = clock
    self.options = options
  }

  /// Carries a plan out.
  ///
  /// Recover first: a plan is not made and not applied while operations of an earlier run are unresolved, but for those that nobody can
  /// resolve; their resources, and what depends on them, are refused.
  ///
  /// - Parameters:
  ///   - plan: a plan for the state that the lease holds.
  ///   - lease: the right to write the environment's state. It is not released here.
  ///   - stop: asks the deployment to stop early.
  ///   - observer: hears what happens, in order, on the task of the deployment; it should return at once.
  /// - Returns: what became of each step. Failed steps are part of the result, not errors.
  /// - Throws: ``DeploymentError`` before anything was sent: a stale or foreign plan, a missing acknowledgement, unreadable state.
  public func apply(
    _ plan: Plan, lease: any StateLease, stop: StopSignal = StopSignal(),
    observer: @escaping @Sendable (DeploymentEvent) -> Void = { _ in }
  ) async throws(DeploymentError) -> DeploymentResult {
    let snapshot = try await state(for: plan, lease)
    try PlanBinding(plan: plan, snapshot: snapshot, options: options).check()
    let scheduler: Scheduler
    do throws(StepGraph.Failure) {
      scheduler = Scheduler(try StepGraph(plan, snapshot, options.schema), limits: options.limits)
    } catch {
      throw DeploymentError(.malformedPlan, "The plan's steps are no graph: \(error). Make a new plan.")
    }
    let run = ApplyRun(plan, snapshot, options, provider, clock, observer)
    let interrupted = InterruptedOperation(
      provider: provider, clock: clock, schema: options.schema, identityTags: options.identityTags, lineage: plan.lineage)
    let worker = Worker(
      provider: provider, lease: lease, clock: clock, secrets: SecretReader(provider: provider, resolver: options.secrets),
      interrupted: interrupted)
    return await drive(run, scheduler, worker, stop)
  }

  private func state(for plan: Plan, _ lease: any StateLease) async throws(DeploymentError) -> StateSnapshot {
    do throws(StateError) {
      if let snapshot = try await lease.load() { return snapshot }
      guard plan.serial == 0 else {
        throw StateError(.otherEnvironment, "The plan continues a state, and there is none here. Check the state folder, or plan again.")
      }
      let snapshot = StateSnapshot(lineage: plan.lineage, environment: plan.environment, engine: options.engine)
      try await lease.initialize(snapshot)
      return snapshot
    } catch {
      throw DeploymentError(error)
    }
  }

  /// The shell: takes events to the scheduler, its actions to the run, and the run's launches to child tasks.
  private func drive(_ run: ApplyRun, _ scheduler: Scheduler, _ worker: Worker, _ stop: StopSignal) async -> DeploymentResult {
    var run = run
    var scheduler = scheduler
    let clock = clock
    await withTaskGroup(of: Completion.self) { group in
      group.addTask { await stop.next().map { .stop($0) } ?? .nothing }
      run.begin()
      run.emit(.began(steps: run.plan.steps.count { $0.operation != .keep }, estimate: scheduler.longestPath))
      run.inbox.append(.start)
      while true {
        while !run.inbox.isEmpty {
          let events = run.inbox
          run.inbox.removeAll(keepingCapacity: true)
          for event in events {
            for action in scheduler.on(event, at: clock.now()) { run.perform(action) }
          }
        }
        run.write()
        for launch in run.launches {
          let place = clock.admit()
          group.addTask { await clock.perform(place) { await worker.run(launch) } }
        }
        run.launches.removeAll(keepingCapacity: true)
        if run.isFinished, run.commits.isEmpty, !run.commits.isWriting { break }
        clock.willWait()
        guard let completion = await group.next() else { break }
        if case .stop(.graceful) = completion {
          group.addTask { await stop.next().map { .stop($0) } ?? .nothing }
        }
        run.complete(completion)
      }
      run.emit(.concluded)
      group.cancelAll()
    }
    if run.stateError == nil {
      // The journal has everything; a snapshot that cannot be written now only makes the next run read more.
      do { try await worker.lease.compact(run.fold.snapshot) } catch {
        run.emit(.note(Diagnostic(.warning, code: "state-\(error.code.rawValue)", error.message)))
      }
    }
    return DeploymentResult(
      steps: run.results, counts: run.counts, snapshot: run.fold.snapshot, stateError: run.stateError ?? run.leaseError,
      unrecorded: run.unrecorded)
  }
}

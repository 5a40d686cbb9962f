import StrataDeployment
import StrataEmbeddedCloud
package import StrataModel
import StrataPlanning
import Synchronization

/// How one process ended.
package enum AttemptResult: Sendable, Hashable {
  case completed
  /// It ended by itself, and something is left to do: what failed, in words.
  case incomplete([String])
  case died(CrashPoint)
  /// The plan has errors: their codes and messages.
  case refused([String])
  /// It did not come to apply, for this reason.
  case notBegun(String)
}

extension SimulatedWorld {
  private static let engine = "1.0.0"
  private static let lineage = "0123456789ab-simulation"
  private static let secretKey = [UInt8](repeating: 7, count: 32)
  private static let everything = GivenAcknowledgements(coversAll: true, allowsMassDelete: true)

  /// Locks, recovers, plans and applies, as the command does, in a process of its own.
  ///
  /// - Parameters:
  ///   - graph: what the program declares; `nil` to take everything apart.
  ///   - before: deployed by somebody else between plan and application, for ``Disruption/stalePlan``.
  ///   - refreshes: whether everything is read before planning.
  ///   - earlier: leads back to a state instead of forward to a graph.
  package func attempt(
    _ graph: ResourceGraph?, _ disruption: Disruption? = nil, _ weather: Weather = .calm, before: ResourceGraph? = nil,
    refreshes: Bool = false, backTo earlier: StateSnapshot? = nil
  ) async -> AttemptResult {
    if disruption == .stalePlan { return await applyStalePlan(graph, before: before) }
    let process = begin(disruption, weather)
    let result = await run(graph, process, disruption, refreshes, earlier)
    await endRivals()
    let end = crash.map { AttemptResult.died($0) } ?? result
    note("process \(process.number) ended: \(end)")
    return end
  }

  private func run(
    _ graph: ResourceGraph?, _ process: SimulatedProcess, _ disruption: Disruption?, _ refreshes: Bool, _ earlier: StateSnapshot?
  ) async -> AttemptResult {
    let lease: any StateLease
    do throws(StateError) { lease = try await backend(for: process).lock(as: owner(process)) } catch {
      return .notBegun("the lock: \(error.message)")
    }
    setLeased(true)
    let result: AttemptResult
    do {
      result = try await deploy(graph, process, lease, disruption, refreshes, earlier)
    } catch {
      result = .notBegun((error as? DeploymentError)?.message ?? (error as? StateError)?.message ?? "\(error)")
    }
    setLeased(false)
    await lease.release()
    return result
  }

  private func owner(_ process: SimulatedProcess) -> LockOwner {
    LockOwner(principal: "somebody", host: "here", process: process.number, command: "deploy", since: executor.now / 1_000)
  }

  private func deployment(_ process: SimulatedProcess) -> Deployment {
    var options = DeploymentOptions(
      engine: Self.engine, command: "deploy", run: "run-\(process.number)", host: "here", secretKey: Self.secretKey)
    options.secrets = secrets
    options.limits.concurrency = self.options.concurrency
    options.limits.staged = self.options.concurrency * 4
    options.schema = RememberedFacts()
    let clock = SimulatedClock(executor, process)
    return Deployment(to: SimulatedCloud(world: self, process: process, clock: clock), clock: clock, options: options)
  }

  private func deploy(
    _ graph: ResourceGraph?, _ process: SimulatedProcess, _ lease: any StateLease, _ disruption: Disruption?, _ refreshes: Bool,
    _ earlier: StateSnapshot?
  ) async throws -> AttemptResult {
    var deployment = deployment(process)
    let stop = StopSignal(clock: deployment.clock)
    process.listen(to: stop)
    permit(Permission(recoveryOf: state.withLock { $0.lastSnapshot }))
    let report = try await deployment.recover(lease: lease, stop: StopSignal(clock: deployment.clock))
    for diagnostic in report.diagnostics { check(diagnostic.message) }
    for finding in report.findings {
      note("recovery: \(finding.open.intent.operation) \(finding.open.intent.address) \(finding.conclusion): \(finding.evidence)")
    }
    let snapshot = report.snapshot ?? emptyState
    let plan: Plan
    if let earlier {
      plan = rollbackPlan(snapshot, to: earlier)
    } else {
      plan = await self.plan(
        graph, snapshot, refreshes ? Observer(of: deployment.provider, clock: deployment.clock, schema: RememberedFacts()) : nil)
    }
    if earlier != nil || graph?.secretSources.isEmpty == false { check(plan) }
    if plan.diagnostics.containsErrors {
      return .refused(plan.diagnostics.filter { $0.severity == .error }.map { "\($0.code): \($0.message)" })
    }
    for step in plan.steps where step.operation != .keep {
      note(
        "plan: \(step.id) \(step.operation) \(step.address) \(step.instance.text) needs \(step.needs.map(\.step)) because \(step.because)")
    }
    if case .foreign(let change)? = disruption { await apply(change, snapshot) }
    permit(Permission(plan, snapshot))
    state.withLock { $0.hasPlanned = true }
    noteReleased(plan, snapshot)
    deployment.options.acknowledged = Set(plan.requiredAcknowledgements)
    let result = try await deployment.apply(plan, lease: lease, stop: stop) { self.observe($0) }
    process.listen(to: nil)
    return result.isComplete ? .completed : .incomplete(reasons(result, plan))
  }

  private func reasons(_ result: DeploymentResult, _ plan: Plan) -> [String] {
    var reasons: [String] = []
    for (index, step) in result.steps.enumerated() {
      switch step {
      case .failed(let diagnostic): reasons.append("\(plan.steps[index].operation) \(plan.steps[index].address): \(diagnostic.message)")
      case .unsettled(let reason): reasons.append("\(plan.steps[index].operation) \(plan.steps[index].address): \(reason)")
      default: break
      }
    }
    if let error = result.stateError { reasons.append(error.message) }
    if result.counts.isInterrupted { reasons.append("it was interrupted") }
    return reasons
  }

  /// Plans, lets somebody else deploy, and expects that the plan is refused.
  private func applyStalePlan(_ graph: ResourceGraph?, before: ResourceGraph?) async -> AttemptResult {
    let process = begin(nil, .calm)
    do {
      let backend = backend(for: process)
      let lease = try await backend.lock(as: owner(process))
      let recovery = try await deployment(process).recover(lease: lease)
      let snapshot = recovery.snapshot ?? StateSnapshot(lineage: Self.lineage, environment: self.options.environment, engine: Self.engine)
      let plan = await plan(graph, snapshot)
      await lease.release()
      if plan.diagnostics.containsErrors { return .notBegun("the plan has errors") }
      let between = await attempt(before ?? graph)
      guard let now = try await readState(), now.serial != snapshot.serial else { return .notBegun("nothing came in between: \(between)") }
      let late = begin(nil, .calm)
      let second = try await self.backend(for: late).lock(as: owner(late))
      permit(Permission(recoveryOf: nil))
      var deployment = deployment(late)
      deployment.options.acknowledged = Set(plan.requiredAcknowledgements)
      do throws(DeploymentError) {
        _ = try await deployment.apply(plan, lease: second)
        report(.stalePlan, "a plan for the serial \(plan.serial) was applied to the serial \(now.serial)")
      } catch {
        if error.code != .stalePlan, error.code != .foreignPlan { report(.stalePlan, "a stale plan is refused as \(error.code)") }
      }
      await second.release()
      return .notBegun("its plan was stale")
    } catch {
      return .notBegun("\(error)")
    }
  }

  // MARK: Planning

  private var emptyState: StateSnapshot { StateSnapshot(lineage: Self.lineage, environment: options.environment, engine: Self.engine) }

  /// The state that a rollback may lead to later; `nil`, with a violation, when it cannot be read.
  func earlierState() async -> StateSnapshot? {
    do throws(StateError) { return try await readState() ?? emptyState } catch {
      report(.state, "state cannot be read: \(error.message)")
      return nil
    }
  }

  private func rollbackPlan(_ snapshot: StateSnapshot, to earlier: StateSnapshot) -> Plan {
    var observations = Observations()
    observations.time = executor.now / 1_000
    for record in earlier.records.values {
      for secret in record.secrets.values where secret.source.kind != .attribute {
        observations.secretDigests[secret.source] = Digest.keyed(secrets.text(for: secret.source), key: Self.secretKey)
      }
    }
    let options = PlanOptions(engine: Self.engine, acknowledgements: Self.everything)
    return Plan.rollingBack(snapshot, to: earlier, observations: observations, options: options, schema: RememberedFacts())
  }

  /// The plan to a graph from a state.
  func plan(_ graph: ResourceGraph?, _ snapshot: StateSnapshot, _ observer: Observer? = nil) async -> Plan {
    let options = PlanOptions(engine: Self.engine, acknowledgements: Self.everything)
    guard let graph else { return Plan.destroying(snapshot, options: options, schema: RememberedFacts()) }
    var observations = Observations()
    observations.time = executor.now / 1_000
    for source in graph.secretSources {
      observations.secretDigests[source] = Digest.keyed(secrets.text(for: source), key: Self.secretKey)
    }
    // Whether a question is lost on its way is not what is simulated: nothing was begun then.
    for lookup in graph.lookupsToRead(snapshot, isRefreshing: false) {
      observations.lookups[lookup.key] = try? await cloud.lookUp(lookup.query)
    }
    if let observer {
      let observed = await observer.observe(snapshot, adopting: graph, isRefreshing: true)
      observations.reads = observed.observations.reads
      observations.baselines = observed.observations.baselines
      // Whether to make anew what somebody scheduled for deletion is the user's decision; here it is always yes.
      let scheduled = Set(observed.failures.filter { $0.code == "deletion-scheduled" }.compactMap(\.address))
      for record in snapshot.records.values where record.status == .current && scheduled.contains(record.address) {
        observations.reads[record.instance] = .missing
      }
      observations.adoptions = observed.observations.adoptions
    }
    func make() -> Plan { Plan.make(from: snapshot, to: graph, observations: observations, options: options, schema: RememberedFacts()) }
    guard let firstPlans, observer == nil, snapshot.serial == 0, snapshot.isEmpty else { return make() }
    return firstPlans.plan(observations, make)
  }

  /// Remembers the objects that a plan gives up on purpose.
  private func noteReleased(_ plan: Plan, _ snapshot: StateSnapshot) {
    let names = plan.steps.filter { $0.operation == .forget }.compactMap { step -> ObjectName? in
      guard let record = snapshot.records[step.instance], record.lifecycle.isRetained else { return nil }
      return ObjectName(record)
    }
    guard !names.isEmpty else { return }
    state.withLock { state in state.releasedObjects.formUnion(names) }
  }

  // MARK: Other people

  /// Changes or deletes one of our objects behind our back.
  private func apply(_ change: ForeignChange, _ snapshot: StateSnapshot) async {
    let records = snapshot.records.values.filter { $0.status == .current && $0.identifier != nil }.sorted { $0.address < $1.address }
    guard !records.isEmpty else { return }
    switch change {
    case .delete(let number):
      let record = records[number % records.count]
      guard let name = ObjectName(record) else { return }
      let target = ObjectTarget(type: record.type, placement: record.placement, route: record.route, identifier: name.identifier)
      let before = Set(objectNames)
      _ = try? await cloud.delete(DeleteRequest(target: target, properties: [:], token: nil, liftsProtection: true))
      // Time enough for a deletion that goes on.
      await pass(milliseconds: 900_000)
      let gone = before.subtracting(objectNames)
      state.withLock { state in state.takenObjects.formUnion(gone) }
    case .change(let number):
      let record = records[number % records.count]
      guard let name = ObjectName(record) else { return }
      let target = ObjectTarget(type: record.type, placement: record.placement, route: record.route, identifier: name.identifier)
      guard let property = Self.changeable[record.type] else { return }
      // People are slower than reads lag: what changes within seconds of our own write is taken for the service's doing.
      await pass(milliseconds: 60_000)
      try? cloud.tamper(target, with: [property.name: property.value])
    }
  }

  /// What a person might change in the console.
  private static let changeable: [String: (name: String, value: PropertyValue)] = [
    "AWS::EC2::VPC": ("EnableDnsHostnames", true), "AWS::EC2::Subnet": ("MapPublicIpOnLaunch", true),
    "AWS::KMS::Key": ("Description", "changed by hand"), "AWS::Logs::LogGroup": ("RetentionInDays", 3653),
    "AWS::SQS::Queue": ("VisibilityTimeout", 7), "AWS::SNS::Topic": ("DisplayName", "by hand"),
    "AWS::IAM::Role": ("Description", "changed by hand"), "AWS::CloudWatch::Alarm": ("Threshold", 77),
    "AWS::Events::Rule": ("ScheduleExpression", "rate(77 minutes)"), "AWS::SSM::Parameter": ("Value", "changed by hand"),
  ]

  /// The objects that stand, in the order of their creation.
  var objectNames: [ObjectName] {
    cloud.objects.filter { $0.pendingDeletionUntil == nil }.map { ObjectName($0) }
  }

  // MARK: Secrets

  var secrets: SimulatedSecrets { SimulatedSecrets(marker: state.withLock { $0.secrets.last } ?? "mArKeR") }

  /// Gives every secret a new text.
  package func rotateSecrets() {
    state.withLock { state in state.secrets.append("mArKeR" + String(state.chance.next(), radix: 36)) }
  }

  /// Looks for a secret's text in something that people or files get.
  func check(_ text: String) {
    guard holdsSecret(Array(text.utf8)) else { return }
    report(.secret, "a secret stands in clear in: \(text.prefix(200))")
  }

  private func check(_ plan: Plan) {
    guard plan.hasChanges, holdsSecret(Array(JSONWriter.text(of: plan.report).utf8)) else { return }
    report(.secret, "a secret stands in clear in a plan")
  }

  private func observe(_ event: DeploymentEvent) {
    note("event: \(event.kind)")
    switch event.kind {
    case .retrying(_, let reason, _): check(reason)
    case .ended(_, .failed(let diagnostic)): check(diagnostic.message)
    case .ended(_, .unsettled(let reason)): check(reason)
    case .note(let diagnostic): check(diagnostic.message)
    default: break
    }
  }
}

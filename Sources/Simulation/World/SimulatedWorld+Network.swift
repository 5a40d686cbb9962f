import ResourceCatalog
import StrataDeployment
import StrataModel
import Synchronization

extension SimulatedWorld {
  // MARK: Chance

  func fault(of kind: String, _ process: SimulatedProcess) -> NetworkFault? {
    state.withLock { state in
      guard process === state.process, state.weather != .calm else { return nil }
      return NetworkFault(of: kind, state.weather, &state.chance)
    }
  }

  func latency(_ fault: NetworkFault?) -> Int {
    state.withLock { state in
      let usual = state.chance.within(options.latency)
      return fault == .slow ? usual + state.chance.within(1_000...9_000) : usual
    }
  }

  // MARK: Requests

  /// Says that a call leaves its process; answers its number.
  func noteSent(_ call: NetworkCall, at time: Int, _ process: SimulatedProcess) -> Int {
    let (number, isCovered) = state.withLock { state in
      state.calls += 1
      state.sent[state.calls] = (call, time)
      guard process === state.process, let permission = state.permission else { return (state.calls, true) }
      return (state.calls, permission.covers(call))
    }
    if !isCovered { report(.unplannedCall, "'\(call.kind) \(call.type) \(call.subject)' was sent, and nothing planned it") }
    return number
  }

  /// Says that a call is on its way no longer.
  func noteArrived(_ number: Int) { state.withLock { $0.sent[number] = nil } }

  /// Decides the fate of the requests that were on their way when an image of the world was taken.
  func leaveAllBehind() {
    let sent = state.withLock { state in
      defer { state.sent = [:] }
      return state.sent.sorted { $0.key < $1.key }
    }
    for request in sent { leaveBehind(request.value.call, sentAt: request.value.at) }
  }

  /// Carries a call out.
  func execute(_ call: NetworkCall) async -> Result<OperationProgress, ProviderError> {
    let result = await call.deliver(to: cloud)
    state.withLock { state in
      if call.isPoll || call.isCreate, case .success(let progress) = result, case .inProgress(let pending) = progress {
        state.underWay[pending.waitToken] = progress
      }
      if case .delete(let request) = call.request, case .success = result { state.endingObjects.insert(ObjectName(request.target)) }
      guard case .success = result, let identifier = result.identifier ?? call.changedIdentifier else { return }
      let name = ObjectName(type: call.type, region: call.placement.region, identifier: identifier)
      for field in call.writeOnlyValues.fields { state.written[name, default: [:]][field.key] = field.value }
    }
    return result
  }

  /// What a poll was answered a moment ago.
  func staleAnswer(to call: NetworkCall) -> OperationProgress? {
    guard call.isPoll, case .inProgress(var pending)? = state.withLock({ $0.underWay[call.subject] }) else { return nil }
    pending.pollAfter = max(500, pending.pollAfter)
    return .inProgress(pending)
  }

  /// Decides the fate of a request whose sender died while it was on its way.
  func leaveBehind(_ call: NetworkCall, sentAt: Int) {
    let fate = state.withLock { $0.chance.below(3) }
    if fate == 0 || call.isPoll { return }
    leave(call, at: fate == 1 || options.callLifetime == 0 ? executor.now : lateTime(sentAt))
  }

  /// Lets a request arrive after its sender was told that nobody knows.
  func leaveLate(_ call: NetworkCall, sentAt: Int) {
    guard options.callLifetime > 0 else { return }
    leave(call, at: lateTime(sentAt))
  }

  private func lateTime(_ sentAt: Int) -> Int {
    let end = sentAt + options.callLifetime * 1_000
    let now = executor.now
    return state.withLock { state in now + state.chance.below(max(1, end - now)) }
  }

  /// Brings a request to the service at a time of its own.
  private func leave(_ call: NetworkCall, at time: Int) {
    let task = Task(executorPreference: executor) {
      await self.executor.sleep(milliseconds: time - self.executor.now, owner: 0)
      let result = await self.execute(call)
      self.trace("late " + call.kind, call.type, call.subject, result)
    }
    state.withLock { $0.late.append(task) }
  }

  /// Waits until no request is on its way any more.
  func endLateRequests() async {
    let late = state.withLock { state in
      defer { state.late = [] }
      return state.late
    }
    for task in late { await task.value }
  }

  /// Lets time pass, with all that happens in it.
  func pass(milliseconds: Int) async { await executor.sleep(milliseconds: milliseconds, owner: 0) }

  // MARK: Trace

  func trace<Answer>(_ kind: String, _ type: String, _ subject: String, _ result: Result<Answer, ProviderError>) {
    note("\(kind) \(type) \(subject): \(result)")
    let now = executor.now
    state.withLock { state in
      state.trace.add(now)
      state.trace.add(kind)
      state.trace.add(type)
      state.trace.add(subject)
      if case .failure(let error) = result { state.trace.add(error.code.rawValue) }
    }
  }
}

extension NetworkCall {
  /// The object that an update changes.
  fileprivate var changedIdentifier: String? {
    if case .update(let request) = request { request.target.identifier } else { nil }
  }

  /// The values that the service takes and never shows.
  fileprivate var writeOnlyValues: PropertyObject {
    let properties: PropertyObject
    var changed: Set<String>?
    switch request {
    case .create(let request): properties = request.properties
    case .update(let request):
      properties = request.properties
      if !request.changedPaths.isEmpty { changed = Set(request.changedPaths.compactMap(\.property)) }
    case .delete, .poll: return [:]
    }
    guard let paths = ResourceCatalog.aws.type(type)?.writeOnlyPaths else { return [:] }
    var result = PropertyObject()
    for path in paths {
      let name = String(path)
      guard changed?.contains(name) ?? true, let value = properties[name] else { continue }
      result[name] = value
    }
    return result
  }
}

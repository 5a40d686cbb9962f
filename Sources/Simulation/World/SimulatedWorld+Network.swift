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

  /// Says that a call leaves its process.
  func noteSent(_ call: NetworkCall, _ process: SimulatedProcess) {
    let isCovered = state.withLock { state in
      guard process === state.process, let permission = state.permission else { return true }
      return permission.covers(call)
    }
    if !isCovered { report(.unplannedCall, "'\(call.kind) \(call.type) \(call.subject)' was sent, and nothing planned it") }
  }

  /// Carries a call out.
  func execute(_ call: NetworkCall) async -> Result<OperationProgress, ProviderError> {
    let result = await call.deliver(to: cloud)
    state.withLock { state in
      if call.isPoll || call.isCreate, case .success(let progress) = result, case .inProgress(let pending) = progress {
        state.underWay[pending.waitToken] = progress
      }
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

  private func leave(_ call: NetworkCall, at time: Int) {
    state.withLock { state in
      state.lateNumber += 1
      state.late.append(LateRequest(call: call, time: time, number: state.lateNumber))
    }
  }

  /// Carries out the requests whose time has come; all of them when `end` is set.
  func deliverLateRequests(end: Bool = false) async {
    let now = executor.now
    let due = state.withLock { state -> [LateRequest] in
      guard !state.late.isEmpty else { return [] }
      let due = state.late.filter { end || $0.time <= now }
      state.late.removeAll { end || $0.time <= now }
      return due.sorted { ($0.time, $0.number) < ($1.time, $1.number) }
    }
    for request in due {
      let result = await execute(request.call)
      trace("late " + request.call.kind, request.call.type, request.call.subject, result)
    }
  }

  /// When the last request that is on its way arrives; `nil` when none is.
  var lastArrival: Int? { state.withLock { $0.late.map(\.time).max() } }

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

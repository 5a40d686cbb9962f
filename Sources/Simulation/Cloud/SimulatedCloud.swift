import StrataDeployment
import StrataEmbeddedCloud
import StrataModel

/// The embedded cloud as one simulated process reaches it: over a network that delays, loses, repeats and brings late, and with points at
/// which the process can die.
struct SimulatedCloud: Provider {
  let world: SimulatedWorld
  let process: SimulatedProcess
  let clock: SimulatedClock

  private var cloud: EmbeddedCloud { world.cloud }

  var name: String { "simulated" }

  /// A request that left can be carried out although its sender has died.
  var callLifetime: Int { world.options.callLifetime }

  func settleTime(of type: String) -> Int? { cloud.settleTime(of: type) }

  func route(for type: String, in placement: Placement) -> ResourceRecord.Route? { cloud.route(for: type, in: placement) }

  func authenticate(in placement: Placement) async throws(ProviderError) -> String { try await cloud.authenticate(in: placement) }

  func create(_ request: CreateRequest) async throws(ProviderError) -> OperationProgress {
    try await perform(NetworkCall(.create(request)))
  }

  func update(_ request: UpdateRequest) async throws(ProviderError) -> OperationProgress {
    try await perform(NetworkCall(.update(request)))
  }

  func delete(_ request: DeleteRequest) async throws(ProviderError) -> OperationProgress {
    try await perform(NetworkCall(.delete(request)))
  }

  func poll(_ request: PollRequest) async throws(ProviderError) -> OperationProgress {
    try await perform(NetworkCall(.poll(request)))
  }

  func read(_ target: ObjectTarget) async throws(ProviderError) -> ObjectDescription {
    try await ask("read", target.type, target.identifier) { () async throws(ProviderError) in try await cloud.read(target) }
  }

  func find(_ query: ObjectQuery) async throws(ProviderError) -> [ObjectDescription] {
    try await ask("find", query.type, "") { () async throws(ProviderError) in try await cloud.find(query) }
  }

  /// Half of the types do, so that both ways are simulated.
  func showsProgress(of target: ObjectTarget) -> Bool { target.type.utf8.count % 2 == 0 && cloud.showsProgress(of: target) }

  func isInProgress(_ target: ObjectTarget) async throws(ProviderError) -> Bool {
    try await ask("isInProgress", target.type, target.identifier) { () async throws(ProviderError) in try await cloud.isInProgress(target) }
  }

  func offers(_ request: ServiceRequest) -> Bool { cloud.offers(request) }

  func lookUp(_ query: LookupQuery) async throws(ProviderError) -> PropertyValue {
    try await ask("lookUp", query.summary, "") { () async throws(ProviderError) in try await cloud.lookUp(query) }
  }

  // MARK: How calls go

  private static let died = ProviderError(.cancelled, "The process has died")

  /// A question: it changes nothing, so nothing of it can come late or twice.
  private func ask<Answer>(
    _ kind: String, _ type: String, _ subject: String, _ body: () async throws(ProviderError) -> Answer
  ) async throws(ProviderError) -> Answer {
    try pass(.before, kind, type, subject)
    let fault = world.fault(of: kind, process)
    await clock.sleep(milliseconds: world.latency(fault))
    if process.isDead { throw Self.died }
    if let refusal = fault?.refusal { throw refusal }
    let result = await attempt(body)
    try pass(.after, kind, type, subject)
    await clock.sleep(milliseconds: world.latency(nil))
    if process.isDead { throw Self.died }
    world.trace(kind, type, subject, result)
    try pass(.answered, kind, type, subject)
    if fault?.losesAnswer == true { throw NetworkFault.unknown }
    return try result.get()
  }

  /// Passes a point of a call; throws when the process died there.
  private func pass(
    _ side: CrashPoint.Side, _ kind: String, _ type: String, _ subject: String, tag: String? = nil
  ) throws(ProviderError) {
    if process.isDead { throw Self.died }
    _ = world.point(side, .call(kind), type, subject, tag: tag, process)
    if process.isDead { throw Self.died }
  }

  private func perform(_ call: NetworkCall) async throws(ProviderError) -> OperationProgress {
    try pass(.before, call)
    let fault = world.fault(of: call.kind, process)
    let sentAt = clock.now()
    let number = world.noteSent(call, at: sentAt, process)
    await clock.sleep(milliseconds: world.latency(fault))
    world.noteArrived(number)
    if process.isDead {
      // The request is on its way, or was lost with its sender.
      world.leaveBehind(call, sentAt: sentAt)
      throw Self.died
    }
    if let refusal = fault?.refusal {
      world.trace(call.kind, call.type, call.subject, Result<OperationProgress, ProviderError>.failure(refusal))
      throw refusal
    }
    if fault == .lateRequest || fault == .lostRequest {
      if fault == .lateRequest, call.isCreate { world.leaveLate(call, sentAt: sentAt) }
      await clock.sleep(milliseconds: world.latency(nil))
      if process.isDead { throw Self.died }
      throw NetworkFault.unknown
    }
    var result = await world.execute(call)
    if fault == .duplicated, call.mayBeRepeatedByTransport { result = await world.execute(call) }
    if fault == .stalePoll, let answer = world.staleAnswer(to: call) { result = .success(answer) }
    try pass(.after, call)
    await clock.sleep(milliseconds: world.latency(nil))
    if process.isDead { throw Self.died }
    world.trace(call.kind, call.type, call.subject, result)
    try pass(.answered, call)
    if fault?.losesAnswer == true { throw NetworkFault.unknown }
    if fault == .partialCreate, call.isCreate, let identifier = result.identifier {
      throw ProviderError(
        .serviceFailure, execution: .executed, "The object was made, but a later step of its creation failed", identifier: identifier)
    }
    return try result.get()
  }

  private func pass(_ side: CrashPoint.Side, _ call: NetworkCall) throws(ProviderError) {
    try pass(side, call.kind, call.type, call.subject, tag: call.tag)
  }

  private func attempt<Answer>(_ body: () async throws(ProviderError) -> Answer) async -> Result<Answer, ProviderError> {
    do { return .success(try await body()) } catch { return .failure(error) }
  }
}

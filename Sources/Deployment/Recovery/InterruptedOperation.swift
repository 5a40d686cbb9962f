import ResourceCatalog
import StrataModel

/// Finds out what became of an operation whose outcome is not known: by its token, or by what its class of API leaves to be read.
///
/// It creates nothing but by repeating a call with the same token and bytes inside the token's window, and deletes nothing. Absence is believed
/// only after two negative answers from an authoritative read, the second one after the call's last moment and the time that the class takes to
/// settle; an index that lags proves nothing.
struct InterruptedOperation: Sendable {
  let provider: any Provider
  let clock: any DeploymentClock
  let schema: any SchemaFacts
  let identityTags: IdentityTags?
  let lineage: String

  /// - Parameters:
  ///   - revealed: the exact properties that were sent, with secrets in place; `nil` when a secret is not what it was.
  ///   - wasPerhapsExecuted: whether a call has an unknown outcome, rather than being refused because the object is there already.
  func resolve(_ open: OpenIntent, revealed: PropertyObject?, wasPerhapsExecuted: Bool = true) async -> Verdict {
    do throws(ProviderError) {
      if open.intent.isAction { return try await resolveAction(open) }
      switch open.intent.operation {
      case .create: return try await resolveCreate(open, revealed, wasPerhapsExecuted)
      case .update: return try await resolveUpdate(open)
      case .delete: return try await resolveDelete(open)
      }
    } catch {
      return .undecided(evidence: "The service could not be asked: \(error.message)")
    }
  }

  // MARK: Actions

  /// A call that may be repeated needs no certainty: where the proof does not show that a new action was run, the next plan runs it.
  private func resolveAction(_ open: OpenIntent) async throws(ProviderError) -> Verdict {
    let intent = open.intent
    let identifier = intent.identifier ?? open.accepted?.identifier ?? intent.instance.text
    switch intent.operation {
    case .update:
      // The effect of the former call may satisfy the proof of this one.
      return .mixed(ObjectDescription(identifier: identifier, properties: [:]), evidence: "An action that was interrupted is run again.")
    case .create, .delete:
      let target = ObjectTarget(
        type: intent.type, placement: intent.placement, route: intent.route, identifier: identifier, declared: [intent.request])
      let found = try await read(target)
      if intent.operation == .delete {
        return found == nil ? .gone(evidence: "The proof shows that the effect is gone.") : .absent(evidence: "The effect still stands.")
      }
      return found.map { .found($0, evidence: "The proof shows the effect.") } ?? .absent(evidence: "The proof does not show the effect.")
    }
  }

  // MARK: Creates

  private func resolveCreate(
    _ open: OpenIntent, _ revealed: PropertyObject?, _ wasPerhapsExecuted: Bool
  ) async throws(ProviderError) -> Verdict {
    let intent = open.intent
    if let token = open.accepted?.waitToken, let verdict = try await poll(intent, token) { return verdict }
    if let identifier = open.accepted?.identifier, let verdict = try await readAccepted(open, identifier) { return verdict }
    let behavior = schema.type(intent.type).behavior
    let apiClass = APIClass(rawValue: intent.apiClass) ?? behavior.apiClass
    if let token = intent.token, apiClass != .refusedToken || intent.route == .cloudControl, let revealed,
      let verdict = try await replay(open, token, revealed, behavior)
    {
      return verdict
    }
    return try await search(open, apiClass, behavior, wasPerhapsExecuted)
  }

  /// Asks how an accepted operation goes; `nil` when its token is not known any more.
  private func poll(_ intent: Intent, _ token: String) async throws(ProviderError) -> Verdict? {
    let request = PollRequest(
      operation: intent.operation, type: intent.type, placement: intent.placement, route: intent.route, waitToken: token)
    do throws(ProviderError) {
      let progress = try await persistently { () async throws(ProviderError) in try await provider.poll(request) }
      switch progress {
      case .done(let description): return .found(description, evidence: "The operation ended as asked.")
      case .gone: return .gone(evidence: "The operation ended, and the object is gone.")
      case .inProgress(let pending): return .pending(pending)
      }
    } catch {
      // What an update or a delete left behind, and whose object stood in the way of a create, only reading tells.
      if error.execution == .executed, error.identifier == nil, intent.operation == .create, error.code != .alreadyExists {
        return .absent(evidence: "The operation failed: \(error.message)")
      }
      if error.code == .notFound || error.code == .invalidRequest || error.execution == .executed { return nil }
      throw error
    }
  }

  private func readAccepted(_ open: OpenIntent, _ identifier: String) async throws(ProviderError) -> Verdict? {
    let target = ObjectTarget(
      type: open.intent.type, placement: open.intent.placement, route: open.intent.route, identifier: identifier,
      handle: open.accepted?.handle, declared: [open.intent.request])
    return try await read(target).map { .found($0, evidence: "The service had answered with the identifier, and the object exists.") }
  }

  /// Repeats the call with the same token and bytes, which makes nothing twice; `nil` when that decides nothing.
  private func replay(
    _ open: OpenIntent, _ token: String, _ properties: PropertyObject, _ behavior: ResourceBehavior
  ) async throws(ProviderError) -> Verdict? {
    let window = Self.window(of: open.intent.route, behavior)
    guard clock.seconds - open.at < window * 95 / 100 else { return nil }
    let request = CreateRequest(
      type: open.intent.type, placement: open.intent.placement, route: open.intent.route, properties: properties, token: token,
      instance: open.intent.instance)
    do throws(ProviderError) {
      let progress = try await persistently { () async throws(ProviderError) in try await provider.create(request) }
      switch progress {
      case .done(let description): return .found(description, evidence: "The call was repeated with its token.")
      case .inProgress(let pending): return .pending(pending)
      case .gone: return .absent(evidence: "The call was repeated with its token, which names an object that is gone.")
      }
    } catch {
      // A refusal now says nothing about the first call, unless the service remembers how that ended.
      guard error.execution == .executed, error.identifier == nil else { return nil }
      return .absent(evidence: "The call was repeated with its token, and the service remembers that it failed: \(error.message)")
    }
  }

  /// For how long a token answers, in seconds: Cloud Control keeps any type's for 36 hours.
  private static func window(of route: ResourceRecord.Route, _ behavior: ResourceBehavior) -> Int {
    if route == .cloudControl { return 36 * 3_600 }
    return behavior.tokenWindow > 0 ? behavior.tokenWindow : 3_600
  }

  // MARK: Searching

  private func search(
    _ open: OpenIntent, _ apiClass: APIClass, _ behavior: ResourceBehavior, _ wasPerhapsExecuted: Bool
  ) async throws(ProviderError) -> Verdict {
    guard apiClass != .none else {
      return .undecided(
        evidence: "\(open.intent.type) offers no token, name, key or tag by which an interrupted create could be found."
      )
    }
    let proof = clock.seconds
    let last = max(proof, open.intent.deadline) + settleTime(of: open.intent.type)
    var hasSearched = false
    for attempt in 0..<2 {
      if attempt == 1 { await clock.sleep(milliseconds: max(0, last * 1_000 - clock.now())) }
      for way in ways(open, apiClass, behavior, isLast: attempt == 1) {
        guard let answer = try await look(way, open, wasPerhapsExecuted) else { continue }
        hasSearched = true
        if let verdict = answer.verdict { return verdict }
      }
      guard hasSearched else {
        return .undecided(evidence: "The service offers no search that would find the object, and nothing names it.")
      }
    }
    return .absent(
      evidence: "Two searches found nothing, the second after the call's last moment and the time that the service takes to settle.")
  }

  private enum Way {
    case tag(IdentityTags, allowsIndex: Bool)
    case identity(IdentityQuery)
    case callerReference(String)
  }

  private struct Answer {
    /// What was found; `nil` for nothing.
    var verdict: Verdict?
  }

  private func ways(_ open: OpenIntent, _ apiClass: APIClass, _ behavior: ResourceBehavior, isLast: Bool) -> [Way] {
    let intent = open.intent
    var ways: [Way] = []
    let isTagged = identityTags.map { $0.instanceTag(of: intent.request, type: intent.type) != nil } ?? false
    if isTagged, let identityTags { ways.append(.tag(identityTags, allowsIndex: !isLast)) }
    if apiClass == .refusedToken, intent.route != .cloudControl, let token = intent.token { ways.append(.callerReference(token)) }
    let query = IdentityQuery(
      type: intent.type, placement: intent.placement, route: intent.route, properties: intent.request, behavior: behavior,
      instance: intent.instance)
    if let query { ways.append(.identity(query)) }
    if apiClass == .singleton, query == nil {
      ways.append(.identity(.find(ObjectQuery(type: intent.type, placement: intent.placement, route: intent.route, filter: .all))))
    }
    return ways
  }

  /// Looks in one way; `nil` when the service does not offer it.
  private func look(_ way: Way, _ open: OpenIntent, _ wasPerhapsExecuted: Bool) async throws(ProviderError) -> Answer? {
    let intent = open.intent
    do throws(ProviderError) {
      switch way {
      case .tag(let tags, let allowsIndex):
        let value = intent.instance.identityTag(lineage: lineage)
        let query = ObjectQuery(
          type: intent.type, placement: intent.placement, route: intent.route, filter: .tag(key: tags.instanceKey, value: value),
          allowsIndex: allowsIndex)
        let found = try await persistently { () async throws(ProviderError) in try await provider.find(query) }
        return Answer(verdict: found.first.map { ours($0, intent, "The object bears the tag \(tags.instanceKey) = \(value).") })
      case .callerReference(let token):
        let query = ObjectQuery(
          type: intent.type, placement: intent.placement, route: intent.route, filter: .callerReference(token))
        let found = try await persistently { () async throws(ProviderError) in try await provider.find(query) }
        return Answer(verdict: found.first.map { ours($0, intent, "The object bears the caller reference \(token).") })
      case .identity(let query):
        let found = try await persistently { () async throws(ProviderError) in try await query.first(in: provider) }
        return Answer(verdict: found.map { judge($0, open, wasPerhapsExecuted) })
      }
    } catch {
      if error.code == .unsupported { return nil }
      throw error
    }
  }

  /// The verdict on an object that is proven to be ours: made as asked, or interrupted between the calls that make it.
  private func ours(_ found: ObjectDescription, _ intent: Intent, _ evidence: String) -> Verdict {
    matches(found, intent) ? .found(found, evidence: evidence) : .mixed(found, evidence: evidence + " It is not yet all that was sent.")
  }

  /// Whether an object that stands under our name or key is ours.
  private func judge(_ found: ObjectDescription, _ open: OpenIntent, _ wasPerhapsExecuted: Bool) -> Verdict {
    let intent = open.intent
    if let identityTags, let tag = identityTags.instanceTag(of: found.properties, type: intent.type) {
      let own = intent.instance.identityTag(lineage: lineage)
      if tag == own { return ours(found, intent, "The object bears the tag \(identityTags.instanceKey) = \(own).") }
      return .foreign(found, evidence: "The object '\(found.identifier)' bears the tag of another resource: \(tag).")
    }
    if bearsSuffix(found, intent) {
      return ours(found, intent, "The object's name ends in \(intent.instance.nameSuffix), which only this resource's does.")
    }
    let wasAbsent = intent.precheckedAbsent == true
    if wasAbsent || Self.isKeyedByParent(intent, schema), matches(found, intent) {
      return .found(
        found, evidence: "Nothing stood under the name or key before the call, and what stands there now equals what was sent.")
    }
    if wasAbsent, wasPerhapsExecuted {
      return .mixed(
        found,
        evidence:
          "Nothing stood under the name or key before the call, of which no answer came; what stands there now is not all that was sent."
      )
    }
    return .foreign(
      found, evidence: "The object '\(found.identifier)' stands under the same name or key, and nothing proves it to be ours.")
  }

  /// Content that is unique in a parent needs no further proof when it is equal: whoever owns the parent made it.
  private static func isKeyedByParent(_ intent: Intent, _ schema: any SchemaFacts) -> Bool {
    intent.apiClass == APIClass.uniqueContent.rawValue && schema.type(intent.type).behavior.needsPrecheck == false
  }

  private func bearsSuffix(_ found: ObjectDescription, _ intent: Intent) -> Bool {
    let suffix = intent.instance.nameSuffix
    let behavior = schema.type(intent.type).behavior
    if let property = behavior.instanceName, found.properties[property]?.stringValue == intent.instance.name { return true }
    guard let property = behavior.generatedName?.property else { return false }
    for value in [found.properties[property], intent.request[property]] {
      guard let name = value?.stringValue, name.hasSuffix(suffix) || name.contains("-\(suffix).") else { return false }
    }
    return true
  }

  /// Whether all that was sent and can be read is there.
  private func matches(_ found: ObjectDescription, _ intent: Intent) -> Bool {
    PropertyMatching(schema, intent.type).matches(found.properties, intent.request, among: intent.request.keys)
  }

  // MARK: Updates and deletes

  private func resolveUpdate(_ open: OpenIntent) async throws(ProviderError) -> Verdict {
    let intent = open.intent
    if let token = open.accepted?.waitToken, let verdict = try await poll(intent, token), case .found = verdict { return verdict }
    if let token = open.accepted?.waitToken, case .pending(let pending)? = try await poll(intent, token) { return .pending(pending) }
    guard let target = ObjectTarget(open.intent) else { return .undecided(evidence: "The object's identifier is not known.") }
    let matching = PropertyMatching(schema, intent.type)
    let changed = changedProperties(of: intent)
    var found = try await read(target)
    let fresh = open.at + provider.readLag(of: intent.type)
    if clock.seconds <= fresh, let seen = found, matching.matches(seen.properties, intent.request, among: changed) {
      // The read may be older than the write before this update, and show what stood before that: just what a way back asks for.
      await clock.sleep(milliseconds: (fresh + 1) * 1_000 - clock.now())
      found = try await read(target)
    }
    if found.map({ !matching.matches($0.properties, intent.request, among: changed) }) ?? true {
      // A request that its sender left behind may still arrive, and a read right after a write may show what was before.
      let settled = max(clock.seconds, intent.deadline) + provider.readLag(of: intent.type)
      await clock.sleep(milliseconds: max(0, settled * 1_000 - clock.now()))
      found = try await read(target)
    }
    guard let found else { return .gone(evidence: "The object does not exist any more.") }
    if matching.matches(found.properties, intent.request, among: changed) {
      guard changesWhatIsHidden(intent, changed) else { return .found(found, evidence: "The object is what the update asked for.") }
      return .mixed(found, evidence: "What can be read is what the update asked for; a value that no read shows may be the old one.")
    }
    if matching.matches(found.properties, intent.previous ?? [:], among: changed) {
      return .absent(evidence: "The object is as it was before the update.")
    }
    return .mixed(found, evidence: "The object is neither what it was nor what the update asked for.")
  }

  private func changedProperties(of intent: Intent) -> [String] {
    let previous = intent.previous ?? [:]
    return Set(intent.request.keys).union(previous.keys).filter { intent.request[$0] != previous[$0] }.sorted()
  }

  /// Whether an update may have changed what no read shows: a secret, whose marker is the same for another text, or a write-only property.
  private func changesWhatIsHidden(_ intent: Intent, _ changed: [String]) -> Bool {
    if !intent.secrets.isEmpty { return true }
    let shape = schema.library()[intent.type].shape
    return changed.contains { shape.child($0).facts.isWriteOnly }
  }

  private func resolveDelete(_ open: OpenIntent) async throws(ProviderError) -> Verdict {
    if let token = open.accepted?.waitToken, let verdict = try await poll(open.intent, token) {
      if case .found(let description, _) = verdict, description.pendingDeletionUntil == nil {
        return .gone(evidence: "The operation ended as asked.")
      }
      return verdict
    }
    guard let target = ObjectTarget(open.intent) else { return .undecided(evidence: "The object's identifier is not known.") }
    var found = try await read(target)
    if let standing = found, standing.pendingDeletionUntil == nil {
      // A request that its sender left behind may still arrive.
      await clock.sleep(milliseconds: max(0, open.intent.deadline * 1_000 - clock.now()))
      found = try await outlasting(open, target)
    }
    guard let found else { return .gone(evidence: "The object does not exist any more.") }
    if found.pendingDeletionUntil != nil { return .found(found, evidence: "The service has scheduled the deletion.") }
    if Task.isCancelled { return .undecided(evidence: "The object still exists, and its deletion may go on.") }
    return .absent(evidence: "The object still exists; the next plan deletes it.")
  }

  /// The object if no deletion of it goes on.
  ///
  /// A read shows an object until its deletion is over. Whoever took it for standing would keep a record of what is about to go, where the next
  /// plan wants it back. So it has to stand for longer than its deletion would have taken, unless the service says that nothing goes on.
  private func outlasting(_ open: OpenIntent, _ target: ObjectTarget) async throws(ProviderError) -> ObjectDescription? {
    let end = endOfDelete(open)
    let shown = provider.showsProgress(of: target) ? endOfSilence(after: open) : .max
    let pause = max(1_000, schema.type(open.intent.type).behavior.deleteEstimate / 10)
    while true {
      let found = try await read(target)
      guard let standing = found, standing.pendingDeletionUntil == nil, clock.now() < end, !Task.isCancelled else { return found }
      if clock.now() >= shown {
        guard let goesOn = try await isInProgress(target) else { return nil }
        if !goesOn { return found }
      }
      let next = clock.now() < shown ? min(shown, end) : end
      await clock.sleep(milliseconds: min(pause, next - clock.now()))
    }
  }

  /// When it is certain whether a delete was sent, in milliseconds since 1970, provided that the service does not have one under way.
  func certainty(ofDelete open: OpenIntent) -> Int {
    guard let target = ObjectTarget(open.intent), provider.showsProgress(of: target) else { return endOfDelete(open) }
    return min(endOfSilence(after: open), endOfDelete(open))
  }

  /// When a delete that was sent would have ended for certain.
  private func endOfDelete(_ open: OpenIntent) -> Int {
    let usual = schema.type(open.intent.type).behavior.deleteEstimate
    return open.intent.deadline * 1_000 + usual + usual / 2
  }

  /// When no request can arrive any more, and reads show what the last one did.
  private func endOfSilence(after open: OpenIntent) -> Int {
    (open.intent.deadline + provider.readLag(of: open.intent.type)) * 1_000
  }

  // MARK: Reading

  private func settleTime(of type: String) -> Int { provider.settleTime(of: type) ?? schema.type(type).behavior.settleTime }

  private func read(_ target: ObjectTarget) async throws(ProviderError) -> ObjectDescription? {
    try await unlessAbsent { () async throws(ProviderError) in try await provider.read(target) }
  }

  /// Whether an operation on an object goes on; `nil` when there is no such object any more.
  private func isInProgress(_ target: ObjectTarget) async throws(ProviderError) -> Bool? {
    try await unlessAbsent { () async throws(ProviderError) in try await provider.isInProgress(target) }
  }

  /// What a question about an object is answered; `nil` when there is no such object.
  private func unlessAbsent<Value>(_ call: () async throws(ProviderError) -> Value) async throws(ProviderError) -> Value? {
    do throws(ProviderError) { return try await persistently(call) } catch {
      if error.code == .notFound { return nil }
      throw error
    }
  }

  /// Repeats a call that may be repeated while the service is busy or out of reach, for about a minute.
  private func persistently<Value>(_ call: () async throws(ProviderError) -> Value) async throws(ProviderError) -> Value {
    var retry = 0
    while true {
      do throws(ProviderError) { return try await call() } catch {
        let passes = [.throttled, .network, .serviceFailure, .notYetConsistent].contains(error.code) && error.execution != .executed
        guard passes, retry < 40, !Task.isCancelled else { throw error }
        await clock.sleep(milliseconds: error.retryAfter ?? RetryPolicy.denseDelay(retry))
        retry += 1
      }
    }
  }
}

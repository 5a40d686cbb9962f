import ResourceCatalog
import StrataDeployment
import StrataModel
import Synchronization

/// A small cloud that is as unhelpful as AWS: each type follows its class of API, and each call can be made to go wrong.
///
/// No token where the API has none, tokens that expire and mismatch, names that are taken, upserts that overwrite, no search by tag where
/// tags are not given at creation. Not a model of any service: only of what matters for recovery.
final class ScriptedCloud: Provider {
  struct Object: Hashable {
    var type: String
    var identifier: String
    var properties: PropertyObject
    var token: String?
    var createdAt: Int
    var readyAt: Int
    var pendingDeletionUntil: Int?
  }

  enum Kind: String, Hashable { case create, read, update, delete, poll, find }

  struct Call: Hashable, CustomStringConvertible {
    var number: Int
    var kind: Kind
    var type: String
    /// The address that the request's tag names, or the identifier.
    var subject: String
    var token: String?
    var description: String { "\(kind.rawValue) \(subject)" }
  }

  enum Fault {
    /// The call is refused and not executed.
    case refuse(ProviderError)
    /// The call is executed and its answer lost.
    case loseAnswer
    /// The call is lost on its way, and nobody knows.
    case loseRequest
    /// Something happens before the call is executed, or after.
    case before(@Sendable () -> Void)
    case after(@Sendable () -> Void)
    /// The call takes its time.
    case slow(Int)
  }

  private struct State {
    var objects: [String: Object] = [:]
    var number = 0
    var calls: [Call] = []
    var fault: @Sendable (Call) -> Fault? = { _ in nil }
    var delays: [String: Int] = [:]
    var deletePlacements: [Placement] = []
    var showsProgress: (@Sendable () -> Bool)?
    var inFlight = 0
    var mostInFlight = 0
  }

  private let state = Mutex(State())
  private let clock: any DeploymentClock
  let lifetime: Int
  let settle: Int?
  private let lacks = Mutex<Set<Shortcoming>>([])

  init(_ clock: any DeploymentClock, callLifetime: Int = 60, settle: Int? = nil) {
    self.clock = clock
    lifetime = callLifetime
    self.settle = settle
  }

  var name: String { "scripted" }
  var callLifetime: Int { lifetime }
  func settleTime(of type: String) -> Int? { settle }
  func shortcomings(of type: String) -> Set<Shortcoming> { lacks.withLock { $0 } }

  // MARK: What tests see and set

  var objects: [Object] { state.withLock { $0.objects.values.sorted { $0.identifier < $1.identifier } } }
  var calls: [Call] { state.withLock { $0.calls } }
  var mutations: [Call] { calls.filter { [.create, .update, .delete].contains($0.kind) } }
  /// Where and as whom each delete was asked for.
  var deletePlacements: [Placement] { state.withLock { $0.deletePlacements } }
  var mostInFlight: Int { state.withLock { $0.mostInFlight } }
  /// Makes it an emulator that does not do what the API promises.
  func lack(_ shortcomings: Set<Shortcoming>) { lacks.withLock { $0 = shortcomings } }
  func clearCalls() { state.withLock { $0.calls = [] } }
  func onCall(_ fault: @escaping @Sendable (Call) -> Fault?) { state.withLock { $0.fault = fault } }
  func delay(_ type: String, _ milliseconds: Int) { state.withLock { $0.delays[type] = milliseconds } }
  /// Lets it tell whether operations go on.
  func showProgress(_ isInProgress: @escaping @Sendable () -> Bool) { state.withLock { $0.showsProgress = isInProgress } }
  func change(_ identifier: String, _ body: @Sendable (inout PropertyObject) -> Void) {
    state.withLock { state in
      guard let key = state.objects.first(where: { $0.value.identifier == identifier })?.key, var object = state.objects[key] else {
        return
      }
      body(&object.properties)
      state.objects[key] = object
    }
  }
  func add(_ type: String, _ identifier: String, _ properties: PropertyObject) {
    state.withLock {
      $0.objects["\(type) \(identifier)"] = Object(
        type: type, identifier: identifier, properties: properties, createdAt: 0, readyAt: 0)
    }
  }
  func remove(_ identifier: String) {
    state.withLock { state in state.objects = state.objects.filter { $0.value.identifier != identifier } }
  }

  // MARK: Provider

  func route(for type: String, in placement: Placement) -> ResourceRecord.Route? {
    ResourceCatalog.aws.type(type) == nil ? nil : .embedded
  }

  func authenticate(in placement: Placement) async throws(ProviderError) -> String { "arn:aws:sts::\(placement.account):assumed-role/t/t" }

  func showsProgress(of target: ObjectTarget) -> Bool { state.withLock { $0.showsProgress != nil } }

  func isInProgress(_ target: ObjectTarget) async throws(ProviderError) -> Bool {
    guard state.withLock({ $0.objects["\(target.type) \(target.identifier)"] }) != nil else { throw Self.notFound(target.identifier) }
    return state.withLock { $0.showsProgress }?() ?? true
  }

  func create(_ request: CreateRequest) async throws(ProviderError) -> OperationProgress {
    let lacks = lacks.withLock { $0 }
    return try await perform(.create, request.type, Self.address(request.properties), request.token) { state, now throws(ProviderError) in
      var request = request
      // A caller reference is part of the object, which lists show also where nobody looks at it.
      if lacks.contains(.ignoresTokens), request.type != "AWS::Route53::HostedZone" { request.token = nil }
      if lacks.contains(.forgetsTags) { request.properties["Tags"] = nil }
      return try Self.create(&state, request, now)
    }
  }

  func read(_ target: ObjectTarget) async throws(ProviderError) -> ObjectDescription {
    try await perform(.read, target.type, target.identifier, nil) { state, now throws(ProviderError) in
      guard let object = state.objects["\(target.type) \(target.identifier)"] else { throw Self.notFound(target.identifier) }
      return Self.describe(object)
    }
  }

  private static func tags(of present: PropertyObject, from previous: PropertyObject, to wanted: PropertyObject) -> PropertyValue? {
    guard case .array(let new)? = wanted["Tags"] else { return wanted["Tags"] ?? present["Tags"] }
    let old = previous["Tags"]?.arrayValue ?? []
    let keys = Set((new.filter { !old.contains($0) } + old.filter { !new.contains($0) }).map { $0["Key"] })
    return .array((present["Tags"]?.arrayValue ?? []).filter { !keys.contains($0["Key"]) } + new.filter { !old.contains($0) })
  }

  func update(_ request: UpdateRequest) async throws(ProviderError) -> OperationProgress {
    try await perform(.update, request.target.type, request.target.identifier, request.token) { state, now throws(ProviderError) in
      let key = "\(request.target.type) \(request.target.identifier)"
      guard var object = state.objects[key] else { throw Self.notFound(request.target.identifier) }
      // Like a service's handler, it looks at nothing but what is said to differ, and at tags that differ from those of before.
      for name in Set(request.changedPaths.compactMap(\.property)).subtracting(["Tags"]) {
        object.properties[name] = request.properties[name]
      }
      object.properties["Tags"] = Self.tags(of: object.properties, from: request.previous, to: request.properties)
      state.objects[key] = object
      return .done(Self.describe(object))
    }
  }

  func delete(_ request: DeleteRequest) async throws(ProviderError) -> OperationProgress {
    try await perform(.delete, request.target.type, request.target.identifier, nil) { state, now throws(ProviderError) in
      state.deletePlacements.append(request.target.placement)
      let key = "\(request.target.type) \(request.target.identifier)"
      guard var object = state.objects[key] else { throw Self.notFound(request.target.identifier) }
      if request.target.type == "AWS::KMS::Key" {
        object.pendingDeletionUntil = now / 1_000 + 30 * 86_400
        state.objects[key] = object
        return .done(Self.describe(object))
      }
      let used = state.objects.values.first { other in
        other.identifier != object.identifier && other.properties.fields.contains { $0.value.stringValue == object.identifier }
          && other.pendingDeletionUntil == nil
      }
      if let used { throw ProviderError(.conflict, "'\(object.identifier)' is in use by '\(used.identifier)'") }
      state.objects[key] = nil
      return .gone
    }
  }

  func poll(_ request: PollRequest) async throws(ProviderError) -> OperationProgress {
    try await perform(.poll, request.type, request.waitToken, nil) { state, now throws(ProviderError) in
      guard let object = state.objects["\(request.type) \(request.waitToken)"] else { throw Self.notFound(request.waitToken) }
      return Self.progress(object, now)
    }
  }

  func find(_ query: ObjectQuery) async throws(ProviderError) -> [ObjectDescription] {
    try await perform(.find, query.type, "\(query.type)", nil) { state, now throws(ProviderError) in
      let all = state.objects.values.filter { $0.type == query.type }.sorted { $0.identifier < $1.identifier }
      switch query.filter {
      case .all: return all.map(Self.describe)
      case .tag(let key, let value):
        guard ResourceCatalog.aws.type(query.type)?.isTaggedOnCreate == true else { throw ProviderError(.unsupported, "no tags") }
        return all.filter { Self.tag(key, $0.properties) == value }.map(Self.describe)
      case .properties(let wanted):
        return all.filter { object in wanted.fields.allSatisfy { object.properties[$0.key] == $0.value } }.map(Self.describe)
      case .callerReference(let reference): return all.filter { $0.token == reference }.map(Self.describe)
      }
    }
  }

  // MARK: How calls work

  private func perform<Answer: Sendable>(
    _ kind: Kind, _ type: String, _ subject: String, _ token: String?,
    _ body: @Sendable (inout State, Int) throws(ProviderError) -> Answer
  ) async throws(ProviderError) -> Answer {
    let (call, fault) = state.withLock { state in
      let call = Call(number: state.calls.count, kind: kind, type: type, subject: subject, token: token)
      state.calls.append(call)
      state.inFlight += 1
      state.mostInFlight = max(state.mostInFlight, state.inFlight)
      return (call, state.fault)
    }
    defer { state.withLock { $0.inFlight -= 1 } }
    var loses = false
    switch fault(call) {
    case .refuse(let error): throw error
    case .loseRequest: throw ProviderError(.network, execution: .unknown, "timed out")
    case .loseAnswer: loses = true
    case .before(let action): action()
    case .slow(let milliseconds): await clock.sleep(milliseconds: milliseconds)
    case .after(let action):
      defer { action() }
      return try execute(body).get()
    case nil: break
    }
    let result = execute(body)
    if loses { throw ProviderError(.network, execution: .unknown, "connection reset") }
    return try result.get()
  }

  private func execute<Answer: Sendable>(
    _ body: @Sendable (inout State, Int) throws(ProviderError) -> Answer
  ) -> Result<Answer, ProviderError> {
    let now = clock.now()
    return state.withLock { state in
      do throws(ProviderError) { return .success(try body(&state, now)) } catch { return .failure(error) }
    }
  }

  private static func create(_ state: inout State, _ request: CreateRequest, _ now: Int) throws(ProviderError) -> OperationProgress {
    let behavior = ResourceBehavior.of(request.type)
    if let token = request.token, let known = state.objects.values.first(where: { $0.type == request.type && $0.token == token }) {
      if behavior.apiClass == .refusedToken { throw ProviderError(.alreadyExists, "the caller reference was used") }
      if now - known.createdAt < max(behavior.tokenWindow, 3_600) * 1_000 {
        guard known.properties.merging(request.properties) == known.properties else { throw ProviderError(.tokenMismatch, "other content") }
        return progress(known, now)
      }
    }
    guard let schema = ResourceCatalog.aws.type(request.type) else { throw ProviderError(.unsupported, request.type) }
    state.number += 1
    let names = schema.primaryIdentifier.strings
    var properties = request.properties
    var parts: [String] = []
    for name in names {
      let value =
        properties[name]?.scalarText ?? "\(request.type.split(separator: ":").last.map { String($0).lowercased() } ?? "x")-\(state.number)"
      properties[name] = .string(value)
      parts.append(value)
    }
    let identifier = parts.joined(separator: "|")
    let key = "\(request.type) \(identifier)"
    if state.objects[key] != nil, behavior.apiClass != .upsert {
      throw ProviderError(.alreadyExists, "'\(identifier)' exists")
    }
    for keys in behavior.occupancyKeys.filter({ $0.condition == nil }).map(\.paths)
    where behavior.apiClass == .uniqueContent && keys.allSatisfy({ properties[$0] != nil }) {
      if let other = state.objects.values.first(where: { other in
        other.type == request.type && keys.allSatisfy { other.properties[$0] == properties[$0] }
      }) {
        throw ProviderError(.alreadyExists, "'\(other.identifier)' holds the same \(keys)")
      }
    }
    properties["Arn"] = properties["Arn"] ?? .string("arn:aws:\(identifier)")
    let object = Object(
      type: request.type, identifier: identifier, properties: properties, token: request.token, createdAt: now,
      readyAt: now + (state.delays[request.type] ?? 0))
    state.objects[key] = object
    return progress(object, now)
  }

  private static func progress(_ object: Object, _ now: Int) -> OperationProgress {
    guard object.readyAt > now else { return .done(describe(object)) }
    return .inProgress(
      OperationProgress.Pending(
        identifier: object.identifier, waitToken: object.identifier, pollAfter: 500, description: nil))
  }

  private static func describe(_ object: Object) -> ObjectDescription {
    ObjectDescription(
      identifier: object.identifier, properties: object.properties, pendingDeletionUntil: object.pendingDeletionUntil)
  }

  private static func notFound(_ identifier: String) -> ProviderError { ProviderError(.notFound, "'\(identifier)' does not exist") }

  private static func address(_ properties: PropertyObject) -> String {
    tag("strata:address", properties) ?? properties["PolicyName"]?.stringValue ?? "?"
  }

  static func tag(_ key: String, _ properties: PropertyObject) -> String? {
    for field in properties.fields {
      if let value = field.value[key]?.stringValue { return value }
      if let value = field.value.arrayValue?.first(where: { $0["Key"]?.stringValue == key })?["Value"]?.stringValue { return value }
    }
    return nil
  }
}

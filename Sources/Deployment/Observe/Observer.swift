import ResourceCatalog
public import StrataModel

/// Reads the outside world before planning: the only part of the way to a plan that asks a cloud.
///
/// It writes nothing and decides nothing. Reads that fail for a reason that passes are repeated; what still fails is reported, and planning then
/// knows nothing of that object.
public struct Observer: Sendable {
  /// What was asked, and what came of it.
  public struct Result: Sendable {
    public var observations = Observations()
    /// The descriptions behind ``Observations/reads``, with identifiers and handles.
    public var descriptions: [InstanceID: ObjectDescription] = [:]
    /// The descriptions behind ``Observations/adoptions``.
    public var adoptedObjects: [ResourceAddress: ObjectDescription] = [:]
    /// The objects that could not be read, one error each, ascending by address.
    public var failures: [Diagnostic] = []

    /// Creates the result of no reads.
    public init() {}
  }

  public var provider: any Provider
  public var clock: any DeploymentClock
  public var schema: any SchemaFacts
  /// How many reads are in flight at most.
  public var concurrency: Int

  /// Creates an observer of a cloud.
  public init(of provider: any Provider, clock: any DeploymentClock = SystemClock(), schema: any SchemaFacts, concurrency: Int = 24) {
    self.provider = provider
    self.clock = clock
    self.schema = schema
    self.concurrency = max(1, concurrency)
  }

  /// Reads recorded objects, those that declarations adopt, and the lookups that have no pinned answer.
  ///
  /// - Parameters:
  ///   - snapshot: the state.
  ///   - graph: the program, for what it adopts; `nil` where there is none.
  ///   - isRefreshing: whether every current record is read, and every lookup again; otherwise only adoptions and new lookups are.
  ///   - refreshesLookups: whether every lookup is read again, whatever else is read.
  ///   - progress: hears how many of how many objects have been read, on the task of the observer.
  public func observe(
    _ snapshot: StateSnapshot, adopting graph: ResourceGraph?, isRefreshing: Bool, refreshesLookups: Bool = false,
    progress: @Sendable (Int, Int) -> Void = { _, _ in }
  ) async -> Result {
    let subjects = subjects(in: snapshot, graph, isRefreshing)
    var result = Result()
    if let graph {
      await readLookups(graph.lookupsToRead(snapshot, isRefreshing: isRefreshing || refreshesLookups), into: &result)
    }
    guard !subjects.isEmpty else { return result }
    progress(0, subjects.count)
    await withTaskGroup(of: Answer.self) { group in
      var next = 0
      var done = 0
      func launch() {
        let index = next
        let subject = subjects[index]
        let place = clock.admit()
        group.addTask { await clock.perform(place) { Answer(index: index, outcome: await read(subject)) } }
        next += 1
      }
      while next < min(concurrency, subjects.count) { launch() }
      while done < subjects.count {
        clock.willWait()
        guard let answer = await group.next() else { break }
        result.add(answer.outcome, of: subjects[answer.index])
        done += 1
        progress(done, subjects.count)
        if next < subjects.count { launch() }
      }
    }
    result.observations.baselines = result.attributeBaselines(in: snapshot, schema: schema)
    result.failures.sort { ($0.address?.path ?? "") < ($1.address?.path ?? "") }
    return result
  }

  // MARK: What to read

  /// One object to read.
  struct Subject: Sendable {
    enum Purpose: Sendable {
      case record(ResourceRecord)
      case adoption
    }

    var address: ResourceAddress
    var source: SourceLocation
    var purpose: Purpose
    /// `nil` for a type that the cloud does not hold.
    var target: ObjectTarget?
  }

  private struct Answer: Sendable {
    var index: Int
    var outcome: Swift.Result<ObjectDescription, ProviderError>
  }

  private func subjects(in snapshot: StateSnapshot, _ graph: ResourceGraph?, _ isRefreshing: Bool) -> [Subject] {
    var subjects: [Subject] = []
    if isRefreshing {
      for record in snapshot.records.values where record.status == .current {
        guard let target = ObjectTarget(record) else { continue }
        subjects.append(Subject(address: record.address, source: record.source, purpose: .record(record), target: target))
      }
    }
    let adopting = graph?.resources.filter { $0.adoptedIdentifier != nil } ?? []
    if !adopting.isEmpty {
      let known = Set(snapshot.records.values.filter { $0.status == .current }.map(\.address))
      for node in adopting where !known.contains(node.address) {
        let target = provider.route(for: node.type, in: node.placement).map {
          ObjectTarget(type: node.type, placement: node.placement, route: $0, identifier: node.adoptedIdentifier ?? "")
        }
        subjects.append(Subject(address: node.address, source: node.source, purpose: .adoption, target: target))
      }
    }
    return subjects.sorted { $0.address < $1.address }
  }

  // MARK: Reading

  /// Reads one object, again where the answer may be late or the trouble passes.
  private func read(_ subject: Subject) async -> Swift.Result<ObjectDescription, ProviderError> {
    guard let target = subject.target else {
      return .failure(ProviderError(.unsupported, "\(provider.name) cannot hold this type."))
    }
    let begin = clock.now()
    var retry = 0
    while true {
      let outcome: Swift.Result<ObjectDescription, ProviderError>
      do throws(ProviderError) { outcome = .success(try await provider.read(target)) } catch { outcome = .failure(error) }
      guard let delay = pause(after: outcome, subject, retry: retry, elapsed: clock.now() - begin) else { return outcome }
      await clock.sleep(milliseconds: delay)
      if Task.isCancelled { return outcome }
      retry += 1
    }
  }

  /// How long to wait before the object is read once more, in milliseconds; `nil` when the answer stands.
  private func pause(
    after outcome: Swift.Result<ObjectDescription, ProviderError>, _ subject: Subject, retry: Int, elapsed: Int
  ) -> Int? {
    switch outcome {
    case .failure(let error):
      switch error.code {
      case .notFound: return lagsStill(subject, isAbsence: true) ? RetryPolicy.denseDelay(retry) : nil
      case .throttled:
        let delay = error.retryAfter ?? RetryPolicy.denseDelay(retry) * 2
        return elapsed + delay <= Self.throttlingLimit ? delay : nil
      case .network, .serviceFailure, .notYetConsistent:
        // A cloud that cannot be reached at all shall not hold up thousands of reads for a minute each.
        return retry < 4 ? RetryPolicy.denseDelay(retry + 4) : nil
      default: return nil
      }
    case .success(let description):
      guard case .record(let record) = subject.purpose, lagsStill(subject, isAbsence: false) else { return nil }
      let shape = schema.library()[record.type].shape
      return ObjectComparison(record, found: description.properties, shape: shape).isAsLeft ? nil : RetryPolicy.denseDelay(retry)
    }
  }

  /// Whether an answer that contradicts the record can be late, because we have written a moment ago.
  private func lagsStill(_ subject: Subject, isAbsence: Bool) -> Bool {
    guard case .record(let record) = subject.purpose else { return false }
    let settle = provider.settleTime(of: record.type) ?? schema.type(record.type).behavior.settleTime
    let limit = isAbsence ? settle : min(settle, Self.valueLag)
    return clock.seconds - record.updatedAt < limit
  }

  /// For how long throttled reads are repeated, in milliseconds.
  private static let throttlingLimit = 120_000
  /// For how long after our own write old values are not believed, in seconds: a change by hand comes later than that.
  private static let valueLag = 10
}

extension Observer.Result {
  fileprivate mutating func add(_ outcome: Swift.Result<ObjectDescription, ProviderError>, of subject: Observer.Subject) {
    let read: Observations.Read
    switch outcome {
    case .success(let description):
      guard description.pendingDeletionUntil == nil else {
        // Neither there nor gone: whether it is brought back or made anew is not for a plan to decide.
        failures.append(
          Diagnostic(
            .error, code: "deletion-scheduled", "'\(description.identifier)' is scheduled for deletion, and not by this program",
            remedy: "cancel its deletion, or run `state forget` and deploy to make another one", at: subject.source,
            address: subject.address))
        return
      }
      read = .found(properties: description.properties)
      switch subject.purpose {
      case .record(let record): descriptions[record.instance] = description
      case .adoption: adoptedObjects[subject.address] = description
      }
    case .failure(let error):
      guard error.code == .notFound else {
        let what = subject.target.map { "\($0.type) '\($0.identifier)'" } ?? "the object"
        failures.append(
          Diagnostic(
            .error, code: "unreadable", "\(what) cannot be read: \(error.message)", at: subject.source, address: subject.address))
        return
      }
      read = .missing
    }
    switch subject.purpose {
    case .record(let record): observations.reads[record.instance] = read
    case .adoption: observations.adoptions[subject.address] = read
    }
  }
}

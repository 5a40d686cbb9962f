import HeapModule

/// Decides what is done next: events in, actions out, nothing else.
///
/// It knows steps by number only: their needs, their order of urgency, the limits that they count against. It performs nothing, reads no
/// clock and holds no document, so that every order of events can be tested without a cloud. Each event costs a constant amount of work per
/// step that it moves, and a logarithmic one in the heaps, whatever the size of the graph:
///
/// - The longest remaining path goes first, ties by address. Paths are computed once, backwards.
/// - A step of a throttled bucket or of a busy serial group is set aside with its group and not looked at again until the group is free.
/// - A slot is held by reads and calls, not by waits for the journal or for readiness.
public struct Scheduler: Sendable {
  let graph: StepGraph
  let limits: Limits
  var states: [State]
  var missingNeeds: [Int32]
  /// How many of a step's dependents were released already; they are sorted by the readiness that they wait for.
  var releasedDependents: [Int32]
  /// Whether a step holds a token of its bucket that it has not used yet.
  var holdsToken: [Bool]
  /// Steps that may begin, and steps whose intent is durable, by rank.
  var ready = Heap<Int>()
  var callable = Heap<Int>()
  var buckets: [Bucket]
  var serialGroups: [SerialGroup]
  /// Reads and calls in flight.
  var slotsInUse = 0
  /// Steps between their beginning and the answer to their call.
  var staged = 0
  var unfinished: Int
  var stopLevel: StopLevel?
  var hasFinished = false
  var actions: [Action] = []

  /// How much may go on at a time.
  public struct Limits: Sendable, Hashable {
    /// Reads and calls in flight.
    public var concurrency: Int
    /// Steps that are prepared and committed but not yet answered; more than can be called at once, so that commits are shared.
    public var staged: Int
    /// Whether calls keep to the rates that services are known to grant before the first one is throttled; a cloud without rates needs none.
    public var keepsKnownRates: Bool

    /// Creates limits; both numbers are at least 1.
    public init(concurrency: Int = 64, staged: Int = 256, keepsKnownRates: Bool = true) {
      self.concurrency = max(1, concurrency)
      self.staged = max(1, staged)
      self.keepsKnownRates = keepsKnownRates
    }
  }

  enum State: UInt8 {
    /// Needs are missing.
    case waiting
    /// In a heap or set aside.
    case ready
    case preparing
    case committing
    /// The intent is durable; in a heap or set aside.
    case callable
    case calling
    case polling
    /// A timer decides when the step goes on, and with what.
    case pausedBeforePreparing, pausedBeforeCommitting, pausedBeforeCalling, pausedBeforePolling
    case finished
  }

  struct Bucket {
    var tokens: TokenBucket
    var parked = Heap<Int>()
    /// Whether a timer will open the bucket again.
    var isBlocked = false
  }

  struct SerialGroup {
    var holder: Int?
    var parked = Heap<Int>()
  }

  /// How long calls in flight may still answer after the first interrupt, in milliseconds: automation kills ten seconds after it asks.
  public static let gracePeriod = 8_000

  /// Creates a scheduler for steps.
  public init(_ graph: StepGraph, limits: Limits = Limits()) {
    self.graph = graph
    self.limits = limits
    let count = graph.count
    states = Array(repeating: .waiting, count: count)
    missingNeeds = graph.needCounts
    releasedDependents = Array(repeating: 0, count: count)
    holdsToken = Array(repeating: false, count: count)
    buckets = graph.bucketRates.map { Bucket(tokens: TokenBucket(rate: limits.keepsKnownRates ? $0 : 0)) }
    serialGroups = Array(repeating: SerialGroup(), count: graph.serialGroupCount)
    unfinished = count
  }

  /// Takes an event, and answers with what shall be done because of it.
  ///
  /// - Parameter now: milliseconds of a clock that only goes forward.
  public mutating func on(_ event: Event, at now: Int) -> [Action] {
    actions.removeAll(keepingCapacity: true)
    switch event {
    case .start: onStart()
    case .prepared(let step, let preparation): onPrepared(step, preparation)
    case .committed(let step): onCommitted(step)
    case .called(let step, let result): onCalled(step, result, at: now)
    case .due(let timer): onDue(timer, at: now)
    case .stop(let level): onStop(level)
    }
    startWork(at: now)
    if unfinished == 0, !hasFinished {
      hasFinished = true
      actions.append(.finish)
    }
    return actions
  }

  // MARK: Starting work

  private mutating func onStart() {
    var starters: [Int] = []
    for step in 0..<graph.count where missingNeeds[step] == 0 {
      states[step] = .ready
      starters.append(graph.rank[step])
    }
    ready = Heap(starters)
  }

  private mutating func startWork(at now: Int) {
    guard stopLevel == nil else { return }
    while slotsInUse < limits.concurrency {
      // Preparation first: what is prepared while calls are in flight is durable when they end, and no slot waits for the journal.
      if staged < limits.staged, let step = nextReady() {
        states[step] = .preparing
        slotsInUse += 1
        staged += 1
        actions.append(.prepare(step))
      } else if let step = nextCallable(at: now) {
        states[step] = .calling
        holdsToken[step] = false
        slotsInUse += 1
        actions.append(.call(step))
      } else {
        return
      }
    }
  }

  /// The most urgent step that may be called now; those whose bucket is empty are set aside on the way.
  private mutating func nextCallable(at now: Int) -> Int? {
    while let rank = callable.popMin() {
      let step = graph.order[rank]
      guard states[step] == .callable else { continue }
      let bucket = graph.bucket[step]
      if holdsToken[step] { return step }
      if !buckets[bucket].isBlocked, buckets[bucket].tokens.take(at: now) { return step }
      park(step, in: bucket, at: now)
    }
    return nil
  }

  /// The most urgent step that may begin now; those whose bucket is blocked or whose serial group is busy are set aside on the way.
  private mutating func nextReady() -> Int? {
    while let rank = ready.popMin() {
      let step = graph.order[rank]
      guard states[step] == .ready else { continue }
      let bucket = graph.bucket[step]
      if buckets[bucket].isBlocked, !holdsToken[step] {
        buckets[bucket].parked.insert(rank)
        continue
      }
      if let group = graph.serialGroup(of: step) {
        guard serialGroups[group].holder == nil || serialGroups[group].holder == step else {
          serialGroups[group].parked.insert(rank)
          continue
        }
        serialGroups[group].holder = step
      }
      return step
    }
    return nil
  }

  // MARK: Buckets

  /// Sets a step aside until its bucket has a token for it.
  mutating func park(_ step: Int, in bucket: Int, at now: Int) {
    buckets[bucket].parked.insert(graph.rank[step])
    block(bucket, at: now)
  }

  private mutating func block(_ bucket: Int, at now: Int) {
    guard !buckets[bucket].isBlocked else { return }
    buckets[bucket].isBlocked = true
    actions.append(.wait(.bucket(bucket), buckets[bucket].tokens.delay(at: now)))
  }

  /// Gives each token that a bucket has to the most urgent of the steps that were set aside for it.
  mutating func open(_ bucket: Int, at now: Int) {
    buckets[bucket].isBlocked = false
    while let rank = buckets[bucket].parked.min {
      let step = graph.order[rank]
      guard states[step] == .ready || states[step] == .callable else {
        buckets[bucket].parked.removeMin()
        continue
      }
      guard buckets[bucket].tokens.take(at: now) else {
        block(bucket, at: now)
        return
      }
      buckets[bucket].parked.removeMin()
      holdsToken[step] = true
      if states[step] == .ready { ready.insert(rank) } else { callable.insert(rank) }
    }
  }
}

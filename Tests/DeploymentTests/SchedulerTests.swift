import StrataDeployment
import StrataModel
import Testing

@Suite("The scheduler")
struct SchedulerTests {
  /// Steps by name: their needs, durations, buckets and groups.
  private func graph(
    _ steps: [(name: String, needs: [(Int, Dependency.Readiness)], estimate: Int, bucket: String, group: String?)], rate: Int = 0
  ) throws -> StepGraph {
    try StepGraph(
      steps.map { step in
        StepGraph.Step(
          needs: step.needs.map { PlanStep.Need($0.0, readiness: $0.1) }, estimate: step.estimate, address: ResourceAddress(step.name),
          bucket: StepGraph.BucketKey(account: "1", region: "r", type: step.bucket, operation: .create), rate: rate,
          serialGroup: step.group)
      })
  }

  private func independent(_ count: Int, group: String? = nil, rate: Int = 0) throws -> StepGraph {
    try graph((0..<count).map { ("s\($0)", [], 10, "T", group) }, rate: rate)
  }

  /// Brings a step from its preparation to its call.
  private func advance(_ scheduler: inout Scheduler, _ step: Int, at now: Int = 0) -> [Scheduler.Action] {
    _ = scheduler.on(.prepared(step, .ready), at: now)
    return scheduler.on(.committed(step), at: now)
  }

  @Test("The longest remaining path goes first, ties by address")
  func criticalPath() throws {
    let graph = try graph([
      ("short-b", [], 10, "T", nil), ("short-a", [], 10, "T", nil), ("long-1", [], 10, "T", nil), ("long-2", [(2, .stable)], 500, "T", nil),
    ])
    #expect(graph.remainingPath == [10, 10, 510, 500])
    var scheduler = Scheduler(graph)
    #expect(scheduler.on(.start, at: 0) == [.prepare(2), .prepare(1), .prepare(0)])
  }

  @Test("A step goes from preparation over commit to its call, and only then lets others go")
  func order() throws {
    var scheduler = Scheduler(try graph([("a", [], 1, "T", nil), ("b", [(0, .stable)], 1, "T", nil)]))
    #expect(scheduler.on(.start, at: 0) == [.prepare(0)])
    #expect(scheduler.on(.prepared(0, .ready), at: 0) == [.commit(0)])
    #expect(scheduler.on(.committed(0), at: 0) == [.call(0)])
    #expect(scheduler.on(.called(0, .accepted(.readable, pollAfter: 300)), at: 0) == [.wait(.poll(0), 300)])
    #expect(scheduler.on(.due(.poll(0)), at: 300) == [.poll(0)])
    #expect(scheduler.on(.called(0, .done), at: 300) == [.prepare(1)])
    #expect(scheduler.on(.prepared(1, .nothingToDo), at: 300) == [.finish])
  }

  @Test("A need is met as soon as the producer has come as far as it asks")
  func readiness() throws {
    var scheduler = Scheduler(
      try graph([
        ("p", [], 1, "T", nil), ("stable", [(0, .stable)], 1, "T", nil), ("id", [(0, .identifier)], 1, "T", nil),
        ("readable", [(0, .readable)], 1, "T", nil),
      ]))
    _ = scheduler.on(.start, at: 0)
    _ = advance(&scheduler, 0)
    #expect(scheduler.on(.called(0, .accepted(.identifier, pollAfter: 9)), at: 0) == [.wait(.poll(0), 9), .prepare(2)])
    _ = scheduler.on(.due(.poll(0)), at: 9)
    #expect(scheduler.on(.called(0, .accepted(.readable, pollAfter: 9)), at: 9) == [.wait(.poll(0), 9), .prepare(3)])
    _ = scheduler.on(.due(.poll(0)), at: 18)
    #expect(scheduler.on(.called(0, .done), at: 18) == [.prepare(1)])
  }

  @Test("A failure skips all that depends on it, once, and siblings go on")
  func failure() throws {
    var scheduler = Scheduler(
      try graph([
        ("a", [], 9, "T", nil), ("b", [(0, .stable)], 1, "T", nil), ("c", [(1, .stable), (0, .stable)], 1, "T", nil),
        ("d", [], 1, "T", nil),
      ]))
    #expect(scheduler.on(.start, at: 0) == [.prepare(0), .prepare(3)])
    let actions = scheduler.on(.prepared(0, .failed), at: 0)
    #expect(Set(actions) == [.skip(1, because: 0), .skip(2, because: 0)])
    #expect(actions.count == 2)
    #expect(scheduler.on(.prepared(3, .nothingToDo), at: 0) == [.finish])
  }

  @Test("No more calls are in flight than the limit, and no slot is held by a commit or a wait")
  func concurrency() throws {
    var scheduler = Scheduler(try independent(4), limits: Scheduler.Limits(concurrency: 1, staged: 3))
    #expect(scheduler.on(.start, at: 0) == [.prepare(0)])
    #expect(scheduler.on(.prepared(0, .ready), at: 0) == [.commit(0), .prepare(1)])
    #expect(scheduler.on(.prepared(1, .ready), at: 0) == [.commit(1), .prepare(2)])
    // Three are staged; a fourth begins only when one of them was answered.
    #expect(scheduler.on(.prepared(2, .ready), at: 0) == [.commit(2)])
    #expect(scheduler.on(.committed(0), at: 0) == [.call(0)])
    #expect(scheduler.on(.committed(1), at: 0) == [])
    // The fourth is prepared before the second is called: its commit and that call go on at once.
    #expect(scheduler.on(.called(0, .accepted(nil, pollAfter: 5)), at: 0) == [.wait(.poll(0), 5), .prepare(3)])
    #expect(scheduler.on(.prepared(3, .ready), at: 0) == [.commit(3), .call(1)])
  }

  @Test("Throttling sets a bucket's steps aside, halves its rate, and lets the most urgent go first again")
  func throttling() throws {
    var scheduler = Scheduler(try independent(3))
    _ = scheduler.on(.start, at: 0)
    for step in 0..<3 { #expect(advance(&scheduler, step) == [.call(step)]) }
    // Three calls in a second were too many: one and a half are tried.
    let parked = scheduler.on(.called(2, .throttled(retryAfter: nil, needsCommit: false)), at: 0)
    #expect(parked == [.wait(.bucket(0), 667)])
    #expect(scheduler.on(.called(0, .throttled(retryAfter: nil, needsCommit: false)), at: 0) == [])
    var calls: [Int] = []
    var now = 667
    for _ in 0..<20 where calls.count < 2 {
      now += 100
      for case .call(let step) in scheduler.on(.due(.bucket(0)), at: now) { calls.append(step) }
    }
    #expect(calls.last == 2)
  }

  @Test("A documented rate is kept from the beginning")
  func documentedRate() throws {
    var scheduler = Scheduler(try independent(5, rate: 2))
    _ = scheduler.on(.start, at: 0)
    var calls = 0
    for step in 0..<5 { calls += advance(&scheduler, step).count { if case .call = $0 { true } else { false } } }
    #expect(calls == 2)
    #expect(scheduler.on(.due(.bucket(0)), at: 500).contains(.call(2)))
  }

  @Test("Blocked steps of one bucket do not hold up another")
  func otherBucket() throws {
    var scheduler = Scheduler(try graph([("a", [], 9, "Slow", nil), ("b", [], 8, "Slow", nil), ("c", [], 1, "Fast", nil)], rate: 1))
    _ = scheduler.on(.start, at: 0)
    #expect(advance(&scheduler, 0) == [.call(0)])
    #expect(advance(&scheduler, 1) == [.wait(.bucket(0), 1_000)])
    #expect(advance(&scheduler, 2) == [.call(2)])
  }

  @Test("Steps of one serial group run one after another, the most urgent first")
  func serialGroup() throws {
    var scheduler = Scheduler(try independent(3, group: "function"))
    #expect(scheduler.on(.start, at: 0) == [.prepare(0)])
    _ = advance(&scheduler, 0)
    #expect(scheduler.on(.called(0, .done), at: 0) == [.prepare(1)])
    _ = advance(&scheduler, 1)
    #expect(scheduler.on(.called(1, .failed), at: 0) == [.prepare(2)])
  }

  @Test("The first stop starts nothing, withdraws what was not sent and waits for answers; waits are left to the next run")
  func gracefulStop() throws {
    var scheduler = Scheduler(try independent(5))
    _ = scheduler.on(.start, at: 0)
    _ = advance(&scheduler, 0)
    _ = advance(&scheduler, 1)
    _ = scheduler.on(.called(1, .accepted(.identifier, pollAfter: 60_000)), at: 0)
    _ = scheduler.on(.prepared(2, .ready), at: 0)
    let actions = scheduler.on(.stop(.graceful), at: 10)
    #expect(actions.contains(.wait(.grace, 8_000)))
    #expect(actions.contains(.giveUp(1, .openIntent)))
    #expect(scheduler.on(.committed(2), at: 11) == [.giveUp(2, .unsentIntent)])
    #expect(scheduler.on(.prepared(3, .ready), at: 12) == [.giveUp(3, .nothing)])
    #expect(scheduler.on(.prepared(4, .failed), at: 12) == [])
    #expect(scheduler.on(.called(0, .done), at: 13) == [.finish])
  }

  @Test("When the grace is over, or at the second stop, nothing is waited for")
  func quit() throws {
    for event in [Scheduler.Event.due(.grace), .stop(.quit)] {
      var scheduler = Scheduler(try independent(1))
      _ = scheduler.on(.start, at: 0)
      _ = advance(&scheduler, 0)
      _ = scheduler.on(.stop(.graceful), at: 0)
      #expect(scheduler.on(event, at: 8_000) == [.giveUp(0, .openIntent), .finish])
    }
  }

  @Test("Steps that wait for each other are named")
  func cycle() throws {
    #expect(throws: StepGraph.Failure.cycle([1, 2])) {
      try self.graph([("a", [], 1, "T", nil), ("b", [(2, .stable)], 1, "T", nil), ("c", [(1, .stable)], 1, "T", nil)])
    }
    #expect(throws: StepGraph.Failure.unknownNeed(step: 0, need: 7)) { try self.graph([("a", [(7, .stable)], 1, "T", nil)]) }
  }

  @Test("Every order of answers leads to an end in which each step has run once", arguments: 0..<50)
  func anyOrder(seed: Int) throws {
    var random = SmallRandom(seed: UInt64(seed))
    let count = 40
    var steps: [(name: String, needs: [(Int, Dependency.Readiness)], estimate: Int, bucket: String, group: String?)] = []
    for index in 0..<count {
      let needs =
        index == 0 ? [] : (0..<random.integer(3)).map { _ in (random.integer(index), Dependency.Readiness.allCases[random.integer(3)]) }
      steps.append(("s\(index)", needs, random.integer(9), "T\(random.integer(3))", random.integer(4) == 0 ? "g\(random.integer(2))" : nil))
    }
    var scheduler = Scheduler(try graph(steps, rate: 3), limits: Scheduler.Limits(concurrency: 3, staged: 4))
    var open: [Scheduler.Action] = scheduler.on(.start, at: 0)
    var now = 0
    var done: [Int] = []
    var isFinished = false
    var turns = 0
    while !open.isEmpty, turns < 10_000 {
      turns += 1
      let action = open.remove(at: random.integer(open.count))
      var event: Scheduler.Event?
      switch action {
      case .prepare(let step): event = .prepared(step, random.integer(5) == 0 ? .again(50) : .ready)
      case .commit(let step): event = .committed(step)
      case .call(let step), .poll(let step), .investigate(let step):
        switch random.integer(6) {
        case 0: event = .called(step, .throttled(retryAfter: nil, needsCommit: random.integer(2) == 0))
        case 1: event = .called(step, .accepted(.readable, pollAfter: 10))
        case 2: event = .called(step, .again(after: 20, needsCommit: random.integer(2) == 0))
        case 3: event = .called(step, .undecided)
        default:
          event = .called(step, .done)
          done.append(step)
        }
      case .wait(let timer, let milliseconds):
        now += milliseconds
        event = .due(timer)
      case .finish: isFinished = true
      case .skip, .giveUp: Issue.record("nothing failed, and yet: \(action)")
      }
      if let event { open += scheduler.on(event, at: now) }
    }
    #expect(isFinished)
    #expect(done.sorted() == Array(0..<count))
  }
}

/// A small repeatable source of randomness (SplitMix64).
struct SmallRandom {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func integer(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ z >> 31) % UInt64(bound))
  }
}

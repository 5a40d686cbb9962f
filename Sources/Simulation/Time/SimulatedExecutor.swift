import HeapModule
import Synchronization

/// Runs all tasks of a simulation on one thread, and keeps its time.
///
/// Which of the jobs that could run goes next is decided by chance, so that one seed is one interleaving, and many seeds are many. Time stands
/// still while a job can run, and jumps to the next timer when none can. When there is neither job nor timer, what is left waits for ever.
package final class SimulatedExecutor: TaskExecutor {
  private struct Job {
    var job: UnownedJob
    /// The queue of an actor, for its jobs.
    var queue: SimulatedQueue?
  }

  private struct Timer: Comparable {
    var time: Int
    var order: UInt64
    var number: Int
    static func < (left: Timer, right: Timer) -> Bool {
      (left.time, left.order, left.number) < (right.time, right.order, right.number)
    }
  }

  private struct Sleeper {
    var continuation: UnsafeContinuation<Void, Never>
    var owner: Int
  }

  private struct State {
    var now: Int
    var chance: Chance
    var jobs: [Job] = []
    var timers = Heap<Timer>()
    var sleepers: [Int: Sleeper] = [:]
    var cancelled: Set<Int> = []
    var number = 0
    var steps = 0
    var isDone = false
  }

  private let state: Mutex<State>

  /// More jobs than any simulation needs: whoever runs more goes round in circles.
  private static let mostSteps = 20_000_000

  /// Creates an executor whose time begins at a moment, in milliseconds since 1970.
  package init(seed: UInt64, now: Int) { state = Mutex(State(now: now, chance: Chance(seed: seed, salt: 1))) }

  package var now: Int { state.withLock { $0.now } }

  // MARK: Running

  /// Runs a body and everything that it starts; answers whether it came to an end.
  package func run(_ body: @escaping @Sendable () async -> Void) -> Bool {
    Task(executorPreference: self) {
      await body()
      self.state.withLock { $0.isDone = true }
    }
    while step() {}
    return state.withLock { $0.isDone }
  }

  /// Runs one job, or wakes one sleeper.
  private func step() -> Bool {
    var next: Job?
    var awake: UnsafeContinuation<Void, Never>?
    let goesOn = state.withLock { state -> Bool in
      state.steps += 1
      if state.steps > Self.mostSteps { return false }
      if !state.jobs.isEmpty {
        let index = state.chance.below(state.jobs.count)
        state.jobs.swapAt(index, state.jobs.count - 1)
        next = state.jobs.removeLast()
        return true
      }
      if state.isDone { return false }
      while let timer = state.timers.popMin() {
        guard let sleeper = state.sleepers.removeValue(forKey: timer.number) else { continue }
        state.now = max(state.now, timer.time)
        awake = sleeper.continuation
        return true
      }
      return false
    }
    awake?.resume()
    if let next {
      if let queue = next.queue {
        next.job.runSynchronously(on: queue.asUnownedSerialExecutor())
      } else {
        next.job.runSynchronously(on: asUnownedTaskExecutor())
      }
    }
    return goesOn
  }

  package func enqueue(_ job: consuming ExecutorJob) { add(UnownedJob(job), nil) }

  func add(_ job: UnownedJob, _ queue: SimulatedQueue?) { state.withLock { $0.jobs.append(Job(job: job, queue: queue)) } }

  // MARK: Sleeping

  /// Waits; returns early when the task is cancelled or the owner's sleepers are woken.
  func sleep(milliseconds: Int, owner: Int) async {
    let number = state.withLock { state -> Int in
      state.number += 1
      return state.number
    }
    await withTaskCancellationHandler {
      await withUnsafeContinuation { continuation in
        let isCancelled = state.withLock { state -> Bool in
          if state.cancelled.remove(number) != nil { return true }
          state.sleepers[number] = Sleeper(continuation: continuation, owner: owner)
          state.timers.insert(Timer(time: state.now + max(0, milliseconds), order: state.chance.next(), number: number))
          return false
        }
        if isCancelled { continuation.resume() }
      }
    } onCancel: {
      let sleeper = state.withLock { state -> Sleeper? in
        if let sleeper = state.sleepers.removeValue(forKey: number) { return sleeper }
        state.cancelled.insert(number)
        return nil
      }
      sleeper?.continuation.resume()
    }
  }

  /// Wakes all sleepers of an owner, in the order of their numbers.
  func wakeAll(of owner: Int) {
    let awake = state.withLock { state -> [UnsafeContinuation<Void, Never>] in
      let numbers = state.sleepers.filter { $0.value.owner == owner }.keys.sorted()
      return numbers.compactMap { state.sleepers.removeValue(forKey: $0)?.continuation }
    }
    for continuation in awake { continuation.resume() }
  }
}

import HeapModule
import Synchronization

/// Time that passes only when everybody waits for it, and then at once: for tests.
///
/// At any moment one task runs: it goes on until it sleeps or ends, then the sleeper with the earliest time wakes, and time jumps there. So
/// every run of one program is the same run, whatever the number of threads.
public final class VirtualClock: DeploymentClock {
  private struct Sleeper: Comparable {
    var time: Int
    var number: Int
    static func < (left: Sleeper, right: Sleeper) -> Bool { (left.time, left.number) < (right.time, right.number) }
  }

  private struct State {
    var now: Int
    /// How many tasks run that will sleep or end on this clock; the one that made the clock is the first.
    var running = 1
    var number = 0
    var sleepers = Heap<Sleeper>()
    var continuations: [Int: CheckedContinuation<Void, Never>] = [:]
    var cancelled: Set<Int> = []
  }

  private let state: Mutex<State>

  /// Creates a clock that stands at a moment, in milliseconds since 1970.
  public init(now: Int = 1_800_000_000_000) { state = Mutex(State(now: now)) }

  public func now() -> Int { state.withLock { $0.now } }

  /// Lets time pass without waking anybody before its time.
  public func sleep(milliseconds: Int) async {
    await sleep(milliseconds, place: state.withLock { Self.nextNumber(&$0) })
  }

  public func admit() -> Int {
    state.withLock { state in
      state.running += 1
      return Self.nextNumber(&state)
    }
  }

  public func perform<Value: Sendable>(_ place: Int, _ work: @Sendable () async -> Value) async -> Value {
    await sleep(0, place: place)
    return await work()
  }

  public func willWait() {
    let next = state.withLock { state -> CheckedContinuation<Void, Never>? in
      state.running -= 1
      return Self.wake(&state)
    }
    next?.resume()
  }

  public func willSignal() { state.withLock { $0.running += 1 } }

  private static func nextNumber(_ state: inout State) -> Int {
    state.number += 1
    return state.number
  }

  /// Gives the caller's turn up until its time has come.
  private func sleep(_ milliseconds: Int, place number: Int) async {
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let next = state.withLock { state -> CheckedContinuation<Void, Never>? in
          state.running -= 1
          if state.cancelled.remove(number) != nil { return continuation }
          state.sleepers.insert(Sleeper(time: state.now + max(0, milliseconds), number: number))
          state.continuations[number] = continuation
          return Self.wake(&state)
        }
        next?.resume()
      }
    } onCancel: {
      let sleeper = state.withLock { state -> CheckedContinuation<Void, Never>? in
        // A cancelled sleeper runs on without a turn: whoever cancelled it holds one, and waits for it without giving it up.
        if let continuation = state.continuations.removeValue(forKey: number) { return continuation }
        state.cancelled.insert(number)
        return nil
      }
      sleeper?.resume()
    }
  }

  /// The earliest sleeper, if nobody runs.
  private static func wake(_ state: inout State) -> CheckedContinuation<Void, Never>? {
    while state.running <= 0, let sleeper = state.sleepers.popMin() {
      guard let continuation = state.continuations.removeValue(forKey: sleeper.number) else { continue }
      state.now = max(state.now, sleeper.time)
      state.running += 1
      return continuation
    }
    return nil
  }
}

import Dispatch
import Foundation

/// Turns signals into calls of a function, for as long as a deployment runs.
struct InterruptSignals {
  private let numbers: [Int32]
  private let sources: [any DispatchSourceSignal]

  /// What people and schedulers stop a process with.
  static let interrupts = [SIGINT, SIGTERM]

  /// Does some work while each of the signals calls a function instead of ending the process; however the work ends, they end it again.
  static func calling<Value, Failure: Error>(
    _ handler: @escaping @Sendable () -> Void, for numbers: [Int32] = interrupts, during work: () async throws(Failure) -> Value
  ) async throws(Failure) -> Value {
    let signals = InterruptSignals(numbers, handler)
    defer { signals.cancel() }
    return try await work()
  }

  private init(_ numbers: [Int32], _ handler: @escaping @Sendable () -> Void) {
    self.numbers = numbers
    let queue = DispatchQueue(label: "strata.signals")
    sources = numbers.map { number in
      // The default action would end the process before the source hears of it.
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler(handler: handler)
      source.activate()
      return source
    }
  }

  private func cancel() {
    for source in sources { source.cancel() }
    for number in numbers { signal(number, SIG_DFL) }
  }
}

import Dispatch
import Foundation

/// Turns SIGINT and SIGTERM into calls of a function, for as long as a deployment runs.
struct InterruptSignals {
  private let sources: [any DispatchSourceSignal]

  /// Begins to listen.
  init(_ handler: @escaping @Sendable () -> Void) {
    let queue = DispatchQueue(label: "strata.signals")
    sources = [SIGINT, SIGTERM].map { number in
      // The default action would end the process before the source hears of it.
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler(handler: handler)
      source.activate()
      return source
    }
  }

  /// Stops listening; the signals end the process again.
  func cancel() {
    for source in sources { source.cancel() }
    for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
  }
}

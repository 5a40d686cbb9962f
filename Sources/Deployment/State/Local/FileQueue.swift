import Dispatch

/// Runs blocking file operations one after another; a seam, so that a simulation can run them in an order of its own.
package protocol BlockingQueue: SerialExecutor {
  /// Runs a body on the queue.
  func run<Value: Sendable>(_ body: @escaping @Sendable () -> Value) async -> Value
}

/// Runs blocking file operations on a thread of their own, so that a slow disk never holds a thread of the cooperative pool.
final class FileQueue: BlockingQueue {
  private let queue = DispatchQueue(label: "strata.state")

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    let executor = asUnownedSerialExecutor()
    queue.async { job.runSynchronously(on: executor) }
  }

  func asUnownedSerialExecutor() -> UnownedSerialExecutor { UnownedSerialExecutor(ordinary: self) }

  func run<Value: Sendable>(_ body: @escaping @Sendable () -> Value) async -> Value {
    await withCheckedContinuation { continuation in
      queue.async { continuation.resume(returning: body()) }
    }
  }
}

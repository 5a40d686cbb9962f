import StrataDeployment

/// The queue on which a simulated process does its file operations: a place in the order of the simulation's executor.
final class SimulatedQueue: BlockingQueue {
  private let executor: SimulatedExecutor

  init(_ executor: SimulatedExecutor) { self.executor = executor }

  func enqueue(_ job: consuming ExecutorJob) { executor.add(UnownedJob(job), self) }

  func asUnownedSerialExecutor() -> UnownedSerialExecutor { UnownedSerialExecutor(ordinary: self) }

  func run<Value: Sendable>(_ body: @escaping @Sendable () -> Value) async -> Value { body() }
}

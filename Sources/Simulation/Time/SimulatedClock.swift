import StrataDeployment

/// The clock of one simulated process.
///
/// When the process has died, its time runs on by itself, so that what is left of it ends without
/// moving the world's.
final class SimulatedClock: DeploymentClock {
  private let executor: SimulatedExecutor
  private let process: SimulatedProcess

  init(_ executor: SimulatedExecutor, _ process: SimulatedProcess) {
    self.executor = executor
    self.process = process
  }

  func now() -> Int { process.timeAfterDeath ?? executor.now }

  func sleep(milliseconds: Int) async {
    if process.passAfterDeath(milliseconds) { return }
    await executor.sleep(milliseconds: milliseconds, owner: process.number)
  }
}

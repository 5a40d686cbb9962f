import StrataDeployment
import Synchronization

/// A process that deploys: it has a number, a stop signal, and it can die.
final class SimulatedProcess: Sendable {
  private struct State {
    var stop: StopSignal?
    /// Its own time, from its death on.
    var timeAfterDeath: Int?
  }

  let number: Int
  private let state = Mutex(State())

  init(number: Int) { self.number = number }

  var isDead: Bool { state.withLock { $0.timeAfterDeath != nil } }
  var timeAfterDeath: Int? { state.withLock { $0.timeAfterDeath } }

  /// Lets the time of a dead process pass; answers whether it is dead.
  func passAfterDeath(_ milliseconds: Int) -> Bool {
    state.withLock { state in
      guard let time = state.timeAfterDeath else { return false }
      state.timeAfterDeath = time + max(0, milliseconds)
      return true
    }
  }

  /// Makes known how the deployment that runs now is asked to stop.
  func listen(to stop: StopSignal?) { state.withLock { $0.stop = stop } }

  func requestStop() { state.withLock { $0.stop }?.request() }

  /// Ends the process: nothing that it still does has any effect, and it is told to come to an end.
  func die(at time: Int) {
    let stop = state.withLock { state in
      state.timeAfterDeath = state.timeAfterDeath ?? time
      return state.stop
    }
    stop?.request()
    stop?.request()
  }
}

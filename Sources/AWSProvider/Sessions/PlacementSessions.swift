import AWSClient
import StrataModel
import Synchronization

/// The callers of placements, each made once: connections and credentials are shared by all resources of a place.
final class PlacementSessions: Sendable {
  private let callers = Mutex<[Placement: any ServiceCaller]>([:])
  private let make: @Sendable (Placement) -> any ServiceCaller

  init(_ make: @escaping @Sendable (Placement) -> any ServiceCaller) { self.make = make }

  func caller(in placement: Placement) -> any ServiceCaller {
    callers.withLock { callers in
      if let known = callers[placement] { return known }
      let made = make(placement)
      callers[placement] = made
      return made
    }
  }
}

import StrataModel
import Synchronization

/// The places that a provider asked callers for.
final class PlaceRecord: Sendable {
  private let places = Mutex<[Placement]>([])

  func append(_ placement: Placement) { places.withLock { $0.append(placement) } }

  var all: [Placement] { places.withLock { $0 } }
}

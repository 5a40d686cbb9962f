import StrataModel
import Synchronization

/// The keys of one environment's state: found before a run, so that no write needs a passphrase or the network.
public final class StateKeyring: Sendable {
  private let service: any StateKeyService
  /// What else may have sealed what is to be read: the passphrase before the last rotation, the way of before.
  private let fallbacks: [any StateKeyService]
  private let known = Mutex<[WrappedKey: StateKey]>([:])
  private let fresh = Mutex<StateKey?>(nil)
  /// The key that was found or made last.
  private let last = Mutex<StateKey?>(nil)

  /// Creates a keyring.
  ///
  /// - Parameters:
  ///   - service: makes the keys that seal.
  ///   - fallbacks: find keys again that the service does not find.
  public init(_ service: any StateKeyService, fallbacks: [any StateKeyService] = []) {
    self.service = service
    self.fallbacks = fallbacks
  }

  /// The key that sealed something.
  ///
  /// - Throws: ``StateError`` with the code `encryption` when no service has it.
  func key(of head: Seal.Head) async throws(StateError) -> StateKey {
    if let key = known.withLock({ $0[head.key] }) {
      last.withLock { $0 = key }
      return key
    }
    var failure: StateError?
    for service in [service] + fallbacks {
      do throws(StateError) {
        guard let key = try await service.key(head.key), key.check == head.check else { continue }
        known.withLock { $0[head.key] = key }
        last.withLock { $0 = key }
        return key
      } catch {
        failure = failure ?? error
      }
    }
    throw failure
      ?? StateError(
        .encryption,
        "The state of '\(head.environment)' is encrypted with another passphrase or key. Set the right one; an earlier passphrase goes into the variable whose name ends in _OLD."
      )
  }

  /// A key for state that has none yet; one for the whole process.
  func newKey() async throws(StateError) -> StateKey {
    if let key = fresh.withLock({ $0 }) { return key }
    let made = try await service.makeKey()
    let key = fresh.withLock { fresh -> StateKey in
      fresh = fresh ?? made
      return fresh ?? made
    }
    known.withLock { $0[key.wrapped] = key }
    last.withLock { $0 = key }
    return key
  }

  /// A key that is at hand; `nil` before state was read or made.
  var latest: StateKey? { last.withLock { $0 } }
}

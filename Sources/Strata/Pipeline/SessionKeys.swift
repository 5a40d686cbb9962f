import StrataDeployment
import Synchronization

/// The keyring of a session: made when it is needed first, so that whatever needs no state needs no passphrase.
final class SessionKeys: Sendable {
  private let keyring = Mutex<StateKeyring?>(nil)

  /// The keyring, made by a function the first time.
  func keyring(_ make: () throws(StateError) -> StateKeyring) throws(StateError) -> StateKeyring {
    if let known = keyring.withLock({ $0 }) { return known }
    let made = try make()
    return keyring.withLock { keyring in
      if let keyring { return keyring }
      keyring = made
      return made
    }
  }
}

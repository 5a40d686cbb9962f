/// Makes keys of one kind, and finds them again: a passphrase, or KMS.
public protocol StateKeyService: Sendable {
  /// Makes a new key.
  func makeKey() async throws(StateError) -> StateKey

  /// Finds a key again; `nil` where it is of another kind.
  func key(_ wrapped: WrappedKey) async throws(StateError) -> StateKey?
}

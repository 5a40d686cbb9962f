import Crypto
import StrataModel

/// A key that seals state, with the way to find it again.
public struct StateKey: Sendable, Hashable {
  let bytes: [UInt8]
  /// How it is found again.
  public let wrapped: WrappedKey

  /// Creates a key.
  ///
  /// - Parameter bytes: 32 bytes that nobody can guess.
  public init(bytes: [UInt8], wrapped: WrappedKey) {
    self.bytes = bytes
    self.wrapped = wrapped
  }

  var symmetric: SymmetricKey { SymmetricKey(data: bytes) }

  /// A few characters that tell whether a seal is this key's, and nothing else about it.
  var check: String {
    String(Digest.hexadecimal(of: HMAC<SHA256>.authenticationCode(for: Array("strata.key.check.1".utf8), using: symmetric)).prefix(8))
  }
}

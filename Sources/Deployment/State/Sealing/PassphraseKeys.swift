import CryptoExtras

/// Keys derived from a passphrase by scrypt, which takes about half a second and 128 MiB: guessing is as slow.
public struct PassphraseKeys: StateKeyService {
  private let passphrase: String
  private let variable: String
  private let cost: Int

  /// Creates a service.
  ///
  /// - Parameters:
  ///   - variable: the environment variable that holds the passphrase.
  ///   - environment: the environment of the process.
  /// - Throws: ``StateError`` when the variable is not set, or is too short to withstand anybody.
  public init(variable: String, environment: [String: String]) throws(StateError) {
    try self.init(variable: variable, environment: environment, cost: Self.standardCost)
  }

  init(variable: String, environment: [String: String], cost: Int) throws(StateError) {
    guard let passphrase = environment[variable], !passphrase.isEmpty else {
      throw StateError(.encryption, "The state is encrypted with a passphrase, and \(variable) is not set. Set it to the passphrase.")
    }
    guard passphrase.utf8.count >= 12 else {
      throw StateError(.encryption, "The passphrase in \(variable) has fewer than 12 characters. Choose a longer one.")
    }
    self.passphrase = passphrase
    self.variable = variable
    self.cost = cost
  }

  /// N is 2 to the power of it; r is 8 and p is 1.
  ///
  /// Source: the OWASP Password Storage Cheat Sheet asks for N = 2^17, r = 8, p = 1.
  @TaskLocal package static var standardCost = 17

  public func makeKey() async throws(StateError) -> StateKey {
    var generator = SystemRandomNumberGenerator()
    return try derive((0..<16).map { _ in UInt8.random(in: .min ... .max, using: &generator) }, cost)
  }

  public func key(_ wrapped: WrappedKey) async throws(StateError) -> StateKey? {
    guard case .passphrase(let salt, let cost) = wrapped else { return nil }
    return try derive(salt, cost)
  }

  private func derive(_ salt: [UInt8], _ cost: Int) throws(StateError) -> StateKey {
    do {
      // swift-crypto's limit of memory leaves no room for what BoringSSL needs beside the blocks.
      let key = try KDF.Scrypt.deriveKey(
        from: Array(passphrase.utf8), salt: salt, outputByteCount: 32, rounds: 1 << cost, blockSize: 8, parallelism: 1,
        maxMemory: (1 << cost) * 1_024 + 1 << 24)
      return StateKey(bytes: key.withUnsafeBytes(Array.init), wrapped: .passphrase(salt: salt, cost: cost))
    } catch {
      throw StateError(.encryption, "No key can be derived from the passphrase in \(variable): \(error). Free some memory and run again.")
    }
  }
}

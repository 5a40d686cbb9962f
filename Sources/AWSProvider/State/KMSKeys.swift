import AWSClient
public import StrataDeployment

/// Keys that KMS makes and protects: their encrypted form stands before what they seal, and only KMS decrypts it.
public struct KMSKeys: StateKeyService {
  private let key: String?
  private let environment: String
  private let connect: @Sendable () async throws(StateError) -> any StateServiceCaller

  /// Creates a service.
  ///
  /// - Parameters:
  ///   - key: the KMS key that protects new keys: identifier, ARN or alias; `nil` to find earlier ones only.
  ///   - environment: binds keys to the environment, as KMS's encryption context.
  ///   - connect: opens the way to KMS, when it is needed.
  public init(
    key: String?, environment: String, connect: @escaping @Sendable () async throws(StateError) -> any StateServiceCaller
  ) {
    self.key = key
    self.environment = environment
    self.connect = connect
  }

  public func makeKey() async throws(StateError) -> StateKey {
    guard let key else { throw StateError(.encryption, "No KMS key is named for new keys of '\(environment)'.") }
    let output = try await call("GenerateDataKey", ["KeyId": .string(key), "KeySpec": "AES_256"])
    guard case .blob(let bytes)? = output["Plaintext"], case .blob(let blob)? = output["CiphertextBlob"], bytes.count == 32 else {
      throw StateError(.encryption, "KMS made no key of 32 bytes with \(key).")
    }
    return StateKey(bytes: bytes, wrapped: .kms(key: output["KeyId"]?.string ?? key, blob: blob))
  }

  public func key(_ wrapped: WrappedKey) async throws(StateError) -> StateKey? {
    guard case .kms(let key, let blob) = wrapped else { return nil }
    let output = try await call("Decrypt", ["KeyId": .string(key), "CiphertextBlob": .blob(blob)])
    guard case .blob(let bytes)? = output["Plaintext"], bytes.count == 32 else {
      throw StateError(.encryption, "KMS decrypted no key of 32 bytes with \(key).")
    }
    return StateKey(bytes: bytes, wrapped: wrapped)
  }

  private func call(_ operation: String, _ input: [String: AWSValue]) async throws(StateError) -> AWSValue {
    var input = input
    input["EncryptionContext"] = ["strata:environment": .string(environment)]
    let caller = try await connect()
    do throws(AWSError) { return try await caller.exchange("kms", operation, .structure(input)).output } catch {
      throw StateError(
        .encryption, "The key of the state of '\(environment)' cannot be had: kms:\(operation) failed: \(error.message) \(error.code)")
    }
  }
}

import StrataModel

/// Whether an environment's state is sealed, and what is accepted beside that.
public struct StateSealing: Sendable {
  /// The keys; `nil` for state in clear.
  public var keyring: StateKeyring?
  /// Whether state in clear is read although there are keys: only to seal it.
  public var acceptsClear: Bool
  /// Whether state is written in clear although there are keys: only because somebody asked for it.
  public var writesClear: Bool
  /// Whether a new key seals from the next snapshot on.
  public var rotates: Bool

  /// State in clear.
  public static let clear = StateSealing(keyring: nil)

  /// Creates a choice.
  public init(keyring: StateKeyring?, acceptsClear: Bool = false, writesClear: Bool = false, rotates: Bool = false) {
    self.keyring = keyring
    self.acceptsClear = acceptsClear
    self.writesClear = writesClear
    self.rotates = rotates
  }

  /// The codec for state whose newest snapshot begins with some bytes.
  ///
  /// - Parameters:
  ///   - snapshot: the snapshot's bytes, or as many as hold its head; `nil` when there is none.
  ///   - location: the snapshot's place, for messages.
  func codec(for snapshot: ArraySlice<UInt8>?, at location: String) async throws(StateError) -> StateCodec {
    var codec = StateCodec()
    guard let snapshot else {
      if let keyring, !writesClear { codec.next = .sealed(try await keyring.newKey()) }
      return codec
    }
    if Seal.isSeal(snapshot) {
      guard let keyring else {
        throw StateError(
          .encryption, "\(location) is encrypted, and the environment does not say how. Declare it: `state: ….encrypted(with: …)`.")
      }
      let head: Seal.Head
      do { head = try Seal.head(of: snapshot) } catch {
        throw StateError(error, path: location, remedy: "Restore an earlier version of it.")
      }
      codec.key = try await keyring.key(of: head)
      if writesClear { codec.next = .clear } else if rotates { codec.next = .sealed(try await keyring.newKey()) }
    } else if let keyring, !writesClear {
      guard acceptsClear else {
        throw StateError(
          .encryption,
          "\(location) is in clear, and the environment wants it encrypted. Run 'state encrypt' if it was never encrypted; otherwise somebody replaced it: restore an earlier version."
        )
      }
      codec.next = .sealed(try await keyring.newKey())
    }
    return codec
  }

  /// The codec for an earlier snapshot, which may have been sealed in another way than the present one.
  func reading(_ snapshot: ArraySlice<UInt8>, at location: String) async throws(StateError) -> StateCodec {
    var sealing = self
    sealing.acceptsClear = true
    sealing.rotates = false
    return try await sealing.codec(for: snapshot, at: location)
  }

  /// The codec that opens some bytes of an earlier state and writes nothing: no key is made for what is in clear.
  func reader(of bytes: ArraySlice<UInt8>, at location: String) async throws(StateError) -> StateCodec {
    Seal.isSeal(bytes) ? try await reading(bytes, at: location) : StateCodec()
  }
}

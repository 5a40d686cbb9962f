public import StrataModel

/// Files outside of the state that hold as much as the state does, sealed with its key: saved plans, and what could not be recorded.
public enum SealedFile {
  /// What a file is.
  public enum Kind: Sendable, Hashable {
    case plan
    case rescue

    fileprivate var head: Seal.Head.Kind { self == .plan ? .plan : .rescue }
  }

  /// The environment that a file's seal names; `nil` for a file in clear.
  public static func environment(of bytes: [UInt8]) -> String? { (try? Seal.head(of: bytes[...]))?.environment }

  /// A file's bytes, sealed where the state is.
  ///
  /// - Parameters:
  ///   - snapshot: the state that it belongs to; its key is taken if it was read before, and a new one otherwise.
  ///   - sealing: whether the state is sealed.
  public static func seal(
    _ bytes: [UInt8], _ kind: Kind, of snapshot: StateSnapshot, _ sealing: StateSealing
  ) async throws(StateError) -> [UInt8] {
    guard let keyring = sealing.keyring, !sealing.writesClear else { return bytes }
    let key: StateKey
    if let latest = keyring.latest { key = latest } else { key = try await keyring.newKey() }
    return try Seal.close(bytes, Seal.Head(kind.head, of: snapshot, serial: snapshot.serial, key: key), with: key)
  }

  /// A file's content.
  ///
  /// - Parameter path: the file, for messages.
  /// - Throws: ``StateError`` for a file whose key is missing, that was changed, or that is in clear although the state is sealed.
  public static func open(_ bytes: [UInt8], _ kind: Kind, _ sealing: StateSealing, path: String) async throws(StateError) -> [UInt8] {
    guard Seal.isSeal(bytes[...]) else {
      guard sealing.keyring == nil || sealing.acceptsClear else {
        throw StateError(.encryption, "\(path) is in clear, and its environment wants it encrypted. Make it again.")
      }
      return bytes
    }
    guard let keyring = sealing.keyring else {
      throw StateError(
        .encryption, "\(path) is encrypted, and the environment does not say how. Declare it: `state: ….encrypted(with: …)`.")
    }
    do {
      let key = try await keyring.key(of: try Seal.head(of: bytes[...]))
      let (head, content) = try Seal.open(bytes[...], with: key)
      guard head.kind == kind.head else { throw CodingFailure(.malformed, "the seal is of \(head.kind.rawValue)") }
      return content
    } catch let error as StateError {
      throw error
    } catch let failure as CodingFailure {
      throw StateError(failure, path: path, remedy: "Make it again.")
    } catch {
      throw StateError(.corrupted, "\(path): \(error)")
    }
  }
}

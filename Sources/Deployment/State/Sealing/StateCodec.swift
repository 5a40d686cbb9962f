import StrataModel

/// Turns snapshots and entries into bytes and back, sealed or in clear; every key is at hand.
///
/// Entries are sealed with the key of the snapshot that they follow, so that one key opens all of the present state.
struct StateCodec: Sendable {
  /// What the next snapshot is sealed with.
  enum Next {
    case same
    case sealed(StateKey)
    case clear
  }

  /// What the present snapshot and its entries are sealed with; `nil` for state in clear.
  var key: StateKey?
  var next = Next.same

  /// A snapshot as it is stored; from then on its key is the present one.
  mutating func encode(_ snapshot: StateSnapshot) throws(StateError) -> [UInt8] {
    switch next {
    case .same: break
    case .sealed(let key): self.key = key
    case .clear: key = nil
    }
    next = .same
    let bytes = snapshot.fileBytes
    guard let key else { return bytes }
    return try Seal.close(bytes, Seal.Head(.snapshot, of: snapshot, serial: snapshot.serial, key: key), with: key)
  }

  /// Whether bytes are sealed, or in clear, as those are that are written now.
  func isSealedAsNow(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let key else { return !Seal.isSeal(bytes) }
    guard Seal.isSeal(bytes), let head = try? Seal.head(of: bytes) else { return false }
    return head.check == key.check
  }

  /// Reads a snapshot.
  func snapshot(_ bytes: [UInt8]) throws(CodingFailure) -> StateSnapshot {
    guard Seal.isSeal(bytes[...]) else {
      guard key == nil else { throw CodingFailure(.malformed, "it is in clear among encrypted state") }
      return try StateSnapshot(fileBytes: bytes)
    }
    let (head, content) = try open(bytes[...], .snapshot)
    let snapshot = try StateSnapshot(fileBytes: content)
    guard head.lineage == snapshot.lineage, head.serial == snapshot.serial, head.epoch == snapshot.epoch,
      head.environment == snapshot.environment
    else { throw CodingFailure(.malformed, "the seal is of another state than what is inside") }
    return snapshot
  }

  /// The bytes of a group commit, as they are stored.
  ///
  /// - Parameter snapshot: the state that they belong to; only who and where it is.
  func encode(entries bytes: [UInt8], first: Int, of snapshot: StateIdentity) throws(StateError) -> [UInt8] {
    guard let key else { return bytes }
    let head = Seal.Head(
      kind: .entries, environment: snapshot.environment, lineage: snapshot.lineage, serial: first, epoch: snapshot.epoch,
      engine: snapshot.engine, key: key.wrapped, check: key.check)
    return try Seal.close(bytes, head, with: key)
  }

  /// The bytes of a group commit, opened.
  ///
  /// - Parameter snapshot: the state that they must belong to.
  /// - Returns: the bytes, and the number of the first entry where the seal tells it.
  func entries(_ bytes: ArraySlice<UInt8>, of snapshot: StateIdentity) throws(CodingFailure) -> (bytes: ArraySlice<UInt8>, first: Int?) {
    guard Seal.isSeal(bytes) else {
      guard key == nil else { throw CodingFailure(.malformed, "it is in clear among encrypted state") }
      return (bytes, nil)
    }
    let (head, content) = try open(bytes, .entries)
    guard head.lineage == snapshot.lineage, head.environment == snapshot.environment else {
      throw CodingFailure(.malformed, "the seal is of another state")
    }
    return (content[...], head.serial)
  }

  private func open(_ bytes: ArraySlice<UInt8>, _ kind: Seal.Head.Kind) throws(CodingFailure) -> (head: Seal.Head, content: [UInt8]) {
    guard let key else { throw CodingFailure(.malformed, "it is encrypted among state in clear") }
    let opened = try Seal.open(bytes, with: key)
    guard opened.head.kind == kind else { throw CodingFailure(.malformed, "the seal is of \(opened.head.kind.rawValue)") }
    return opened
  }
}

/// Whose state something belongs to.
struct StateIdentity: Sendable, Hashable {
  var environment: String
  var lineage: String
  var engine: String
  var epoch: Int
}

extension StateSnapshot {
  var identity: StateIdentity { StateIdentity(environment: environment, lineage: lineage, engine: engine, epoch: epoch) }
}

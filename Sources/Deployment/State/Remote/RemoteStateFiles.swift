import StrataModel

/// The objects of one environment's state: how they are read and written.
///
/// There is no pointer to the newest: a listing tells. S3 lists what was written before (https://docs.aws.amazon.com/AmazonS3/latest/userguide/Welcome.html#ConsistencyModel).
struct RemoteStateFiles: Sendable {
  /// What the objects hold.
  struct Content {
    var snapshot: StateSnapshot
    /// The size of the snapshot's object, and the serial that it has without the log.
    var snapshotSize: Int
    var snapshotSerial: Int
    /// How many snapshots there are.
    var snapshotCount: Int
    /// The bytes of the log since then.
    var journalSize: Int
    var codec: StateCodec
  }

  let objects: any ObjectStore
  let environment: String
  var sealing = StateSealing.clear
  /// How many log objects are read at once.
  private static let concurrency = 16

  /// Reads the newest snapshot and the log since; `nil` where there is none.
  func read() async throws(StateError) -> Content? {
    // Between the listing and the reading of a snapshot a whole retention time may pass for a process that was stopped: then look again.
    for _ in 0..<3 {
      let snapshots = try await serials(in: RemoteKey.snapshotFolder)
      guard let serial = snapshots.last else {
        guard try await serials(in: RemoteKey.logFolder).isEmpty else {
          throw StateError(
            .corrupted,
            "\(objects.location) has a log and no snapshot. Restore the objects in \(RemoteKey.snapshotFolder) from their earlier versions."
          )
        }
        return nil
      }
      guard let (bytes, path) = try await snapshotBytes(serial) else { continue }
      let codec = try await sealing.codec(for: bytes[...], at: path)
      return try await folding(
        try snapshot(bytes, at: path, serial, codec), size: bytes.count, count: snapshots.count, codec)
    }
    throw StateError(.unreachable, "The snapshots in \(objects.location) go away while they are read. Run again.")
  }

  private func folding(_ base: StateSnapshot, size: Int, count: Int, _ codec: StateCodec) async throws(StateError) -> Content {
    let listed: [ListedObject]
    do { listed = try await objects.list(RemoteKey.logFolder, after: RemoteKey.log(base.serial)) } catch {
      throw StateError(error, objects)
    }
    let keys = listed.map(\.key).filter { RemoteKey.number(of: $0, in: RemoteKey.logFolder) != nil }
    var fold = StateFold(base)
    for (key, log) in zip(keys, try await logs(keys, base.identity, codec)) {
      guard log.lineage == base.lineage else {
        throw StateError(
          .corrupted,
          "\(objects.location)/\(key) belongs to another state (lineage \(log.lineage), not \(base.lineage)). Nothing was changed. Give each state a place of its own, and move the foreign objects away."
        )
      }
      for entry in log.entries where entry.sequence > base.serial {
        do throws(StateFold.Failure) { try fold.apply(entry) } catch {
          throw StateError(
            .corrupted,
            "The log in \(objects.location) lacks entry \(error.expected): after it comes \(error.found). Nothing was changed. Restore the missing object from its earlier versions, or run 'state repair'."
          )
        }
      }
    }
    return Content(
      snapshot: fold.snapshot, snapshotSize: size, snapshotSerial: base.serial, snapshotCount: count,
      journalSize: listed.reduce(0) { $0 + $1.size }, codec: codec)
  }

  /// Log objects in the order of their keys.
  private func logs(_ keys: [String], _ identity: StateIdentity, _ codec: StateCodec) async throws(StateError) -> [LogObject] {
    var found: [Result<LogObject, StateError>?] = Array(repeating: nil, count: keys.count)
    await withTaskGroup(of: (Int, Result<LogObject, StateError>).self) { group in
      var next = 0
      func start(_ group: inout TaskGroup<(Int, Result<LogObject, StateError>)>) {
        guard next < keys.count else { return }
        let index = next
        next += 1
        group.addTask {
          let log = await reading(keys[index], identity, codec)
          return (index, log)
        }
      }
      for _ in 0..<Self.concurrency { start(&group) }
      while let (index, result) = await group.next() {
        found[index] = result
        if case .success = result { start(&group) }
      }
    }
    // The first failure in order explains those after it.
    if let failure = found.lazy.compactMap({ result in if case .failure(let error) = result { error } else { nil } }).first {
      throw failure
    }
    return found.compactMap { try? $0?.get() }
  }

  private func reading(_ key: String, _ identity: StateIdentity, _ codec: StateCodec) async -> Result<LogObject, StateError> {
    do throws(StateError) { return .success(try await log(key, identity, codec)) } catch { return .failure(error) }
  }

  /// One log object.
  func log(_ key: String, _ identity: StateIdentity, _ codec: StateCodec) async throws(StateError) -> LogObject {
    guard let object = try await object(key) else {
      throw StateError(.corrupted, "\(objects.location)/\(key) is listed and cannot be read. Run again.")
    }
    return try log(object.bytes, at: "\(objects.location)/\(key)", identity, codec).log
  }

  /// One log object from its bytes, and what is in its seal.
  func log(
    _ bytes: [UInt8], at path: String, _ identity: StateIdentity, _ codec: StateCodec
  ) throws(StateError) -> (content: [UInt8], log: LogObject) {
    do throws(CodingFailure) {
      let (content, first) = try codec.entries(bytes[...], of: identity)
      let log = try LogObject(bytes: Array(content))
      guard first == nil || log.entries.first?.sequence == first else {
        throw CodingFailure(.malformed, "its seal is of other entries than what is inside")
      }
      return (Array(content), log)
    } catch {
      throw StateError(error, path: path, remedy: "Restore it from its earlier version, or run 'state repair'.")
    }
  }

  /// A snapshot's bytes and place; `nil` when there is none with that serial.
  func snapshotBytes(_ serial: Int) async throws(StateError) -> (bytes: [UInt8], path: String)? {
    let key = RemoteKey.snapshot(serial)
    return try await object(key).map { ($0.bytes, "\(objects.location)/\(key)") }
  }

  /// A snapshot from its bytes.
  func snapshot(_ bytes: [UInt8], at path: String, _ serial: Int, _ codec: StateCodec) throws(StateError) -> StateSnapshot {
    let snapshot: StateSnapshot
    do { snapshot = try codec.snapshot(bytes) } catch {
      throw StateError(error, path: path, remedy: "Restore it from its earlier version, or run 'state repair'.")
    }
    guard snapshot.environment == environment else {
      throw StateError(
        .otherEnvironment,
        "\(path) holds the state of the environment '\(snapshot.environment)', not of '\(environment)'. Give each environment a prefix of its own."
      )
    }
    guard snapshot.serial == serial else {
      throw StateError(.corrupted, "\(path) holds serial \(snapshot.serial). Nothing was changed. Restore it from its earlier version.")
    }
    return snapshot
  }

  /// The numbers of a folder's objects, ascending.
  func serials(in folder: String) async throws(StateError) -> [Int] {
    try await list(folder).compactMap { RemoteKey.number(of: $0.key, in: folder) }.sorted()
  }

  func list(_ folder: String) async throws(StateError) -> [ListedObject] {
    do { return try await objects.list(folder, after: nil) } catch { throw StateError(error, objects) }
  }

  private func object(_ key: String) async throws(StateError) -> StoredObject? {
    do { return try await objects.read(key) } catch { throw StateError(error, objects) }
  }
}

extension StateError {
  /// What trouble with objects means for the user.
  init(_ error: ObjectStoreError, _ objects: any ObjectStore) { self.init(error, at: objects.location) }

  /// What trouble with a remote store means for the user.
  init(_ error: ObjectStoreError, at location: String) {
    switch error.code {
    case .refused: self.init(.notWritable, "The state in \(location) cannot be used: \(error.message)")
    default: self.init(.unreachable, "The state in \(location) cannot be reached: \(error.message)")
    }
  }
}

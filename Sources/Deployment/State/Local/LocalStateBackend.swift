public import StrataModel

/// State in a folder of the local disk: a snapshot, a journal, earlier snapshots, and a lock that dies with its holder.
///
/// The folder holds `state.json`, `journal`, `lock`, `history/<serial>` and the key of secrets' digests. The lock is the kernel's (`flock`),
/// so a killed process leaves nothing to clean up. On network file systems the kernel's locks are not reliable between machines.
public struct LocalStateBackend: StateBackend {
  private let files: LocalStateFiles
  private let sealing: StateSealing
  private let queue: any BlockingQueue

  /// Creates a backend for one environment.
  ///
  /// - Parameters:
  ///   - directory: the environment's own folder, for example `.strata/pilot`; made when it does not exist.
  ///   - environment: the environment's name, which the state must bear.
  ///   - sealing: whether the state is encrypted.
  public init(directory: String, environment: String, sealing: StateSealing = .clear) {
    self.init(directory: directory, environment: environment, sealing: sealing, fileSystem: SystemFileSystem())
  }

  package init(
    directory: String, environment: String, sealing: StateSealing = .clear, fileSystem: any FileSystem,
    queue: (any BlockingQueue)? = nil, memory: StateReadMemory? = nil
  ) {
    self.sealing = sealing
    self.queue = queue ?? FileQueue()
    files = LocalStateFiles(directory: directory, environment: environment, fileSystem: fileSystem, memory: memory)
  }

  public var location: String { files.directory }

  public func lock(as owner: LockOwner) async throws(StateError) -> any StateLease {
    let lease = LocalStateLease(files, sealing, queue)
    try await lease.acquire(owner)
    return lease
  }

  public func load() async throws(StateError) -> StateSnapshot? {
    // A writer may replace the snapshot between two reads; then entries seem to be missing, and a second look finds them.
    var failure: StateError?
    for _ in 0..<3 {
      do throws(StateError) {
        let codec = try await codec()
        return try await perform { files throws(StateError) in try files.read(codec)?.snapshot }
      } catch {
        failure = error
      }
      if failure?.code != .corrupted { break }
    }
    if let failure { throw failure }
    return nil
  }

  /// The codec of the present snapshot.
  private func codec() async throws(StateError) -> StateCodec {
    let head = try await perform { files throws(StateError) in try files.head() }
    return try await sealing.codec(for: head, at: files.snapshotPath)
  }

  public func secretKey() async throws(StateError) -> [UInt8] {
    try await perform { files throws(StateError) in
      try SecretKeyFile.load(in: files.directory, fileSystem: files.fileSystem)
    }
  }

  public func adoptSecretKey(_ key: [UInt8]) async throws(StateError) {
    try await perform { files throws(StateError) in
      guard try SecretKeyFile.load(in: files.directory, or: key, fileSystem: files.fileSystem) == key else {
        throw StateError(.corrupted, "\(files.directory)/secret.key is another key than the one to adopt. Move it away first.")
      }
    }
  }

  /// Puts the state aside after it was taken elsewhere: under a lock that the caller holds.
  public func putAside() async throws(StateError) {
    try await perform { files throws(StateError) in try files.putAside() }
  }

  public func lockStatus() async throws(StateError) -> LockStatus? {
    try await perform { files throws(StateError) in try files.lockStatus() }
  }

  public func versions() async throws(StateError) -> [StateVersion] {
    let codec = try await codec()
    return try await perform { files throws(StateError) in try files.versions(codec) }
  }

  public func snapshot(at serial: Int) async throws(StateError) -> StateSnapshot {
    let present = try await codec()
    let (bytes, path) = try await perform { files throws(StateError) in try files.version(serial, present) }
    let codec = try await sealing.reader(of: bytes[...], at: path)
    return try await perform { files throws(StateError) in try files.version(bytes, at: path, codec) }
  }

  public func repair(as owner: LockOwner) async throws(StateError) -> StateRepair {
    let lease = LocalStateLease(files, sealing, queue)
    try await lease.acquire(owner)
    return try await lease.releasing { () async throws(StateError) in try await lease.repair() }
  }

  /// Does something with the files on the queue of files.
  private func perform<Value: Sendable>(
    _ body: @escaping @Sendable (LocalStateFiles) throws(StateError) -> Value
  ) async throws(StateError) -> Value {
    let files = files
    let result = await queue.run { () -> Result<Value, StateError> in
      do throws(StateError) { return .success(try body(files)) } catch { return .failure(error) }
    }
    return try result.get()
  }
}

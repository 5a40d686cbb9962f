public import StrataModel

/// State in a folder of the local disk: a snapshot, a journal, earlier snapshots, and a lock that dies with its holder.
///
/// The folder holds `state.json`, `journal`, `lock`, `history/<serial>` and the key of secrets' digests. The lock is the kernel's (`flock`),
/// so a killed process leaves nothing to clean up. On network file systems the kernel's locks are not reliable between machines.
public struct LocalStateBackend: StateBackend {
  private let files: LocalStateFiles
  private let queue: any BlockingQueue

  /// Creates a backend for one environment.
  ///
  /// - Parameters:
  ///   - directory: the environment's own folder, for example `.strata/pilot`; made when it does not exist.
  ///   - environment: the environment's name, which the state must bear.
  public init(directory: String, environment: String) {
    self.init(directory: directory, environment: environment, fileSystem: SystemFileSystem())
  }

  package init(directory: String, environment: String, fileSystem: any FileSystem, queue: (any BlockingQueue)? = nil) {
    self.queue = queue ?? FileQueue()
    files = LocalStateFiles(directory: directory, environment: environment, fileSystem: fileSystem)
  }

  public var location: String { files.directory }

  public func lock(as owner: LockOwner) async throws(StateError) -> any StateLease {
    let lease = LocalStateLease(files, queue)
    try await lease.acquire(owner)
    return lease
  }

  public func load() async throws(StateError) -> StateSnapshot? {
    let files = files
    let result = await queue.run { () -> Result<StateSnapshot?, StateError> in
      // A writer may replace the snapshot between the two reads; then entries seem to be missing, and a second look finds them.
      var failure: StateError?
      for _ in 0..<3 {
        do throws(StateError) { return .success(try files.read()?.snapshot) } catch { failure = error }
        if failure?.code != .corrupted { break }
      }
      return failure.map { .failure($0) } ?? .success(nil)
    }
    return try result.get()
  }

  public func secretKey() async throws(StateError) -> [UInt8] {
    try await perform { files throws(StateError) in
      try SecretKeyFile.load(in: files.directory, fileSystem: files.fileSystem)
    }
  }

  public func lockStatus() async throws(StateError) -> LockStatus? {
    try await perform { files throws(StateError) in try files.lockStatus() }
  }

  public func versions() async throws(StateError) -> [StateVersion] {
    try await perform { files throws(StateError) in try files.versions() }
  }

  public func snapshot(at serial: Int) async throws(StateError) -> StateSnapshot {
    try await perform { files throws(StateError) in try files.version(serial) }
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

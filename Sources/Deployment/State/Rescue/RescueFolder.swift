public import StrataModel

/// What deployments could not record, in files beside the local state, until it is pushed to where it belongs.
public struct RescueFolder: Sendable {
  /// What a push did.
  public struct Report: Sendable, Hashable {
    /// How many entries were recorded.
    public var recordedCount: Int
    /// How many operations were resolved in another way meanwhile.
    public var knownCount: Int
  }

  public let directory: String
  private let sealing: StateSealing
  private let fileSystem: any FileSystem
  private static let suffix = ".journal"

  /// Creates a view of a folder; it is made when something is saved.
  ///
  /// - Parameter sealing: whether the state is encrypted, and with it what could not be recorded.
  public init(directory: String, sealing: StateSealing = .clear) {
    self.init(directory: directory, sealing: sealing, fileSystem: SystemFileSystem())
  }

  init(directory: String, sealing: StateSealing = .clear, fileSystem: any FileSystem) {
    self.directory = directory
    self.sealing = sealing
    self.fileSystem = fileSystem
  }

  /// Saves what could not be recorded.
  ///
  /// - Parameters:
  ///   - entries: what ``DeploymentResult/unrecorded`` holds.
  ///   - snapshot: the state that they belong to.
  ///   - run: the run's name, which becomes the file's.
  /// - Returns: the file's path; `nil` when nothing among the entries is worth keeping.
  public func save(_ entries: [JournalEntry], of snapshot: StateSnapshot, run: String) async throws(StateError) -> String? {
    let isWorthKeeping = entries.contains { entry in
      switch entry.body {
      case .outcome, .accepted, .resolved: true
      default: false
      }
    }
    guard isWorthKeeping else { return nil }
    let file = LogObject(
      lineage: snapshot.lineage, environment: snapshot.environment, engine: snapshot.engine, epoch: snapshot.epoch, nonce: run,
      entries: entries)
    let bytes = try await SealedFile.seal(file.bytes, .rescue, of: snapshot, sealing)
    let path = directory + "/" + run + Self.suffix
    do throws(FileFailure) {
      try fileSystem.createDirectory(directory)
      try fileSystem.replace(path, with: bytes, mode: 0o600)
    } catch {
      throw StateError(error, directory)
    }
    return path
  }

  /// The files that wait to be pushed, in no particular order of time.
  public func pending() throws(StateError) -> [String] {
    do { return try fileSystem.list(directory).filter { $0.hasSuffix(Self.suffix) }.sorted().map { directory + "/" + $0 } } catch {
      throw StateError(error, directory)
    }
  }

  /// Records what a file holds, as far as nothing else has settled it, and puts the file aside.
  ///
  /// - Throws: ``StateError`` for a file that is damaged or of another state, and when state cannot be written; the file stays then.
  public func push(_ path: String, under lease: any StateLease) async throws(StateError) -> Report {
    let bytes: [UInt8]?
    do { bytes = try fileSystem.read(path) } catch { throw StateError(error, directory) }
    guard let bytes else { throw StateError(.unreachable, "There is no file \(path).") }
    let rescued: LogObject
    let content = try await SealedFile.open(bytes, .rescue, sealing, path: path)
    do { rescued = try LogObject(bytes: content) } catch {
      throw StateError(error, path: path, remedy: "Move it away; the next deployment finds out by reading what became of its operations.")
    }
    guard let snapshot = try await lease.load(), snapshot.lineage == rescued.lineage else {
      throw StateError(
        .otherEnvironment,
        "\(path) belongs to another state of '\(rescued.environment)' (lineage \(rescued.lineage)). Push it to that one, or move it away.")
    }
    let push = RescuePush(rescued.entries, onto: snapshot)
    if !push.entries.isEmpty { _ = try await lease.append(push.entries) }
    do { try fileSystem.rename(path, to: path + ".pushed") } catch { throw StateError(error, directory) }
    return Report(recordedCount: push.entries.count, knownCount: push.knownCount)
  }
}

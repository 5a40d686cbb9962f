import StrataModel

extension RemoteStateLease {
  /// Seals the earlier snapshots, and the log between them, as the present state is sealed.
  ///
  /// Each object tells by itself how it is sealed, so that a run which ends in the middle is completed by another one. Versions of objects that
  /// a bucket keeps are no objects of ours, and stay.
  func rewriteHistory() async throws(StateError) -> Int {
    try check()
    if !isLoaded { _ = try await load() }
    guard let present = snapshotSerial, let identity else { return 0 }
    var left = 0
    for serial in try await files.serials(in: RemoteKey.snapshotFolder) where serial < present {
      let isDone = try await rewrite(RemoteKey.snapshot(serial)) { (bytes, path, reader, writer) throws(StateError) in
        var writer = writer
        return try writer.encode(try files.snapshot(bytes, at: path, serial, reader))
      }
      if !isDone { left += 1 }
    }
    for first in try await files.serials(in: RemoteKey.logFolder) where first <= present {
      let isDone = try await rewrite(RemoteKey.log(first)) { (bytes, path, reader, writer) throws(StateError) in
        let (content, log) = try files.log(bytes, at: path, identity, reader)
        var writerIdentity = identity
        writerIdentity.epoch = log.epoch
        writerIdentity.engine = log.engine
        return try writer.encode(entries: content, first: first, of: writerIdentity)
      }
      if !isDone { left += 1 }
    }
    return left
  }

  private typealias Rewriting = (
    _ bytes: [UInt8], _ path: String, _ reader: StateCodec, _ writer: StateCodec
  ) throws(StateError) -> [UInt8]

  /// Puts an object sealed as the present state in the place of one that is sealed otherwise.
  ///
  /// - Returns: whether it is sealed so, or gone; `false` for one that cannot be read.
  private func rewrite(_ key: String, _ change: Rewriting) async throws(StateError) -> Bool {
    // The second time when an answer was lost, or the object is no longer the one that was read.
    for _ in 0..<2 {
      try check()
      let object: StoredObject?
      do { object = try await files.objects.read(key) } catch { throw StateError(error, files.objects) }
      guard let object, !codec.isSealedAsNow(object.bytes[...]) else { return true }
      let path = "\(files.objects.location)/\(key)"
      let bytes: [UInt8]
      do throws(StateError) {
        let reader = try await files.sealing.reader(of: object.bytes[...], at: path)
        bytes = try change(object.bytes, path, reader, StateCodec(key: codec.key))
      } catch {
        // A store that cannot be reached is another matter than an object that nobody can open any more.
        guard error.isAboutContent else { throw error }
        return false
      }
      do {
        _ = try await files.objects.write(bytes, to: key, if: .tag(object.tag))
        return true
      } catch {
        guard error.code == .conditionFailed || error.code == .unknown else { throw StateError(error, files.objects) }
      }
    }
    return false
  }
}

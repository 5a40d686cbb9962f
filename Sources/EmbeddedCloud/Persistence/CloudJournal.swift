import StrataDeployment
import StrataModel

/// The file of a cloud: a line of JSON per change, appended under a lock, so that several processes share one cloud.
///
/// A line that was cut off by a crash is dropped; damage anywhere else is an error. Secrets do not get here: write-only values are never kept,
/// and generated secrets are made again from the seed.
struct CloudJournal: Sendable {
  private let path: String
  private let guardFile: CloudFile
  private var file: CloudFile
  private var offset = 0
  private var lines = 0
  private static let format = 1

  init(directory: String) throws(CloudFileError) {
    try CloudFile.makeDirectory(directory)
    path = directory + "/objects.log"
    guardFile = try CloudFile(path: directory + "/lock")
    file = try CloudFile(path: path)
  }

  func lock() throws(CloudFileError) { try guardFile.lock() }

  func unlock() { guardFile.unlock() }

  /// Takes over what others wrote since the last time, under the lock.
  mutating func catchUp(_ store: inout CloudStore) throws(CloudFileError) {
    var status = try file.status()
    if CloudFile.identity(of: path) != status.identity || status.size < offset {
      // Somebody compacted the file, or removed it.
      file = try CloudFile(path: path)
      status = try file.status()
      offset = 0
      lines = 0
      let quotas = store.enforcesQuotas
      store = CloudStore(
        seed: store.seed, realism: store.realism, delayPerMille: store.delayPerMille, exactTypes: store.exactTypes)
      store.enforcesQuotas = quotas
    }
    guard status.size > offset else { return }
    let bytes = try file.read(from: offset, count: status.size - offset)
    var start = 0
    while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
      try apply(bytes[start..<end], &store)
      start = end + 1
      lines += 1
    }
    offset += start
    if start < bytes.count { try file.truncate(to: offset) }
    store.changes.removeAll()
    if lines > 4 * store.objects.count + 2000 { try compact(store) }
  }

  /// Appends what an operation changed.
  mutating func append(_ store: inout CloudStore) throws(CloudFileError) {
    guard !store.changes.isEmpty else { return }
    var text = offset == 0 ? Self.header : ""
    var count = offset == 0 ? 1 : 0
    for change in store.changes {
      guard let value = CloudDocument.value(of: change, store) else { continue }
      text += JSONWriter.text(of: value)
      text += "\n"
      count += 1
    }
    store.changes.removeAll(keepingCapacity: true)
    try file.append(text)
    offset += text.utf8.count
    lines += count
  }

  /// Writes all that stands into a new file.
  private mutating func compact(_ store: CloudStore) throws(CloudFileError) {
    var text = Self.header
    var count = 1
    let changes =
      store.objects.keys.sorted().map { CloudLogEntry.put($0) } + store.tokens.keys.map { .token($0) }
      + store.sequences.keys.map { .sequence($0) } + store.settings.keys.map { .setting($0) }
    for change in changes {
      guard let value = CloudDocument.value(of: change, store) else { continue }
      text += JSONWriter.text(of: value) + "\n"
      count += 1
    }
    text += JSONWriter.text(of: ["counter": .integer(store.counter)]) + "\n"
    try CloudFile.replace(path, with: text)
    file = try CloudFile(path: path)
    offset = text.utf8.count
    lines = count + 1
  }

  private static let header = "{\"format\":\(format)}\n"

  private func apply(_ line: ArraySlice<UInt8>, _ store: inout CloudStore) throws(CloudFileError) {
    let value: PropertyValue
    do throws(JSONReader.Failure) { value = try JSONReader.value(of: line) } catch {
      throw damage("line \(lines + 1) is no JSON: \(error)")
    }
    if let format = value["format"]?.integerValue {
      guard format == Self.format else {
        throw CloudFileError(
          "The embedded cloud at \(path) has format \(format), and this program reads \(Self.format). Use the version that wrote it, or delete the file."
        )
      }
      return
    }
    guard CloudDocument.apply(value, to: &store) else { throw damage("line \(lines + 1) is not understood") }
  }

  private func damage(_ what: String) -> CloudFileError {
    CloudFileError(
      "The embedded cloud's file \(path) is damaged: \(what). Put a copy back, or delete the file to begin with an empty cloud; "
        + "deployed environments must then be forgotten with 'state forget' or deployed anew.")
  }
}

extension EmbeddedCloud.State {
  /// Takes the file's lock, where there is a file, and what others have written.
  mutating func beginWriting() throws(ProviderError) {
    guard journal != nil else { return }
    do throws(CloudFileError) {
      try journal?.lock()
      try journal?.catchUp(&store)
    } catch {
      journal?.unlock()
      throw ProviderError(.serviceFailure, error.message)
    }
  }

  mutating func commit() throws(ProviderError) {
    guard journal != nil else {
      store.changes.removeAll(keepingCapacity: true)
      return
    }
    do throws(CloudFileError) { try journal?.append(&store) } catch {
      throw ProviderError(.serviceFailure, execution: .unknown, error.message)
    }
  }

  func endWriting() { journal?.unlock() }
}

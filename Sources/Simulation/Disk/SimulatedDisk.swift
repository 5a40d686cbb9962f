import StrataDeployment
import Synchronization

/// A disk in memory that forgets, tears and reorders what was not synchronized, as disks do when the power goes.
///
/// What a killed process wrote stays in the kernel and arrives; a machine that stops loses what was not synchronized. The harder of the two is
/// simulated: any write after a file's last synchronization may be missing, or be there in parts of 512 bytes, and names that were made after
/// the folder's last synchronization may be missing from some point on.
final class SimulatedDisk: Sendable {
  private enum Write {
    case data(offset: Int, [UInt8])
    case size(Int)
  }

  private struct File {
    var content: [UInt8] = []
    /// What was written since the last synchronization, and what each write took away: so the durable content can be had again without a
    /// copy of the whole.
    var pending: [Write] = []
    var undo: [(size: Int, offset: Int, bytes: [UInt8])] = []

    /// The content as it was at the last synchronization.
    var durable: [UInt8] {
      var durable = content
      for step in undo.reversed() {
        if durable.count < step.size { durable += [UInt8](repeating: 0, count: step.size - durable.count) }
        durable.replaceSubrange(step.offset..<(step.offset + step.bytes.count), with: step.bytes)
        durable.removeLast(durable.count - step.size)
      }
      return durable
    }

    /// Remembers what a change of a range takes away.
    mutating func remember(from offset: Int, to end: Int) {
      let start = min(offset, content.count)
      undo.append((content.count, start, Array(content[start..<max(start, min(end, content.count))])))
    }

    mutating func settle() {
      pending = []
      undo = []
    }
  }

  private enum NameChange {
    case set(String, Int)
    case rename(String, to: String, Int)
    case remove(String)
  }

  private struct Descriptor {
    var file: Int
    var path: String
    var process: Int
  }

  private struct State {
    var files: [Int: File] = [:]
    var names: [String: Int] = [:]
    var durableNames: [String: Int] = [:]
    var pendingNames: [NameChange] = []
    var descriptors: [Int32: Descriptor] = [:]
    var locks: [Int: Int32] = [:]
    var number = 0
  }

  private let state: Mutex<State>

  /// Creates an empty disk.
  init() { state = Mutex(State()) }

  /// Creates a disk with all that another one holds now.
  init(as disk: SimulatedDisk) {
    let copy = disk.state.withLock { $0 }
    state = Mutex(copy)
  }

  private static let sector = 512
  private static let badDescriptor: Int32 = 9
  private static let noEntry: Int32 = 2

  // MARK: Files

  func read(_ path: String) -> [UInt8]? {
    state.withLock { state in state.names[path].flatMap { state.files[$0]?.content } }
  }

  func open(_ path: String, truncating: Bool, process: Int) -> FileDescriptor {
    state.withLock { state in
      state.number += 1
      let file = state.names[path] ?? state.number
      if state.names[path] == nil {
        state.files[file] = File()
        state.names[path] = file
        state.pendingNames.append(.set(path, file))
      } else if truncating {
        state.files[file]?.remember(from: 0, to: .max)
        state.files[file]?.content = []
        state.files[file]?.pending.append(.size(0))
      }
      let descriptor = Int32(state.number)
      state.descriptors[descriptor] = Descriptor(file: file, path: path, process: process)
      return FileDescriptor(number: descriptor)
    }
  }

  func close(_ descriptor: FileDescriptor) {
    state.withLock { state in
      guard let open = state.descriptors.removeValue(forKey: descriptor.number) else { return }
      if state.locks[open.file] == descriptor.number { state.locks[open.file] = nil }
    }
  }

  func write(_ bytes: [UInt8], to descriptor: FileDescriptor, at offset: Int) throws(FileFailure) {
    try change(descriptor, "write") { file in
      file.remember(from: offset, to: offset + bytes.count)
      Self.apply(bytes[...], at: offset, to: &file.content)
      file.pending.append(.data(offset: offset, bytes))
    }
  }

  func truncate(_ descriptor: FileDescriptor, to size: Int) throws(FileFailure) {
    try change(descriptor, "truncate") { file in
      file.remember(from: size, to: .max)
      Self.resize(&file.content, to: size)
      file.pending.append(.size(size))
    }
  }

  func synchronize(_ descriptor: FileDescriptor) throws(FileFailure) {
    try change(descriptor, "synchronize") { file in
      file.settle()
    }
  }

  private func change(_ descriptor: FileDescriptor, _ operation: String, _ body: (inout File) -> Void) throws(FileFailure) {
    let isOpen = state.withLock { state -> Bool in
      guard let open = state.descriptors[descriptor.number], var file = state.files[open.file] else { return false }
      state.files[open.file] = nil
      body(&file)
      state.files[open.file] = file
      return true
    }
    guard isOpen else { throw FileFailure(code: Self.badDescriptor, operation: operation, path: "") }
  }

  // MARK: Names

  func synchronizeNames() {
    state.withLock { state in
      state.durableNames = state.names
      state.pendingNames = []
    }
  }

  func rename(_ path: String, to destination: String) throws(FileFailure) {
    let isThere = state.withLock { state -> Bool in
      guard let file = state.names.removeValue(forKey: path) else { return false }
      state.names[destination] = file
      state.pendingNames.append(.rename(path, to: destination, file))
      return true
    }
    guard isThere else { throw FileFailure(code: Self.noEntry, operation: "rename", path: path) }
  }

  func link(_ path: String, to destination: String) throws(FileFailure) {
    let isThere = state.withLock { state -> Bool in
      guard let file = state.names[path] else { return false }
      if state.names[destination] == nil {
        state.names[destination] = file
        state.pendingNames.append(.set(destination, file))
      }
      return true
    }
    guard isThere else { throw FileFailure(code: Self.noEntry, operation: "link", path: path) }
  }

  func remove(_ path: String) {
    state.withLock { state in
      state.names[path] = nil
      state.pendingNames.append(.remove(path))
    }
  }

  func list(_ path: String) -> [String] {
    state.withLock { state in
      state.names.keys.filter { $0.hasPrefix(path + "/") }.map { String($0.dropFirst(path.utf8.count + 1)) }.sorted()
    }
  }

  /// The content of every file, also of those that only an open descriptor names.
  var contents: [[UInt8]] {
    state.withLock { state in state.files.keys.sorted().compactMap { state.files[$0]?.content } }
  }

  // MARK: Locks

  func lock(_ descriptor: FileDescriptor) -> Bool {
    state.withLock { state in
      guard let open = state.descriptors[descriptor.number] else { return false }
      if let holder = state.locks[open.file] { return holder == descriptor.number }
      state.locks[open.file] = descriptor.number
      return true
    }
  }

  /// Whether somebody holds a lock.
  var isLocked: Bool { state.withLock { !$0.locks.isEmpty } }

  // MARK: Crashes

  /// Ends a process: its descriptors and locks are gone, and what it did not synchronize meets its fate.
  func crash(process: Int, _ chance: inout Chance) {
    var fate = chance
    state.withLock { state in
      for descriptor in state.descriptors.keys.sorted() where state.descriptors[descriptor]?.process == process {
        if let file = state.descriptors.removeValue(forKey: descriptor)?.file, state.locks[file] == descriptor {
          state.locks[file] = nil
        }
      }
      let keepsAll = fate.happens(perMille: 300)
      for number in state.files.keys.sorted() {
        guard var file = state.files[number], !file.pending.isEmpty else { continue }
        if !keepsAll { file.content = Self.torn(file.durable, file.pending, &fate) }
        file.settle()
        state.files[number] = file
      }
      if !keepsAll {
        var names = state.durableNames
        for change in state.pendingNames.prefix(fate.below(state.pendingNames.count + 1)) {
          switch change {
          case .set(let path, let file): names[path] = file
          case .rename(let path, let destination, let file):
            names[path] = nil
            names[destination] = file
          case .remove(let path): names[path] = nil
          }
        }
        state.names = names
      }
      state.durableNames = state.names
      state.pendingNames = []
      let named = Set(state.names.values).union(state.descriptors.values.map(\.file))
      state.files = state.files.filter { named.contains($0.key) }
    }
    chance = fate
  }

  /// A file after some of its writes arrived, whole, in parts or not at all.
  private static func torn(_ durable: [UInt8], _ writes: [Write], _ chance: inout Chance) -> [UInt8] {
    var content = durable
    for write in writes {
      switch write {
      case .size(let size):
        if chance.happens(perMille: 600) { resize(&content, to: size) }
      case .data(let offset, let bytes):
        switch chance.below(5) {
        case 0: break
        case 1: apply(bytes[...], at: offset, to: &content)
        case 2: apply(bytes.prefix(chance.below(bytes.count + 1)), at: offset, to: &content)
        default:
          var start = 0
          while start < bytes.count {
            // Sectors are those of the file, not of the write.
            let end = min(bytes.count, (offset + start) / sector * sector + sector - offset)
            if chance.happens(perMille: 500) { apply(bytes[start..<end], at: offset + start, to: &content) }
            start = end
          }
        }
      }
    }
    return content
  }

  private static func apply(_ bytes: ArraySlice<UInt8>, at offset: Int, to content: inout [UInt8]) {
    if content.count < offset + bytes.count { content += [UInt8](repeating: 0, count: offset + bytes.count - content.count) }
    content.replaceSubrange(offset..<(offset + bytes.count), with: bytes)
  }

  private static func resize(_ content: inout [UInt8], to size: Int) {
    if content.count > size {
      content.removeLast(content.count - size)
    } else {
      content += [UInt8](repeating: 0, count: size - content.count)
    }
  }
}

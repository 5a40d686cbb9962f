import Foundation
import Synchronization

@testable import StrataDeployment

/// The system's files, where one operation fails, or tears and ends the process.
final class FaultyFileSystem: FileSystem {
  enum Fault {
    case fail(Int32)
    /// Only so many bytes of a write reach the file, and nothing works after it.
    case tear(Int)
    case die
  }

  private let system = SystemFileSystem()
  private let state = Mutex<(count: Int, at: Int, fault: Fault?, isDead: Bool)>((0, .max, nil, false))

  func inject(_ fault: Fault, at number: Int) { state.withLock { $0 = (0, number, fault, false) } }
  var count: Int { state.withLock { $0.count } }

  /// Counts an operation that changes something.
  private func step(_ operation: String) throws(FileFailure) -> Fault? {
    let (fault, isDead) = state.withLock { state -> (Fault?, Bool) in
      if state.isDead { return (nil, true) }
      defer { state.count += 1 }
      guard state.count == state.at else { return (nil, false) }
      if case .fail = state.fault {} else { state.isDead = true }
      return (state.fault, false)
    }
    if isDead { throw FileFailure(code: EIO, operation: operation, path: "dead") }
    switch fault {
    case .fail(let code): throw FileFailure(code: code, operation: operation, path: "")
    case .die: throw FileFailure(code: EIO, operation: operation, path: "dead")
    case .tear, nil: return fault
    }
  }

  func read(_ path: String) throws(FileFailure) -> [UInt8]? { try system.read(path) }
  func facts(_ path: String) throws(FileFailure) -> FileFacts? { try system.facts(path) }
  func createDirectory(_ path: String) throws(FileFailure) { try system.createDirectory(path) }
  func open(_ path: String, truncating: Bool, mode: UInt32) throws(FileFailure) -> FileDescriptor {
    _ = try step("open")
    return try system.open(path, truncating: truncating, mode: mode)
  }
  func close(_ descriptor: FileDescriptor) { system.close(descriptor) }
  func write(_ bytes: [UInt8], to descriptor: FileDescriptor, at offset: Int) throws(FileFailure) {
    if case .tear(let count)? = try step("write") {
      try system.write(Array(bytes.prefix(count)), to: descriptor, at: offset)
      throw FileFailure(code: EIO, operation: "write", path: "dead")
    }
    try system.write(bytes, to: descriptor, at: offset)
  }
  func truncate(_ descriptor: FileDescriptor, to size: Int) throws(FileFailure) {
    _ = try step("truncate")
    try system.truncate(descriptor, to: size)
  }
  func synchronize(_ descriptor: FileDescriptor) throws(FileFailure) {
    _ = try step("synchronize")
    try system.synchronize(descriptor)
  }
  func synchronizeDirectory(_ path: String) throws(FileFailure) {
    _ = try step("synchronize")
    try system.synchronizeDirectory(path)
  }
  func rename(_ path: String, to destination: String) throws(FileFailure) {
    _ = try step("rename")
    try system.rename(path, to: destination)
  }
  func link(_ path: String, to destination: String) throws(FileFailure) {
    _ = try step("link")
    try system.link(path, to: destination)
  }
  func remove(_ path: String) throws(FileFailure) {
    _ = try step("remove")
    try system.remove(path)
  }
  func list(_ path: String) throws(FileFailure) -> [String] { try system.list(path) }
  func lock(_ descriptor: FileDescriptor) throws(FileFailure) -> Bool { try system.lock(descriptor) }
}

/// A folder that is removed with the value that holds it.
final class TemporaryFolder: Sendable {
  let path = NSTemporaryDirectory() + "strata-" + UUID().uuidString
  deinit { try? FileManager.default.removeItem(atPath: path) }
}

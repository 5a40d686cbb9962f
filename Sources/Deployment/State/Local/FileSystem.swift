/// The few file operations that durable state needs; a seam, so that tests can fail or tear each of them.
package protocol FileSystem: Sendable {
  /// The content of a file, or `nil` when there is none.
  func read(_ path: String) throws(FileFailure) -> [UInt8]?
  /// Size and time of a file, or `nil` when there is none.
  func facts(_ path: String) throws(FileFailure) -> FileFacts?
  func createDirectory(_ path: String) throws(FileFailure)
  /// Opens a file for reading and writing, and makes it when there is none.
  func open(_ path: String, truncating: Bool, mode: UInt32) throws(FileFailure) -> FileDescriptor
  func close(_ descriptor: FileDescriptor)
  func write(_ bytes: [UInt8], to descriptor: FileDescriptor, at offset: Int) throws(FileFailure)
  func truncate(_ descriptor: FileDescriptor, to size: Int) throws(FileFailure)
  /// Makes what was written durable.
  func synchronize(_ descriptor: FileDescriptor) throws(FileFailure)
  func synchronizeDirectory(_ path: String) throws(FileFailure)
  func rename(_ path: String, to destination: String) throws(FileFailure)
  /// Gives a file a second name; harmless when that name exists.
  func link(_ path: String, to destination: String) throws(FileFailure)
  func remove(_ path: String) throws(FileFailure)
  /// The names in a folder; empty when there is none.
  func list(_ path: String) throws(FileFailure) -> [String]
  /// Takes the kernel's lock on a file; answers whether it was free.
  func lock(_ descriptor: FileDescriptor) throws(FileFailure) -> Bool
}

/// An open file.
package struct FileDescriptor: Sendable, Hashable {
  package let number: Int32

  package init(number: Int32) { self.number = number }
}

/// What a folder tells of a file.
package struct FileFacts: Sendable, Hashable {
  package var size: Int
  /// Seconds since 1970.
  package var writtenAt: Int

  package init(size: Int, writtenAt: Int) {
    self.size = size
    self.writtenAt = writtenAt
  }
}

/// A system call that failed.
package struct FileFailure: Error, Sendable, Hashable {
  package var code: Int32
  package var operation: String
  package var path: String

  package init(code: Int32, operation: String, path: String) {
    self.code = code
    self.operation = operation
    self.path = path
  }
}

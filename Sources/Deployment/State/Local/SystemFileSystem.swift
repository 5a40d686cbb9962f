#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// The operating system's files.
package struct SystemFileSystem: FileSystem {
  package init() {}

  package func read(_ path: String) throws(FileFailure) -> [UInt8]? {
    let number = retrying { openFile(path, O_RDONLY | O_CLOEXEC, 0) }
    guard number >= 0 else {
      if errno == ENOENT { return nil }
      throw FileFailure(code: errno, operation: "open", path: path)
    }
    defer { close(FileDescriptor(number: number)) }
    let size = Int(lseek(number, 0, SEEK_END))
    guard size >= 0, lseek(number, 0, SEEK_SET) == 0 else { throw FileFailure(code: errno, operation: "seek", path: path) }
    var failure: FileFailure?
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let received = retrying { readBytes(number, buffer.baseAddress.map { $0 + count }, size - count) }
        if received == 0 { break }
        guard received > 0 else {
          failure = FileFailure(code: errno, operation: "read", path: path)
          break
        }
        count += received
      }
    }
    if let failure { throw failure }
    return bytes
  }

  package func facts(_ path: String) throws(FileFailure) -> FileFacts? {
    var facts = stat()
    guard stat(path, &facts) == 0 else {
      if errno == ENOENT { return nil }
      throw FileFailure(code: errno, operation: "look at", path: path)
    }
    #if canImport(Darwin)
    let time = facts.st_mtimespec
    #else
    let time = facts.st_mtim
    #endif
    return FileFacts(size: Int(facts.st_size), writtenAt: Int(time.tv_sec))
  }

  package func createDirectory(_ path: String) throws(FileFailure) {
    if mkdir(path, 0o755) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), slash > path.startIndex else {
      throw FileFailure(code: errno, operation: "create the folder", path: path)
    }
    try createDirectory(String(path[..<slash]))
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else {
      throw FileFailure(code: errno, operation: "create the folder", path: path)
    }
  }

  package func open(_ path: String, truncating: Bool, mode: UInt32) throws(FileFailure) -> FileDescriptor {
    let flags = O_RDWR | O_CREAT | O_CLOEXEC | (truncating ? O_TRUNC : 0)
    let number = retrying { openFile(path, flags, mode_t(mode)) }
    guard number >= 0 else { throw FileFailure(code: errno, operation: "open", path: path) }
    return FileDescriptor(number: number)
  }

  package func close(_ descriptor: FileDescriptor) { _ = closeFile(descriptor.number) }

  package func write(_ bytes: [UInt8], to descriptor: FileDescriptor, at offset: Int) throws(FileFailure) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        retrying { pwrite(descriptor.number, buffer.baseAddress.map { $0 + written }, bytes.count - written, off_t(offset + written)) }
      }
      guard count > 0 else { throw FileFailure(code: errno, operation: "write", path: "") }
      written += count
    }
  }

  package func truncate(_ descriptor: FileDescriptor, to size: Int) throws(FileFailure) {
    guard retrying({ Int(ftruncate(descriptor.number, off_t(size))) }) == 0 else {
      throw FileFailure(code: errno, operation: "truncate", path: "")
    }
  }

  package func synchronize(_ descriptor: FileDescriptor) throws(FileFailure) {
    #if canImport(Darwin)
    // fsync on macOS reaches the drive but not its platters; this does, where the file system supports it.
    if fcntl(descriptor.number, F_FULLFSYNC) == 0 { return }
    let result = retrying { Int(fsync(descriptor.number)) }
    #else
    // The file's size is data: fdatasync makes it durable and leaves only the times behind.
    let result = retrying { Int(fdatasync(descriptor.number)) }
    #endif
    guard result == 0 else { throw FileFailure(code: errno, operation: "synchronize", path: "") }
  }

  package func synchronizeDirectory(_ path: String) throws(FileFailure) {
    let number = retrying { openFile(path, O_RDONLY | O_CLOEXEC, 0) }
    guard number >= 0 else { throw FileFailure(code: errno, operation: "open", path: path) }
    defer { close(FileDescriptor(number: number)) }
    guard retrying({ Int(fsync(number)) }) == 0 else { throw FileFailure(code: errno, operation: "synchronize", path: path) }
  }

  package func rename(_ path: String, to destination: String) throws(FileFailure) {
    guard renameFile(path, destination) == 0 else { throw FileFailure(code: errno, operation: "rename", path: path) }
  }

  package func link(_ path: String, to destination: String) throws(FileFailure) {
    guard linkFile(path, destination) == 0 || errno == EEXIST || errno == ENOENT else {
      throw FileFailure(code: errno, operation: "link", path: path)
    }
  }

  package func remove(_ path: String) throws(FileFailure) {
    guard unlink(path) == 0 || errno == ENOENT else { throw FileFailure(code: errno, operation: "remove", path: path) }
  }

  package func list(_ path: String) throws(FileFailure) -> [String] {
    guard let directory = opendir(path) else {
      if errno == ENOENT { return [] }
      throw FileFailure(code: errno, operation: "list", path: path)
    }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  package func lock(_ descriptor: FileDescriptor) throws(FileFailure) -> Bool {
    if retrying({ Int(flock(descriptor.number, LOCK_EX | LOCK_NB)) }) == 0 { return true }
    guard errno == EWOULDBLOCK else { throw FileFailure(code: errno, operation: "lock", path: "") }
    return false
  }
}

/// Calls again what a signal interrupted.
private func retrying<Result: BinaryInteger>(_ body: () -> Result) -> Result {
  while true {
    let result = body()
    if result != -1 || errno != EINTR { return result }
  }
}

// The names of the C functions, which methods of the same name would hide.
private func openFile(_ path: String, _ flags: Int32, _ mode: mode_t) -> Int32 { open(path, flags, mode) }
private func closeFile(_ number: Int32) -> Int32 { close(number) }
private func readBytes(_ number: Int32, _ buffer: UnsafeMutablePointer<UInt8>?, _ count: Int) -> Int { read(number, buffer, count) }
private func renameFile(_ path: String, _ destination: String) -> Int32 { rename(path, destination) }
private func linkFile(_ path: String, _ destination: String) -> Int32 { link(path, destination) }

import StrataDeployment

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// An open file, with the few calls that a log shared by processes needs.
final class CloudFile: Sendable {
  private let descriptor: Int32
  let path: String

  /// Opens a file for reading and appending; makes it when it is missing.
  init(path: String) throws(CloudFileError) {
    self.path = path
    descriptor = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw CloudFile.failure("open", path) }
  }

  deinit { close(descriptor) }

  static func failure(_ what: String, _ path: String, code: Int32 = errno) -> CloudFileError {
    CloudFileError(
      "Could not \(what) the embedded cloud's file at \(path): \(String(cString: strerror(code))). Check the permissions and the space there."
    )
  }

  /// Makes a directory and those above it.
  static func makeDirectory(_ path: String) throws(CloudFileError) {
    var made = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      made += made.isEmpty || made.hasSuffix("/") ? part : "/" + part
      if mkdir(made, 0o700) != 0, errno != EEXIST, access(made, F_OK) != 0 { throw failure("make the directory for", made) }
    }
  }

  /// Waits for the right to change the file; the kernel takes it back when the process ends.
  func lock() throws(CloudFileError) {
    while flock(descriptor, LOCK_EX) != 0 {
      guard errno == EINTR else { throw CloudFile.failure("lock", path) }
    }
  }

  func unlock() { _ = flock(descriptor, LOCK_UN) }

  /// The size, and the number that tells whether the path still means this file.
  func status() throws(CloudFileError) -> (size: Int, identity: UInt64) {
    var information = stat()
    guard fstat(descriptor, &information) == 0 else { throw CloudFile.failure("examine", path) }
    return (Int(information.st_size), UInt64(information.st_ino))
  }

  /// The number of the file that a path means now; `nil` for none.
  static func identity(of path: String) -> UInt64? {
    var information = stat()
    return stat(path, &information) == 0 ? UInt64(information.st_ino) : nil
  }

  func read(from offset: Int, count: Int) throws(CloudFileError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var done = 0
    while done < count {
      let got = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress?.advanced(by: done), count - done, off_t(offset + done)) }
      if got < 0, errno == EINTR { continue }
      guard got > 0 else { throw CloudFile.failure("read", path) }
      done += got
    }
    return bytes
  }

  func append(_ text: String) throws(CloudFileError) {
    var text = text
    var failed = false
    text.withUTF8 { bytes in
      var done = 0
      while done < bytes.count {
        let put = write(descriptor, bytes.baseAddress?.advanced(by: done), bytes.count - done)
        if put < 0, errno == EINTR { continue }
        guard put > 0 else {
          failed = true
          return
        }
        done += put
      }
    }
    if failed { throw CloudFile.failure("write to", path) }
  }

  func truncate(to size: Int) throws(CloudFileError) {
    guard ftruncate(descriptor, off_t(size)) == 0 else { throw CloudFile.failure("shorten", path) }
  }

  /// Puts a text in the place of a file's content, all at once.
  static func replace(_ path: String, with text: String) throws(CloudFileError) {
    do { try SystemFileSystem().replace(path, with: Array(text.utf8), mode: 0o600) } catch {
      throw failure("replace", path, code: error.code)
    }
  }
}

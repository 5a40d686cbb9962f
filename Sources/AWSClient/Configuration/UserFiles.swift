import Foundation

/// Reads the files that settings and credentials live in, and writes the cache of sign-ins; tests give their own.
public struct UserFiles: Sendable {
  /// The text of a file, or `nil` where there is none that can be read.
  public var read: @Sendable (_ path: String) -> String?
  /// Replaces a file, readable by its owner only, and tells whether that worked.
  public var write: @Sendable (_ path: String, _ text: String) -> Bool

  /// Creates access to files; without a writer, nothing is written.
  public init(
    write: @escaping @Sendable (_ path: String, _ text: String) -> Bool = { _, _ in false },
    read: @escaping @Sendable (_ path: String) -> String?
  ) {
    self.read = read
    self.write = write
  }

  /// This machine's disk.
  public static let disk = UserFiles(
    write: { path, text in
      // The new file has its permissions before it has its name, so that nobody else can read it at any moment.
      let temporary = path + ".strata"
      let manager = FileManager.default
      try? manager.removeItem(atPath: temporary)
      guard manager.createFile(atPath: temporary, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600]) else { return false }
      if rename(temporary, path) == 0 { return true }
      try? manager.removeItem(atPath: temporary)
      return false
    },
    read: { path in FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) } })
}

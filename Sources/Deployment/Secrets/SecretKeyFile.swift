import Foundation
import StrataModel

/// The key of secrets' digests, in a file beside the state that only its owner can read.
public enum SecretKeyFile {
  /// The key of an environment; made when there is none.
  ///
  /// - Parameter directory: the environment's folder.
  /// - Throws: ``StateError`` when the file can be neither read nor written, or is not a key.
  public static func load(in directory: String) throws(StateError) -> [UInt8] {
    try load(in: directory, fileSystem: SystemFileSystem())
  }

  /// - Parameter first: the key to write where there is none; `nil` for a new one.
  static func load(in directory: String, or first: [UInt8]? = nil, fileSystem: any FileSystem) throws(StateError) -> [UInt8] {
    let path = directory + "/secret.key"
    do throws(FileFailure) {
      if let bytes = try fileSystem.read(path) {
        guard bytes.count == 32 else {
          throw FileFailure(code: EINVAL, operation: "use", path: path)
        }
        return bytes
      }
      var generator = SystemRandomNumberGenerator()
      let key = first ?? (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
      try fileSystem.createDirectory(directory)
      try fileSystem.replace(path, with: key, mode: 0o600)
      return key
    } catch {
      throw StateError(error, directory)
    }
  }
}

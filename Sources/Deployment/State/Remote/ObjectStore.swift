/// The few operations on objects that remote state needs: S3, or a double in tests.
///
/// Keys are relative to the environment's own place, for example `log/0000000000000001`.
public protocol ObjectStore: Sendable {
  /// The environment's place for messages, for example `s3://bucket/strata/production`.
  var location: String { get }

  /// An object with the time at which it was answered; `nil` when there is none.
  func read(_ key: String) async throws(ObjectStoreError) -> StoredObject?

  /// Writes an object, if the condition holds at the moment of writing.
  ///
  /// - Returns: the object's new tag.
  func write(_ bytes: [UInt8], to key: String, if condition: WriteCondition) async throws(ObjectStoreError) -> String

  /// The objects of a folder, ascending by key.
  ///
  /// - Parameters:
  ///   - folder: the beginning of the keys, with a slash at its end.
  ///   - start: only keys after this one; it need not exist.
  func list(_ folder: String, after start: String?) async throws(ObjectStoreError) -> [ListedObject]

  /// Removes objects; harmless for those that do not exist.
  func remove(_ keys: [String]) async throws(ObjectStoreError)
}

/// When a write is executed.
public enum WriteCondition: Sendable, Hashable {
  /// Only if there is no object of that key.
  case absent
  /// Only if the object is the one with this tag.
  case tag(String)
}

/// An object that was read.
public struct StoredObject: Sendable, Hashable {
  public var bytes: [UInt8]
  /// Changes with every write.
  public var tag: String
  /// How long ago it was written, in seconds by the server's clock.
  public var age: Int

  /// Creates an object.
  public init(bytes: [UInt8], tag: String, age: Int) {
    self.bytes = bytes
    self.tag = tag
    self.age = age
  }
}

/// An object that was listed.
public struct ListedObject: Sendable, Hashable {
  public var key: String
  public var size: Int
  /// Seconds since 1970 by the server's clock.
  public var writtenAt: Int

  /// Creates an entry.
  public init(key: String, size: Int, writtenAt: Int) {
    self.key = key
    self.size = size
    self.writtenAt = writtenAt
  }
}

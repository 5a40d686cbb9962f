/// A snapshot that is kept.
public struct StateVersion: Sendable, Hashable {
  /// The number of the last journal entry in it.
  public var serial: Int
  /// When it was written, in seconds since 1970.
  public var writtenAt: Int
  /// Its size in bytes.
  public var size: Int

  /// Creates a version.
  public init(serial: Int, writtenAt: Int, size: Int) {
    self.serial = serial
    self.writtenAt = writtenAt
    self.size = size
  }
}

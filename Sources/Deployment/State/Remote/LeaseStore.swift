/// Holds one lease record with conditional writes: an object of S3, or an item of DynamoDB.
public protocol LeaseStore: Sendable {
  /// The lease's place, for messages.
  var location: String { get }

  /// The record with its age by the server's clock; `nil` when there is none.
  func read() async throws(ObjectStoreError) -> StoredLease?

  /// Writes the record, if the stored one is still the one that is replaced.
  ///
  /// - Parameter revision: the revision of the record to replace; `nil` where there must be none.
  /// - Returns: the record's new revision.
  func write(_ record: LeaseRecord, replacing revision: String?) async throws(ObjectStoreError) -> String
}

/// A lease record as the server holds it.
public struct StoredLease: Sendable, Hashable {
  public var record: LeaseRecord
  /// Changes with every write.
  public var revision: String
  /// How long ago it was written, in seconds by the server's clock; never more than that.
  public var age: Int

  /// Creates a stored lease.
  public init(record: LeaseRecord, revision: String, age: Int) {
    self.record = record
    self.revision = revision
    self.age = age
  }
}

/// A lease record in an object of its own; its age is the server's time of the answer less that of the last write.
public struct ObjectLeaseStore: LeaseStore {
  private let objects: any ObjectStore
  private static let key = "lock"

  /// Creates a store in the environment's place.
  public init(_ objects: any ObjectStore) { self.objects = objects }

  public var location: String { objects.location + "/" + Self.key }

  public func read() async throws(ObjectStoreError) -> StoredLease? {
    guard let object = try await objects.read(Self.key) else { return nil }
    return StoredLease(record: try LeaseRecord(bytes: object.bytes, at: location), revision: object.tag, age: object.age)
  }

  public func write(_ record: LeaseRecord, replacing revision: String?) async throws(ObjectStoreError) -> String {
    try await objects.write(record.bytes, to: Self.key, if: revision.map { .tag($0) } ?? .absent)
  }
}

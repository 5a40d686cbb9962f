public import StrataModel

/// What stands in a remote lock.
public struct LeaseRecord: Sendable, Hashable {
  /// Whether somebody works under it.
  public enum Status: String, Sendable, Hashable {
    case held
    /// Given back: whoever comes next need not wait. The record stays, so that the epoch goes on.
    case released
  }

  /// The format this version writes.
  public static let currentFormat = 1

  /// Raised by each taker.
  public var epoch: Int
  public var status: Status
  /// Random text of the holder, by which it knows its own record.
  public var nonce: String
  public var owner: LockOwner
  /// How many seconds the lease lasts after each write.
  public var ttl: Int

  /// Creates a record.
  public init(epoch: Int, status: Status, nonce: String, owner: LockOwner, ttl: Int) {
    self.epoch = epoch
    self.status = status
    self.nonce = nonce
    self.owner = owner
    self.ttl = ttl
  }

  /// The record as stored: one line of JSON.
  public var bytes: [UInt8] { Array((JSONWriter.text(of: json) + "\n").utf8) }

  /// The record as a document.
  public var json: PropertyValue {
    [
      "epoch": .integer(epoch), "format": .integer(Self.currentFormat), "nonce": .string(nonce), "owner": owner.json,
      "status": .string(status.rawValue), "ttl": .integer(ttl),
    ]
  }

  /// Creates a record from what is stored.
  ///
  /// - Parameter location: the lock's place, for messages.
  /// - Throws: ``ObjectStoreError`` with the code `refused` for a record of a newer format, or none at all.
  public init(bytes: [UInt8], at location: String) throws(ObjectStoreError) {
    let json = try? JSONReader.value(of: bytes)
    guard let json, let format = json["format"]?.integerValue else { throw Self.unreadable(location) }
    guard format <= Self.currentFormat else {
      throw ObjectStoreError(
        .refused, "The lock \(location) has format \(format), and this version knows \(Self.currentFormat). Use the version that wrote it.")
    }
    guard let epoch = json["epoch"]?.integerValue, (0..<Int.max).contains(epoch), let nonce = json["nonce"]?.stringValue,
      let status = json["status"]?.stringValue.flatMap(Status.init(rawValue:)), let ttl = json["ttl"]?.integerValue,
      (1...86_400).contains(ttl), let owner = json["owner"].flatMap(LockOwner.init(json:))
    else { throw Self.unreadable(location) }
    self.init(epoch: epoch, status: status, nonce: nonce, owner: owner, ttl: ttl)
  }

  private static func unreadable(_ location: String) -> ObjectStoreError {
    ObjectStoreError(
      .refused,
      "The lock \(location) cannot be read. Make sure that nobody deploys, and restore its earlier version, or remove it."
    )
  }
}

import StrataModel

/// One object of the cloud.
struct CloudObject: Sendable {
  /// Where an object is in its life.
  enum Phase: Int, Sendable {
    case present
    /// Deletion is scheduled: it can still be restored.
    case pendingDeletion
    /// Deletion was accepted and goes on.
    case deleting
  }

  /// The number of the object in its cloud, never used again.
  let number: Int
  let type: String
  let scope: CloudScope
  /// The region in which it was made; for a global service the caller's.
  var region: String
  var identifier: String
  /// What was given, without write-only values.
  var inputs: PropertyObject
  /// Digests of the write-only values that were given, by path.
  var writeOnly: [String: UInt64] = [:]
  /// What the cloud added.
  var attributes: PropertyObject
  var phase = Phase.present
  /// Milliseconds since 1970.
  var createdAt: Int
  var changedAt: Int
  /// When the operation under way ends.
  var readyAt: Int
  /// When a scheduled deletion happens.
  var deletedAt: Int?
  /// The operation that a wait token names.
  var operation: Int = 0
  /// Under which create token it was made.
  var token: String?
  /// How often it was updated.
  var revision = 0
  /// What reads showed before the last update, while they lag.
  var previous: PropertyObject?
  /// What its properties refer to.
  var references: [CloudReference] = []

  /// All known properties.
  var properties: PropertyObject {
    var result = inputs
    for field in attributes.fields {
      if let given = result[field.key] {
        result[field.key] = given.overlaying(field.value)
      } else {
        result[field.key] = field.value
      }
    }
    return result
  }
}

extension PropertyValue {
  /// The value with the fields of another added at every depth where both are objects; on equal keys the other's stay.
  func overlaying(_ other: PropertyValue) -> PropertyValue {
    switch (self, other) {
    case (.object(var own), .object(let added)):
      for field in added.fields { own[field.key] = own[field.key]?.overlaying(field.value) ?? field.value }
      return .object(own)
    case (.array(let own), .array(let added)) where own.count == added.count:
      return .array(zip(own, added).map { $0.overlaying($1) })
    default: return other
    }
  }
}

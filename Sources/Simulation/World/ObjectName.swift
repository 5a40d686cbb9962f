import StrataModel

/// An object of the cloud, whoever speaks of it.
struct ObjectName: Sendable, Hashable, Comparable, CustomStringConvertible {
  var type: String
  var identifier: String

  var description: String { "\(type) '\(identifier)'" }

  static func < (left: ObjectName, right: ObjectName) -> Bool { (left.type, left.identifier) < (right.type, right.identifier) }
}

extension ObjectName {
  /// The object of a record; `nil` before it has an identifier.
  init?(_ record: ResourceRecord) {
    guard let identifier = record.identifier else { return nil }
    self.init(type: record.type, identifier: identifier)
  }
}

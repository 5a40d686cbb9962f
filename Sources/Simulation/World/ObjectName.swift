import StrataDeployment
import StrataEmbeddedCloud
import StrataModel

/// An object of the cloud, whoever speaks of it.
struct ObjectName: Sendable, Hashable, Comparable, CustomStringConvertible {
  var type: String
  var region: String
  var identifier: String

  var description: String { "\(type) '\(identifier)' in \(region)" }

  static func < (left: ObjectName, right: ObjectName) -> Bool {
    (left.type, left.region, left.identifier) < (right.type, right.region, right.identifier)
  }
}

extension ObjectName {
  /// The object of a record; `nil` before it has an identifier.
  init?(_ record: ResourceRecord) {
    guard let identifier = record.identifier else { return nil }
    self.init(type: record.type, region: record.placement.region, identifier: identifier)
  }
}

extension ObjectName {
  init(_ target: ObjectTarget) { self.init(type: target.type, region: target.placement.region, identifier: target.identifier) }

  init(_ object: EmbeddedCloud.Inspected) { self.init(type: object.type, region: object.region, identifier: object.identifier) }
}

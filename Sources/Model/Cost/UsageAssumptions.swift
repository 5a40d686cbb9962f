/// How much of everything is assumed to be used in a month, where a program cannot tell.
///
/// ```swift
/// Environment("pilot", region: .usEast1) { serenity(.pilot) }
///   .usage([.cloudFrontTransfer: 50, .cognitoUsers: 500])
///   .usage([.s3Storage: 200], of: "data/audit-logs")
/// ```
///
/// What is said of a resource or component goes before what is said of its stack, and that before what is said of all; where nothing is said,
/// the kind's default holds.
public struct UsageAssumptions: Sendable, Hashable {
  /// What is said of everything.
  public var values: [UsageKind: Quantity] = [:]

  /// What is said of the resources at or beneath an address.
  public var valuesByAddress: [ResourceAddress: [UsageKind: Quantity]] = [:]

  /// Creates assumptions of which all have their defaults.
  public init() {}

  /// Says something; it holds beneath an address, or for everything.
  public mutating func set(_ changes: [UsageKind: Quantity], of address: ResourceAddress? = nil) {
    guard let address else {
      values.merge(changes) { _, new in new }
      return
    }
    valuesByAddress[address, default: [:]].merge(changes) { _, new in new }
  }

  /// What is assumed of a resource, and whether the program says so.
  public func value(of kind: UsageKind, at address: ResourceAddress) -> (quantity: Quantity, isDeclared: Bool) {
    var path = Substring(address.path)
    while !valuesByAddress.isEmpty {
      if let value = valuesByAddress[ResourceAddress(String(path))]?[kind] { return (value, true) }
      guard let end = path.lastIndex(of: "/") else { break }
      path = path[..<end]
    }
    if let value = values[kind] { return (value, true) }
    return (kind.defaultValue, false)
  }
}

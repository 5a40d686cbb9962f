/// What a rule looks at: a resource, or an account as a whole where something is missing from it.
public enum PolicySubject: Sendable, Hashable {
  case resource(ResourceAddress)
  /// The twelve digits of an account, or those and a region, `123456789012/us-east-1`.
  case account(String)
  case environment

  /// The written form, which waivers name: an address, `account:123456789012`, or `environment`.
  public var path: String {
    switch self {
    case .resource(let address): address.path
    case .account(let account): "account:\(account)"
    case .environment: "environment"
    }
  }

  /// The address of a resource.
  public var address: ResourceAddress? {
    if case .resource(let address) = self { address } else { nil }
  }
}

extension PolicySubject: Comparable, CustomStringConvertible {
  public var description: String { path }
  public static func < (left: PolicySubject, right: PolicySubject) -> Bool { left.path < right.path }
}

/// An Amazon Resource Name: `arn:partition:service:region:account:resource` (AWS General Reference).
public struct ARN: Sendable, Hashable, CustomStringConvertible {
  public let partition: String
  public let service: String
  /// Empty for global services.
  public let region: String
  /// Twelve digits, `aws` for what AWS owns, or empty.
  public let account: String
  /// The rest, colons and slashes included.
  public let resource: String

  /// Reads an ARN; nil if one of the six parts is missing, or one that every ARN has is empty or malformed.
  public init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: ":"), maxSplits: 5, omittingEmptySubsequences: false).map { String($0) ?? "" }
    guard parts.count == 6, parts[0] == "arn", parts[1].hasPrefix("aws"), !parts[2].isEmpty, !parts[5].isEmpty else { return nil }
    guard parts[3].isEmpty || IdentifierRules.isRegion(parts[3]) else { return nil }
    guard parts[4].isEmpty || parts[4] == "aws" || IdentifierRules.isAccount(parts[4]) else { return nil }
    (partition, service, region, account, resource) = (parts[1], parts[2], parts[3], parts[4], parts[5])
  }

  public var description: String { "arn:\(partition):\(service):\(region):\(account):\(resource)" }
}

import StrataModel

/// Facts about where a resource is deployed; each resource sees those of its own account and region.
///
/// They are resolved when the program is synthesized, for each resource by its own placement:
/// `"arn:\(AWS.partition):logs:\(AWS.region):\(AWS.accountId):log-group:/serenity/*"`.
public enum AWS {
  /// The twelve digits of the account that the resource lives in.
  public static var accountId: Value<String> { placement("AccountId") }

  /// The code of the region that the resource lives in, for example `us-east-1`.
  public static var region: Value<String> { placement("Region") }

  /// The partition of the resource's region: `aws`, `aws-cn` or `aws-us-gov`.
  public static var partition: Value<String> { placement("Partition") }

  private static func placement(_ fact: String) -> Value<String> {
    Value(propertyValue: .reference(StrataModel.Reference(ProvisionalAddress.placement, fact)))
  }
}

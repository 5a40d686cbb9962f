/// What CloudFormation takes in one template.
///
/// Source: CloudFormation User Guide, "Understand CloudFormation quotas".
public struct TemplateLimits: Sendable, Hashable {
  public var resources = 500
  public var outputs = 200
  public var parameters = 200
  /// The bytes of a template that stands in S3.
  public var bytes = 1_000_000
  /// The bytes of a template that can be sent in the call itself.
  public var bytesInCall = 51_200

  /// CloudFormation's own limits.
  public init() {}
}

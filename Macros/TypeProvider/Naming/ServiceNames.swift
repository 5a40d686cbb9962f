/// The services whose resource types ship with the library, and the short names that people know some of them by.
///
/// The one table: `@Service` files, typed references between services and the checks of `@Stack` all read it, so no call can be written with a
/// name that the checks do not know.
public enum ServiceNames {
  /// The shipped services, by the middle part of their CloudFormation names; the enumeration of each has the same name.
  public static let shipped: [String] = [
    "AccessAnalyzer", "ApplicationAutoScaling", "AutoScaling", "Backup", "Budgets", "CE", "CertificateManager", "CloudFormation",
    "CloudFront", "CloudTrail", "CloudWatch", "CodeBuild", "CodeConnections", "CodePipeline", "Cognito", "Config", "ControlTower",
    "DLM", "DynamoDB", "EC2", "ECR", "ECS", "ElastiCache", "ElasticLoadBalancingV2", "Events", "FMS", "GuardDuty", "IAM",
    "IdentityStore", "ImageBuilder", "InspectorV2", "KMS", "KinesisFirehose", "Lambda", "Logs", "Macie", "NetworkFirewall",
    "Organizations", "RAM", "RDS", "ResourceGroups", "Route53", "S3", "SNS", "SQS", "SSM", "SSO", "Scheduler", "SecretsManager",
    "SecurityHub", "Shield", "WAFv2",
  ]

  /// Short names and the service enumerations that they stand for.
  public static let aliases: [(alias: String, service: String)] = [
    ("ACM", "CertificateManager"),
    ("ELB", "ElasticLoadBalancingV2"),
    ("EventBridge", "Events"),
    ("Firehose", "KinesisFirehose"),
    ("IdentityCenter", "SSO"),
    ("Inspector", "InspectorV2"),
    ("WAF", "WAFv2"),
  ]

  private static let shippedSet = Set(shipped)
  private static let serviceByAlias = Dictionary(aliases.map { ($0.alias, $0.service) }) { first, _ in first }

  /// Whether the resource types of a service ship with the library.
  public static func isShipped(_ service: String) -> Bool { shippedSet.contains(service) }

  /// The service that a name in a program means: `ELB` is `ElasticLoadBalancingV2`, `KMS` is itself.
  public static func service(named name: String) -> String { serviceByAlias[name] ?? name }

  /// The CloudFormation type that `service.resource` means in a program: `ELB.Listener` is `AWS::ElasticLoadBalancingV2::Listener`.
  public static func typeName(service: String, resource: String) -> String { "AWS::\(self.service(named: service))::\(resource)" }
}

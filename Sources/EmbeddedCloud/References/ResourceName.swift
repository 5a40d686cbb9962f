import StrataModel

/// An Amazon Resource Name taken apart.
struct ResourceName {
  let partition: String
  let service: String
  let region: String
  let account: String
  let resource: String

  /// Reads an ARN; `nil` for other text.
  init?(_ text: String) {
    guard text.hasPrefix("arn:") else { return nil }
    let bytes = text.utf8
    var start = bytes.index(bytes.startIndex, offsetBy: 4)
    var parts: (String, String, String, String) = ("", "", "", "")
    for position in 0..<4 {
      guard let end = bytes[start...].firstIndex(of: UInt8(ascii: ":")) else { return nil }
      let part = String(text[start..<end])
      switch position {
      case 0: parts.0 = part
      case 1: parts.1 = part
      case 2: parts.2 = part
      default: parts.3 = part
      }
      start = bytes.index(after: end)
    }
    (partition, service, region, account) = parts
    resource = String(text[start...])
  }

  /// The type of the resource, for the kinds whose existence services check.
  var type: String? {
    for (prefix, type) in Self.kinds[service] ?? [] where resource.hasPrefix(prefix) { return type }
    return nil
  }

  /// The last part of the resource.
  var name: String { String(("arn:" + resource).tail) }

  private static let kinds: [String: [(String, String)]] = [
    "iam": [
      ("role/", "AWS::IAM::Role"), ("policy/", "AWS::IAM::ManagedPolicy"), ("instance-profile/", "AWS::IAM::InstanceProfile"),
      ("oidc-provider/", "AWS::IAM::OIDCProvider"),
    ],
    "kms": [("key/", "AWS::KMS::Key"), ("alias/", "AWS::KMS::Alias")],
    "sns": [("", "AWS::SNS::Topic")],
    "sqs": [("", "AWS::SQS::Queue")],
    "lambda": [("function:", "AWS::Lambda::Function")],
    "acm": [("certificate/", "AWS::CertificateManager::Certificate")],
    "elasticloadbalancing": [
      ("loadbalancer/", "AWS::ElasticLoadBalancingV2::LoadBalancer"), ("targetgroup/", "AWS::ElasticLoadBalancingV2::TargetGroup"),
      ("listener/", "AWS::ElasticLoadBalancingV2::Listener"),
    ],
    "wafv2": [("regional/webacl/", "AWS::WAFv2::WebACL"), ("global/webacl/", "AWS::WAFv2::WebACL")],
    "s3": [("", "AWS::S3::Bucket")],
    "ecs": [("cluster/", "AWS::ECS::Cluster"), ("task-definition/", "AWS::ECS::TaskDefinition")],
    "secretsmanager": [("secret:", "AWS::SecretsManager::Secret")],
    "logs": [("log-group:", "AWS::Logs::LogGroup")],
    "cognito-idp": [("userpool/", "AWS::Cognito::UserPool")],
    "dynamodb": [("table/", "AWS::DynamoDB::Table")],
  ]
}

import ResourceCatalog

/// What a cloud knows of types beyond the schema and the shared behavior table.
enum BehaviorFacts {
  static func behavior(of type: String) -> ResourceBehavior { ResourceBehavior.of(type) }

  /// Read-only attributes that are secrets, and are never written to disk.
  static let sensitive: [String: Set<String>] = [
    "AWS::Cognito::UserPoolClient": ["ClientSecret"], "AWS::IAM::AccessKey": ["SecretAccessKey"],
  ]

  /// Properties under which other objects refer to one, beyond identifiers.
  static let handles: [String: [String]] = [
    "AWS::SecretsManager::Secret": ["Name"],
    "AWS::EC2::VPC": ["DefaultSecurityGroup", "DefaultNetworkAcl"],
    "AWS::EC2::SecurityGroup": ["GroupId"],
    "AWS::EC2::EIP": ["AllocationId", "PublicIp"],
    "AWS::Cognito::UserPoolClient": ["ClientId"],
    "AWS::ElasticLoadBalancingV2::LoadBalancer": ["LoadBalancerName"],
    "AWS::SNS::Topic": ["TopicName"],
    "AWS::SQS::Queue": ["QueueName", "Arn"],
    "AWS::ECS::TaskDefinition": ["Family"],
    "AWS::RDS::DBInstance": ["DBInstanceArn"],
    "AWS::WAFv2::WebACL": ["Arn"], "AWS::WAFv2::IPSet": ["Arn"], "AWS::WAFv2::RuleGroup": ["Arn"], "AWS::WAFv2::RegexPatternSet": ["Arn"],
    "AWS::AutoScaling::AutoScalingGroup": ["AutoScalingGroupARN"],
    "AWS::SSO::PermissionSet": ["PermissionSetArn"],
    "AWS::Lambda::Version": ["FunctionArn"],
    "AWS::ECS::Service": ["ServiceArn"],
  ]
}

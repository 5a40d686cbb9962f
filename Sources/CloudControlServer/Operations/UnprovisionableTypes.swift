/// Types of the catalogue that Cloud Control does not provision, so that they are refused here as on AWS.
enum UnprovisionableTypes {
  /// Types whose registration says `ProvisioningType: NON_PROVISIONABLE` (`cloudformation:DescribeType`).
  ///
  /// Taken from published tables; unverified against AWS.
  static let names: Set<String> = [
    "AWS::CloudFormation::CustomResource", "AWS::CloudFormation::Macro", "AWS::CloudFormation::Stack",
    "AWS::CloudFormation::WaitCondition", "AWS::CloudFormation::WaitConditionHandle", "AWS::DLM::LifecyclePolicy",
    "AWS::EC2::NetworkAclEntry", "AWS::ElastiCache::CacheCluster", "AWS::Events::EventBusPolicy", "AWS::IAM::AccessKey",
    "AWS::IAM::Policy", "AWS::IAM::UserToGroupAddition", "AWS::Route53::RecordSet", "AWS::Route53::RecordSetGroup",
    "AWS::Config::ConfigurationRecorder", "AWS::Config::DeliveryChannel", "AWS::Config::RemediationConfiguration",
    "AWS::Budgets::Budget", "AWS::CodeBuild::Project", "AWS::CloudWatch::AnomalyDetector", "AWS::Cognito::UserPoolUserToGroupAttachment",
  ]
}

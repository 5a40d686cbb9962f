/// Types of CloudFormation's schemas that Cloud Control does not provision.
package enum UnprovisionableTypes {
  /// Types whose schema has no handlers; Cloud Control answers `UnsupportedActionException`.
  ///
  /// Source: `cloudformation:DescribeType` shows `ProvisioningType: NON_PROVISIONABLE` for them. Taken from published tables; unverified
  /// against AWS.
  package static let names: Set<String> = [
    "AWS::CloudFormation::CustomResource", "AWS::CloudFormation::Macro", "AWS::CloudFormation::Stack",
    "AWS::CloudFormation::WaitCondition", "AWS::CloudFormation::WaitConditionHandle", "AWS::DLM::LifecyclePolicy",
    "AWS::EC2::NetworkAclEntry", "AWS::ElastiCache::CacheCluster", "AWS::Events::EventBusPolicy", "AWS::IAM::AccessKey",
    "AWS::IAM::Policy", "AWS::IAM::UserToGroupAddition", "AWS::Route53::RecordSet", "AWS::Route53::RecordSetGroup",
    "AWS::Config::ConfigurationRecorder", "AWS::Config::DeliveryChannel", "AWS::Config::RemediationConfiguration",
    "AWS::Budgets::Budget", "AWS::CodeBuild::Project", "AWS::CloudWatch::AnomalyDetector", "AWS::Cognito::UserPoolUserToGroupAttachment",
  ]
}

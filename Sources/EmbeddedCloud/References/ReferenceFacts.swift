/// Properties that name another object, where the value's own form does not tell which kind it is.
///
/// Each line: a type, then `Property=Type`.
/// Sources: the CloudFormation resource reference of each type;
enum ReferenceFacts {
  struct Fact: Sendable {
    let path: [String]
    let types: [String]
  }

  static func facts(of type: String) -> [Fact] { table[type] ?? [] }

  private static let table: [String: [Fact]] = {
    var table: [String: [Fact]] = [:]
    for line in text.split(whereSeparator: \.isNewline) {
      let words = line.split(separator: " ")
      guard let type = words.first else { continue }
      table["AWS::" + type, default: []] += words.dropFirst().compactMap { word in
        guard let equals = word.firstIndex(of: "=") else { return nil }
        return Fact(
          path: word[..<equals].split(separator: ".").map(String.init),
          types: word[word.index(after: equals)...].split(separator: ",").map { "AWS::" + $0 })
      }
    }
    return table
  }()

  private static let text = """
    IAM::RolePolicy RoleName=IAM::Role,IAM::ServiceLinkedRole
    IAM::UserPolicy UserName=IAM::User
    IAM::GroupPolicy GroupName=IAM::Group
    IAM::InstanceProfile Roles=IAM::Role
    IAM::ManagedPolicy Roles=IAM::Role Users=IAM::User Groups=IAM::Group
    IAM::UserToGroupAddition GroupName=IAM::Group Users=IAM::User
    IAM::AccessKey UserName=IAM::User
    KMS::Alias TargetKeyId=KMS::Key,KMS::ReplicaKey
    SecretsManager::ResourcePolicy SecretId=SecretsManager::Secret
    SecretsManager::RotationSchedule SecretId=SecretsManager::Secret
    SecretsManager::SecretTargetAttachment SecretId=SecretsManager::Secret
    S3::BucketPolicy Bucket=S3::Bucket
    CloudTrail::Trail S3BucketName=S3::Bucket
    Config::DeliveryChannel S3BucketName=S3::Bucket
    Logs::MetricFilter LogGroupName=Logs::LogGroup
    Logs::SubscriptionFilter LogGroupName=Logs::LogGroup
    Logs::Delivery DeliverySourceName=Logs::DeliverySource DeliveryDestinationArn=Logs::DeliveryDestination
    RDS::DBInstance DBSubnetGroupName=RDS::DBSubnetGroup DBParameterGroupName=RDS::DBParameterGroup DBClusterIdentifier=RDS::DBCluster SourceDBInstanceIdentifier=RDS::DBInstance
    RDS::DBCluster DBSubnetGroupName=RDS::DBSubnetGroup DBClusterParameterGroupName=RDS::DBClusterParameterGroup
    ElastiCache::ReplicationGroup CacheSubnetGroupName=ElastiCache::SubnetGroup CacheParameterGroupName=ElastiCache::ParameterGroup
    Lambda::Permission FunctionName=Lambda::Function,Lambda::Alias,Lambda::Version
    Lambda::Version FunctionName=Lambda::Function
    Lambda::Alias FunctionName=Lambda::Function
    Lambda::EventInvokeConfig FunctionName=Lambda::Function
    Lambda::EventSourceMapping FunctionName=Lambda::Function,Lambda::Alias,Lambda::Version
    ECS::Service Cluster=ECS::Cluster TaskDefinition=ECS::TaskDefinition
    ECS::ClusterCapacityProviderAssociations Cluster=ECS::Cluster
    AutoScaling::ScalingPolicy AutoScalingGroupName=AutoScaling::AutoScalingGroup
    AutoScaling::LifecycleHook AutoScalingGroupName=AutoScaling::AutoScalingGroup
    ApplicationAutoScaling::ScalingPolicy ScalingTargetId=ApplicationAutoScaling::ScalableTarget
    Events::Rule EventBusName=Events::EventBus
    Events::EventBusPolicy EventBusName=Events::EventBus
    Route53::RecordSet HostedZoneId=Route53::HostedZone HealthCheckId=Route53::HealthCheck
    Cognito::UserPoolClient UserPoolId=Cognito::UserPool
    Cognito::UserPoolDomain UserPoolId=Cognito::UserPool
    Cognito::UserPoolGroup UserPoolId=Cognito::UserPool
    Cognito::UserPoolResourceServer UserPoolId=Cognito::UserPool
    Cognito::UserPoolRiskConfigurationAttachment UserPoolId=Cognito::UserPool
    Cognito::UserPoolUser UserPoolId=Cognito::UserPool
    Cognito::UserPoolUserToGroupAttachment UserPoolId=Cognito::UserPool
    Cognito::LogDeliveryConfiguration UserPoolId=Cognito::UserPool
    CloudFront::Distribution DistributionConfig.Origins.OriginAccessControlId=CloudFront::OriginAccessControl
    GuardDuty::PublishingDestination DetectorId=GuardDuty::Detector
    GuardDuty::Filter DetectorId=GuardDuty::Detector
    GuardDuty::IPSet DetectorId=GuardDuty::Detector
    GuardDuty::Member DetectorId=GuardDuty::Detector
    Config::RemediationConfiguration ConfigRuleName=Config::ConfigRule
    Backup::BackupSelection BackupPlanId=Backup::BackupPlan
    Backup::RestoreTestingSelection RestoreTestingPlanName=Backup::RestoreTestingPlan
    SSM::MaintenanceWindowTarget WindowId=SSM::MaintenanceWindow
    SSM::MaintenanceWindowTask WindowId=SSM::MaintenanceWindow
    ApiGateway::Resource RestApiId=ApiGateway::RestApi
    ApiGateway::Method RestApiId=ApiGateway::RestApi
    ApiGateway::Deployment RestApiId=ApiGateway::RestApi
    ApiGateway::Stage RestApiId=ApiGateway::RestApi
    ApiGatewayV2::Integration ApiId=ApiGatewayV2::Api
    ApiGatewayV2::Route ApiId=ApiGatewayV2::Api
    ApiGatewayV2::Stage ApiId=ApiGatewayV2::Api
    EKS::Nodegroup ClusterName=EKS::Cluster
    EKS::Addon ClusterName=EKS::Cluster
    SSO::Assignment InstanceArn=SSO::Instance PermissionSetArn=SSO::PermissionSet
    """
}

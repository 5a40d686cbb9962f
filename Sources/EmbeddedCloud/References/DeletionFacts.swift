/// Which objects keep another from being deleted, and which go with it.
///
/// Sources: the "Errors" sections of the services' delete operations (DeleteVpc, DeleteSubnet, DeleteSecurityGroup, DeleteRole, DeletePolicy,
/// DeleteTargetGroup, DeleteWebACL, DeleteCluster, DeleteOriginAccessControl, DeleteHostedZone, …), API references of 2025.
enum DeletionFacts {
  /// The types of the users that keep an object of a type from being deleted; `nil` when nothing special is known.
  static func blockers(of type: String) -> Set<String>? { blocking[type] }

  /// The types of the objects that a service removes together with their container, and the property that names the container.
  static func contents(of type: String) -> [String: String]? { contained[type] }

  private static let blocking: [String: Set<String>] = parse(
    """
    EC2::VPC EC2::Subnet EC2::SecurityGroup EC2::RouteTable EC2::NetworkAcl EC2::VPCGatewayAttachment EC2::VPCEndpoint EC2::TransitGatewayVpcAttachment EC2::VPCPeeringConnection EC2::NetworkInterface EC2::EgressOnlyInternetGateway EC2::NatGateway
    EC2::Subnet EC2::NatGateway EC2::Instance EC2::NetworkInterface EC2::VPCEndpoint EC2::TransitGatewayVpcAttachment ElasticLoadBalancingV2::LoadBalancer ECS::Service Lambda::Function EFS::MountTarget NetworkFirewall::Firewall EKS::Cluster
    EC2::SecurityGroup EC2::SecurityGroup EC2::SecurityGroupIngress EC2::SecurityGroupEgress EC2::Instance EC2::NetworkInterface EC2::VPCEndpoint ElasticLoadBalancingV2::LoadBalancer RDS::DBInstance RDS::DBCluster ElastiCache::ReplicationGroup Lambda::Function ECS::Service EFS::MountTarget EKS::Cluster
    EC2::InternetGateway EC2::VPCGatewayAttachment
    EC2::VPNGateway EC2::VPCGatewayAttachment EC2::VPNConnection
    EC2::EIP EC2::NatGateway
    EC2::RouteTable EC2::SubnetRouteTableAssociation EC2::GatewayRouteTableAssociation
    EC2::NetworkAcl EC2::SubnetNetworkAclAssociation
    EC2::TransitGateway EC2::TransitGatewayVpcAttachment EC2::TransitGatewayAttachment EC2::VPNConnection EC2::TransitGatewayRouteTable
    EC2::TransitGatewayRouteTable EC2::TransitGatewayRouteTableAssociation
    EC2::CustomerGateway EC2::VPNConnection
    EC2::VPCEndpointService EC2::VPCEndpoint
    IAM::Role IAM::RolePolicy IAM::InstanceProfile IAM::ManagedPolicy
    IAM::ManagedPolicy IAM::Role IAM::User IAM::Group
    IAM::User IAM::UserPolicy IAM::AccessKey IAM::UserToGroupAddition IAM::ManagedPolicy
    IAM::Group IAM::GroupPolicy IAM::UserToGroupAddition IAM::ManagedPolicy
    ElasticLoadBalancingV2::LoadBalancer EC2::VPCEndpointService
    ElasticLoadBalancingV2::TargetGroup ElasticLoadBalancingV2::Listener ElasticLoadBalancingV2::ListenerRule
    CertificateManager::Certificate ElasticLoadBalancingV2::Listener CloudFront::Distribution Cognito::UserPoolDomain ApiGateway::DomainName ApiGatewayV2::DomainName
    WAFv2::WebACL WAFv2::WebACLAssociation CloudFront::Distribution
    WAFv2::IPSet WAFv2::WebACL WAFv2::RuleGroup
    WAFv2::RegexPatternSet WAFv2::WebACL WAFv2::RuleGroup
    WAFv2::RuleGroup WAFv2::WebACL
    ECS::Cluster ECS::Service
    Cognito::UserPool Cognito::UserPoolDomain
    CloudFront::OriginAccessControl CloudFront::Distribution
    CloudFront::ResponseHeadersPolicy CloudFront::Distribution
    CloudFront::CachePolicy CloudFront::Distribution
    CloudFront::OriginRequestPolicy CloudFront::Distribution
    CloudFront::Function CloudFront::Distribution
    CloudFront::KeyGroup CloudFront::Distribution
    CloudFront::PublicKey CloudFront::KeyGroup
    RDS::DBSubnetGroup RDS::DBInstance RDS::DBCluster
    RDS::DBParameterGroup RDS::DBInstance
    ElastiCache::SubnetGroup ElastiCache::ReplicationGroup ElastiCache::CacheCluster
    ElastiCache::ParameterGroup ElastiCache::ReplicationGroup ElastiCache::CacheCluster
    Backup::BackupPlan Backup::BackupSelection
    Events::EventBus Events::Rule
    Route53::HostedZone Route53::RecordSet
    Organizations::OrganizationalUnit Organizations::OrganizationalUnit Organizations::Account
    Config::ConfigRule Config::RemediationConfiguration
    NetworkFirewall::FirewallPolicy NetworkFirewall::Firewall
    NetworkFirewall::RuleGroup NetworkFirewall::FirewallPolicy
    Logs::DeliverySource Logs::Delivery
    Logs::DeliveryDestination Logs::Delivery
    ImageBuilder::Component ImageBuilder::ImageRecipe
    ImageBuilder::ImageRecipe ImageBuilder::ImagePipeline
    ImageBuilder::InfrastructureConfiguration ImageBuilder::ImagePipeline
    ImageBuilder::DistributionConfiguration ImageBuilder::ImagePipeline
    KMS::Key
    KMS::ReplicaKey
    SNS::Topic
    S3::Bucket
    SecretsManager::Secret
    Lambda::Function
    Logs::LogGroup
    DynamoDB::Table
    ECR::Repository
    ECS::TaskDefinition
    EC2::LaunchTemplate
    EC2::NatGateway
    """
  ).mapValues(Set.init)

  private static let contained: [String: [String: String]] = parse(
    """
    EC2::SecurityGroup EC2::SecurityGroupIngress=GroupId EC2::SecurityGroupEgress=GroupId
    EC2::RouteTable EC2::Route=RouteTableId
    EC2::NetworkAcl EC2::NetworkAclEntry=NetworkAclId
    EC2::Subnet EC2::SubnetRouteTableAssociation=SubnetId EC2::SubnetNetworkAclAssociation=SubnetId
    ElasticLoadBalancingV2::LoadBalancer ElasticLoadBalancingV2::Listener=LoadBalancerArn WAFv2::WebACLAssociation=ResourceArn
    ElasticLoadBalancingV2::Listener ElasticLoadBalancingV2::ListenerRule=ListenerArn
    Logs::LogGroup Logs::MetricFilter=LogGroupName Logs::SubscriptionFilter=LogGroupName
    S3::Bucket S3::BucketPolicy=Bucket
    SNS::Topic SNS::Subscription=TopicArn
    Lambda::Function Lambda::Permission=FunctionName Lambda::Version=FunctionName Lambda::Alias=FunctionName
    Cognito::UserPool Cognito::UserPoolClient=UserPoolId Cognito::UserPoolGroup=UserPoolId Cognito::UserPoolResourceServer=UserPoolId Cognito::UserPoolUser=UserPoolId
    GuardDuty::Detector GuardDuty::PublishingDestination=DetectorId
    SSM::MaintenanceWindow SSM::MaintenanceWindowTarget=WindowId SSM::MaintenanceWindowTask=WindowId
    AutoScaling::AutoScalingGroup AutoScaling::ScalingPolicy=AutoScalingGroupName AutoScaling::LifecycleHook=AutoScalingGroupName
    ApplicationAutoScaling::ScalableTarget ApplicationAutoScaling::ScalingPolicy=ScalingTargetId
    Events::EventBus Events::EventBusPolicy=EventBusName
    """
  ).mapValues { words in
    var properties: [String: String] = [:]
    for word in words {
      if let equals = word.firstIndex(of: "=") { properties[String(word[..<equals])] = String(word[word.index(after: equals)...]) }
    }
    return properties
  }

  private static func parse(_ text: String) -> [String: [String]] {
    var table: [String: [String]] = [:]
    for line in text.split(whereSeparator: \.isNewline) {
      let words = line.split(separator: " ").map { "AWS::" + $0 }
      if let first = words.first { table[first] = Array(words.dropFirst()) }
    }
    return table
  }
}

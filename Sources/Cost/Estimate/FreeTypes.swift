import StrataModel

/// Types of which AWS charges nothing for a resource itself.
///
/// What such a resource leads to is charged where it happens: a rule's invocations at its target, a flow log's data at its log group, a
/// launch template's instances at their group.
enum FreeTypes {
  static func contains(_ type: String) -> Bool {
    // What an action switches on is charged where it is used.
    type == ActionSpecification.type || types.contains(type) || wholeServices.contains { type.hasPrefix($0) }
  }

  /// Services that charge nothing at all, as their pages say under "pricing".
  static let wholeServices = [
    "AWS::IAM::", "AWS::Organizations::", "AWS::SSO::", "AWS::IdentityStore::", "AWS::RAM::", "AWS::ResourceGroups::", "AWS::Oam::",
    "AWS::ImageBuilder::", "AWS::CodeConnections::", "AWS::ApplicationAutoScaling::", "AWS::ControlTower::", "AWS::Budgets::", "AWS::CE::",
    "AWS::AutoScalingPlans::", "AWS::ServiceCatalogAppRegistry::",
  ]

  static let types: Set<String> = [
    "AWS::AutoScaling::LifecycleHook", "AWS::AutoScaling::ScalingPolicy", "AWS::AutoScaling::ScheduledAction",
    "AWS::Backup::BackupPlan", "AWS::Backup::BackupSelection", "AWS::Backup::ReportPlan", "AWS::Backup::RestoreTestingPlan",
    // Public certificates; those of a private authority are charged at the authority.
    "AWS::CertificateManager::Certificate",
    "AWS::CloudFront::CachePolicy", "AWS::CloudFront::OriginAccessControl", "AWS::CloudFront::OriginRequestPolicy",
    "AWS::CloudFront::ResponseHeadersPolicy",
    // Charged with the alarms on it.
    "AWS::CloudWatch::AnomalyDetector",
    // Charged by the users of their pool.
    "AWS::Cognito::UserPoolClient", "AWS::Cognito::UserPoolDomain", "AWS::Cognito::UserPoolGroup", "AWS::Cognito::UserPoolResourceServer",
    "AWS::Cognito::UserPoolRiskConfigurationAttachment", "AWS::Cognito::UserPoolUser", "AWS::Cognito::UserPoolUserToGroupAttachment",
    "AWS::Cognito::UserPoolUICustomizationAttachment",
    "AWS::Config::ConfigurationAggregator", "AWS::Config::DeliveryChannel", "AWS::Config::RemediationConfiguration",
    "AWS::DLM::LifecyclePolicy",
    "AWS::EC2::CustomerGateway", "AWS::EC2::DHCPOptions", "AWS::EC2::EgressOnlyInternetGateway", "AWS::EC2::EIPAssociation",
    "AWS::EC2::GatewayRouteTableAssociation", "AWS::EC2::InternetGateway", "AWS::EC2::KeyPair", "AWS::EC2::LaunchTemplate",
    "AWS::EC2::NetworkAcl", "AWS::EC2::NetworkAclEntry", "AWS::EC2::NetworkInterface", "AWS::EC2::PrefixList", "AWS::EC2::Route",
    "AWS::EC2::RouteTable", "AWS::EC2::SecurityGroup", "AWS::EC2::SecurityGroupEgress", "AWS::EC2::SecurityGroupIngress",
    "AWS::EC2::Subnet", "AWS::EC2::SubnetCidrBlock", "AWS::EC2::SubnetNetworkAclAssociation", "AWS::EC2::SubnetRouteTableAssociation",
    // Charged by its attachments.
    "AWS::EC2::TransitGateway", "AWS::EC2::TransitGatewayRoute", "AWS::EC2::TransitGatewayRouteTable",
    "AWS::EC2::TransitGatewayRouteTableAssociation", "AWS::EC2::TransitGatewayRouteTablePropagation",
    "AWS::EC2::VPC", "AWS::EC2::VPCCidrBlock", "AWS::EC2::VPCDHCPOptionsAssociation", "AWS::EC2::VPCGatewayAttachment",
    "AWS::EC2::VPCPeeringConnection",
    // Charged to the owners of the endpoints that use it.
    "AWS::EC2::VPCEndpointService", "AWS::EC2::VPCEndpointServicePermissions",
    // Charged by the tasks of its services.
    "AWS::ECS::CapacityProvider", "AWS::ECS::ClusterCapacityProviderAssociations", "AWS::ECS::TaskDefinition",
    "AWS::ElastiCache::ParameterGroup", "AWS::ElastiCache::SubnetGroup", "AWS::ElastiCache::User", "AWS::ElastiCache::UserGroup",
    "AWS::ElasticLoadBalancingV2::Listener", "AWS::ElasticLoadBalancingV2::ListenerCertificate",
    "AWS::ElasticLoadBalancingV2::ListenerRule", "AWS::ElasticLoadBalancingV2::TargetGroup",
    // Events of AWS services are free; only those of one's own are charged.
    "AWS::Events::EventBusPolicy", "AWS::Events::Rule",
    "AWS::FMS::NotificationChannel",
    // Charged by the detectors of the accounts.
    "AWS::GuardDuty::Filter", "AWS::GuardDuty::IPSet", "AWS::GuardDuty::Member", "AWS::GuardDuty::PublishingDestination",
    "AWS::InspectorV2::Filter",
    "AWS::KMS::Alias",
    "AWS::Lambda::Alias", "AWS::Lambda::EventSourceMapping", "AWS::Lambda::LayerVersion", "AWS::Lambda::Permission", "AWS::Lambda::Version",
    "AWS::Logs::DeliveryDestination", "AWS::Logs::DeliverySource", "AWS::Logs::LogStream", "AWS::Logs::ResourcePolicy",
    "AWS::Logs::SubscriptionFilter",
    "AWS::NetworkFirewall::FirewallPolicy", "AWS::NetworkFirewall::LoggingConfiguration", "AWS::NetworkFirewall::RuleGroup",
    "AWS::RDS::DBParameterGroup", "AWS::RDS::DBSubnetGroup", "AWS::RDS::OptionGroup",
    "AWS::Route53::RecordSet", "AWS::Route53::RecordSetGroup",
    "AWS::S3::AccessPoint", "AWS::S3::BucketPolicy",
    "AWS::Scheduler::ScheduleGroup",
    "AWS::SecretsManager::ResourcePolicy", "AWS::SecretsManager::RotationSchedule", "AWS::SecretsManager::SecretTargetAttachment",
    // Charged by the hubs of the accounts.
    "AWS::SecurityHub::DelegatedAdmin", "AWS::SecurityHub::FindingAggregator", "AWS::SecurityHub::OrganizationConfiguration",
    "AWS::SecurityHub::Standard",
    "AWS::SNS::Topic", "AWS::SNS::TopicPolicy", "AWS::SQS::QueuePolicy", "AWS::SSM::Association", "AWS::SSM::Document",
    "AWS::WAFv2::IPSet", "AWS::WAFv2::LoggingConfiguration", "AWS::WAFv2::RegexPatternSet", "AWS::WAFv2::WebACLAssociation",
  ]
}

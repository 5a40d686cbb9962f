/// How an interrupted create is resolved, by type.
///
/// Tokens and tags on create were read from the request shapes of botocore 1.43.11 for every type here. That a name is unique follows from the
/// "already exists" error of the same models. Windows of tokens are AWS's documented ones or one hour; settle times are assumptions.
enum APIClasses {
  private struct Group {
    var apiClass: APIClass
    var window = 0
    var settle: Int
    var types: [String]
  }

  static func apply(to table: inout BehaviorTable) {
    for group in groups {
      table.update(group.types) { behavior in
        behavior.apiClass = group.apiClass
        behavior.tokenWindow = group.window
        behavior.settleTime = group.settle
      }
    }
  }

  private static let groups: [Group] = [
    // RequestCertificate: tokens time out after one hour (ACM API reference).
    Group(apiClass: .token, window: 3600, settle: 0, types: ["CertificateManager::Certificate"]),

    // A token exists; how long it answers is not documented, one hour is assumed.
    Group(
      apiClass: .tokenUnknownWindow, window: 3600, settle: 60,
      types: [
        "AccessAnalyzer::Analyzer", "Backup::BackupPlan", "Backup::BackupSelection", "Backup::BackupVault", "Backup::Framework",
        "Backup::ReportPlan", "Backup::RestoreTestingPlan", "Backup::RestoreTestingSelection", "CloudFormation::StackSet", "EC2::FlowLog",
        "EC2::Instance", "EC2::LaunchTemplate", "EC2::NatGateway", "EC2::NetworkAcl", "EC2::RouteTable", "EC2::VPCEndpoint",
        "EC2::VPCEndpointService", "ECS::Service", "GuardDuty::PublishingDestination", "ImageBuilder::Component",
        "ImageBuilder::DistributionConfiguration", "ImageBuilder::ImagePipeline", "ImageBuilder::ImageRecipe",
        "ImageBuilder::InfrastructureConfiguration", "Logs::QueryDefinition", "RAM::ResourceShare", "SSM::MaintenanceWindow",
        "SSM::MaintenanceWindowTarget", "SSM::MaintenanceWindowTask", "SSM::PatchBaseline", "SSO::Instance", "Scheduler::Schedule",
        "SecretsManager::Secret",
      ]),

    // CallerReference: refused with "already exists" when it is repeated, and shown when the object is read.
    Group(
      apiClass: .refusedToken, settle: 60,
      types: ["CloudFront::Distribution", "Route53::HealthCheck", "Route53::HostedZone"]),

    Group(
      apiClass: .name, settle: 30,
      types: ["IAM::InstanceProfile", "IAM::ManagedPolicy", "IAM::OIDCProvider", "IAM::Role"]),
    Group(
      apiClass: .name, settle: 10,
      types: [
        "AutoScaling::AutoScalingGroup", "Budgets::Budget", "CE::CostCategory", "CloudFront::CachePolicy", "CloudFront::Function",
        "CloudFront::OriginAccessControl", "CloudFront::OriginRequestPolicy", "CloudFront::ResponseHeadersPolicy", "CloudTrail::Trail",
        "CodeBuild::Project", "CodePipeline::Pipeline", "Cognito::UserPoolDomain", "Cognito::UserPoolGroup",
        // Names of clients and associations are not unique: the engine's suffix in a name makes them so.
        "Cognito::UserPoolClient", "SSM::Association",
        "Cognito::UserPoolResourceServer", "Cognito::UserPoolUser", "DynamoDB::GlobalTable", "DynamoDB::Table", "EC2::SecurityGroup",
        "ECR::Repository", "ECS::Cluster", "ElastiCache::ReplicationGroup", "ElastiCache::SubnetGroup",
        "ElasticLoadBalancingV2::LoadBalancer", "ElasticLoadBalancingV2::TargetGroup", "Events::EventBus", "IdentityStore::Group",
        "InspectorV2::Filter", "KMS::Alias", "KinesisFirehose::DeliveryStream", "Lambda::Alias", "Lambda::Function", "Logs::LogGroup",
        "NetworkFirewall::Firewall", "NetworkFirewall::FirewallPolicy", "NetworkFirewall::RuleGroup", "Organizations::Policy",
        "RDS::DBInstance", "RDS::DBParameterGroup", "RDS::DBSubnetGroup", "RDS::EventSubscription", "ResourceGroups::Group", "S3::Bucket",
        "SNS::Topic", "SQS::Queue", "SSM::Document", "SSO::PermissionSet", "WAFv2::IPSet", "WAFv2::WebACL",
      ]),

    // A put: the same call creates, updates and repeats.
    Group(apiClass: .upsert, settle: 30, types: ["IAM::RolePolicy"]),
    Group(
      apiClass: .upsert, settle: 10,
      types: [
        "ApplicationAutoScaling::ScalableTarget", "ApplicationAutoScaling::ScalingPolicy", "AutoScaling::LifecycleHook",
        "AutoScaling::ScalingPolicy", "CloudWatch::Alarm", "CloudWatch::AnomalyDetector", "CloudWatch::CompositeAlarm",
        "CloudWatch::Dashboard", "Cognito::LogDeliveryConfiguration", "Cognito::UserPoolRiskConfigurationAttachment",
        "Cognito::UserPoolUserToGroupAttachment", "Config::AggregationAuthorization", "Config::ConfigRule",
        "Config::ConfigurationAggregator", "Config::ConformancePack", "Config::OrganizationConformancePack",
        "Config::RemediationConfiguration", "EC2::VPCEndpointServicePermissions", "ECS::ClusterCapacityProviderAssociations",
        "Events::EventBusPolicy", "Events::Rule", "GuardDuty::Member", "Lambda::EventInvokeConfig", "Logs::DeliveryDestination",
        "Logs::DeliverySource", "Logs::MetricFilter", "Logs::ResourcePolicy", "Logs::SubscriptionFilter",
        "NetworkFirewall::LoggingConfiguration", "Route53::RecordSet", "S3::BucketPolicy", "SNS::Subscription", "SNS::TopicPolicy",
        "SQS::QueuePolicy", "SSM::Parameter", "SecretsManager::ResourcePolicy", "SecretsManager::RotationSchedule",
        "SecretsManager::SecretTargetAttachment", "WAFv2::LoggingConfiguration", "WAFv2::WebACLAssociation",
        // Unverified: a second CreateAccountAssignment of the same assignment is taken to succeed.
        "SSO::Assignment",
        // BatchEnableStandards answers with the subscription that exists.
        "SecurityHub::Standard",
      ]),

    // Content that is unique within a parent: the occupancy keys find it.
    Group(
      apiClass: .uniqueContent, settle: 60,
      types: [
        "ControlTower::EnabledBaseline", "ControlTower::EnabledControl", "EC2::GatewayRouteTableAssociation", "EC2::NetworkAclEntry",
        "EC2::Route", "EC2::SecurityGroupEgress", "EC2::SecurityGroupIngress", "EC2::Subnet", "EC2::SubnetNetworkAclAssociation",
        "EC2::SubnetRouteTableAssociation", "EC2::TransitGatewayRoute", "EC2::TransitGatewayRouteTableAssociation",
        "EC2::TransitGatewayRouteTablePropagation", "EC2::TransitGatewayVpcAttachment", "EC2::VPCGatewayAttachment",
        "ElasticLoadBalancingV2::Listener", "ElasticLoadBalancingV2::ListenerRule", "Lambda::Permission", "Lambda::Version",
        "Logs::Delivery", "Organizations::OrganizationalUnit", "Shield::Protection",
      ]),

    // Tags in the create call, and no unique name.
    Group(
      apiClass: .tags, settle: 120,
      types: [
        "CE::AnomalyMonitor", "CE::AnomalySubscription", "CodeConnections::Connection", "Cognito::UserPool", "DLM::LifecyclePolicy",
        "EC2::CustomerGateway", "EC2::EIP", "EC2::InternetGateway", "EC2::TransitGateway", "EC2::TransitGatewayRouteTable", "EC2::VPC",
        "EC2::VPNConnection", "ECS::TaskDefinition", "FMS::Policy", "KMS::Key", "KMS::ReplicaKey",
        // The schema takes no name; the handler of the API chooses one.
        "ElastiCache::ParameterGroup",
      ]),

    Group(
      apiClass: .singleton, settle: 30,
      types: [
        "Config::ConfigurationRecorder", "Config::DeliveryChannel", "ControlTower::LandingZone", "ECR::RegistryScanningConfiguration",
        "ECR::ReplicationConfiguration", "FMS::NotificationChannel", "GuardDuty::Detector", "IAM::ServiceLinkedRole", "Macie::Session",
        "Organizations::Organization", "SecurityHub::DelegatedAdmin", "SecurityHub::FindingAggregator", "SecurityHub::Hub",
        "SecurityHub::OrganizationConfiguration",
      ]),

    // ListCreateAccountStatus tells what became of a request, by e-mail address.
    Group(apiClass: .operation, settle: 0, types: ["Organizations::Account"]),
  ]
}

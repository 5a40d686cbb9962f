/// The types that the source documents of the example systems need, by service.
enum RequiredTypes {
  static let all: [String] = byService.flatMap { service, names in names.map { "AWS::\(service)::\($0)" } }

  private static let byService: [(String, [String])] = [
    ("AccessAnalyzer", ["Analyzer"]),
    ("ApplicationAutoScaling", ["ScalableTarget", "ScalingPolicy"]),
    ("AutoScaling", ["AutoScalingGroup", "LifecycleHook", "ScalingPolicy"]),
    (
      "Backup",
      ["BackupPlan", "BackupSelection", "BackupVault", "Framework", "ReportPlan", "RestoreTestingPlan", "RestoreTestingSelection"]
    ),
    ("Budgets", ["Budget"]),
    ("CE", ["AnomalyMonitor", "AnomalySubscription", "CostCategory"]),
    ("CertificateManager", ["Certificate"]),
    ("CloudFormation", ["StackSet"]),
    ("CloudFront", ["CachePolicy", "Distribution", "Function", "OriginAccessControl", "OriginRequestPolicy", "ResponseHeadersPolicy"]),
    ("CloudTrail", ["Trail"]),
    ("CloudWatch", ["Alarm", "AnomalyDetector", "CompositeAlarm", "Dashboard"]),
    ("CodeBuild", ["Project"]),
    ("CodeConnections", ["Connection"]),
    ("CodePipeline", ["Pipeline"]),
    (
      "Cognito",
      [
        "LogDeliveryConfiguration", "UserPool", "UserPoolClient", "UserPoolDomain", "UserPoolGroup", "UserPoolResourceServer",
        "UserPoolRiskConfigurationAttachment", "UserPoolUser", "UserPoolUserToGroupAttachment",
      ]
    ),
    (
      "Config",
      [
        "AggregationAuthorization", "ConfigRule", "ConfigurationAggregator", "ConfigurationRecorder", "ConformancePack", "DeliveryChannel",
        "OrganizationConformancePack", "RemediationConfiguration",
      ]
    ),
    ("ControlTower", ["EnabledBaseline", "EnabledControl", "LandingZone"]),
    ("DLM", ["LifecyclePolicy"]),
    ("DynamoDB", ["GlobalTable", "Table"]),
    (
      "EC2",
      [
        "CustomerGateway", "EIP", "FlowLog", "GatewayRouteTableAssociation", "Instance", "InternetGateway", "LaunchTemplate", "NatGateway",
        "NetworkAcl", "NetworkAclEntry", "Route", "RouteTable", "SecurityGroup", "SecurityGroupEgress", "SecurityGroupIngress", "Subnet",
        "SubnetNetworkAclAssociation", "SubnetRouteTableAssociation", "TransitGateway", "TransitGatewayRoute", "TransitGatewayRouteTable",
        "TransitGatewayRouteTableAssociation", "TransitGatewayRouteTablePropagation", "TransitGatewayVpcAttachment", "VPC", "VPCEndpoint",
        "VPCEndpointService", "VPCEndpointServicePermissions", "VPCGatewayAttachment", "VPNConnection",
      ]
    ),
    ("ECR", ["RegistryScanningConfiguration", "ReplicationConfiguration", "Repository"]),
    ("ECS", ["Cluster", "ClusterCapacityProviderAssociations", "Service", "TaskDefinition"]),
    ("ElastiCache", ["ParameterGroup", "ReplicationGroup", "SubnetGroup"]),
    ("ElasticLoadBalancingV2", ["Listener", "ListenerRule", "LoadBalancer", "TargetGroup"]),
    ("Events", ["EventBus", "EventBusPolicy", "Rule"]),
    ("FMS", ["NotificationChannel", "Policy"]),
    ("GuardDuty", ["Detector", "Member", "PublishingDestination"]),
    ("IAM", ["InstanceProfile", "ManagedPolicy", "OIDCProvider", "Role", "RolePolicy", "ServiceLinkedRole"]),
    ("IdentityStore", ["Group"]),
    ("ImageBuilder", ["Component", "DistributionConfiguration", "ImagePipeline", "ImageRecipe", "InfrastructureConfiguration"]),
    ("InspectorV2", ["Filter"]),
    ("KMS", ["Alias", "Key", "ReplicaKey"]),
    ("KinesisFirehose", ["DeliveryStream"]),
    ("Lambda", ["Alias", "EventInvokeConfig", "Function", "Permission", "Version"]),
    (
      "Logs",
      [
        "Delivery", "DeliveryDestination", "DeliverySource", "LogGroup", "MetricFilter", "QueryDefinition", "ResourcePolicy",
        "SubscriptionFilter",
      ]
    ),
    ("Macie", ["Session"]),
    ("NetworkFirewall", ["Firewall", "FirewallPolicy", "LoggingConfiguration", "RuleGroup"]),
    ("Organizations", ["Account", "Organization", "OrganizationalUnit", "Policy"]),
    ("RAM", ["ResourceShare"]),
    ("RDS", ["DBInstance", "DBParameterGroup", "DBSubnetGroup", "EventSubscription"]),
    ("ResourceGroups", ["Group"]),
    ("Route53", ["HealthCheck", "HostedZone", "RecordSet"]),
    ("S3", ["Bucket", "BucketPolicy"]),
    ("SNS", ["Subscription", "Topic", "TopicPolicy"]),
    ("SQS", ["Queue", "QueuePolicy"]),
    (
      "SSM",
      ["Association", "Document", "MaintenanceWindow", "MaintenanceWindowTarget", "MaintenanceWindowTask", "Parameter", "PatchBaseline"]
    ),
    ("SSO", ["Assignment", "Instance", "PermissionSet"]),
    ("Scheduler", ["Schedule"]),
    ("SecretsManager", ["ResourcePolicy", "RotationSchedule", "Secret", "SecretTargetAttachment"]),
    ("SecurityHub", ["DelegatedAdmin", "FindingAggregator", "Hub", "OrganizationConfiguration", "Standard"]),
    ("Shield", ["Protection"]),
    ("WAFv2", ["IPSet", "LoggingConfiguration", "WebACL", "WebACLAssociation"]),
  ]
}

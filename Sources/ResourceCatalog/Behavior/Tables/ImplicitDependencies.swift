/// Orders that no reference shows, and that AWS demands.
///
/// `own` and `other` are properties of this type and of the one that comes first; the rule applies to two resources of one placement whose values
/// there refer to the same resource or are equal texts. `*` stands for every element of a list, `>` follows a reference to a property of its target.
/// Synthesis drops such an order where it would close a cycle with what the program itself says.
enum ImplicitDependencies {
  static func apply(to table: inout BehaviorTable) {
    for (type, dependencies) in rows { table.update(type) { $0.implicitDependencies = dependencies } }
  }

  private typealias Order = ResourceBehavior.ImplicitDependency

  /// The policies of a role come before whoever takes on the role: its first act may already need them.
  private static func policies(ofRoleIn own: String) -> [Order] {
    [Order("AWS::IAM::RolePolicy", own: own, other: "RoleName"), Order("AWS::IAM::ManagedPolicy", own: own, other: "Roles.*")]
  }

  /// The service proves at create that the bucket's policy lets it write.
  private static func bucketPolicy(_ own: String) -> Order { Order("AWS::S3::BucketPolicy", own: own, other: "Bucket") }

  private static let recorder = Order("AWS::Config::ConfigurationRecorder")

  private static let rows: [(String, [Order])] = [
    // An address is mapped only in a VPC with an internet gateway, which cannot be detached before; NAT gateways map theirs by themselves.
    ("EC2::EIP", [Order("AWS::EC2::VPCGatewayAttachment", own: "InstanceId>SubnetId>VpcId", other: "VpcId")]),
    ("EC2::NatGateway", [Order("AWS::EC2::VPCGatewayAttachment", own: "SubnetId>VpcId", other: "VpcId")]),
    ("EC2::Route", [Order("AWS::EC2::VPCGatewayAttachment", own: "GatewayId", other: "InternetGatewayId")]),
    // An association that finds its routes gives a subnet that works.
    ("EC2::SubnetRouteTableAssociation", [Order("AWS::EC2::Route", own: "RouteTableId", other: "RouteTableId")]),
    ("EC2::SubnetNetworkAclAssociation", [Order("AWS::EC2::NetworkAclEntry", own: "NetworkAclId", other: "NetworkAclId")]),

    // CreateService refuses a target group without a listener; tasks need the way out to pull their image.
    (
      "ECS::Service",
      [
        Order("AWS::ElasticLoadBalancingV2::Listener", own: "LoadBalancers.*.TargetGroupArn", other: "DefaultActions.*.TargetGroupArn"),
        Order("AWS::ElasticLoadBalancingV2::ListenerRule", own: "LoadBalancers.*.TargetGroupArn", other: "Actions.*.TargetGroupArn"),
        Order(
          "AWS::EC2::SubnetRouteTableAssociation", own: "NetworkConfiguration.AwsvpcConfiguration.Subnets.*", other: "SubnetId"),
        Order("AWS::ECS::ClusterCapacityProviderAssociations", own: "Cluster", other: "Cluster"),
      ] + policies(ofRoleIn: "TaskDefinition>ExecutionRoleArn") + policies(ofRoleIn: "TaskDefinition>TaskRoleArn")
    ),
    ("AutoScaling::AutoScalingGroup", [Order("AWS::EC2::SubnetRouteTableAssociation", own: "VPCZoneIdentifier.*", other: "SubnetId")]),

    ("CloudTrail::Trail", [bucketPolicy("S3BucketName")] + policies(ofRoleIn: "CloudWatchLogsRoleArn")),
    ("ElasticLoadBalancingV2::LoadBalancer", [bucketPolicy("LoadBalancerAttributes.*.Value")]),
    ("EC2::FlowLog", [bucketPolicy("LogDestination")] + policies(ofRoleIn: "DeliverLogsPermissionArn")),
    ("Logs::Delivery", [bucketPolicy("DeliveryDestinationArn>DestinationResourceArn")]),
    ("GuardDuty::PublishingDestination", [bucketPolicy("DestinationProperties.DestinationArn")]),
    ("SSM::Association", [bucketPolicy("OutputLocation.S3Location.OutputS3BucketName")]),

    // Config: recorder, then channel, then what is recorded.
    ("Config::ConfigurationRecorder", policies(ofRoleIn: "RoleARN")),
    ("Config::DeliveryChannel", [recorder, bucketPolicy("S3BucketName")]),
    ("Config::ConfigRule", [recorder]),
    ("Config::ConformancePack", [recorder, Order("AWS::Config::DeliveryChannel")]),
    ("Config::RemediationConfiguration", [Order("AWS::Config::ConfigRule", own: "ConfigRuleName", other: "ConfigRuleName")]),
    ("Backup::Framework", [recorder]),
    ("SecurityHub::Hub", [recorder]),
    ("SecurityHub::Standard", [Order("AWS::SecurityHub::Hub")]),
    ("SecurityHub::FindingAggregator", [Order("AWS::SecurityHub::Hub")]),
    ("SecurityHub::OrganizationConfiguration", [Order("AWS::SecurityHub::Hub"), Order("AWS::SecurityHub::DelegatedAdmin")]),

    // Custom scopes must exist before a client may ask for them; a group and a user before the membership.
    ("Cognito::UserPoolClient", [Order("AWS::Cognito::UserPoolResourceServer", own: "UserPoolId", other: "UserPoolId")]),
    (
      "Cognito::UserPoolUserToGroupAttachment",
      [
        Order("AWS::Cognito::UserPoolUser", own: "Username", other: "Username"),
        Order("AWS::Cognito::UserPoolGroup", own: "GroupName", other: "GroupName"),
      ]
    ),

    (
      "ApplicationAutoScaling::ScalingPolicy",
      [Order("AWS::ApplicationAutoScaling::ScalableTarget", own: "ResourceId", other: "ResourceId")]
    ),
    ("Backup::BackupSelection", policies(ofRoleIn: "BackupSelection.IamRoleArn")),
    ("CodeBuild::Project", policies(ofRoleIn: "ServiceRole")),
    ("CodePipeline::Pipeline", policies(ofRoleIn: "RoleArn")),
    ("KinesisFirehose::DeliveryStream", policies(ofRoleIn: "ExtendedS3DestinationConfiguration.RoleARN")),
    ("Lambda::Function", policies(ofRoleIn: "Role")),
    (
      "Logs::SubscriptionFilter",
      policies(ofRoleIn: "RoleArn") + [
        Order("AWS::Lambda::Permission", own: "DestinationArn", other: "FunctionName")
      ]
    ),
    ("Scheduler::Schedule", policies(ofRoleIn: "Target.RoleArn")),
    ("SecretsManager::RotationSchedule", [Order("AWS::Lambda::Permission", own: "RotationLambdaARN", other: "FunctionName")]),
    ("SNS::Subscription", [Order("AWS::Lambda::Permission", own: "Endpoint", other: "FunctionName")]),
    ("WAFv2::LoggingConfiguration", [Order("AWS::Logs::ResourcePolicy")]),
  ]
}

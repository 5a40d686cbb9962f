/// What only one object per placement may hold, beyond identifiers and generated names.
///
/// Sources: the duplicate errors of the services' API references (`InvalidSubnet.Conflict`, `RouteAlreadyExists`,
/// `NetworkAclEntryAlreadyExists`, `DuplicateListener`, `PriorityInUse`, `InvalidPermission.Duplicate`, `CNAMEAlreadyExists` and the like).
enum OccupancyKeys {
  static func apply(to table: inout BehaviorTable) {
    for (type, keys) in rows { table.update(type) { $0.occupancyKeys = keys } }
  }

  private static let rows: [(String, [OccupancyKey])] = [
    ("ApplicationAutoScaling::ScalingPolicy", [["ServiceNamespace", "ResourceId", "ScalableDimension", "PolicyName"]]),
    ("Budgets::Budget", [["Budget.BudgetName"]]),
    ("CE::CostCategory", [["Name"]]),
    ("CloudFormation::StackSet", [["StackSetName"]]),
    ("CloudFront::CachePolicy", [["CachePolicyConfig.Name"]]),
    ("CloudFront::Distribution", [["DistributionConfig.Aliases.*"]]),
    ("CloudFront::Function", [["Name"]]),
    ("CloudFront::OriginAccessControl", [["OriginAccessControlConfig.Name"]]),
    ("CloudFront::OriginRequestPolicy", [["OriginRequestPolicyConfig.Name"]]),
    ("CloudFront::ResponseHeadersPolicy", [["ResponseHeadersPolicyConfig.Name"]]),
    ("Cognito::LogDeliveryConfiguration", [["UserPoolId"]]),
    ("Cognito::UserPoolDomain", [["Domain"]]),
    ("Config::RemediationConfiguration", [["ConfigRuleName"]]),
    ("ControlTower::EnabledBaseline", [["TargetIdentifier", "BaselineIdentifier"]]),
    ("EC2::NatGateway", [["AllocationId"]]),
    ("EC2::NetworkAclEntry", [["NetworkAclId", "Egress", "RuleNumber"]]),
    (
      "EC2::Route",
      [
        ["RouteTableId", "DestinationCidrBlock"], ["RouteTableId", "DestinationIpv6CidrBlock"],
        ["RouteTableId", "DestinationPrefixListId"],
      ]
    ),
    (
      "EC2::SecurityGroupEgress",
      [
        ["GroupId", "IpProtocol", "FromPort", "ToPort", "CidrIp"], ["GroupId", "IpProtocol", "FromPort", "ToPort", "CidrIpv6"],
        ["GroupId", "IpProtocol", "FromPort", "ToPort", "DestinationSecurityGroupId"],
        ["GroupId", "IpProtocol", "FromPort", "ToPort", "DestinationPrefixListId"],
      ]
    ),
    (
      "EC2::SecurityGroupIngress",
      [
        ["GroupId", "IpProtocol", "FromPort", "ToPort", "CidrIp"], ["GroupId", "IpProtocol", "FromPort", "ToPort", "CidrIpv6"],
        ["GroupId", "IpProtocol", "FromPort", "ToPort", "SourceSecurityGroupId"],
        ["GroupId", "IpProtocol", "FromPort", "ToPort", "SourcePrefixListId"],
      ]
    ),
    ("EC2::SecurityGroup", [["VpcId", "GroupName"]]),
    ("EC2::Subnet", [["VpcId", "CidrBlock"], ["VpcId", "Ipv6CidrBlock"]]),
    ("EC2::SubnetNetworkAclAssociation", [["SubnetId"]]),
    ("EC2::SubnetRouteTableAssociation", [["SubnetId"]]),
    ("EC2::TransitGatewayRouteTableAssociation", [["TransitGatewayAttachmentId"]]),
    ("EC2::TransitGatewayVpcAttachment", [["TransitGatewayId", "VpcId"]]),
    // One gateway of each kind (Amazon VPC User Guide, "Amazon VPC quotas").
    (
      "EC2::VPCGatewayAttachment",
      [
        ["InternetGatewayId"], ["VpnGatewayId"], OccupancyKey(["VpcId"], ifGiven: "InternetGatewayId"),
        OccupancyKey(["VpcId"], ifGiven: "VpnGatewayId"),
      ]
    ),
    ("ECS::Service", [["Cluster", "ServiceName"]]),
    ("ElasticLoadBalancingV2::Listener", [["LoadBalancerArn", "Port"]]),
    ("ElasticLoadBalancingV2::ListenerRule", [["ListenerArn", "Priority"]]),
    ("Events::Rule", [["EventBusName", "Name"]]),
    ("IAM::OIDCProvider", [["Url"]]),
    ("IAM::ServiceLinkedRole", [["CustomSuffix", "AWSServiceName"]]),
    ("IdentityStore::Group", [["IdentityStoreId", "DisplayName"]]),
    ("ImageBuilder::Component", [["Name", "Version"]]),
    ("ImageBuilder::DistributionConfiguration", [["Name"]]),
    ("ImageBuilder::ImagePipeline", [["Name"]]),
    ("ImageBuilder::ImageRecipe", [["Name", "Version"]]),
    ("ImageBuilder::InfrastructureConfiguration", [["Name"]]),
    ("InspectorV2::Filter", [["Name"]]),
    ("KMS::ReplicaKey", [["PrimaryKeyArn"]]),
    ("Lambda::Alias", [["FunctionName", "Name"]]),
    ("Logs::Delivery", [["DeliverySourceName", "DeliveryDestinationArn"]]),
    ("Logs::DeliverySource", [["LogType", "ResourceArn"]]),
    ("NetworkFirewall::Firewall", [["FirewallName"]]),
    ("NetworkFirewall::FirewallPolicy", [["FirewallPolicyName"]]),
    ("NetworkFirewall::RuleGroup", [["Type", "RuleGroupName"]]),
    ("Organizations::Account", [["Email"]]),
    ("Organizations::OrganizationalUnit", [["ParentId", "Name"]]),
    ("Organizations::Policy", [["Name"]]),
    ("Route53::RecordSet", [["HostedZoneId", "SetIdentifier", "Name", "Type"], ["SetIdentifier", "Name", "Type", "HostedZoneName"]]),
    ("SNS::Subscription", [["TopicArn", "Protocol", "Endpoint"]]),
    ("SNS::TopicPolicy", [["Topics.*"]]),
    ("SQS::QueuePolicy", [["Queues.*"]]),
    ("SSO::PermissionSet", [["InstanceArn", "Name"]]),
    ("Scheduler::Schedule", [["GroupName", "Name"]]),
    ("SecretsManager::ResourcePolicy", [["SecretId"]]),
    ("SecretsManager::RotationSchedule", [["SecretId"]]),
    ("SecretsManager::SecretTargetAttachment", [["SecretId"]]),
    ("Shield::Protection", [["ResourceArn"]]),
    ("WAFv2::IPSet", [["Scope", "Name"]]),
    ("WAFv2::WebACL", [["Scope", "Name"]]),
    ("WAFv2::WebACLAssociation", [["ResourceArn"]]),
  ]
}

extension IdentityForms {
  /// Amazon EC2 (VPC), Network Firewall, Transit Gateway, RAM, Route 53, CloudFront.
  static let network = """
    EC2::VPC VpcId=vpc-0{hex16} DefaultNetworkAcl=acl-0{hex16} DefaultSecurityGroup=sg-0{hex16}
    EC2::Subnet SubnetId=subnet-0{hex16} NetworkAclAssociationId=aclassoc-0{hex16}
    EC2::InternetGateway InternetGatewayId=igw-0{hex16}
    EC2::EgressOnlyInternetGateway Id=eigw-0{hex16}
    EC2::EIP PublicIp={publicIp} AllocationId=eipalloc-0{hex16}
    EC2::NatGateway NatGatewayId=nat-0{hex16} EniId=eni-0{hex16} RouteTableId=rtb-0{hex16}
    EC2::RouteTable RouteTableId=rtb-0{hex16}
    EC2::SubnetRouteTableAssociation Id=rtbassoc-0{hex16}
    EC2::GatewayRouteTableAssociation AssociationId=rtbassoc-0{hex16}
    EC2::NetworkAcl Id=acl-0{hex16}
    EC2::NetworkAclEntry Id={NetworkAclId}|{RuleNumber}|{default:Egress|false}
    EC2::SubnetNetworkAclAssociation AssociationId=aclassoc-0{hex16}
    EC2::SecurityGroup Id=sg-0{hex16} GroupId={Id}
    EC2::SecurityGroupIngress Id=sgr-0{hex16}
    EC2::SecurityGroupEgress Id=sgr-0{hex16}
    EC2::FlowLog Id=fl-0{hex16}
    EC2::VPCEndpoint Id=vpce-0{hex16} CreationTimestamp={date}
    EC2::VPCEndpointService ServiceId=vpce-svc-0{hex16}
    EC2::VPCPeeringConnection Id=pcx-0{hex16}
    EC2::NetworkInterface Id=eni-0{hex16} PrimaryPrivateIpAddress={ip} PrimaryIpv6Address=fd00::{hex4}
    EC2::DHCPOptions DhcpOptionsId=dopt-0{hex16}
    EC2::PrefixList PrefixListId=pl-0{hex16} Arn=arn:{partition}:ec2:{region}:{account}:prefix-list/{PrefixListId} OwnerId={account}
    EC2::TransitGateway Id=tgw-0{hex16} TransitGatewayArn=arn:{partition}:ec2:{region}:{account}:transit-gateway/{Id}
    EC2::TransitGatewayAttachment Id=tgw-attach-0{hex16}
    EC2::TransitGatewayVpcAttachment Id=tgw-attach-0{hex16}
    EC2::TransitGatewayPeeringAttachment TransitGatewayAttachmentId=tgw-attach-0{hex16}
    EC2::TransitGatewayRouteTable TransitGatewayRouteTableId=tgw-rtb-0{hex16}
    EC2::CustomerGateway CustomerGatewayId=cgw-0{hex16}
    EC2::VPNGateway VPNGatewayId=vgw-0{hex16}
    EC2::VPNConnection VpnConnectionId=vpn-0{hex16}
    NetworkFirewall::Firewall FirewallArn=arn:{partition}:network-firewall:{region}:{account}:firewall/{FirewallName} FirewallId={uuid}
    NetworkFirewall::FirewallPolicy FirewallPolicyArn=arn:{partition}:network-firewall:{region}:{account}:firewall-policy/{FirewallPolicyName} FirewallPolicyId={uuid}
    NetworkFirewall::RuleGroup RuleGroupArn=arn:{partition}:network-firewall:{region}:{account}:{fold:Type}-rulegroup/{RuleGroupName} RuleGroupId={uuid}
    RAM::ResourceShare Arn=arn:{partition}:ram:{region}:{account}:resource-share/{uuid} OwningAccountId={account}
    Route53::HostedZone Id=Z0{upper19}
    Route53::HealthCheck HealthCheckId={uuid}
    Route53::RecordSet Id={default:HostedZoneId|Z00000000000000000000}_{Name}_{Type}_{SetIdentifier}
    Route53Resolver::ResolverEndpoint ResolverEndpointId=rslvr-in-{hex17} Arn=arn:{partition}:route53resolver:{region}:{account}:resolver-endpoint/{ResolverEndpointId}
    Route53Resolver::ResolverRule ResolverRuleId=rslvr-rr-{hex17} Arn=arn:{partition}:route53resolver:{region}:{account}:resolver-rule/{ResolverRuleId}
    CloudFront::Distribution Id=E{upper13} DomainName=d{lower13}.cloudfront.net
    CloudFront::OriginAccessControl Id=E{upper13}
    CloudFront::CloudFrontOriginAccessIdentity Id=E{upper13} S3CanonicalUserId={hex64}
    CloudFront::ResponseHeadersPolicy Id={uuid} LastModifiedTime={date}
    CloudFront::CachePolicy Id={uuid} LastModifiedTime={date}
    CloudFront::OriginRequestPolicy Id={uuid} LastModifiedTime={date}
    CloudFront::Function FunctionARN=arn:{partition}:cloudfront::{account}:function/{Name} Stage=LIVE
    CloudFront::KeyGroup Id={uuid} LastModifiedTime={date}
    CloudFront::PublicKey Id=K{upper13} CreatedTime={date}
    """

  /// Elastic Load Balancing, Auto Scaling, Certificate Manager.
  static let balancing = """
    ElasticLoadBalancingV2::LoadBalancer LoadBalancerName={Name} CanonicalHostedZoneID=Z35SXDOTRQ7X7K LoadBalancerFullName={kind}/{Name}/{hex16} LoadBalancerArn=arn:{partition}:elasticloadbalancing:{region}:{account}:loadbalancer/{LoadBalancerFullName} DNSName={fold:Name}-{digits10}.{region}.elb.{suffix}
    ElasticLoadBalancingV2::TargetGroup TargetGroupName={Name} TargetGroupFullName=targetgroup/{Name}/{hex16} TargetGroupArn=arn:{partition}:elasticloadbalancing:{region}:{account}:{TargetGroupFullName}
    ElasticLoadBalancingV2::Listener ListenerArn=arn:{partition}:elasticloadbalancing:{region}:{account}:listener/{listenerPath}/{hex16}
    ElasticLoadBalancingV2::ListenerRule RuleArn=arn:{partition}:elasticloadbalancing:{region}:{account}:listener-rule/{listenerPath}/{hex16}
    ElasticLoadBalancingV2::TrustStore TrustStoreArn=arn:{partition}:elasticloadbalancing:{region}:{account}:truststore/{Name}/{hex16}
    AutoScaling::AutoScalingGroup AutoScalingGroupARN=arn:{partition}:autoscaling:{region}:{account}:autoScalingGroup:{uuid}:autoScalingGroupName/{AutoScalingGroupName}
    AutoScaling::ScalingPolicy PolicyName={AutoScalingGroupName}-policy-{lower12} Arn=arn:{partition}:autoscaling:{region}:{account}:scalingPolicy:{uuid}:autoScalingGroupName/{AutoScalingGroupName}:policyName/{PolicyName}
    ApplicationAutoScaling::ScalableTarget Id={ResourceId}|{ScalableDimension}|{ServiceNamespace}
    ApplicationAutoScaling::ScalingPolicy Arn=arn:{partition}:autoscaling:{region}:{account}:scalingPolicy:{uuid}:resource/{ServiceNamespace}/{ResourceId}:policyName/{PolicyName}
    CertificateManager::Certificate Id=arn:{partition}:acm:{region}:{account}:certificate/{uuid}
    """
}

/// What a list of a type needs to know: the properties that name the parent, or the scope.
///
/// Source: "Resources that require additional information" in the Cloud Control user guide, and the list handlers' input in the types' schemas.
/// Types that are not named here are listed without a model; for some of them AWS may ask for one (unverified).
enum ParentProperties {
  static func names(of type: String) -> [String]? {
    guard type.hasPrefix("AWS::") else { return nil }
    return table[String(type.dropFirst("AWS::".count))]
  }

  private static let table: [String: [String]] = {
    var table: [String: [String]] = [:]
    for (properties, types) in rows { for type in types { table[type] = properties } }
    return table
  }()

  private static let rows: [([String], [String])] = [
    (
      ["RestApiId"],
      [
        "ApiGateway::Authorizer", "ApiGateway::Deployment", "ApiGateway::DocumentationPart", "ApiGateway::DocumentationVersion",
        "ApiGateway::Model", "ApiGateway::RequestValidator", "ApiGateway::Resource", "ApiGateway::Stage",
      ]
    ),
    (["DomainName"], ["ApiGateway::BasePathMapping"]),
    (["UsagePlanId"], ["ApiGateway::UsagePlanKey"]),
    (["ApiId"], ["ApiGatewayV2::Authorizer", "ApiGatewayV2::Deployment", "ApiGatewayV2::Model", "ApiGatewayV2::Route"]),
    (["AppId"], ["Amplify::Branch", "Amplify::Domain"]),
    (["WorkGroup"], ["Athena::PreparedStatement"]),
    (["AutoScalingGroupName"], ["AutoScaling::LifecycleHook"]),
    (["IpamPoolId"], ["EC2::IPAMAllocation", "EC2::IPAMPoolCidr"]),
    (["Cluster", "Service", "Id"], ["ECS::TaskSet"]),
    (["FileSystemId"], ["EFS::MountTarget"]),
    (["ClusterName"], ["EKS::Addon", "EKS::FargateProfile", "EKS::IdentityProviderConfig", "EKS::Nodegroup"]),
    (["LoadBalancerArn"], ["ElasticLoadBalancingV2::Listener"]),
    (["ListenerArn"], ["ElasticLoadBalancingV2::ListenerRule", "GlobalAccelerator::EndpointGroup"]),
    (["AcceleratorArn"], ["GlobalAccelerator::Listener"]),
    (["IndexId"], ["Kendra::DataSource", "Kendra::Faq"]),
    (["TargetFunctionArn"], ["Lambda::Url"]),
    (["BotId"], ["Lex::BotAlias", "Lex::BotVersion"]),
    (["LogGroupName"], ["Logs::LogStream", "Logs::SubscriptionFilter"]),
    (["FlowArn"], ["MediaConnect::FlowEntitlement", "MediaConnect::FlowOutput", "MediaConnect::FlowSource"]),
    (["ClusterArn"], ["MSK::BatchScramSecret"]),
    (["FirewallArn"], ["NetworkFirewall::LoggingConfiguration"]),
    (
      ["GlobalNetworkId"],
      [
        "NetworkManager::CustomerGatewayAssociation", "NetworkManager::Device", "NetworkManager::Link", "NetworkManager::LinkAssociation",
        "NetworkManager::Site", "NetworkManager::TransitGatewayRegistration",
      ]
    ),
    (["Type"], ["OpenSearchServerless::AccessPolicy", "OpenSearchServerless::SecurityConfig", "OpenSearchServerless::SecurityPolicy"]),
    (["InstanceArn", "PermissionSetArn"], ["SSO::PermissionSet"]),
    (["Scope"], ["WAFv2::IPSet", "WAFv2::RegexPatternSet", "WAFv2::RuleGroup", "WAFv2::WebACL"]),
  ]
}

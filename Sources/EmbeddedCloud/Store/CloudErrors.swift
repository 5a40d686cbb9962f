import StrataDeployment
import StrataModel

/// What services answer when they refuse, with their codes.
///
/// Sources: the "Common errors" and "Errors" sections of the services' API references.
enum CloudErrors {
  /// A value that nothing stands behind.
  static func missing(_ kind: String, _ value: String, property: String) -> ProviderError {
    let (code, what) = codes[kind] ?? ("ResourceNotFoundException", words(kind))
    let message: String
    switch kind {
    case "AWS::EC2::VPC": message = "The vpc ID '\(value)' does not exist"
    case "AWS::EC2::Subnet": message = "The subnet ID '\(value)' does not exist"
    case "AWS::EC2::SecurityGroup": message = "The security group '\(value)' does not exist"
    case "AWS::KMS::Key": message = "Key '\(value)' does not exist"
    case "AWS::S3::Bucket": message = "The specified bucket does not exist: \(value)"
    case "AWS::IAM::Role": message = "The role '\(value)' cannot be found, so that \(property) cannot use it"
    default: message = "The \(what) '\(value)' does not exist"
    }
    // Services may simply not have heard of it yet, but an answer alone does not tell.
    return ProviderError(.invalidRequest, message, serviceCode: code, path: PropertyPath(property))
  }

  static func notFound(_ kind: String, _ identifier: String) -> ProviderError {
    let (code, what) = codes[kind] ?? ("ResourceNotFoundException", words(kind))
    return ProviderError(.notFound, "The \(what) '\(identifier)' does not exist", serviceCode: code)
  }

  static func alreadyExists(_ kind: String, _ identifier: String) -> ProviderError {
    ProviderError(
      .alreadyExists, "The \(words(kind)) '\(identifier)' already exists",
      serviceCode: existsCodes[kind] ?? "ResourceAlreadyExistsException",
      identifier: identifier)
  }

  /// A delete that others stand against.
  static func inUse(_ kind: String, _ identifier: String, by users: [CloudObject]) -> ProviderError {
    let shown = users.prefix(3).map { "\(words($0.type)) \($0.identifier)" }.joined(separator: ", ")
    let more = users.count > 3 ? " and \(users.count - 3) more" : ""
    let code: String
    if kind.hasPrefix("AWS::EC2::") {
      code = kind == "AWS::EC2::EIP" ? "InvalidIPAddress.InUse" : "DependencyViolation"
    } else if kind.hasPrefix("AWS::IAM::") {
      code = "DeleteConflict"
    } else {
      code = inUseCodes[kind] ?? "ResourceInUseException"
    }
    return ProviderError(.conflict, "\(words(kind)) '\(identifier)' is in use by \(shown)\(more) and cannot be deleted", serviceCode: code)
  }

  static func invalid(_ code: String, _ message: String, _ path: PropertyPath? = nil) -> ProviderError {
    ProviderError(.invalidRequest, message, serviceCode: code, path: path)
  }

  static func limit(_ code: String, _ message: String) -> ProviderError { ProviderError(.limitExceeded, message, serviceCode: code) }

  /// `AWS::EC2::SecurityGroup` as `security group`.
  static func words(_ type: String) -> String {
    let resource = type.split(separator: ":").last.map(String.init) ?? type
    return AttributeMakerBuilder.kebab(resource).replacing("-", with: " ")
  }

  private static let codes: [String: (String, String)] = [
    "AWS::EC2::VPC": ("InvalidVpcID.NotFound", "vpc ID"), "AWS::EC2::Subnet": ("InvalidSubnetID.NotFound", "subnet ID"),
    "AWS::EC2::SecurityGroup": ("InvalidGroup.NotFound", "security group"),
    "AWS::EC2::RouteTable": ("InvalidRouteTableID.NotFound", "routeTable ID"),
    "AWS::EC2::InternetGateway": ("InvalidInternetGatewayID.NotFound", "internetGateway ID"),
    "AWS::EC2::NatGateway": ("NatGatewayNotFound", "Nat gateway"), "AWS::EC2::EIP": ("InvalidAllocationID.NotFound", "allocation ID"),
    "AWS::EC2::NetworkAcl": ("InvalidNetworkAclID.NotFound", "networkAcl ID"),
    "AWS::EC2::VPCEndpoint": ("InvalidVpcEndpointId.NotFound", "Vpc Endpoint Id"),
    "AWS::EC2::TransitGateway": ("InvalidTransitGatewayID.NotFound", "Transit Gateway"),
    "AWS::EC2::LaunchTemplate": ("InvalidLaunchTemplateId.NotFound", "launch template"),
    "AWS::EC2::Instance": ("InvalidInstanceID.NotFound", "instance ID"),
    "AWS::KMS::Key": ("NotFoundException", "key"), "AWS::KMS::Alias": ("NotFoundException", "alias"),
    "AWS::S3::Bucket": ("NoSuchBucket", "bucket"),
    "AWS::IAM::Role": ("NoSuchEntity", "role"), "AWS::IAM::ManagedPolicy": ("NoSuchEntity", "policy"),
    "AWS::IAM::User": ("NoSuchEntity", "user"),
    "AWS::IAM::InstanceProfile": ("NoSuchEntity", "instance profile"), "AWS::SNS::Topic": ("NotFound", "topic"),
    "AWS::RDS::DBInstance": ("DBInstanceNotFound", "DB instance"),
    "AWS::RDS::DBSubnetGroup": ("DBSubnetGroupNotFoundFault", "DB subnet group"),
    "AWS::RDS::DBParameterGroup": ("DBParameterGroupNotFound", "DB parameter group"),
    "AWS::ElasticLoadBalancingV2::LoadBalancer": ("LoadBalancerNotFound", "load balancer"),
    "AWS::ElasticLoadBalancingV2::TargetGroup": ("TargetGroupNotFound", "target group"),
    "AWS::ElasticLoadBalancingV2::Listener": ("ListenerNotFound", "listener"), "AWS::ECS::Cluster": ("ClusterNotFoundException", "cluster"),
    "AWS::Route53::HostedZone": ("NoSuchHostedZone", "hosted zone"),
    "AWS::CloudFront::Distribution": ("NoSuchDistribution", "distribution"),
    "AWS::CloudFront::OriginAccessControl": ("NoSuchOriginAccessControl", "origin access control"),
    "AWS::WAFv2::WebACL": ("WAFNonexistentItemException", "web ACL"), "AWS::CloudTrail::Trail": ("TrailNotFoundException", "trail"),
    "AWS::GuardDuty::Detector": ("BadRequestException", "detector"),
    "AWS::Config::ConfigRule": ("NoSuchConfigRuleException", "config rule"),
    "AWS::ElastiCache::SubnetGroup": ("CacheSubnetGroupNotFoundFault", "cache subnet group"),
    "AWS::SQS::Queue": ("QueueDoesNotExist", "queue"),
  ]

  private static let existsCodes: [String: String] = [
    "AWS::IAM::Role": "EntityAlreadyExists", "AWS::IAM::ManagedPolicy": "EntityAlreadyExists",
    "AWS::IAM::InstanceProfile": "EntityAlreadyExists",
    "AWS::IAM::User": "EntityAlreadyExists", "AWS::IAM::Group": "EntityAlreadyExists", "AWS::IAM::OIDCProvider": "EntityAlreadyExists",
    "AWS::S3::Bucket": "BucketAlreadyExists", "AWS::KMS::Alias": "AlreadyExistsException", "AWS::DynamoDB::Table": "ResourceInUseException",
    "AWS::SecretsManager::Secret": "ResourceExistsException", "AWS::EC2::SecurityGroup": "InvalidGroup.Duplicate",
    "AWS::EC2::Subnet": "InvalidSubnet.Conflict", "AWS::EC2::Route": "RouteAlreadyExists",
    "AWS::EC2::VPCGatewayAttachment": "Resource.AlreadyAssociated",
    "AWS::EC2::NetworkAclEntry": "NetworkAclEntryAlreadyExists",
    "AWS::EC2::SecurityGroupIngress": "InvalidPermission.Duplicate", "AWS::EC2::SecurityGroupEgress": "InvalidPermission.Duplicate",
    "AWS::EC2::LaunchTemplate": "InvalidLaunchTemplateName.AlreadyExistsException", "AWS::RDS::DBInstance": "DBInstanceAlreadyExists",
    "AWS::RDS::DBSubnetGroup": "DBSubnetGroupAlreadyExists", "AWS::RDS::DBParameterGroup": "DBParameterGroupAlreadyExists",
    "AWS::Lambda::Function": "ResourceConflictException", "AWS::ElasticLoadBalancingV2::LoadBalancer": "DuplicateLoadBalancerName",
    "AWS::ElasticLoadBalancingV2::TargetGroup": "DuplicateTargetGroupName", "AWS::ElasticLoadBalancingV2::Listener": "DuplicateListener",
    "AWS::ElasticLoadBalancingV2::ListenerRule": "PriorityInUse", "AWS::Route53::HostedZone": "HostedZoneAlreadyExists",
    "AWS::Route53::HealthCheck": "HealthCheckAlreadyExists", "AWS::CloudFront::Distribution": "DistributionAlreadyExists",
    "AWS::CloudFront::OriginAccessControl": "OriginAccessControlAlreadyExists", "AWS::WAFv2::WebACL": "WAFDuplicateItemException",
    "AWS::CloudTrail::Trail": "TrailAlreadyExistsException", "AWS::ECR::Repository": "RepositoryAlreadyExistsException",
    "AWS::Cognito::UserPoolGroup": "GroupExistsException", "AWS::Cognito::UserPoolUser": "UsernameExistsException",
    "AWS::GuardDuty::Detector": "BadRequestException", "AWS::SecurityHub::Hub": "ResourceConflictException",
    "AWS::Config::ConfigurationRecorder": "MaxNumberOfConfigurationRecordersExceededException",
    "AWS::Config::DeliveryChannel": "MaxNumberOfDeliveryChannelsExceededException",
    "AWS::Organizations::Organization": "AlreadyInOrganizationException",
    "AWS::AccessAnalyzer::Analyzer": "ServiceQuotaExceededException", "AWS::Backup::BackupVault": "AlreadyExistsException",
    "AWS::AutoScaling::AutoScalingGroup": "AlreadyExists", "AWS::Lambda::Permission": "ResourceConflictException",
    "AWS::Lambda::Alias": "ResourceConflictException", "AWS::Scheduler::Schedule": "ConflictException",
    "AWS::SSM::Document": "DocumentAlreadyExists",
    "AWS::Budgets::Budget": "DuplicateRecordException", "AWS::Organizations::Policy": "DuplicatePolicyException",
    "AWS::Organizations::OrganizationalUnit": "DuplicateOrganizationalUnitException",
  ]

  private static let inUseCodes: [String: String] = [
    "AWS::ElasticLoadBalancingV2::TargetGroup": "ResourceInUse", "AWS::WAFv2::WebACL": "WAFAssociatedItemException",
    "AWS::WAFv2::IPSet": "WAFAssociatedItemException", "AWS::ECS::Cluster": "ClusterContainsServicesException",
    "AWS::CloudFront::OriginAccessControl": "OriginAccessControlInUse", "AWS::CloudFront::CachePolicy": "CachePolicyInUse",
    "AWS::CloudFront::OriginRequestPolicy": "OriginRequestPolicyInUse", "AWS::CloudFront::Function": "FunctionInUse",
    "AWS::CloudFront::ResponseHeadersPolicy": "ResponseHeadersPolicyInUse", "AWS::RDS::DBSubnetGroup": "InvalidDBSubnetGroupStateFault",
    "AWS::RDS::DBParameterGroup": "InvalidDBParameterGroupState", "AWS::ElastiCache::SubnetGroup": "CacheSubnetGroupInUse",
    "AWS::ElastiCache::ParameterGroup": "InvalidCacheParameterGroupState", "AWS::Backup::BackupPlan": "InvalidRequestException",
    "AWS::Route53::HostedZone": "HostedZoneNotEmpty", "AWS::Cognito::UserPool": "InvalidParameterException",
    "AWS::Events::EventBus": "ResourceInUseException", "AWS::Organizations::OrganizationalUnit": "OrganizationalUnitNotEmptyException",
    "AWS::NetworkFirewall::FirewallPolicy": "InvalidOperationException", "AWS::NetworkFirewall::RuleGroup": "InvalidOperationException",
    "AWS::ImageBuilder::Component": "ResourceDependencyException", "AWS::ImageBuilder::ImageRecipe": "ResourceDependencyException",
    "AWS::Logs::DeliverySource": "ConflictException", "AWS::Logs::DeliveryDestination": "ConflictException",
  ]
}

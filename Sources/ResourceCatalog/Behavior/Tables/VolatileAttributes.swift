/// Attributes that an update changes: on every update, or only when certain properties change.
enum VolatileAttributes {
  static func apply(to table: inout BehaviorTable) {
    for (type, attributes) in always { table.update(type) { $0.volatileAttributes = attributes } }
    for (type, attributes) in byProperty { table.update(type) { $0.attributesChangedBy = attributes } }
  }

  private static let always: [(String, [String])] = [
    ("Backup::BackupPlan", ["VersionId"]),
    ("CE::AnomalyMonitor", ["LastEvaluatedDate", "LastUpdatedDate", "DimensionalValueCount"]),
    ("CloudFront::CachePolicy", ["LastModifiedTime"]),
    ("CloudFront::OriginRequestPolicy", ["LastModifiedTime"]),
    ("CloudFront::ResponseHeadersPolicy", ["LastModifiedTime"]),
    ("CodePipeline::Pipeline", ["Version"]),
    ("ControlTower::LandingZone", ["Status", "DriftStatus", "LatestAvailableVersion"]),
    ("EC2::LaunchTemplate", ["LatestVersionNumber"]),
    ("IAM::ManagedPolicy", ["DefaultVersionId", "UpdateDate", "AttachmentCount", "PermissionsBoundaryUsageCount"]),
    ("ImageBuilder::ImagePipeline", ["DeploymentId"]),
    ("RAM::ResourceShare", ["LastUpdatedTime", "Status"]),
    // The time of the last backup, which moves on by itself.
    ("RDS::DBInstance", ["LatestRestorableTime"]),
    ("WAFv2::WebACL", ["Capacity"]),
  ]

  private static let byProperty: [(String, [String: [String]])] = [
    ("DynamoDB::Table", ["StreamArn": ["StreamSpecification"]]),
    // A stop and start, which these changes need, gives a new public address.
    (
      "EC2::Instance",
      ["PublicIp": ["InstanceType", "EbsOptimized", "UserData"], "PublicDnsName": ["InstanceType", "EbsOptimized", "UserData"]]
    ),
    ("EC2::VPCEndpoint", ["NetworkInterfaceIds": ["SubnetIds"], "DnsEntries": ["SubnetIds", "PrivateDnsEnabled"]]),
    ("ElasticLoadBalancingV2::TargetGroup", ["LoadBalancerArns": ["Targets"]]),
    ("NetworkFirewall::Firewall", ["EndpointIds": ["SubnetMappings"]]),
    ("RDS::DBInstance", ["Endpoint.Port": ["Port"]]),
  ]
}

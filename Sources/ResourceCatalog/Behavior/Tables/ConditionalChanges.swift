/// Transitions of conditional create-only properties that AWS performs in place; all others replace.
///
/// Source: "Update requires" of each property in the CloudFormation template reference; entries marked * are from memory (unverified).
enum ConditionalChanges {
  static func apply(to table: inout BehaviorTable) {
    for (type, changes) in rows { table.update(type) { $0.conditionalChanges = changes } }
  }

  private static func inPlace(_ properties: String...) -> [ResourceBehavior.ConditionalChange] {
    properties.map { ResourceBehavior.ConditionalChange($0, from: nil, to: nil) }
  }

  private static let rows: [(String, [ResourceBehavior.ConditionalChange])] = [
    // Instances follow the new template when they are replaced; only CloudFormation's UpdatePolicy can ask for a new group.
    (
      "AutoScaling::AutoScalingGroup",
      inPlace("LaunchConfigurationName", "LaunchTemplate", "MixedInstancesPolicy", "VPCZoneIdentifier")
    ),
    // Instances on EBS volumes are stopped and started.
    (
      "EC2::Instance",
      inPlace("EbsOptimized", "InstanceType", "PrivateDnsNameOptions", "SecurityGroupIds", "UserData")  // *
    ),
    ("EC2::Subnet", inPlace("Ipv6CidrBlock")),  // *
    // ModifyVpcTenancy knows only this way.
    ("EC2::VPC", [.init("InstanceTenancy", from: "dedicated", to: "default")]),
    // ModifyReplicationGroup rotates or sets a token.
    ("ElastiCache::ReplicationGroup", inPlace("AuthToken")),  // *
    (
      "RDS::DBInstance",
      inPlace(
        "AutoMinorVersionUpgrade", "BackupRetentionPeriod", "DBParameterGroupName", "MultiAZ", "PreferredMaintenanceWindow", "StorageType")
        + [
          // Leaving the source out promotes a replica; conversion of Oracle to the container architecture.
          .init("SourceDBInstanceIdentifier", from: nil, to: ""),
          .init("Engine", from: "oracle-ee", to: "oracle-ee-cdb"),
          .init("Engine", from: "oracle-se2", to: "oracle-se2-cdb"),
        ]
    ),
  ]
}

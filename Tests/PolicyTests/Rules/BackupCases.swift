extension RuleCase {
  static let backup: [RuleCase] = [
    RuleCase(
      "R36", "data with copies, in production", in: "production",
      #"""
      table AWS::DynamoDB::Table {"PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": true}, "Tags": [{"Key": "Backup", "Value": "daily"}]}
      db AWS::RDS::DBInstance {"DeletionProtection": true, "BackupRetentionPeriod": 35, "CopyTagsToSnapshot": true}
      vault AWS::Backup::BackupVault {"AccessPolicy": {"Statement": []}}
      copies#us-west-2 AWS::Backup::BackupVault {"AccessPolicy": {"Statement": []}}
      plan AWS::Backup::BackupPlan {"BackupPlan": {"BackupPlanRule": [{"Lifecycle": {"DeleteAfterDays": 35}, "CopyActions": [{"DestinationBackupVaultArn": "@copies.BackupVaultArn"}]}]}}
      selection AWS::Backup::BackupSelection {"BackupSelection": {"Resources": ["@db.DBInstanceArn"], "ListOfTags": [{"ConditionKey": "Backup", "ConditionValue": "daily"}]}}
      """#),
    RuleCase(
      "R36", "data without, in production", in: "production",
      #"""
      table AWS::DynamoDB::Table {"PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": true, "RecoveryPeriodInDays": 7}, "Tags": [{"Key": "DataClassification", "Value": "phi"}]}
      db AWS::RDS::DBInstance {"BackupRetentionPeriod": 7}
      plan AWS::Backup::BackupPlan {"BackupPlan": {"BackupPlanRule": [{"Lifecycle": {"DeleteAfterDays": 7}}]}}
      vault AWS::Backup::BackupVault {}
      everywhere AWS::DynamoDB::GlobalTable {"Replicas": [{"Region": "us-east-1"}]}
      """#,
      finds: [
        "table PointInTimeRecoverySpecification: health data can be brought back for 7 days only",
        "table: no backup plan covers the data",
        "everywhere Replicas[0]: a replica of the table cannot be brought back to a point in time",
        "db DeletionProtection: the database can be deleted by one call",
        "db BackupRetentionPeriod: backups of the database are kept for 7 days",
        "db CopyTagsToSnapshot: snapshots of the database do not say what data they hold",
        "db: no backup plan covers the data",
        "plan BackupPlan.BackupPlanRule[0]: backups are deleted after 7 days",
        "plan BackupPlan.BackupPlanRule: production's backups are in one region only",
        "vault AccessPolicy: backups in the vault can be deleted by every administrator",
      ]),

    RuleCase(
      "R37", "production in two zones", in: "production",
      #"""
      a AWS::EC2::Subnet {"AvailabilityZone": "us-east-1a"}
      b AWS::EC2::Subnet {"AvailabilityZone": "us-east-1b"}
      db AWS::RDS::DBInstance {"MultiAZ": true}
      fleet AWS::AutoScaling::AutoScalingGroup {"VPCZoneIdentifier": ["@a.SubnetId", "@b.SubnetId"], "DesiredCapacity": "3"}
      """#),
    RuleCase(
      "R37", "production in one", in: "production",
      #"""
      a AWS::EC2::Subnet {"AvailabilityZone": "us-east-1a"}
      b AWS::EC2::Subnet {"AvailabilityZone": "us-east-1b"}
      nat AWS::EC2::NatGateway {"SubnetId": "@a.SubnetId"}
      table AWS::EC2::RouteTable {}
      use AWS::EC2::SubnetRouteTableAssociation {"SubnetId": "@b.SubnetId", "RouteTableId": "@table.RouteTableId"}
      route AWS::EC2::Route {"RouteTableId": "@table.RouteTableId", "DestinationCidrBlock": "0.0.0.0/0", "NatGatewayId": "@nat.NatGatewayId"}
      db AWS::RDS::DBInstance {"MultiAZ": false}
      cache AWS::ElastiCache::ReplicationGroup {"MultiAZEnabled": true}
      service AWS::ECS::Service {"DesiredCount": 1, "NetworkConfiguration": {"AwsvpcConfiguration": {"Subnets": ["@a.SubnetId"]}}}
      """#,
      finds: [
        "db MultiAZ: production's database is in one zone", "cache MultiAZEnabled: production's cache is in one zone",
        "service NetworkConfiguration.AwsvpcConfiguration.Subnets: everything is in the zone us-east-1a",
        "route NatGatewayId: the subnet 'b' goes out through the NAT gateway of another zone",
        "service DesiredCount: one server runs, of 3",
      ]),
  ]
}

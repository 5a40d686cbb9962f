extension IdentityForms {
  /// S3, DynamoDB, RDS, ElastiCache, Backup, EFS.
  static let data = """
    S3::Bucket Arn=arn:{partition}:s3:::{BucketName} DomainName={BucketName}.s3.{suffix} DualStackDomainName={BucketName}.s3.dualstack.{region}.{suffix} RegionalDomainName={BucketName}.s3.{region}.{suffix} WebsiteURL=http://{BucketName}.s3-website-{region}.{suffix}
    DynamoDB::Table Arn=arn:{partition}:dynamodb:{region}:{account}:table/{TableName} StreamArn?StreamSpecification={Arn}/stream/{streamLabel}
    DynamoDB::GlobalTable TableId={uuid} Arn=arn:{partition}:dynamodb:{region}:{account}:table/{TableName} StreamArn?StreamSpecification={Arn}/stream/{streamLabel}
    RDS::DBInstance DBInstanceArn=arn:{partition}:rds:{region}:{account}:db:{DBInstanceIdentifier} DbiResourceId=db-{upper26} DBInstanceStatus=available InstanceCreateTime={date} Endpoint.Address={DBInstanceIdentifier}.{lower12}.{region}.rds.{suffix} Endpoint.Port={enginePort} Endpoint.HostedZoneId=Z2R2ITUGPM61AM
    RDS::DBCluster DBClusterArn=arn:{partition}:rds:{region}:{account}:cluster:{DBClusterIdentifier} DBClusterResourceId=cluster-{upper26} Endpoint.Address={DBClusterIdentifier}.cluster-{lower12}.{region}.rds.{suffix} Endpoint.Port={enginePort} ReadEndpoint.Address={DBClusterIdentifier}.cluster-ro-{lower12}.{region}.rds.{suffix}
    ElastiCache::ReplicationGroup PrimaryEndPoint.Address=master.{ReplicationGroupId}.{lower6}.use1.cache.{suffix} PrimaryEndPoint.Port={default:Port|6379} ReaderEndPoint.Address=replica.{ReplicationGroupId}.{lower6}.use1.cache.{suffix} ReaderEndPoint.Port={default:Port|6379} ConfigurationEndPoint.Address?NumNodeGroups=clustercfg.{ReplicationGroupId}.{lower6}.use1.cache.{suffix} ConfigurationEndPoint.Port?NumNodeGroups={default:Port|6379}
    ElastiCache::ParameterGroup CacheParameterGroupName=strata-{lower12}
    EFS::FileSystem FileSystemId=fs-0{hex16} Arn=arn:{partition}:elasticfilesystem:{region}:{account}:file-system/{FileSystemId}
    EFS::AccessPoint AccessPointId=fsap-0{hex16} Arn=arn:{partition}:elasticfilesystem:{region}:{account}:access-point/{AccessPointId}
    EFS::MountTarget Id=fsmt-0{hex16} IpAddress={ip}
    Backup::BackupVault BackupVaultArn=arn:{partition}:backup:{region}:{account}:backup-vault:{BackupVaultName}
    Backup::BackupPlan BackupPlanId={uuid} VersionId={mixed48} BackupPlanArn=arn:{partition}:backup:{region}:{account}:backup-plan:{BackupPlanId}
    Backup::BackupSelection SelectionId={uuid} Id={BackupPlanId}_{SelectionId}
    Backup::ReportPlan ReportPlanArn=arn:{partition}:backup:{region}:{account}:report-plan:{ReportPlanName}-{uuid}
    Backup::Framework FrameworkArn=arn:{partition}:backup:{region}:{account}:framework:{FrameworkName}-{uuid} FrameworkStatus=ACTIVE DeploymentStatus=COMPLETED CreationTime={date}
    Backup::RestoreTestingPlan RestoreTestingPlanArn=arn:{partition}:backup:{region}:{account}:restore-testing-plan:{RestoreTestingPlanName}-{uuid}
    DLM::LifecyclePolicy Id=policy-0{hex16} Arn=arn:{partition}:dlm:{region}:{account}:policy/{Id}
    """
}

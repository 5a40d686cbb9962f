extension EmulatorCapabilities {
  /// moto, in the version that `Tests/Integration` pins.
  ///
  /// It has no Cloud Control. The types are those whose create, read or delete it does not implement; found by calling each operation of moto 5.2.1.
  public static let moto = EmulatorCapabilities(
    name: "moto", hasCloudControl: false, missingTypes: Set(missingInMoto.map { "AWS::" + $0 }),
    // Certificates are never issued, services never run a task, and replication groups are never gone.
    unendingTypes: ["AWS::CertificateManager::Certificate", "AWS::ECS::Service", "AWS::ElastiCache::ReplicationGroup"],
    missingOperations: [
      // What actions call.
      "backup:UpdateRegionSettings", "ce:UpdateCostAllocationTagsStatus", "fms:AssociateAdminAccount",
      "backup:GetBackupVaultAccessPolicy", "backup:GetBackupVaultNotifications", "backup:PutBackupVaultAccessPolicy",
      "backup:PutBackupVaultNotifications", "backup:DeleteBackupVaultAccessPolicy", "backup:DeleteBackupVaultNotifications",
      "budgets:DescribeSubscribersForNotification",
      "budgets:ListTagsForResource", "ce:ListCostCategoryDefinitions", "ce:ListTagsForResource", "codepipeline:GetPipelineState",
      "cognito-idp:DeleteResourceServer",
      "macie2:GetAutomatedDiscoveryConfiguration",
      "securityhub:ListTagsForResource", "sso-admin:GetPermissionsBoundaryForPermissionSet",
      "sso-admin:ListPermissionSetProvisioningStatus",
      "sso-admin:ListTagsForResource", "sso-admin:ProvisionPermissionSet",
    ],
    tokenTypes: ["AWS::CertificateManager::Certificate"],
    forgetfulTypes: [
      // A replica is a copy of its primary key; attachments look for their tags under another type's name; shares and report plans drop theirs.
      "AWS::KMS::ReplicaKey", "AWS::EC2::TransitGatewayVpcAttachment", "AWS::RAM::ResourceShare", "AWS::Backup::ReportPlan",
      // Taken, and not shown: ListTagsForResource is missing.
      "AWS::SSO::PermissionSet",
    ])

  private static let missingInMoto = [
    "AccessAnalyzer::Analyzer", "Backup::BackupSelection", "Backup::Framework", "Backup::RestoreTestingPlan",
    "Backup::RestoreTestingSelection", "CE::AnomalyMonitor", "CE::AnomalySubscription", "CloudFront::CachePolicy", "CloudFront::Function",
    "CloudFront::OriginRequestPolicy", "CloudFront::ResponseHeadersPolicy", "CloudWatch::AnomalyDetector", "CloudWatch::CompositeAlarm",
    "CodeConnections::Connection", "Cognito::LogDeliveryConfiguration", "Cognito::UserPoolRiskConfigurationAttachment",
    "Config::ConformancePack", "Config::RemediationConfiguration", "ControlTower::EnabledBaseline", "ControlTower::EnabledControl",
    "ControlTower::LandingZone", "DLM::LifecyclePolicy", "ElastiCache::ParameterGroup", "ElastiCache::SubnetGroup",
    "FMS::NotificationChannel", "FMS::Policy", "GuardDuty::Member", "GuardDuty::PublishingDestination", "ImageBuilder::Component",
    "ImageBuilder::DistributionConfiguration", "ImageBuilder::ImagePipeline", "ImageBuilder::ImageRecipe",
    "ImageBuilder::InfrastructureConfiguration", "Logs::QueryDefinition", "NetworkFirewall::Firewall", "NetworkFirewall::FirewallPolicy",
    "NetworkFirewall::LoggingConfiguration", "NetworkFirewall::RuleGroup", "SSM::Association", "SSM::MaintenanceWindowTask",
    "SSM::PatchBaseline", "SSO::Instance", "SecurityHub::DelegatedAdmin", "SecurityHub::FindingAggregator", "SecurityHub::Standard",
  ]
}

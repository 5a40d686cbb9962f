// Written by Scripts/generate-action-resources.py from the Service Authorization Reference; not edited by hand.

extension ActionResources {
  /// A service's prefix, then its kinds of resources with their ARNs, then its actions by level and kinds; `!` marks a kind without which
  /// an action cannot be, and `-` an action on no resource in particular.
  static let table = """
    access-analyzer
      Analyzer = access-analyzer:{Region}:{Account}:analyzer/{AnalyzerName}
      ArchiveRule = access-analyzer:{Region}:{Account}:analyzer/{AnalyzerName}/archive-rule/{RuleName}
      read - CheckAccessNotGranted CheckNoNewAccess CheckNoPublicAccess GetGeneratedPolicy ListAnalyzers ListPolicyGenerations ValidatePolicy
      read Analyzer ListTagsForResource
      read Analyzer! GetAccessPreview GetAnalyzedResource GetAnalyzer GetFinding GetFindingRecommendation GetFindingsStatistics ListAccessPreviewFindings ListAccessPreviews ListAnalyzedResources ListArchiveRules ListFindings
      read ArchiveRule! GetArchiveRule
      tag Analyzer TagResource UntagResource
      write - CancelPolicyGeneration StartPolicyGeneration
      write Analyzer! ApplyArchiveRule CreateAccessPreview CreateAnalyzer DeleteAnalyzer GenerateFindingRecommendation StartResourceScan UpdateAnalyzer UpdateFindings
      write ArchiveRule! CreateArchiveRule DeleteArchiveRule UpdateArchiveRule
    account
      account = account::{Account}:account
      accountInOrganization = account::{ManagementAccountId}:account/o-{OrganizationId}/{MemberAccountId}
      read - GetAccountInformation GetContactInformation GetGovCloudAccountInformation ListRegions
      read account,accountInOrganization GetAlternateContact GetRegionOptStatus
      read accountInOrganization GetPrimaryEmail
      write account CloseAccount
      write account,accountInOrganization DeleteAlternateContact DisableRegion EnableRegion PutAccountName PutAlternateContact PutContactInformation
      write accountInOrganization AcceptPrimaryEmailUpdate StartPrimaryEmailUpdate
    acm
      certificate = acm:{Region}:{Account}:certificate/{CertificateId}
      read - GetAccountConfiguration ListCertificates SearchCertificates
      read certificate! DescribeCertificate ExportCertificate GetCertificate ListTagsForCertificate
      tag certificate! AddTagsToCertificate RemoveTagsFromCertificate
      write - PutAccountConfiguration RequestCertificate
      write certificate! DeleteCertificate ImportCertificate RenewCertificate ResendValidationEmail RevokeCertificate UpdateCertificateOptions
    application-autoscaling
      ScalableTarget = application-autoscaling:{Region}:{Account}:scalable-target/{ResourceId}
      read - DescribeScalableTargets DescribeScalingActivities DescribeScalingPolicies DescribeScheduledActions GetPredictiveScalingForecast
      read ScalableTarget! ListTagsForResource
      tag ScalableTarget! TagResource UntagResource
      write ScalableTarget! DeleteScalingPolicy DeleteScheduledAction DeregisterScalableTarget PutScalingPolicy PutScheduledAction RegisterScalableTarget
    autoscaling
      autoScalingGroup = autoscaling:{Region}:{Account}:autoScalingGroup:{GroupId}:autoScalingGroupName/{GroupFriendlyName}
      launchConfiguration = autoscaling:{Region}:{Account}:launchConfiguration:{Id}:launchConfigurationName/{LaunchConfigurationName}
      read - DescribeAccountLimits DescribeAdjustmentTypes DescribeAutoScalingGroups DescribeAutoScalingInstances DescribeAutoScalingNotificationTypes DescribeInstanceRefreshes DescribeLaunchConfigurations DescribeLifecycleHookTypes DescribeLifecycleHooks DescribeLoadBalancerTargetGroups DescribeLoadBalancers DescribeMetricCollectionTypes DescribeNotificationConfigurations DescribePolicies DescribeScalingActivities DescribeScalingProcessTypes DescribeScheduledActions DescribeTags DescribeTerminationPolicyTypes DescribeTrafficSources DescribeWarmPool GetPredictiveScalingForecast
      tag autoScalingGroup! CreateOrUpdateTags DeleteTags
      write - PutAccountSetting
      write autoScalingGroup! AttachInstances AttachLoadBalancerTargetGroups AttachLoadBalancers AttachTrafficSources BatchDeleteScheduledAction BatchPutScheduledUpdateGroupAction CancelInstanceRefresh CompleteLifecycleAction CreateAutoScalingGroup DeleteAutoScalingGroup DeleteLifecycleHook DeleteNotificationConfiguration DeletePolicy DeleteScheduledAction DeleteWarmPool DetachInstances DetachLoadBalancerTargetGroups DetachLoadBalancers DetachTrafficSources DisableMetricsCollection EnableMetricsCollection EnterStandby ExecutePolicy ExitStandby LaunchInstances PutLifecycleHook PutNotificationConfiguration PutScalingPolicy PutScheduledUpdateGroupAction PutWarmPool RecordLifecycleActionHeartbeat ResumeProcesses RollbackInstanceRefresh SetDesiredCapacity SetInstanceHealth SetInstanceProtection StartInstanceRefresh SuspendProcesses TerminateInstanceInAutoScalingGroup UpdateAutoScalingGroup
      write launchConfiguration! CreateLaunchConfiguration DeleteLaunchConfiguration
    backup
      backupPlan = backup:{Region}:{Account}:backup-plan:{BackupPlanId}
      backupVault = backup:{Region}:{Account}:backup-vault:{BackupVaultName}
      framework = backup:{Region}:{Account}:framework:{FrameworkName}-{FrameworkId}
      legalHold = backup:{Region}:{Account}:legal-hold:{LegalHoldId}
      recoveryPoint = {Vendor}:{Region}:*:{ResourceType}:{RecoveryPointId}
      reportPlan = backup:{Region}:{Account}:report-plan:{ReportPlanName}-{ReportPlanId}
      restoreTestingPlan = backup:{Region}:{Account}:restore-testing-plan:{RestoreTestingPlanName}-{RestoreTestingPlanId}
      tieringConfiguration = backup:{Region}:{Account}:tiering-configuration:{TieringConfigurationName}-{TieringConfigurationId}
      read - DescribeGlobalSettings DescribeProtectedResource DescribeRegionSettings GetBackupPlanFromJSON GetBackupPlanFromTemplate GetRestoreJobMetadata GetSupportedResourceTypes ListBackupPlanTemplates ListBackupPlans ListBackupVaults ListFrameworks ListProtectedResources ListRecoveryPointsByResource ListReportPlans ListRestoreTestingPlans
      read backupPlan! GetBackupPlan GetBackupSelection ListBackupPlanVersions ListBackupSelections
      read backupPlan,backupVault,framework,legalHold,recoveryPoint,reportPlan,restoreTestingPlan,tieringConfiguration ListTags
      read backupVault! DescribeBackupVault GetBackupVaultAccessPolicy GetBackupVaultNotifications ListProtectedResourcesByBackupVault ListRecoveryPointsByBackupVault ListRestoreAccessBackupVaults
      read framework! DescribeFramework
      read recoveryPoint! DescribeRecoveryPoint GetRecoveryPointRestoreMetadata
      read reportPlan! DescribeReportPlan
      read restoreTestingPlan! GetRestoreTestingPlan GetRestoreTestingSelection ListRestoreTestingSelections
      tag backupPlan,backupVault,framework,legalHold,recoveryPoint,reportPlan,restoreTestingPlan,tieringConfiguration TagResource UntagResource
      write - UpdateRegionSettings
      write backupPlan! CreateBackupPlan CreateBackupSelection DeleteBackupPlan DeleteBackupSelection UpdateBackupPlan
      write backupVault! CreateBackupVault DeleteBackupVault DeleteBackupVaultAccessPolicy DeleteBackupVaultLockConfiguration DeleteBackupVaultNotifications PutBackupVaultAccessPolicy PutBackupVaultLockConfiguration PutBackupVaultNotifications
      write framework! CreateFramework DeleteFramework UpdateFramework
      write reportPlan! CreateReportPlan DeleteReportPlan UpdateReportPlan
      write restoreTestingPlan! CreateRestoreTestingPlan CreateRestoreTestingSelection DeleteRestoreTestingPlan DeleteRestoreTestingSelection UpdateRestoreTestingPlan UpdateRestoreTestingSelection
    budgets
      budget = budgets::{Account}:budget/{BudgetName}
      budgetAction = budgets::{Account}:budget/{BudgetName}/action/{ActionId}
      read - DescribeBudgetActionsForAccount
      read budget! DescribeBudgetActionsForBudget ViewBudget
      read budget,budgetAction ListTagsForResource
      read budgetAction! DescribeBudgetAction DescribeBudgetActionHistories
      tag budget,budgetAction TagResource UntagResource
      write budget! ModifyBudget
      write budgetAction! CreateBudgetAction DeleteBudgetAction ExecuteBudgetAction UpdateBudgetAction
    ce
      anomalymonitor = ce::{Account}:anomalymonitor/{Identifier}
      anomalysubscription = ce::{Account}:anomalysubscription/{Identifier}
      billingview = billing::{Account}:billingview/{ResourceId}
      costcategory = ce::{Account}:costcategory/{Identifier}
      read - GetAnomalyMonitors GetAnomalySubscriptions ListCostAllocationTags ListCostCategoryDefinitions ListCostCategoryResourceAssociations
      read anomalymonitor! GetAnomalies
      read anomalymonitor,anomalysubscription,costcategory ListTagsForResource
      read billingview GetCostCategories GetTags
      read costcategory! DescribeCostCategoryDefinition
      tag anomalymonitor,anomalysubscription,costcategory TagResource UntagResource
      write - CreateAnomalyMonitor CreateAnomalySubscription CreateCostCategoryDefinition UpdateCostAllocationTagsStatus
      write anomalymonitor! DeleteAnomalyMonitor UpdateAnomalyMonitor
      write anomalysubscription! DeleteAnomalySubscription UpdateAnomalySubscription
      write costcategory! DeleteCostCategoryDefinition UpdateCostCategoryDefinition
    cloudformation
      changeset = cloudformation:{Region}:{Account}:changeSet/{ChangeSetName}/{Id}
      stack = cloudformation:{Region}:{Account}:stack/{StackName}/{Id}
      stackset = cloudformation:{Region}:{Account}:stackset/{StackSetName}:{Id}
      stackset-target = cloudformation:{Region}:{Account}:stackset-target/{StackSetTarget}
      type = cloudformation:{Region}:{Account}:type/resource/{Type}
      read - DescribeAccountLimits DescribeEvents DescribeOrganizationsAccess DescribeStackDriftDetectionStatus DescribeStackResources DescribeStacks DescribeType GetResource GetResourceRequestStatus GetTemplate GetTemplateSummary ListExports ListImports ListResourceRequests ListResources ListStackSets ListStacks ListTypeVersions ListTypes
      read stack! DescribeChangeSet DescribeStackEvents DescribeStackResource DescribeStackResourceDrifts GetStackPolicy ListChangeSets ListStackResources
      read stackset! DescribeStackInstance DescribeStackSet DescribeStackSetOperation ListStackInstanceResourceDrifts ListStackInstances ListStackSetAutoDeploymentTargets ListStackSetOperationResults ListStackSetOperations
      tag changeset,stack,stackset TagResource UntagResource
      write - CancelResourceRequest CreateResource CreateStackSet DeleteResource StartResourceScan UpdateResource
      write stackset! DeleteStackSet
      write stackset!,stackset-target,type CreateStackInstances DeleteStackInstances UpdateStackInstances UpdateStackSet
    cloudfront
      anycast-ip-list = cloudfront::{Account}:anycast-ip-list/{Id}
      cache-policy = cloudfront::{Account}:cache-policy/{Id}
      connection-function = cloudfront::{Account}:connection-function/{Id}
      connection-group = cloudfront::{Account}:connection-group/{Id}
      distribution = cloudfront::{Account}:distribution/{DistributionId}
      distribution-tenant = cloudfront::{Account}:distribution-tenant/{Id}
      function = cloudfront::{Account}:function/{Name}
      origin-access-control = cloudfront::{Account}:origin-access-control/{Id}
      origin-access-identity = cloudfront::{Account}:origin-access-identity/{Id}
      origin-request-policy = cloudfront::{Account}:origin-request-policy/{Id}
      response-headers-policy = cloudfront::{Account}:response-headers-policy/{Id}
      streaming-distribution = cloudfront::{Account}:streaming-distribution/{DistributionId}
      trust-store = cloudfront::{Account}:trust-store/{Id}
      vpcorigin = cloudfront::{Account}:vpcorigin/{Id}
      read - GetKeyGroup GetKeyGroupConfig GetMonitoringSubscription GetPublicKey GetPublicKeyConfig ListCachePolicies ListCloudFrontOriginAccessIdentities ListDistributions ListDistributionsByCachePolicyId ListDistributionsByConnectionMode ListDistributionsByKeyGroup ListDistributionsByOriginRequestPolicyId ListDistributionsByResponseHeadersPolicyId ListDistributionsByWebACLId ListFunctions ListKeyGroups ListOriginAccessControls ListOriginRequestPolicies ListPublicKeys ListResponseHeadersPolicies
      read anycast-ip-list,connection-function,connection-group,distribution,distribution-tenant,trust-store,vpcorigin ListTagsForResource
      read cache-policy! GetCachePolicy GetCachePolicyConfig
      read distribution! GetDistribution GetDistributionConfig GetInvalidation ListConflictingAliases ListInvalidations
      read distribution,distribution-tenant ListDomainConflicts
      read distribution-tenant! GetManagedCertificateDetails
      read function! DescribeFunction GetFunction
      read origin-access-control! GetOriginAccessControl GetOriginAccessControlConfig
      read origin-access-identity! GetCloudFrontOriginAccessIdentity GetCloudFrontOriginAccessIdentityConfig
      read origin-request-policy! GetOriginRequestPolicy GetOriginRequestPolicyConfig
      read response-headers-policy! GetResponseHeadersPolicy GetResponseHeadersPolicyConfig
      read vpcorigin GetResourcePolicy
      tag anycast-ip-list,connection-function,connection-group,distribution,distribution-tenant,streaming-distribution,trust-store,vpcorigin TagResource UntagResource
      write - CreateCachePolicy CreateDistribution CreateFunction CreateOriginAccessControl CreateOriginRequestPolicy CreateResponseHeadersPolicy CreateTrustStore
      write cache-policy! DeleteCachePolicy UpdateCachePolicy
      write distribution! CopyDistribution DeleteDistribution UpdateDistribution
      write function! DeleteFunction PublishFunction TestFunction UpdateFunction
      write origin-access-control! DeleteOriginAccessControl UpdateOriginAccessControl
      write origin-request-policy! DeleteOriginRequestPolicy UpdateOriginRequestPolicy
      write response-headers-policy! DeleteResponseHeadersPolicy UpdateResponseHeadersPolicy
      write trust-store! DeleteTrustStore
      write vpcorigin DeleteResourcePolicy PutResourcePolicy
    cloudtrail
      channel = cloudtrail:{Region}:{Account}:channel/{ChannelId}
      dashboard = cloudtrail:{Region}:{Account}:dashboard/{DashboardName}
      eventdatastore = cloudtrail:{Region}:{Account}:eventdatastore/{EventDataStoreId}
      trail = cloudtrail:{Region}:{Account}:trail/{TrailName}
      read - DescribeTrails GetEventConfiguration GetInsightSelectors ListDashboards ListImports ListPublicKeys ListTrails LookupEvents
      read channel,dashboard,eventdatastore GetResourcePolicy
      read channel,dashboard,eventdatastore,trail ListTags
      read dashboard! GetDashboard
      read trail! GetEventSelectors GetTrail GetTrailStatus
      tag channel,dashboard,eventdatastore,trail AddTags RemoveTags
      write - DeregisterOrganizationDelegatedAdmin RegisterOrganizationDelegatedAdmin
      write channel,dashboard,eventdatastore DeleteResourcePolicy PutResourcePolicy
      write eventdatastore,trail PutEventConfiguration PutInsightSelectors
      write trail! CreateTrail DeleteTrail PutEventSelectors StartLogging StopLogging UpdateTrail
    cloudwatch
      alarm = cloudwatch:{Region}:{Account}:alarm:{AlarmName}
      alarm-mute-rule = cloudwatch:{Region}:{Account}:alarm-mute-rule:{AlarmMuteRuleName}
      dashboard = cloudwatch::{Account}:dashboard/{DashboardName}
      insight-rule = cloudwatch:{Region}:{Account}:insight-rule/{InsightRuleName}
      slo = cloudwatch:{Region}:{Account}:slo/{SloName}
      read - DescribeAlarmHistory DescribeAlarms DescribeAlarmsForMetric DescribeAnomalyDetectors GetMetricData GetMetricStatistics ListDashboards ListMetrics ListServices
      read alarm,alarm-mute-rule,insight-rule,slo ListTagsForResource
      read dashboard! GetDashboard
      tag alarm,alarm-mute-rule,insight-rule,slo TagResource UntagResource
      write - DeleteAnomalyDetector PutAnomalyDetector
      write alarm! DeleteAlarms PutCompositeAlarm PutMetricAlarm
      write dashboard! DeleteDashboards PutDashboard
    codebuild
      project = codebuild:{Region}:{Account}:project/{ProjectName}
      report-group = codebuild:{Region}:{Account}:report-group/{ReportGroupName}
      read - ListBuilds ListCuratedEnvironmentImages ListProjects ListSharedProjects ListSourceCredentials
      read project! BatchGetBuilds BatchGetProjects ListBuildsForProject
      read project,report-group GetResourcePolicy
      write project! CreateProject CreateWebhook DeleteProject DeleteWebhook UpdateProject UpdateProjectVisibility UpdateWebhook
      write project,report-group DeleteResourcePolicy PutResourcePolicy
    codeconnections
      Connection = codeconnections:{Region}:{Account}:connection/{ConnectionId}
      Host = codeconnections:{Region}:{Account}:host/{HostId}
      RepositoryLink = codeconnections:{Region}:{Account}:repository-link/{RepositoryLinkId}
      read - GetResourceSyncStatus GetSyncBlockerSummary GetSyncConfiguration ListConnections ListHosts ListRepositoryLinks ListRepositorySyncDefinitions ListSyncConfigurations
      read Connection! GetConnection
      read Connection,Host,RepositoryLink ListTagsForResource
      read Host! GetHost
      read RepositoryLink! GetRepositoryLink GetRepositorySyncStatus
      tag Connection,Host,RepositoryLink TagResource UntagResource
      write - CreateConnection CreateHost DeleteSyncConfiguration UpdateSyncBlocker UpdateSyncConfiguration
      write Connection! CreateRepositoryLink DeleteConnection
      write Host! DeleteHost UpdateHost
      write RepositoryLink! CreateSyncConfiguration DeleteRepositoryLink UpdateRepositoryLink
    codepipeline
      actiontype = codepipeline:{Region}:{Account}:actiontype:{Owner}/{Category}/{Provider}/{Version}
      pipeline = codepipeline:{Region}:{Account}:{PipelineName}
      stage = codepipeline:{Region}:{Account}:{PipelineName}/{StageName}
      webhook = codepipeline:{Region}:{Account}:webhook:{WebhookName}
      read - GetActionType ListActionTypes ListPipelines ListRuleTypes ListWebhooks
      read actiontype,pipeline,webhook ListTagsForResource
      read pipeline! GetPipeline GetPipelineExecution GetPipelineState ListActionExecutions ListPipelineExecutions ListRuleExecutions
      tag actiontype,pipeline,webhook TagResource UntagResource
      write pipeline! CreatePipeline DeletePipeline StartPipelineExecution UpdatePipeline
      write stage! DisableStageTransition EnableStageTransition
      write webhook! DeleteWebhook
    cognito-idp
      userpool = cognito-idp:{Region}:{Account}:userpool/{UserPoolId}
      webacl = wafv2:{Region}:{Account}:{Scope}/webacl/{Name}/{Id}
      read - DescribeUserPoolDomain GetDevice GetUser GetUserAttributeVerificationCode ListDevices ListUserPools
      read userpool ListTagsForResource
      read userpool! AdminGetUser AdminListGroupsForUser DescribeIdentityProvider DescribeResourceServer DescribeRiskConfiguration DescribeUserPool DescribeUserPoolClient GetCSVHeader GetGroup GetIdentityProviderByIdentifier GetLogDeliveryConfiguration GetSigningCertificate GetUICustomization GetUserPoolMfaConfig GetWebACLForResource ListGroups ListIdentityProviders ListResourceServers ListUserPoolClientSecrets ListUserPoolClients ListUsers ListUsersInGroup
      read webacl! ListResourcesForWebACL
      tag userpool TagResource UntagResource
      write - ChangePassword CreateUserPool DeleteUser GetTokensFromRefreshToken
      write userpool! AddCustomAttributes AdminAddUserToGroup AdminCreateUser AdminDeleteUser AdminRemoveUserFromGroup AdminSetUserPassword AdminUpdateUserAttributes CreateGroup CreateResourceServer CreateUserPoolClient CreateUserPoolDomain DeleteGroup DeleteResourceServer DeleteUserPool DeleteUserPoolClient DeleteUserPoolDomain DisassociateWebACL SetLogDeliveryConfiguration SetRiskConfiguration SetUserPoolMfaConfig UpdateGroup UpdateResourceServer UpdateUserPool UpdateUserPoolClient UpdateUserPoolDomain
      write userpool!,webacl! AssociateWebACL
    config
      AggregationAuthorization = config:{Region}:{Account}:aggregation-authorization/{AggregatorAccount}/{AggregatorRegion}
      ConfigRule = config:{Region}:{Account}:config-rule/{ConfigRuleId}
      ConfigurationAggregator = config:{Region}:{Account}:config-aggregator/{AggregatorId}
      ConfigurationRecorder = config:{Region}:{Account}:configuration-recorder/{RecorderName}/{RecorderId}
      ConformancePack = config:{Region}:{Account}:conformance-pack/{ConformancePackName}/{ConformancePackId}
      OrganizationConfigRule = config:{Region}:{Account}:organization-config-rule/{OrganizationConfigRuleId}
      OrganizationConformancePack = config:{Region}:{Account}:organization-conformance-pack/{OrganizationConformancePackId}
      RemediationConfiguration = config:{Region}:{Account}:remediation-configuration/{RemediationConfigurationId}
      StoredQuery = config:{Region}:{Account}:stored-query/{StoredQueryName}/{StoredQueryId}
      read - BatchGetResourceConfig DescribeAggregationAuthorizations DescribeConfigRuleEvaluationStatus DescribeConfigRules DescribeConfigurationAggregators DescribeConfigurationRecorderStatus DescribeConfigurationRecorders DescribeConformancePackStatus DescribeConformancePacks DescribeDeliveryChannelStatus DescribeDeliveryChannels DescribeOrganizationConformancePackStatuses DescribeOrganizationConformancePacks DescribeRemediationExceptions DescribeRetentionConfigurations GetCustomRulePolicy ListConfigurationRecorders ListStoredQueries
      read AggregationAuthorization,ConfigRule,ConfigurationAggregator,ConfigurationRecorder,ConformancePack,OrganizationConfigRule,OrganizationConformancePack,StoredQuery ListTagsForResource
      read RemediationConfiguration! DescribeRemediationConfigurations DescribeRemediationExecutionStatus
      read StoredQuery! GetStoredQuery
      tag AggregationAuthorization,ConfigRule,ConfigurationAggregator,ConfigurationRecorder,ConformancePack,OrganizationConfigRule,OrganizationConformancePack,StoredQuery TagResource UntagResource
      write - DeleteDeliveryChannel PutDeliveryChannel
      write AggregationAuthorization! DeleteAggregationAuthorization PutAggregationAuthorization
      write ConfigRule! DeleteConfigRule PutConfigRule
      write ConfigurationAggregator! DeleteConfigurationAggregator PutConfigurationAggregator
      write ConfigurationRecorder! DeleteConfigurationRecorder PutConfigurationRecorder StartConfigurationRecorder StopConfigurationRecorder
      write ConformancePack! DeleteConformancePack PutConformancePack
      write OrganizationConformancePack! DeleteOrganizationConformancePack PutOrganizationConformancePack
      write RemediationConfiguration! DeleteRemediationConfiguration PutRemediationConfigurations
    controltower
      Baseline = controltower:{Region}::baseline/{BaselineId}
      EnabledBaseline = controltower:{Region}:{Account}:enabledbaseline/{EnabledBaselineId}
      EnabledControl = controltower:{Region}:{Account}:enabledcontrol/{EnabledControlId}
      LandingZone = controltower:{Region}:{Account}:landingzone/{LandingZoneId}
      read - GetBaselineOperation GetControlOperation GetLandingZoneOperation ListBaselines ListControlOperations ListEnabledBaselines ListEnabledControls ListLandingZoneOperations ListLandingZones
      read Baseline! GetBaseline
      read EnabledBaseline! GetEnabledBaseline
      read EnabledBaseline,EnabledControl,LandingZone ListTagsForResource
      read EnabledControl! GetEnabledControl
      read LandingZone! GetLandingZone
      tag EnabledBaseline,EnabledControl,LandingZone TagResource UntagResource
      write - CreateLandingZone EnableBaseline
      write EnabledBaseline! DisableBaseline ResetEnabledBaseline UpdateEnabledBaseline
      write EnabledControl EnableControl
      write EnabledControl! DisableControl ResetEnabledControl UpdateEnabledControl
      write LandingZone! DeleteLandingZone ResetLandingZone UpdateLandingZone
    dlm
      policy = dlm:{Region}:{Account}:policy/{ResourceName}
      read - GetLifecyclePolicies
      read policy! GetLifecyclePolicy ListTagsForResource
      tag policy! TagResource UntagResource
      write - CreateLifecyclePolicy
      write policy! DeleteLifecyclePolicy UpdateLifecyclePolicy
    dynamodb
      backup = dynamodb:{Region}:{Account}:table/{TableName}/backup/{BackupName}
      global-table = dynamodb::{Account}:global-table/{GlobalTableName}
      index = dynamodb:{Region}:{Account}:table/{TableName}/index/{IndexName}
      stream = dynamodb:{Region}:{Account}:table/{TableName}/stream/{StreamLabel}
      table = dynamodb:{Region}:{Account}:table/{TableName}
      read - DescribeEndpoints DescribeLimits ListBackups ListExports ListImports ListTables
      read backup! DescribeBackup
      read global-table! DescribeGlobalTable
      read index,table! Query Scan
      read stream!,table! GetResourcePolicy
      read table! BatchGetItem DescribeContinuousBackups DescribeKinesisStreamingDestination DescribeTable DescribeTableReplicaAutoScaling DescribeTimeToLive GetItem ListTagsOfResource
      tag table! TagResource UntagResource
      write backup! DeleteBackup
      write backup!,table! RestoreTableFromBackup
      write global-table!,table! UpdateGlobalTableSettings
      write stream!,table! DeleteResourcePolicy PutResourcePolicy
      write table! BatchWriteItem CreateBackup CreateTable DeleteItem DeleteTable DisableKinesisStreamingDestination EnableKinesisStreamingDestination ImportTable PutItem RestoreTableToPointInTime UpdateContinuousBackups UpdateItem UpdateKinesisStreamingDestination UpdateTable UpdateTableReplicaAutoScaling UpdateTimeToLive
    ec2
      capacity-block = ec2:{Region}:{Account}:capacity-block/{CapacityBlockId}
      capacity-manager-data-export = ec2:{Region}:{Account}:capacity-manager-data-export/{CapacityManagerDataExportId}
      capacity-reservation = ec2:{Region}:{Account}:capacity-reservation/{CapacityReservationId}
      capacity-reservation-fleet = ec2:{Region}:{Account}:capacity-reservation-fleet/{CapacityReservationFleetId}
      carrier-gateway = ec2:{Region}:{Account}:carrier-gateway/{CarrierGatewayId}
      client-vpn-endpoint = ec2:{Region}:{Account}:client-vpn-endpoint/{ClientVpnEndpointId}
      coip-pool = ec2:{Region}:{Account}:coip-pool/{Ipv4PoolCoipId}
      customer-gateway = ec2:{Region}:{Account}:customer-gateway/{CustomerGatewayId}
      declarative-policies-report = ec2:{Region}:{Account}:declarative-policies-report/{DeclarativePoliciesReportId}
      dedicated-host = ec2:{Region}:{Account}:dedicated-host/{DedicatedHostId}
      dhcp-options = ec2:{Region}:{Account}:dhcp-options/{DhcpOptionsId}
      egress-only-internet-gateway = ec2:{Region}:{Account}:egress-only-internet-gateway/{EgressOnlyInternetGatewayId}
      elastic-gpu = ec2:{Region}:{Account}:elastic-gpu/{ElasticGpuId}
      elastic-inference = elastic-inference:{Region}:{Account}:elastic-inference-accelerator/{AcceleratorId}
      elastic-ip = ec2:{Region}:{Account}:elastic-ip/{AllocationId}
      export-image-task = ec2:{Region}:{Account}:export-image-task/{ExportImageTaskId}
      export-instance-task = ec2:{Region}:{Account}:export-instance-task/{ExportTaskId}
      fleet = ec2:{Region}:{Account}:fleet/{FleetId}
      fpga-image = ec2:{Region}:{Account}:fpga-image/{FpgaImageId}
      group = resource-groups:{Region}:{Account}:group/{GroupName}
      host-reservation = ec2:{Region}:{Account}:host-reservation/{HostReservationId}
      image = ec2:{Region}::image/{ImageId}
      image-usage-report = ec2:{Region}:{Account}:image-usage-report/{ImageUsageReportId}
      import-image-task = ec2:{Region}:{Account}:import-image-task/{ImportImageTaskId}
      import-snapshot-task = ec2:{Region}:{Account}:import-snapshot-task/{ImportSnapshotTaskId}
      instance = ec2:{Region}:{Account}:instance/{InstanceId}
      instance-connect-endpoint = ec2:{Region}:{Account}:instance-connect-endpoint/{InstanceConnectEndpointId}
      instance-event-window = ec2:{Region}:{Account}:instance-event-window/{InstanceEventWindowId}
      internet-gateway = ec2:{Region}:{Account}:internet-gateway/{InternetGatewayId}
      ipam = ec2::{Account}:ipam/{IpamId}
      ipam-external-resource-verification-token = ec2::{Account}:ipam-external-resource-verification-token/{IpamExternalResourceVerificationTokenId}
      ipam-policy = ec2::{Account}:ipam-policy/{IpamPolicyId}
      ipam-pool = ec2::{Account}:ipam-pool/{IpamPoolId}
      ipam-prefix-list-resolver = ec2::{Account}:ipam-prefix-list-resolver/{IpamPrefixListResolverId}
      ipam-prefix-list-resolver-target = ec2::{Account}:ipam-prefix-list-resolver-target/{IpamPrefixListResolverTargetId}
      ipam-resource-discovery = ec2::{Account}:ipam-resource-discovery/{IpamResourceDiscoveryId}
      ipam-resource-discovery-association = ec2::{Account}:ipam-resource-discovery-association/{IpamResourceDiscoveryAssociationId}
      ipam-scope = ec2::{Account}:ipam-scope/{IpamScopeId}
      ipv4pool-ec2 = ec2:{Region}:{Account}:ipv4pool-ec2/{Ipv4PoolEc2Id}
      ipv6pool-ec2 = ec2:{Region}:{Account}:ipv6pool-ec2/{Ipv6PoolEc2Id}
      key-pair = ec2:{Region}:{Account}:key-pair/{KeyPairName}
      launch-template = ec2:{Region}:{Account}:launch-template/{LaunchTemplateId}
      license-configuration = license-manager:{Region}:{Account}:license-configuration:{LicenseConfigurationId}
      local-gateway = ec2:{Region}:{Account}:local-gateway/{LocalGatewayId}
      local-gateway-route-table = ec2:{Region}:{Account}:local-gateway-route-table/{LocalGatewayRoutetableId}
      local-gateway-route-table-virtual-interface-group-association = ec2:{Region}:{Account}:local-gateway-route-table-virtual-interface-group-association/{LocalGatewayRouteTableVirtualInterfaceGroupAssociationId}
      local-gateway-route-table-vpc-association = ec2:{Region}:{Account}:local-gateway-route-table-vpc-association/{LocalGatewayRouteTableVpcAssociationId}
      local-gateway-virtual-interface = ec2:{Region}:{Account}:local-gateway-virtual-interface/{LocalGatewayVirtualInterfaceId}
      local-gateway-virtual-interface-group = ec2:{Region}:{Account}:local-gateway-virtual-interface-group/{LocalGatewayVirtualInterfaceGroupId}
      natgateway = ec2:{Region}:{Account}:natgateway/{NatGatewayId}
      network-acl = ec2:{Region}:{Account}:network-acl/{NaclId}
      network-insights-access-scope = ec2:{Region}:{Account}:network-insights-access-scope/{NetworkInsightsAccessScopeId}
      network-insights-access-scope-analysis = ec2:{Region}:{Account}:network-insights-access-scope-analysis/{NetworkInsightsAccessScopeAnalysisId}
      network-insights-analysis = ec2:{Region}:{Account}:network-insights-analysis/{NetworkInsightsAnalysisId}
      network-insights-path = ec2:{Region}:{Account}:network-insights-path/{NetworkInsightsPathId}
      network-interface = ec2:{Region}:{Account}:network-interface/{NetworkInterfaceId}
      placement-group = ec2:{Region}:{Account}:placement-group/{PlacementGroupName}
      prefix-list = ec2:{Region}:{Account}:prefix-list/{PrefixListId}
      replace-root-volume-task = ec2:{Region}:{Account}:replace-root-volume-task/{ReplaceRootVolumeTaskId}
      reserved-instances = ec2:{Region}:{Account}:reserved-instances/{ReservationId}
      route-server = ec2:{Region}:{Account}:route-server/{RouteServerId}
      route-server-endpoint = ec2:{Region}:{Account}:route-server-endpoint/{RouteServerEndpointId}
      route-server-peer = ec2:{Region}:{Account}:route-server-peer/{RouteServerPeerId}
      route-table = ec2:{Region}:{Account}:route-table/{RouteTableId}
      secondary-interface = ec2:{Region}:{Account}:secondary-interface/{SecondaryInterfaceId}
      secondary-network = ec2:{Region}:{Account}:secondary-network/{SecondaryNetworkId}
      secondary-subnet = ec2:{Region}:{Account}:secondary-subnet/{SecondarySubnetId}
      security-group = ec2:{Region}:{Account}:security-group/{SecurityGroupId}
      security-group-rule = ec2:{Region}:{Account}:security-group-rule/{SecurityGroupRuleId}
      snapshot = ec2:{Region}::snapshot/{SnapshotId}
      spot-fleet-request = ec2:{Region}:{Account}:spot-fleet-request/{SpotFleetRequestId}
      spot-instances-request = ec2:{Region}:{Account}:spot-instances-request/{SpotInstanceRequestId}
      subnet = ec2:{Region}:{Account}:subnet/{SubnetId}
      subnet-cidr-reservation = ec2:{Region}:{Account}:subnet-cidr-reservation/{SubnetCidrReservationId}
      traffic-mirror-filter = ec2:{Region}:{Account}:traffic-mirror-filter/{TrafficMirrorFilterId}
      traffic-mirror-filter-rule = ec2:{Region}:{Account}:traffic-mirror-filter-rule/{TrafficMirrorFilterRuleId}
      traffic-mirror-session = ec2:{Region}:{Account}:traffic-mirror-session/{TrafficMirrorSessionId}
      traffic-mirror-target = ec2:{Region}:{Account}:traffic-mirror-target/{TrafficMirrorTargetId}
      transit-gateway = ec2:{Region}:{Account}:transit-gateway/{TransitGatewayId}
      transit-gateway-attachment = ec2:{Region}:{Account}:transit-gateway-attachment/{TransitGatewayAttachmentId}
      transit-gateway-connect-peer = ec2:{Region}:{Account}:transit-gateway-connect-peer/{TransitGatewayConnectPeerId}
      transit-gateway-metering-policy = ec2:{Region}:{Account}:transit-gateway-metering-policy/{TransitGatewayMeteringPolicyId}
      transit-gateway-multicast-domain = ec2:{Region}:{Account}:transit-gateway-multicast-domain/{TransitGatewayMulticastDomainId}
      transit-gateway-policy-table = ec2:{Region}:{Account}:transit-gateway-policy-table/{TransitGatewayPolicyTableId}
      transit-gateway-route-table = ec2:{Region}:{Account}:transit-gateway-route-table/{TransitGatewayRouteTableId}
      transit-gateway-route-table-announcement = ec2:{Region}:{Account}:transit-gateway-route-table-announcement/{TransitGatewayRouteTableAnnouncementId}
      verified-access-endpoint = ec2:{Region}:{Account}:verified-access-endpoint/{VerifiedAccessEndpointId}
      verified-access-endpoint-target = ec2:{Region}:{Account}:verified-access-endpoint-target/{VerifiedAccessEndpointTargetId}
      verified-access-group = ec2:{Region}:{Account}:verified-access-group/{VerifiedAccessGroupId}
      verified-access-instance = ec2:{Region}:{Account}:verified-access-instance/{VerifiedAccessInstanceId}
      verified-access-policy = ec2:{Region}:{Account}:verified-access-policy/{VerifiedAccessPolicyId}
      verified-access-trust-provider = ec2:{Region}:{Account}:verified-access-trust-provider/{VerifiedAccessTrustProviderId}
      volume = ec2:{Region}:{Account}:volume/{VolumeId}
      vpc = ec2:{Region}:{Account}:vpc/{VpcId}
      vpc-block-public-access-exclusion = ec2:{Region}:{Account}:vpc-block-public-access-exclusion/{VpcBlockPublicAccessExclusionId}
      vpc-encryption-control = ec2:{Region}:{Account}:vpc-encryption-control/{VpcEncryptionControlId}
      vpc-endpoint = ec2:{Region}:{Account}:vpc-endpoint/{VpcEndpointId}
      vpc-endpoint-connection = ec2:{Region}:{Account}:vpc-endpoint-connection/{VpcEndpointConnectionId}
      vpc-endpoint-service = ec2:{Region}:{Account}:vpc-endpoint-service/{VpcEndpointServiceId}
      vpc-endpoint-service-permission = ec2:{Region}:{Account}:vpc-endpoint-service-permission/{VpcEndpointServicePermissionId}
      vpc-flow-log = ec2:{Region}:{Account}:vpc-flow-log/{VpcFlowLogId}
      vpc-peering-connection = ec2:{Region}:{Account}:vpc-peering-connection/{VpcPeeringConnectionId}
      vpn-concentrator = ec2:{Region}:{Account}:vpn-concentrator/{VpnConcentratorId}
      vpn-connection = ec2:{Region}:{Account}:vpn-connection/{VpnConnectionId}
      vpn-gateway = ec2:{Region}:{Account}:vpn-gateway/{VpnGatewayId}
      read - DescribeAccountAttributes DescribeAddresses DescribeAddressesAttribute DescribeAvailabilityZones DescribeCarrierGateways DescribeCustomerGateways DescribeDhcpOptions DescribeEgressOnlyInternetGateways DescribeExportImageTasks DescribeExportTasks DescribeFlowLogs DescribeHosts DescribeIamInstanceProfileAssociations DescribeImageReferences DescribeImages DescribeInstanceConnectEndpoints DescribeInstanceCreditSpecifications DescribeInstanceEventNotificationAttributes DescribeInstanceStatus DescribeInstanceTypeOfferings DescribeInstanceTypes DescribeInstances DescribeInternetGateways DescribeKeyPairs DescribeLaunchTemplateVersions DescribeLaunchTemplates DescribeMacHosts DescribeManagedPrefixLists DescribeNatGateways DescribeNetworkAcls DescribeNetworkInterfaceAttribute DescribeNetworkInterfacePermissions DescribeNetworkInterfaces DescribePlacementGroups DescribePrefixLists DescribeRegions DescribeReplaceRootVolumeTasks DescribeRouteTables DescribeSecondaryInterfaces DescribeSecurityGroupRules DescribeSecurityGroupVpcAssociations DescribeSecurityGroups DescribeSnapshotTierStatus DescribeSnapshots DescribeSpotDatafeedSubscription DescribeSpotInstanceRequests DescribeSpotPriceHistory DescribeStaleSecurityGroups DescribeSubnets DescribeTags DescribeTransitGatewayAttachments DescribeTransitGatewayPeeringAttachments DescribeTransitGatewayRouteTableAnnouncements DescribeTransitGatewayRouteTables DescribeTransitGatewayVpcAttachments DescribeTransitGateways DescribeVolumeStatus DescribeVolumes DescribeVolumesModifications DescribeVpcBlockPublicAccessExclusions DescribeVpcBlockPublicAccessOptions DescribeVpcEncryptionControls DescribeVpcEndpointAssociations DescribeVpcEndpointConnectionNotifications DescribeVpcEndpointConnections DescribeVpcEndpointServiceConfigurations DescribeVpcEndpointServices DescribeVpcEndpoints DescribeVpcPeeringConnections DescribeVpcs DescribeVpnConcentrators DescribeVpnConnections DescribeVpnGateways GetDefaultCreditSpecification GetEbsDefaultKmsKeyId GetEbsEncryptionByDefault GetImageBlockPublicAccessState GetInstanceMetadataDefaults GetSerialConsoleAccessStatus GetSnapshotBlockPublicAccessState GetSubnetCidrReservations GetTransitGatewayAttachmentPropagations GetTransitGatewayPrefixListReferences GetTransitGatewayRouteTableAssociations GetTransitGatewayRouteTablePropagations
      read image! DescribeImageAttribute GetImageAncestry
      read instance! DescribeInstanceAttribute GetConsoleOutput GetConsoleScreenshot GetInstanceTpmEkPub GetInstanceUefiData GetLaunchTemplateData GetPasswordData
      read ipam-pool,placement-group,verified-access-group GetResourcePolicy
      read ipv6pool-ec2! GetAssociatedIpv6PoolCidrs
      read prefix-list! GetManagedPrefixListAssociations GetManagedPrefixListEntries
      read security-group! DescribeSecurityGroupReferences
      read snapshot! DescribeSnapshotAttribute
      read transit-gateway-route-table! SearchTransitGatewayRoutes
      read volume! DescribeVolumeAttribute
      read vpc! DescribeVpcAttribute GetSecurityGroupsForVpc GetVpcResourcesBlockingEncryptionEnforcement
      read vpc-endpoint-service! DescribeVpcEndpointServicePermissions
      read vpc-flow-log! GetFlowLogsIntegrationTemplate
      read vpn-connection! GetActiveVpnTunnelStatus GetVpnTunnelReplacementStatus
      tag capacity-block,capacity-manager-data-export,capacity-reservation,capacity-reservation-fleet,carrier-gateway,client-vpn-endpoint,coip-pool,customer-gateway,declarative-policies-report,dedicated-host,dhcp-options,egress-only-internet-gateway,elastic-gpu,elastic-ip,export-image-task,export-instance-task,fleet,fpga-image,host-reservation,image,image-usage-report,import-image-task,import-snapshot-task,instance,instance-connect-endpoint,instance-event-window,internet-gateway,ipam,ipam-external-resource-verification-token,ipam-policy,ipam-pool,ipam-prefix-list-resolver,ipam-prefix-list-resolver-target,ipam-resource-discovery,ipam-resource-discovery-association,ipam-scope,ipv4pool-ec2,ipv6pool-ec2,key-pair,launch-template,local-gateway,local-gateway-route-table,local-gateway-route-table-virtual-interface-group-association,local-gateway-route-table-vpc-association,local-gateway-virtual-interface,local-gateway-virtual-interface-group,natgateway,network-acl,network-insights-access-scope,network-insights-access-scope-analysis,network-insights-analysis,network-insights-path,network-interface,placement-group,prefix-list,replace-root-volume-task,reserved-instances,route-server,route-server-endpoint,route-server-peer,route-table,secondary-interface,secondary-network,secondary-subnet,security-group,security-group-rule,snapshot,spot-fleet-request,spot-instances-request,subnet,subnet-cidr-reservation,traffic-mirror-filter,traffic-mirror-filter-rule,traffic-mirror-session,traffic-mirror-target,transit-gateway,transit-gateway-attachment,transit-gateway-connect-peer,transit-gateway-metering-policy,transit-gateway-multicast-domain,transit-gateway-policy-table,transit-gateway-route-table,transit-gateway-route-table-announcement,verified-access-endpoint,verified-access-endpoint-target,verified-access-group,verified-access-instance,verified-access-policy,verified-access-trust-provider,volume,vpc,vpc-block-public-access-exclusion,vpc-encryption-control,vpc-endpoint,vpc-endpoint-connection,vpc-endpoint-service,vpc-endpoint-service-permission,vpc-flow-log,vpc-peering-connection,vpn-concentrator,vpn-connection,vpn-gateway CreateTags DeleteTags
      write - DisableEbsEncryptionByDefault EnableEbsEncryptionByDefault ModifyEbsDefaultKmsKeyId
      write capacity-reservation! ModifyCapacityReservation
      write capacity-reservation,elastic-gpu,elastic-inference,group,image!,instance!,key-pair,launch-template,license-configuration,network-interface!,placement-group,secondary-subnet,security-group!,snapshot,subnet!,volume RunInstances
      write carrier-gateway! DeleteCarrierGateway
      write carrier-gateway!,vpc! CreateCarrierGateway
      write customer-gateway! CreateCustomerGateway DeleteCustomerGateway
      write customer-gateway!,transit-gateway,transit-gateway-attachment,vpn-concentrator,vpn-connection!,vpn-gateway CreateVpnConnection
      write dhcp-options! CreateDhcpOptions DeleteDhcpOptions
      write dhcp-options!,vpc! AssociateDhcpOptions
      write egress-only-internet-gateway! DeleteEgressOnlyInternetGateway
      write egress-only-internet-gateway!,vpc! CreateEgressOnlyInternetGateway
      write elastic-ip ReleaseAddress
      write elastic-ip!,ipam-pool,ipv4pool-ec2 AllocateAddress
      write elastic-ip!,natgateway! AssociateNatGatewayAddress
      write elastic-ip!,natgateway!,network-interface DisassociateNatGatewayAddress
      write elastic-ip,instance,network-interface AssociateAddress
      write elastic-ip,natgateway!,subnet,vpc CreateNatGateway
      write elastic-ip,network-interface DisassociateAddress
      write export-image-task,export-instance-task CancelExportTask
      write instance! AssociateIamInstanceProfile DisassociateIamInstanceProfile ModifyInstanceCreditSpecification ModifyInstanceMetadataOptions ModifyPrivateDnsNameOptions MonitorInstances RebootInstances ReplaceIamInstanceProfileAssociation StopInstances TerminateInstances UnmonitorInstances
      write instance!,license-configuration StartInstances
      write instance!,network-interface! AttachNetworkInterface DetachNetworkInterface
      write instance!,security-group,volume ModifyInstanceAttribute
      write instance!,volume! AttachVolume
      write instance,network-interface!,security-group,subnet ModifyNetworkInterfaceAttribute
      write instance,volume! DetachVolume
      write internet-gateway! CreateInternetGateway DeleteInternetGateway
      write internet-gateway!,vpc! AttachInternetGateway DetachInternetGateway
      write internet-gateway,ipv4pool-ec2,ipv6pool-ec2,route-table!,subnet,vpn-gateway ReplaceRouteTableAssociation
      write internet-gateway,ipv4pool-ec2,ipv6pool-ec2,route-table,subnet,vpn-gateway DisassociateRouteTable
      write internet-gateway,ipv4pool-ec2,route-table!,subnet,vpn-gateway AssociateRouteTable
      write ipam-pool,ipv6pool-ec2,vpc! AssociateVpcCidrBlock CreateVpc
      write ipam-pool,placement-group,verified-access-group DeleteResourcePolicy PutResourcePolicy
      write ipam-pool,subnet! AssociateSubnetCidrBlock
      write ipam-pool,subnet!,vpc! CreateSubnet
      write key-pair DeleteKeyPair
      write key-pair! CreateKeyPair ImportKeyPair
      write launch-template! CreateLaunchTemplate CreateLaunchTemplateVersion DeleteLaunchTemplate ModifyLaunchTemplate
      write natgateway! AssignPrivateNatGatewayAddress DeleteNatGateway UnassignPrivateNatGatewayAddress
      write natgateway,network-interface,subnet,transit-gateway,transit-gateway-attachment,vpc,vpc-flow-log! CreateFlowLogs
      write network-acl! CreateNetworkAclEntry DeleteNetworkAcl DeleteNetworkAclEntry ReplaceNetworkAclEntry
      write network-acl!,subnet! ReplaceNetworkAclAssociation
      write network-acl!,vpc! CreateNetworkAcl
      write network-interface! DeleteNetworkInterface
      write network-interface!,security-group,subnet! CreateNetworkInterface
      write placement-group! CreatePlacementGroup DeletePlacementGroup
      write prefix-list! CreateManagedPrefixList DeleteManagedPrefixList ModifyManagedPrefixList
      write prefix-list,security-group!,security-group-rule! ModifySecurityGroupRules
      write route-table! CreateRoute DeleteRoute DeleteRouteTable ReplaceRoute
      write route-table!,vpc! CreateRouteTable
      write route-table!,vpn-gateway! DisableVgwRoutePropagation EnableVgwRoutePropagation
      write route-table,security-group,subnet,vpc!,vpc-endpoint! CreateVpcEndpoint
      write route-table,security-group,subnet,vpc-endpoint! ModifyVpcEndpoint
      write security-group! DeleteSecurityGroup RevokeSecurityGroupEgress RevokeSecurityGroupIngress UpdateSecurityGroupRuleDescriptionsEgress UpdateSecurityGroupRuleDescriptionsIngress
      write security-group!,security-group-rule AuthorizeSecurityGroupEgress AuthorizeSecurityGroupIngress
      write security-group!,vpc CreateSecurityGroup
      write snapshot! DeleteSnapshot
      write snapshot!,volume! CreateSnapshot
      write snapshot,volume! CreateVolume
      write subnet! DeleteSubnet DisassociateSubnetCidrBlock ModifySubnetAttribute
      write subnet!,transit-gateway!,transit-gateway-attachment!,vpc! CreateTransitGatewayVpcAttachment
      write subnet,transit-gateway-attachment! ModifyTransitGatewayVpcAttachment
      write transit-gateway! CreateTransitGateway DeleteTransitGateway
      write transit-gateway!,transit-gateway-route-table ModifyTransitGateway
      write transit-gateway!,transit-gateway-route-table! CreateTransitGatewayRouteTable
      write transit-gateway-attachment! DeleteTransitGatewayVpcAttachment
      write transit-gateway-attachment!,transit-gateway-route-table! AssociateTransitGatewayRouteTable DisassociateTransitGatewayRouteTable
      write transit-gateway-attachment,transit-gateway-route-table! CreateTransitGatewayRoute ReplaceTransitGatewayRoute
      write transit-gateway-attachment,transit-gateway-route-table!,transit-gateway-route-table-announcement DisableTransitGatewayRouteTablePropagation EnableTransitGatewayRouteTablePropagation
      write transit-gateway-route-table! DeleteTransitGatewayRoute DeleteTransitGatewayRouteTable
      write volume! DeleteVolume ModifyVolume
      write vpc DisassociateVpcCidrBlock
      write vpc! DeleteVpc ModifyVpcAttribute ModifyVpcTenancy
      write vpc!,vpc-peering-connection! AcceptVpcPeeringConnection CreateVpcPeeringConnection
      write vpc!,vpn-gateway! AttachVpnGateway DetachVpnGateway
      write vpc-endpoint! DeleteVpcEndpoints
      write vpc-endpoint-service! CreateVpcEndpointServiceConfiguration DeleteVpcEndpointServiceConfigurations ModifyVpcEndpointServiceConfiguration ModifyVpcEndpointServicePayerResponsibility ModifyVpcEndpointServicePermissions
      write vpc-flow-log! DeleteFlowLogs
      write vpc-peering-connection! DeleteVpcPeeringConnection
      write vpn-connection! DeleteVpnConnection ModifyVpnConnection ModifyVpnTunnelOptions
      write vpn-gateway! CreateVpnGateway DeleteVpnGateway
    ecr
      repository = ecr:{Region}:{Account}:repository/{RepositoryName}
      read - DescribePullThroughCacheRules DescribeRegistry DescribeRepositories DescribeRepositoryCreationTemplates GetAccountSetting GetAuthorizationToken GetRegistryPolicy GetRegistryScanningConfiguration GetSigningConfiguration ListPullTimeUpdateExclusions ValidatePullThroughCacheRule
      read repository! BatchCheckLayerAvailability BatchGetImage BatchGetRepositoryScanningConfiguration DescribeImageReplicationStatus DescribeImageScanFindings DescribeImageSigningStatus DescribeImages GetDownloadUrlForLayer GetLifecyclePolicy GetLifecyclePolicyPreview GetRepositoryPolicy ListImages ListTagsForResource
      tag repository! TagResource UntagResource
      write - CreatePullThroughCacheRule CreateRepositoryCreationTemplate DeletePullThroughCacheRule DeleteRegistryPolicy DeleteRepositoryCreationTemplate DeleteSigningConfiguration DeregisterPullTimeUpdateExclusion PutAccountSetting PutRegistryPolicy PutRegistryScanningConfiguration PutReplicationConfiguration PutSigningConfiguration RegisterPullTimeUpdateExclusion UpdatePullThroughCacheRule UpdateRepositoryCreationTemplate
      write repository! BatchDeleteImage CompleteLayerUpload CreateRepository DeleteLifecyclePolicy DeleteRepository DeleteRepositoryPolicy InitiateLayerUpload PutImage PutImageScanningConfiguration PutImageTagMutability PutLifecyclePolicy SetRepositoryPolicy StartImageScan StartLifecyclePolicyPreview UpdateImageStorageClass UploadLayerPart
    ecs
      capacity-provider = ecs:{Region}:{Account}:capacity-provider/{CapacityProviderName}
      cluster = ecs:{Region}:{Account}:cluster/{ClusterName}
      container-instance = ecs:{Region}:{Account}:container-instance/{ClusterName}/{ContainerInstanceId}
      service = ecs:{Region}:{Account}:service/{ClusterName}/{ServiceName}
      service-deployment = ecs:{Region}:{Account}:service-deployment/{ClusterName}/{ServiceName}/{ServiceDeploymentId}
      service-revision = ecs:{Region}:{Account}:service-revision/{ClusterName}/{ServiceName}/{ServiceRevisionId}
      task = ecs:{Region}:{Account}:task/{ClusterName}/{TaskId}
      task-definition = ecs:{Region}:{Account}:task-definition/{TaskDefinitionFamilyName}:{TaskDefinitionRevisionNumber}
      task-set = ecs:{Region}:{Account}:task-set/{ClusterName}/{ServiceName}/{TaskSetId}
      read - DescribeCapacityProviders DescribeClusters DescribeTaskDefinition ListAccountSettings ListClusters ListContainerInstances ListServices ListServicesByNamespace ListTaskDefinitionFamilies ListTaskDefinitions ListTasks
      read capacity-provider,cluster,container-instance,service,task,task-definition,task-set ListTagsForResource
      read cluster! ListAttributes
      read container-instance! DescribeContainerInstances
      read service! DescribeServices ListServiceDeployments
      read service!,service-deployment! DescribeServiceDeployments
      read service!,service-revision! DescribeServiceRevisions
      read task! DescribeTasks GetTaskProtection
      read task-set! DescribeTaskSets
      tag capacity-provider,cluster,container-instance,service,task,task-definition,task-set TagResource UntagResource
      write - DeregisterTaskDefinition PutAccountSetting
      write cluster! CreateCluster DeleteCluster PutClusterCapacityProviders UpdateCluster
      write service! CreateService DeleteService UpdateService
      write task-definition! DeleteTaskDefinitions RegisterTaskDefinition
    elasticache
      cluster = elasticache:{Region}:{Account}:cluster:{CacheClusterId}
      globalreplicationgroup = elasticache::{Account}:globalreplicationgroup:{GlobalReplicationGroupId}
      parametergroup = elasticache:{Region}:{Account}:parametergroup:{CacheParameterGroupName}
      replicationgroup = elasticache:{Region}:{Account}:replicationgroup:{ReplicationGroupId}
      reserved-instance = elasticache:{Region}:{Account}:reserved-instance:{ReservedCacheNodeId}
      securitygroup = elasticache:{Region}:{Account}:securitygroup:{CacheSecurityGroupName}
      serverlesscache = elasticache:{Region}:{Account}:serverlesscache:{ServerlessCacheName}
      serverlesscachesnapshot = elasticache:{Region}:{Account}:serverlesscachesnapshot:{ServerlessCacheSnapshotName}
      snapshot = elasticache:{Region}:{Account}:snapshot:{SnapshotName}
      subnetgroup = elasticache:{Region}:{Account}:subnetgroup:{CacheSubnetGroupName}
      user = elasticache:{Region}:{Account}:user:{UserId}
      usergroup = elasticache:{Region}:{Account}:usergroup:{UserGroupId}
      read - DescribeCacheClusters DescribeCacheEngineVersions DescribeCacheParameterGroups DescribeCacheSecurityGroups DescribeCacheSubnetGroups DescribeEngineDefaultParameters DescribeEvents DescribeReplicationGroups DescribeServiceUpdates DescribeSnapshots DescribeUpdateActions DescribeUserGroups DescribeUsers ListAllowedNodeTypeModifications
      read cluster,parametergroup,replicationgroup,reserved-instance,securitygroup,serverlesscache,serverlesscachesnapshot,snapshot,subnetgroup,user,usergroup ListTagsForResource
      read parametergroup! DescribeCacheParameters
      tag cluster,parametergroup,replicationgroup,reserved-instance,securitygroup,serverlesscache,serverlesscachesnapshot,snapshot,subnetgroup,user,usergroup AddTagsToResource RemoveTagsFromResource
      write cluster,globalreplicationgroup,parametergroup!,replicationgroup,securitygroup,snapshot,subnetgroup,usergroup CreateReplicationGroup
      write cluster,replicationgroup,snapshot! CreateSnapshot
      write parametergroup! CreateCacheParameterGroup DeleteCacheParameterGroup ModifyCacheParameterGroup ResetCacheParameterGroup
      write parametergroup,replicationgroup!,securitygroup,usergroup ModifyReplicationGroup
      write replicationgroup! DecreaseReplicaCount IncreaseReplicaCount ModifyReplicationGroupShardConfiguration
      write replicationgroup!,snapshot DeleteReplicationGroup
      write snapshot! DeleteSnapshot
      write subnetgroup! CreateCacheSubnetGroup DeleteCacheSubnetGroup ModifyCacheSubnetGroup
      write user! CreateUser DeleteUser
    elasticloadbalancing
      listener-rule/app = elasticloadbalancing:{Region}:{Account}:listener-rule/app/{LoadBalancerName}/{LoadBalancerId}/{ListenerId}/{ListenerRuleId}
      listener-rule/net = elasticloadbalancing:{Region}:{Account}:listener-rule/net/{LoadBalancerName}/{LoadBalancerId}/{ListenerId}/{ListenerRuleId}
      listener/app = elasticloadbalancing:{Region}:{Account}:listener/app/{LoadBalancerName}/{LoadBalancerId}/{ListenerId}
      listener/gwy = elasticloadbalancing:{Region}:{Account}:listener/gwy/{LoadBalancerName}/{LoadBalancerId}/{ListenerId}
      listener/net = elasticloadbalancing:{Region}:{Account}:listener/net/{LoadBalancerName}/{LoadBalancerId}/{ListenerId}
      loadbalancer/app/ = elasticloadbalancing:{Region}:{Account}:loadbalancer/app/{LoadBalancerName}/{LoadBalancerId}
      loadbalancer/gwy/ = elasticloadbalancing:{Region}:{Account}:loadbalancer/gwy/{LoadBalancerName}/{LoadBalancerId}
      loadbalancer/net/ = elasticloadbalancing:{Region}:{Account}:loadbalancer/net/{LoadBalancerName}/{LoadBalancerId}
      targetgroup = elasticloadbalancing:{Region}:{Account}:targetgroup/{TargetGroupName}/{TargetGroupId}
      truststore = elasticloadbalancing:{Region}:{Account}:truststore/{TrustStoreName}/{TrustStoreId}
      read - DescribeAccountLimits DescribeCapacityReservation DescribeListenerAttributes DescribeListenerCertificates DescribeListeners DescribeLoadBalancerAttributes DescribeLoadBalancers DescribeRules DescribeSSLPolicies DescribeTags DescribeTargetGroupAttributes DescribeTargetGroups DescribeTargetHealth DescribeTrustStoreAssociations DescribeTrustStoreRevocations DescribeTrustStores
      read truststore GetResourcePolicy
      read truststore! GetTrustStoreCaCertificatesBundle GetTrustStoreRevocationContent
      tag listener-rule/app,listener-rule/net,listener/app,listener/gwy,listener/net,loadbalancer/app/,loadbalancer/gwy/,loadbalancer/net/,targetgroup,truststore AddTags RemoveTags
      write listener-rule/app!,listener-rule/net! DeleteRule ModifyRule SetRulePriorities
      write listener/app!,listener/gwy!,listener/net! DeleteListener ModifyListener ModifyListenerAttributes
      write listener/app!,listener/net! AddListenerCertificates CreateRule RemoveListenerCertificates
      write loadbalancer/app/ ModifyIpPools
      write loadbalancer/app/,loadbalancer/gwy/,loadbalancer/net/ CreateListener CreateLoadBalancer DeleteLoadBalancer ModifyCapacityReservation ModifyLoadBalancerAttributes SetIpAddressType SetSubnets
      write loadbalancer/app/,loadbalancer/net/ SetSecurityGroups
      write targetgroup! CreateTargetGroup DeleteTargetGroup DeregisterTargets ModifyTargetGroup ModifyTargetGroupAttributes RegisterTargets
      write truststore CreateTrustStore
      write truststore! AddTrustStoreRevocations DeleteSharedTrustStoreAssociation DeleteTrustStore ModifyTrustStore RemoveTrustStoreRevocations
    events
      alias = kms:{Region}:{Account}:alias/{Alias}
      api-destination = events:{Region}:{Account}:api-destination/{ApiDestinationName}
      archive = events:{Region}:{Account}:archive/{ArchiveName}
      connection = events:{Region}:{Account}:connection/{ConnectionName}
      endpoint = events:{Region}:{Account}:endpoint/{EndpointName}
      event-bus = events:{Region}:{Account}:event-bus/{EventBusName}
      event-source = events:{Region}::event-source/{EventSourceName}
      key = kms:{Region}:{Account}:key/{KeyId}
      replay = events:{Region}:{Account}:replay/{ReplayName}
      rule-on-custom-event-bus = events:{Region}:{Account}:rule/{EventBusName}/{RuleName}
      rule-on-default-event-bus = events:{Region}:{Account}:rule/{RuleName}
      read - DescribeEventBus ListApiDestinations ListArchives ListConnections ListEndpoints ListEventBuses ListEventSources ListPartnerEventSources ListReplays ListRuleNamesByTarget ListRules TestEventPattern
      read api-destination!,connection! DescribeApiDestination
      read archive! DescribeArchive
      read connection! DescribeConnection
      read endpoint! DescribeEndpoint
      read event-bus,rule-on-custom-event-bus,rule-on-default-event-bus ListTagsForResource
      read event-source! DescribeEventSource DescribePartnerEventSource ListPartnerEventSourceAccounts
      read replay! DescribeReplay
      read rule-on-custom-event-bus,rule-on-default-event-bus DescribeRule ListTargetsByRule
      tag event-bus,rule-on-custom-event-bus,rule-on-default-event-bus TagResource UntagResource
      write - PutPartnerEvents PutPermission RemovePermission
      write alias,archive!,event-bus!,key CreateArchive
      write alias,archive!,key UpdateArchive
      write api-destination! DeleteApiDestination UpdateApiDestination
      write api-destination!,connection! CreateApiDestination
      write archive! DeleteArchive
      write archive!,event-bus!,replay! StartReplay
      write connection! CreateConnection DeauthorizeConnection DeleteConnection UpdateConnection
      write endpoint! CreateEndpoint DeleteEndpoint UpdateEndpoint
      write event-bus! CreateEventBus DeleteEventBus PutEvents UpdateEventBus
      write event-source! ActivateEventSource CreatePartnerEventSource DeactivateEventSource DeletePartnerEventSource
      write replay! CancelReplay
      write rule-on-custom-event-bus,rule-on-default-event-bus DeleteRule DisableRule EnableRule PutRule PutTargets RemoveTargets
    firehose
      deliverystream = firehose:{Region}:{Account}:deliverystream/{DeliveryStreamName}
      read - ListDeliveryStreams
      read deliverystream! DescribeDeliveryStream ListTagsForDeliveryStream
      tag deliverystream! TagDeliveryStream UntagDeliveryStream
      write deliverystream! CreateDeliveryStream DeleteDeliveryStream PutRecord PutRecordBatch StartDeliveryStreamEncryption StopDeliveryStreamEncryption UpdateDestination
    fms
      applications-list = fms:{Region}:{Account}:applications-list/{Id}
      policy = fms:{Region}:{Account}:policy/{Id}
      protocols-list = fms:{Region}:{Account}:protocols-list/{Id}
      resource-set = fms:{Region}:{Account}:resource-set/{Id}
      read - GetAdminAccount GetAdminScope GetNotificationChannel ListAdminAccountsForOrganization ListAdminsManagingAccount ListMemberAccounts ListPolicies ListResourceSets
      read policy! GetComplianceDetail GetPolicy GetProtectionStatus ListComplianceStatus ListTagsForResource
      read resource-set! GetResourceSet ListResourceSetResources
      tag applications-list,policy,protocols-list,resource-set TagResource UntagResource
      write - AssociateAdminAccount DeleteNotificationChannel DisassociateAdminAccount PutNotificationChannel
      write policy! DeletePolicy PutPolicy
    guardduty
      detector = guardduty:{Region}:{Account}:detector/{DetectorId}
      filter = guardduty:{Region}:{Account}:detector/{DetectorId}/filter/{FilterName}
      ipset = guardduty:{Region}:{Account}:detector/{DetectorId}/ipset/{IPSetId}
      malwareprotectionplan = guardduty:{Region}:{Account}:malware-protection-plan/{MalwareProtectionPlanId}
      publishingDestination = guardduty:{Region}:{Account}:detector/{DetectorId}/publishingdestination/{PublishingDestinationId}
      threatentityset = guardduty:{Region}:{Account}:detector/{DetectorId}/threatentityset/{ThreatEntitySetId}
      threatintelset = guardduty:{Region}:{Account}:detector/{DetectorId}/threatintelset/{ThreatIntelSetId}
      trustedentityset = guardduty:{Region}:{Account}:detector/{DetectorId}/trustedentityset/{TrustedEntitySetId}
      read - DescribeOrganizationConfiguration GetAdministratorAccount GetFindingsStatistics GetInvitationsCount GetMasterAccount GetMemberDetectors GetMembers GetOrganizationStatistics GetRemainingFreeTrialDays ListDetectors ListFilters ListFindings ListIPSets ListInvitations ListMembers ListOrganizationAdminAccounts ListPublishingDestinations
      read detector! GetDetector
      read detector,filter,ipset,malwareprotectionplan,publishingDestination,threatentityset,threatintelset,trustedentityset ListTagsForResource
      read filter! GetFilter
      read ipset! GetIPSet
      read publishingDestination! DescribePublishingDestination
      tag detector,filter,ipset,malwareprotectionplan,publishingDestination,threatentityset,threatintelset,trustedentityset TagResource UntagResource
      write - CreateDetector CreateIPSet CreateMembers CreatePublishingDestination DeleteMembers DisableOrganizationAdminAccount DisassociateMembers EnableOrganizationAdminAccount InviteMembers UpdateMemberDetectors UpdateOrganizationConfiguration
      write detector! DeleteDetector UpdateDetector
      write filter! CreateFilter DeleteFilter UpdateFilter
      write ipset! DeleteIPSet UpdateIPSet
      write publishingDestination! DeletePublishingDestination UpdatePublishingDestination
    iam
      group = iam::{Account}:group/{GroupNameWithPath}
      instance-profile = iam::{Account}:instance-profile/{InstanceProfileNameWithPath}
      oidc-provider = iam::{Account}:oidc-provider/{OidcProviderName}
      policy = iam::{Account}:policy/{PolicyNameWithPath}
      role = iam::{Account}:role/{RoleNameWithPath}
      saml-provider = iam::{Account}:saml-provider/{SamlProviderName}
      server-certificate = iam::{Account}:server-certificate/{CertificateNameWithPath}
      user = iam::{Account}:user/{UserNameWithPath}
      read - GenerateCredentialReport GetAccountAuthorizationDetails GetAccountPasswordPolicy GetAccountSummary GetContextKeysForCustomPolicy GetCredentialReport GetLoginProfile GetUser ListAccessKeys ListAccountAliases ListGroups ListInstanceProfiles ListOpenIDConnectProviders ListPolicies ListRoles ListSAMLProviders ListServerCertificates ListUsers SimulateCustomPolicy
      read group! GetGroup GetGroupPolicy ListAttachedGroupPolicies ListGroupPolicies
      read group!,role!,user! ListPoliciesGrantingServiceAccess
      read group,role,user GetContextKeysForPrincipalPolicy SimulatePrincipalPolicy
      read instance-profile! GetInstanceProfile ListInstanceProfileTags
      read oidc-provider! GetOpenIDConnectProvider ListOpenIDConnectProviderTags
      read policy! GetPolicy GetPolicyVersion ListEntitiesForPolicy ListPolicyTags ListPolicyVersions
      read role! GetRole GetRolePolicy GetServiceLinkedRoleDeletionStatus ListAttachedRolePolicies ListInstanceProfilesForRole ListRolePolicies ListRoleTags
      read saml-provider! GetSAMLProvider ListSAMLProviderTags
      read server-certificate! GetServerCertificate ListServerCertificateTags
      read user! GetAccessKeyLastUsed GetUserPolicy ListAttachedUserPolicies ListGroupsForUser ListUserPolicies ListUserTags
      tag instance-profile! TagInstanceProfile UntagInstanceProfile
      tag oidc-provider! TagOpenIDConnectProvider UntagOpenIDConnectProvider
      tag policy! TagPolicy UntagPolicy
      tag role! TagRole UntagRole
      tag saml-provider! TagSAMLProvider UntagSAMLProvider
      tag server-certificate! TagServerCertificate UntagServerCertificate
      tag user! TagUser UntagUser
      write - CreateAccountAlias DeleteAccountAlias DeleteAccountPasswordPolicy SetSecurityTokenServicePreferences UpdateAccountPasswordPolicy
      write group! AddUserToGroup AttachGroupPolicy CreateGroup DeleteGroup DeleteGroupPolicy DetachGroupPolicy PutGroupPolicy RemoveUserFromGroup UpdateGroup
      write instance-profile! AddRoleToInstanceProfile CreateInstanceProfile DeleteInstanceProfile RemoveRoleFromInstanceProfile
      write oidc-provider! AddClientIDToOpenIDConnectProvider CreateOpenIDConnectProvider DeleteOpenIDConnectProvider RemoveClientIDFromOpenIDConnectProvider UpdateOpenIDConnectProviderThumbprint
      write policy! CreatePolicy CreatePolicyVersion DeletePolicy DeletePolicyVersion SetDefaultPolicyVersion
      write role! AttachRolePolicy CreateRole CreateServiceLinkedRole DeleteRole DeleteRolePermissionsBoundary DeleteRolePolicy DeleteServiceLinkedRole DetachRolePolicy PassRole PutRolePermissionsBoundary PutRolePolicy UpdateAssumeRolePolicy UpdateRole UpdateRoleDescription
      write saml-provider! CreateSAMLProvider DeleteSAMLProvider UpdateSAMLProvider
      write server-certificate! DeleteServerCertificate UpdateServerCertificate UploadServerCertificate
      write user! AttachUserPolicy ChangePassword CreateAccessKey CreateLoginProfile CreateUser DeleteAccessKey DeleteLoginProfile DeleteUser DeleteUserPermissionsBoundary DeleteUserPolicy DetachUserPolicy PutUserPermissionsBoundary PutUserPolicy UpdateAccessKey UpdateLoginProfile UpdateUser
    identitystore
      AllGroupMemberships = identitystore:::membership/*
      AllGroups = identitystore:::group/*
      AllUsers = identitystore:::user/*
      Group = identitystore:::group/{GroupId}
      GroupMembership = identitystore:::membership/{MembershipId}
      Identitystore = identitystore::{Account}:identitystore/{IdentityStoreId}
      User = identitystore:::user/{UserId}
      read - ListRegions
      read AllGroupMemberships!,Group!,Identitystore! ListGroupMemberships
      read AllGroupMemberships!,Group!,Identitystore!,User! IsMemberInGroups
      read AllGroupMemberships!,Identitystore!,User! ListGroupMembershipsForMember
      read AllGroups!,Identitystore! ListGroups
      read AllUsers!,Identitystore! ListUsers
      read Group!,GroupMembership!,Identitystore!,User! DescribeGroupMembership GetGroupMembershipId
      read Group!,Identitystore! DescribeGroup GetGroupId
      read Identitystore!,User! DescribeUser GetUserId
      write Group!,GroupMembership!,Identitystore!,User! DeleteGroupMembership
      write Group!,Identitystore! DeleteGroup UpdateGroup
      write Group!,Identitystore!,User! CreateGroupMembership
      write Identitystore! CreateGroup CreateUser
      write Identitystore!,User! DeleteUser UpdateUser
    imagebuilder
      component = imagebuilder:{Region}:{Account}:component/{ComponentName}/{ComponentVersion}/{ComponentBuildVersion}
      containerRecipe = imagebuilder:{Region}:{Account}:container-recipe/{ContainerRecipeName}/{ContainerRecipeVersion}
      distributionConfiguration = imagebuilder:{Region}:{Account}:distribution-configuration/{DistributionConfigurationName}
      image = imagebuilder:{Region}:{Account}:image/{ImageName}/{ImageVersion}/{ImageBuildVersion}
      imagePipeline = imagebuilder:{Region}:{Account}:image-pipeline/{ImagePipelineName}
      imageRecipe = imagebuilder:{Region}:{Account}:image-recipe/{ImageRecipeName}/{ImageRecipeVersion}
      infrastructureConfiguration = imagebuilder:{Region}:{Account}:infrastructure-configuration/{ResourceId}
      lifecyclePolicy = imagebuilder:{Region}:{Account}:lifecycle-policy/{LifecyclePolicyName}
      workflow = imagebuilder:{Region}:{Account}:workflow/{WorkflowType}/{WorkflowName}/{WorkflowVersion}/{WorkflowBuildVersion}
      read - ListComponentBuildVersions ListComponents ListContainerRecipes ListDistributionConfigurations ListImageBuildVersions ListImagePipelines ListImageRecipes ListImages ListInfrastructureConfigurations
      read component! GetComponent GetComponentPolicy
      read component,containerRecipe,distributionConfiguration,image,imagePipeline,imageRecipe,infrastructureConfiguration,lifecyclePolicy,workflow ListTagsForResource
      read containerRecipe! GetContainerRecipe GetContainerRecipePolicy
      read distributionConfiguration! GetDistributionConfiguration
      read image! GetImage GetImagePolicy
      read imagePipeline! GetImagePipeline ListImagePipelineImages
      read imageRecipe! GetImageRecipe GetImageRecipePolicy
      read infrastructureConfiguration! GetInfrastructureConfiguration
      read lifecyclePolicy! GetLifecyclePolicy
      tag component,containerRecipe,distributionConfiguration,image,imagePipeline,imageRecipe,infrastructureConfiguration,lifecyclePolicy,workflow TagResource UntagResource
      write component! CreateComponent DeleteComponent ImportComponent
      write distributionConfiguration! CreateDistributionConfiguration DeleteDistributionConfiguration UpdateDistributionConfiguration
      write imagePipeline! CreateImagePipeline DeleteImagePipeline UpdateImagePipeline
      write imageRecipe! CreateImageRecipe DeleteImageRecipe
      write infrastructureConfiguration! CreateInfrastructureConfiguration DeleteInfrastructureConfiguration UpdateInfrastructureConfiguration
      write lifecyclePolicy! CreateLifecyclePolicy DeleteLifecyclePolicy UpdateLifecyclePolicy
    inspector2
      CIS_Scan_Configuration = inspector2:{Region}:{Account}:owner/{OwnerId}/cis-configuration/{CISScanConfigurationId}
      Code_Security_Integration = inspector2:{Region}:{Account}:codesecurity-integration/{CodeSecurityIntegrationId}
      Code_Security_Scan_Configuration = inspector2:{Region}:{Account}:owner/{OwnerId}/codesecurity-configuration/{CodeSecurityScanConfigurationId}
      Filter = inspector2:{Region}:{Account}:owner/{OwnerId}/filter/{FilterId}
      read - BatchGetAccountStatus BatchGetCodeSnippet BatchGetFreeTrialInfo BatchGetMemberEc2DeepInspectionStatus DescribeOrganizationConfiguration GetConfiguration GetDelegatedAdminAccount GetEc2DeepInspectionConfiguration GetMember ListAccountPermissions ListDelegatedAdminAccounts ListFilters ListFindings ListMembers ListTagsForResource
      tag CIS_Scan_Configuration,Code_Security_Integration,Code_Security_Scan_Configuration,Filter TagResource UntagResource
      write - Disable Enable UpdateOrganizationConfiguration
      write Filter! CreateFilter DeleteFilter UpdateFilter
    kms
      alias = kms:{Region}:{Account}:alias/{Alias}
      key = kms:{Region}:{Account}:key/{KeyId}
      read - DescribeCustomKeyStores ListAliases ListKeys ListRetirableGrants
      read key! DescribeKey GetKeyPolicy GetKeyRotationStatus GetParametersForImport GetPublicKey ListGrants ListKeyPolicies ListKeyRotations ListResourceTags
      tag key! TagResource UntagResource
      write - ConnectCustomKeyStore CreateCustomKeyStore CreateKey DeleteCustomKeyStore DisconnectCustomKeyStore GenerateRandom UpdateCustomKeyStore
      write alias!,key! CreateAlias DeleteAlias UpdateAlias
      write key! CancelKeyDeletion CreateGrant Decrypt DeleteImportedKeyMaterial DeriveSharedSecret DisableKey DisableKeyRotation EnableKey EnableKeyRotation Encrypt GenerateDataKey GenerateDataKeyPair GenerateDataKeyPairWithoutPlaintext GenerateDataKeyWithoutPlaintext GenerateMac ImportKeyMaterial PutKeyPolicy ReplicateKey RetireGrant RevokeGrant RotateKeyOnDemand ScheduleKeyDeletion Sign UpdateKeyDescription UpdatePrimaryRegion Verify VerifyMac
    lambda
      capacityProvider = lambda:{Region}:{Account}:capacity-provider:{CapacityProviderName}
      code_signing_config = lambda:{Region}:{Account}:code-signing-config:{CodeSigningConfigId}
      eventSourceMapping = lambda:{Region}:{Account}:event-source-mapping:{UUID}
      function = lambda:{Region}:{Account}:function:{FunctionName}
      function_alias = lambda:{Region}:{Account}:function:{FunctionName}:{Alias}
      function_version = lambda:{Region}:{Account}:function:{FunctionName}:{Version}
      layerVersion = lambda:{Region}:{Account}:layer:{LayerName}:{LayerVersion}
      read - GetAccountSettings ListEventSourceMappings ListFunctions ListLayerVersions ListLayers
      read capacityProvider,code_signing_config,eventSourceMapping,function ListTags
      read eventSourceMapping! GetEventSourceMapping
      read function! GetAlias GetFunction GetFunctionConcurrency GetFunctionConfiguration GetFunctionEventInvokeConfig GetFunctionRecursionConfig GetFunctionScalingConfig GetFunctionUrlConfig GetPolicy GetRuntimeManagementConfig ListAliases ListFunctionEventInvokeConfigs ListFunctionUrlConfigs ListProvisionedConcurrencyConfigs ListVersionsByFunction
      read function_alias,function_version GetProvisionedConcurrencyConfig
      read layerVersion! GetLayerVersion GetLayerVersionPolicy
      tag capacityProvider,code_signing_config,eventSourceMapping,function TagResource UntagResource
      write code_signing_config!,function! PutFunctionCodeSigningConfig
      write function! AddPermission CreateAlias CreateFunction DeleteAlias DeleteFunction DeleteFunctionCodeSigningConfig DeleteFunctionConcurrency DeleteFunctionEventInvokeConfig PublishVersion PutFunctionConcurrency PutFunctionEventInvokeConfig PutFunctionRecursionConfig PutRuntimeManagementConfig RemovePermission UpdateAlias UpdateFunctionCode UpdateFunctionConfiguration UpdateFunctionEventInvokeConfig
      write function_alias,function_version DeleteProvisionedConcurrencyConfig PutProvisionedConcurrencyConfig
    logs
      anomaly-detector = logs:{Region}:{Account}:anomaly-detector:{DetectorId}
      delivery = logs:{Region}:{Account}:delivery:{DeliveryName}
      delivery-destination = logs:{Region}:{Account}:delivery-destination:{DeliveryDestinationName}
      delivery-source = logs:{Region}:{Account}:delivery-source:{DeliverySourceName}
      destination = logs:{Region}:{Account}:destination:{DestinationName}
      log-group = logs:{Region}:{Account}:log-group:{LogGroupName}
      log-stream = logs:{Region}:{Account}:log-group:{LogGroupName}:log-stream:{LogStreamName}
      lookup-table = logs:{Region}:{Account}:lookup-table:{LookupTableName}
      scheduled-query = logs:{Region}:{Account}:scheduled-query:{ScheduledQueryId}
      read - DescribeAccountPolicies DescribeConfigurationTemplates DescribeDeliveries DescribeDeliveryDestinations DescribeDeliverySources DescribeDestinations DescribeExportTasks DescribeFieldIndexes DescribeLogGroups DescribeLogStreams DescribeMetricFilters DescribeQueryDefinitions DescribeResourcePolicies GetLogGroupFields ListAggregateLogGroupSummaries ListAnomalies ListLogGroups TestMetricFilter
      read anomaly-detector,delivery,delivery-destination,delivery-source,destination,log-group,lookup-table ListTagsForResource
      read delivery! GetDelivery
      read delivery-destination! GetDeliveryDestination GetDeliveryDestinationPolicy
      read delivery-source! GetDeliverySource
      read log-group! DescribeSubscriptionFilters GetDataProtectionPolicy ListTagsLogGroup
      tag anomaly-detector,delivery,delivery-destination,delivery-source,destination,log-group,lookup-table,scheduled-query TagResource UntagResource
      tag log-group! TagLogGroup UntagLogGroup
      write - CancelExportTask DeleteAccountPolicy DeleteQueryDefinition DeleteResourcePolicy PutAccountPolicy PutQueryDefinition PutResourcePolicy
      write anomaly-detector! UpdateAnomaly
      write delivery! DeleteDelivery
      write delivery!,delivery-destination!,delivery-source! CreateDelivery UpdateDeliveryConfiguration
      write delivery-destination! DeleteDeliveryDestination DeleteDeliveryDestinationPolicy PutDeliveryDestination PutDeliveryDestinationPolicy
      write delivery-source! DeleteDeliverySource PutDeliverySource
      write destination! DeleteDestination PutDestination PutDestinationPolicy
      write destination,log-group! PutSubscriptionFilter
      write log-group! AssociateKmsKey CreateExportTask CreateLogGroup DeleteDataProtectionPolicy DeleteLogGroup DeleteMetricFilter DeleteRetentionPolicy DeleteSubscriptionFilter DisassociateKmsKey PutDataProtectionPolicy PutLogGroupDeletionProtection PutMetricFilter PutRetentionPolicy
      write log-stream! CreateLogStream DeleteLogStream
    macie2
      AllowList = macie2:{Region}:{Account}:allow-list/{ResourceId}
      ClassificationJob = macie2:{Region}:{Account}:classification-job/{ResourceId}
      CustomDataIdentifier = macie2:{Region}:{Account}:custom-data-identifier/{ResourceId}
      FindingsFilter = macie2:{Region}:{Account}:findings-filter/{ResourceId}
      Member = macie2:{Region}:{Account}:member/{ResourceId}
      read - BatchGetCustomDataIdentifiers DescribeOrganizationConfiguration GetAdministratorAccount GetAutomatedDiscoveryConfiguration GetInvitationsCount GetMacieSession GetMasterAccount ListAllowLists ListAutomatedDiscoveryAccounts ListCustomDataIdentifiers ListFindings ListInvitations ListManagedDataIdentifiers ListMembers ListOrganizationAdminAccounts SearchResources
      read AllowList! GetAllowList
      read AllowList,ClassificationJob,CustomDataIdentifier,FindingsFilter,Member ListTagsForResource
      read CustomDataIdentifier! GetCustomDataIdentifier
      read Member! GetMember
      tag AllowList,ClassificationJob,CustomDataIdentifier,FindingsFilter,Member TagResource UntagResource
      write - DisableMacie DisableOrganizationAdminAccount EnableMacie EnableOrganizationAdminAccount UpdateMacieSession UpdateOrganizationConfiguration
    network-firewall
      Firewall = network-firewall:{Region}:{Account}:firewall/{Name}
      FirewallPolicy = network-firewall:{Region}:{Account}:firewall-policy/{Name}
      Proxy = network-firewall:{Region}:{Account}:proxy/{Name}
      ProxyConfiguration = network-firewall:{Region}:{Account}:proxy-configuration/{Name}
      ProxyRuleGroup = network-firewall:{Region}:{Account}:proxy-rule-group/{Name}
      StatefulRuleGroup = network-firewall:{Region}:{Account}:stateful-rulegroup/{Name}
      StatelessRuleGroup = network-firewall:{Region}:{Account}:stateless-rulegroup/{Name}
      TLSInspectionConfiguration = network-firewall:{Region}:{Account}:tls-configuration/{Name}
      VpcEndpointAssociation = network-firewall:{Region}:{Account}:vpc-endpoint-association/{Name}
      read - DescribeFirewall DescribeFirewallMetadata DescribeFirewallPolicy DescribeLoggingConfiguration DescribeRuleGroup DescribeRuleGroupMetadata DescribeRuleGroupSummary DescribeTLSInspectionConfiguration ListFirewallPolicies ListFirewalls ListProxies ListRuleGroups ListTLSInspectionConfigurations
      read Firewall!,FirewallPolicy!,StatefulRuleGroup,StatelessRuleGroup,TLSInspectionConfiguration,VpcEndpointAssociation ListTagsForResource
      read Firewall,FirewallPolicy,StatefulRuleGroup,StatelessRuleGroup DescribeResourcePolicy
      tag Firewall,FirewallPolicy,Proxy,ProxyConfiguration,ProxyRuleGroup,StatefulRuleGroup,StatelessRuleGroup,TLSInspectionConfiguration,VpcEndpointAssociation TagResource UntagResource
      write Firewall! AssociateAvailabilityZones AssociateSubnets DeleteFirewall DisassociateAvailabilityZones DisassociateSubnets UpdateAvailabilityZoneChangeProtection UpdateFirewallAnalysisSettings UpdateFirewallDeleteProtection UpdateFirewallDescription UpdateFirewallPolicyChangeProtection UpdateLoggingConfiguration UpdateSubnetChangeProtection
      write Firewall!,FirewallPolicy! AssociateFirewallPolicy CreateFirewall
      write Firewall,FirewallPolicy,StatefulRuleGroup,StatelessRuleGroup DeleteResourcePolicy PutResourcePolicy
      write FirewallPolicy! DeleteFirewallPolicy
      write FirewallPolicy!,StatefulRuleGroup,StatelessRuleGroup,TLSInspectionConfiguration CreateFirewallPolicy UpdateFirewallPolicy
      write StatefulRuleGroup!,StatelessRuleGroup! DeleteRuleGroup
      write StatefulRuleGroup,StatelessRuleGroup CreateRuleGroup UpdateRuleGroup
    organizations
      account = organizations::{Account}:account/o-{OrganizationId}/{AccountId}
      handshake = organizations::{Account}:handshake/o-{OrganizationId}/{HandshakeType}/h-{HandshakeId}
      organizationalunit = organizations::{Account}:ou/o-{OrganizationId}/ou-{OrganizationalUnitId}
      policy = organizations::{Account}:policy/o-{OrganizationId}/{PolicyType}/p-{PolicyId}
      resourcepolicy = organizations::{Account}:resourcepolicy/o-{OrganizationId}/rp-{ResourcePolicyId}
      responsibilitytransfer = organizations::{Account}:transfer/o-{OrganizationId}/{TransferType}/{TransferDirection}/rt-{ResponsibilityTransferId}
      root = organizations::{Account}:root/o-{OrganizationId}/r-{RootId}
      read - DescribeCreateAccountStatus DescribeOrganization DescribeResourcePolicy ListAWSServiceAccessForOrganization ListAccounts ListAccountsWithInvalidEffectivePolicy ListCreateAccountStatus ListDelegatedAdministrators ListHandshakesForAccount ListHandshakesForOrganization ListInboundResponsibilityTransfers ListOutboundResponsibilityTransfers ListPolicies ListRoots
      read account! DescribeAccount DescribeEffectivePolicy ListDelegatedServicesForAccount ListEffectivePolicyValidationErrors
      read account,organizationalunit ListParents
      read account,organizationalunit,policy,resourcepolicy,responsibilitytransfer,root ListTagsForResource
      read account,organizationalunit,root ListPoliciesForTarget
      read handshake! DescribeHandshake
      read organizationalunit! DescribeOrganizationalUnit
      read organizationalunit,root ListAccountsForParent ListChildren ListOrganizationalUnitsForParent
      read policy! DescribePolicy ListTargetsForPolicy
      read responsibilitytransfer! DescribeResponsibilityTransfer
      tag account,organizationalunit,policy,resourcepolicy,responsibilitytransfer,root TagResource UntagResource
      write - CreateAccount CreateGovCloudAccount CreateOrganization CreatePolicy DeleteOrganization DeleteResourcePolicy DisableAWSServiceAccess EnableAWSServiceAccess EnableAllFeatures LeaveOrganization
      write account InviteAccountToOrganization InviteOrganizationToTransferResponsibility
      write account! CloseAccount DeregisterDelegatedAdministrator RegisterDelegatedAdministrator RemoveAccountFromOrganization
      write account!,organizationalunit!,root! MoveAccount
      write account,organizationalunit,policy!,root AttachPolicy DetachPolicy
      write handshake! AcceptHandshake CancelHandshake DeclineHandshake
      write organizationalunit! DeleteOrganizationalUnit UpdateOrganizationalUnit
      write organizationalunit,root CreateOrganizationalUnit
      write policy! DeletePolicy UpdatePolicy
      write resourcepolicy! PutResourcePolicy
      write responsibilitytransfer! TerminateResponsibilityTransfer UpdateResponsibilityTransfer
      write root! DisablePolicyType EnablePolicyType
    ram
      customer-managed-permission = ram:{Region}:{Account}:permission/{ResourcePath}
      permission = ram::{Account}:permission/{ResourcePath}
      resource-share = ram:{Region}:{Account}:resource-share/{ResourcePath}
      resource-share-invitation = ram:{Region}:{Account}:resource-share-invitation/{ResourcePath}
      read - GetResourcePolicies GetResourceShareAssociations GetResourceShareInvitations GetResourceShares ListPermissionAssociations ListPermissionVersions ListPermissions ListPrincipals ListReplacePermissionAssociationsWork ListResourceTypes ListResources ListSourceAssociations
      read customer-managed-permission!,permission! GetPermission
      read resource-share! ListResourceSharePermissions
      read resource-share-invitation! ListPendingInvitationResources
      tag customer-managed-permission,resource-share TagResource UntagResource
      write - CreatePermission CreateResourceShare EnableSharingWithAwsOrganization
      write customer-managed-permission! CreatePermissionVersion DeletePermission DeletePermissionVersion PromotePermissionCreatedFromPolicy SetDefaultPermissionVersion
      write customer-managed-permission!,permission! ReplacePermissionAssociations
      write customer-managed-permission!,permission!,resource-share! AssociateResourceSharePermission DisassociateResourceSharePermission
      write resource-share! AssociateResourceShare DeleteResourceShare DisassociateResourceShare PromoteResourceShareCreatedFromPolicy UpdateResourceShare
      write resource-share-invitation! AcceptResourceShareInvitation RejectResourceShareInvitation
    rds
      auto-backup = rds:{Region}:{Account}:auto-backup:{DbInstanceAutomatedBackupId}
      cev = rds:{Region}:{Account}:cev:{Engine}/{EngineVersion}/{CustomDbEngineVersionId}
      cluster = rds:{Region}:{Account}:cluster:{DbClusterInstanceName}
      cluster-auto-backup = rds:{Region}:{Account}:cluster-auto-backup:{DbClusterAutomatedBackupId}
      cluster-endpoint = rds:{Region}:{Account}:cluster-endpoint:{DbClusterEndpoint}
      cluster-pg = rds:{Region}:{Account}:cluster-pg:{ClusterParameterGroupName}
      cluster-snapshot = rds:{Region}:{Account}:cluster-snapshot:{ClusterSnapshotName}
      db = rds:{Region}:{Account}:db:{DbInstanceName}
      deployment = rds:{Region}:{Account}:deployment:{BlueGreenDeploymentIdentifier}
      es = rds:{Region}:{Account}:es:{SubscriptionName}
      global-cluster = rds::{Account}:global-cluster:{GlobalCluster}
      integration = rds:{Region}:{Account}:integration:{IntegrationIdentifier}
      og = rds:{Region}:{Account}:og:{OptionGroupName}
      pg = rds:{Region}:{Account}:pg:{ParameterGroupName}
      proxy = rds:{Region}:{Account}:db-proxy:{DbProxyId}
      proxy-endpoint = rds:{Region}:{Account}:db-proxy-endpoint:{DbProxyEndpointId}
      ri = rds:{Region}:{Account}:ri:{ReservedDbInstanceName}
      secgrp = rds:{Region}:{Account}:secgrp:{SecurityGroupName}
      shardgrp = rds:{Region}:{Account}:shard-group:{DbShardGroupResourceId}
      snapshot = rds:{Region}:{Account}:snapshot:{SnapshotName}
      snapshot-tenant-database = rds:{Region}:{Account}:snapshot-tenant-database:{SnapshotName}:{TenantResourceId}
      subgrp = rds:{Region}:{Account}:subgrp:{SubnetGroupName}
      target-group = rds:{Region}:{Account}:target-group:{TargetGroupId}
      tenant-database = rds:{Region}:{Account}:tenant-database:{TenantResourceId}
      read - DescribeAccountAttributes DescribeCertificates DescribeDBClusterAutomatedBackups DescribeDBClusterEndpoints DescribeDBClusterParameterGroups DescribeDBClusterSnapshots DescribeDBClusters DescribeDBEngineVersions DescribeDBInstanceAutomatedBackups DescribeDBInstances DescribeDBMajorEngineVersions DescribeDBParameterGroups DescribeDBProxies DescribeDBProxyEndpoints DescribeDBSecurityGroups DescribeDBSnapshots DescribeDBSubnetGroups DescribeEngineDefaultClusterParameters DescribeEngineDefaultParameters DescribeEventCategories DescribeEventSubscriptions DescribeEvents DescribeOptionGroupOptions DescribeOptionGroups DescribeOrderableDBInstanceOptions DescribePendingMaintenanceActions
      read auto-backup,cev,cluster,cluster-auto-backup,cluster-endpoint,cluster-pg,cluster-snapshot,db,es,global-cluster,integration,og,pg,proxy,proxy-endpoint,ri,secgrp,shardgrp,snapshot,snapshot-tenant-database,subgrp,target-group,tenant-database ListTagsForResource
      read cluster,cluster-snapshot,snapshot DescribeExportTasks
      read cluster-pg! DescribeDBClusterParameters
      read cluster-snapshot! DescribeDBClusterSnapshotAttributes
      read db! DescribeDBLogFiles DescribeValidDBInstanceModifications
      read pg! DescribeDBParameters
      read proxy! DescribeDBProxyTargetGroups
      read proxy!,target-group! DescribeDBProxyTargets
      read snapshot! DescribeDBSnapshotAttributes
      tag auto-backup,cev,cluster,cluster-auto-backup,cluster-endpoint,cluster-pg,cluster-snapshot,db,deployment,es,global-cluster,integration,og,pg,proxy,proxy-endpoint,ri,secgrp,shardgrp,snapshot,snapshot-tenant-database,subgrp,target-group,tenant-database AddTagsToResource RemoveTagsFromResource
      write - CancelExportTask CreateDBProxy
      write auto-backup!,db! StartDBInstanceAutomatedBackupsReplication
      write auto-backup,db!,og!,pg!,subgrp! RestoreDBInstanceToPointInTime
      write cluster!,cluster-pg!,db,global-cluster,og!,subgrp! CreateDBCluster
      write cluster!,cluster-pg,og,pg ModifyDBCluster
      write cluster!,cluster-snapshot! CreateDBClusterSnapshot DeleteDBCluster
      write cluster!,db!,og!,pg!,subgrp! CreateDBInstanceReadReplica
      write cluster!,db!,proxy!,target-group! DeregisterDBProxyTargets
      write cluster,db!,og,pg,secgrp,subgrp CreateDBInstance
      write cluster-pg! CreateDBClusterParameterGroup DeleteDBClusterParameterGroup ModifyDBClusterParameterGroup ResetDBClusterParameterGroup
      write cluster-snapshot! DeleteDBClusterSnapshot
      write cluster-snapshot,db!,og!,pg!,snapshot,subgrp! RestoreDBInstanceFromDBSnapshot
      write db! AddRoleToDBInstance DeleteDBInstance PromoteReadReplica RebootDBInstance RemoveRoleFromDBInstance StartDBInstance StopDBInstanceAutomatedBackupsReplication
      write db!,og,pg,secgrp,subgrp ModifyDBInstance
      write db!,snapshot StopDBInstance
      write db!,snapshot! CreateDBSnapshot
      write es! AddSourceIdentifierToSubscription CreateEventSubscription DeleteEventSubscription ModifyEventSubscription RemoveSourceIdentifierFromSubscription
      write og! CreateOptionGroup DeleteOptionGroup ModifyOptionGroup
      write pg! CopyDBParameterGroup CreateDBParameterGroup DeleteDBParameterGroup ModifyDBParameterGroup ResetDBParameterGroup
      write proxy! DeleteDBProxy ModifyDBProxy
      write snapshot! DeleteDBSnapshot
      write subgrp! CreateDBSubnetGroup DeleteDBSubnetGroup ModifyDBSubnetGroup
      write target-group! RegisterDBProxyTargets
    resource-groups
      group = resource-groups:{Region}:{Account}:group/{GroupName}
      read - GetAccountSettings GetGroup GetGroupConfiguration GetGroupQuery ListGroupResources ListGroups ListResourceTypes ListTagSyncTasks SearchResources
      read group! GetGroupPolicy GetTagSyncTask GetTags ListGroupingStatuses
      tag group! Tag Untag
      write - CreateGroup UpdateAccountSettings
      write group! CancelTagSyncTask DeleteGroup DeleteGroupPolicy GroupResources PutGroupConfiguration PutGroupPolicy StartTagSyncTask UngroupResources UpdateGroup UpdateGroupQuery
    route53
      change = route53:::change/{Id}
      cidrcollection = route53:::cidrcollection/{Id}
      delegationset = route53:::delegationset/{Id}
      healthcheck = route53:::healthcheck/{Id}
      hostedzone = route53:::hostedzone/{Id}
      queryloggingconfig = route53:::queryloggingconfig/{Id}
      trafficpolicy = route53:::trafficpolicy/{Id}
      trafficpolicyinstance = route53:::trafficpolicyinstance/{Id}
      read - GetAccountLimit GetCheckerIpRanges GetGeoLocation GetHealthCheckCount GetHostedZoneCount GetTrafficPolicyInstanceCount ListCidrCollections ListGeoLocations ListHealthChecks ListHostedZones ListHostedZonesByName ListHostedZonesByVPC ListQueryLoggingConfigs ListReusableDelegationSets ListTrafficPolicies ListTrafficPolicyInstances TestDNSAnswer
      read change! GetChange
      read cidrcollection! ListCidrBlocks ListCidrLocations
      read delegationset! GetReusableDelegationSet GetReusableDelegationSetLimit
      read healthcheck! GetHealthCheck GetHealthCheckLastFailureReason GetHealthCheckStatus
      read healthcheck,hostedzone ListTagsForResource ListTagsForResources
      read hostedzone! GetDNSSEC GetHostedZone GetHostedZoneLimit ListResourceRecordSets ListTrafficPolicyInstancesByHostedZone ListVPCAssociationAuthorizations
      read queryloggingconfig! GetQueryLoggingConfig
      read trafficpolicy! GetTrafficPolicy ListTrafficPolicyInstancesByPolicy ListTrafficPolicyVersions
      read trafficpolicyinstance! GetTrafficPolicyInstance
      tag healthcheck!,hostedzone! ChangeTagsForResource
      write - CreateCidrCollection CreateHealthCheck CreateHostedZone CreateReusableDelegationSet CreateTrafficPolicy
      write cidrcollection! ChangeCidrCollection DeleteCidrCollection
      write delegationset! DeleteReusableDelegationSet
      write healthcheck! DeleteHealthCheck UpdateHealthCheck
      write hostedzone AssociateVPCWithHostedZone DisassociateVPCFromHostedZone
      write hostedzone! ActivateKeySigningKey ChangeResourceRecordSets CreateKeySigningKey CreateQueryLoggingConfig CreateVPCAssociationAuthorization DeactivateKeySigningKey DeleteHostedZone DeleteKeySigningKey DeleteVPCAssociationAuthorization DisableHostedZoneDNSSEC EnableHostedZoneDNSSEC UpdateHostedZoneComment UpdateHostedZoneFeatures
      write hostedzone!,trafficpolicy! CreateTrafficPolicyInstance
      write queryloggingconfig! DeleteQueryLoggingConfig
      write trafficpolicy! CreateTrafficPolicyVersion DeleteTrafficPolicy UpdateTrafficPolicyComment
      write trafficpolicyinstance! DeleteTrafficPolicyInstance UpdateTrafficPolicyInstance
    s3
      accessgrant = s3:{Region}:{Account}:access-grants/default/grant/{Token}
      accessgrantsinstance = s3:{Region}:{Account}:access-grants/default
      accessgrantslocation = s3:{Region}:{Account}:access-grants/default/location/{Token}
      accesspoint = s3:{Region}:{Account}:accesspoint/{AccessPointName}
      accesspointobject = s3:{Region}:{Account}:accesspoint/{AccessPointName}/object/{ObjectName}
      bucket = s3:::{BucketName}
      object = s3:::{BucketName}/{ObjectName}
      storagelensgroup = s3:{Region}:{Account}:storage-lens-group/{Name}
      read - GetAccountPublicAccessBlock ListAllMyBuckets
      read accessgrant,accessgrantsinstance,accessgrantslocation,accesspoint,bucket,storagelensgroup ListTagsForResource
      read accesspoint,bucket GetBucketAcl GetBucketCORS GetBucketLocation GetBucketNotification GetBucketPolicy ListBucket
      read accesspointobject,object GetObject GetObjectLegalHold GetObjectRetention GetObjectTagging
      read bucket! GetAccelerateConfiguration GetBucketLogging GetBucketObjectLockConfiguration GetBucketOwnershipControls GetBucketPolicyStatus GetBucketPublicAccessBlock GetBucketRequestPayment GetBucketTagging GetBucketVersioning GetBucketWebsite GetEncryptionConfiguration GetLifecycleConfiguration GetReplicationConfiguration
      tag accessgrant,accessgrantsinstance,accessgrantslocation,accesspoint,bucket,storagelensgroup TagResource UntagResource
      tag accesspointobject,object PutObjectTagging
      tag bucket! PutBucketTagging
      write - PutAccountPublicAccessBlock
      write accesspointobject,object AbortMultipartUpload DeleteObject PutObject PutObjectLegalHold PutObjectRetention
      write bucket! CreateBucket DeleteBucket DeleteBucketPolicy DeleteBucketWebsite PutAccelerateConfiguration PutBucketAcl PutBucketCORS PutBucketLogging PutBucketNotification PutBucketObjectLockConfiguration PutBucketOwnershipControls PutBucketPolicy PutBucketPublicAccessBlock PutBucketRequestPayment PutBucketVersioning PutBucketWebsite PutEncryptionConfiguration PutLifecycleConfiguration PutReplicationConfiguration
    scheduler
      schedule = scheduler:{Region}:{Account}:schedule/{GroupName}/{ScheduleName}
      schedule-group = scheduler:{Region}:{Account}:schedule-group/{GroupName}
      read - ListScheduleGroups ListSchedules
      read schedule! GetSchedule
      read schedule-group ListTagsForResource
      read schedule-group! GetScheduleGroup
      tag schedule-group! TagResource UntagResource
      write schedule! CreateSchedule DeleteSchedule UpdateSchedule
      write schedule-group! CreateScheduleGroup DeleteScheduleGroup
    secretsmanager
      Secret = secretsmanager:{Region}:{Account}:secret:{SecretId}
      read - BatchGetSecretValue GetRandomPassword ListSecrets
      read Secret! DescribeSecret GetResourcePolicy GetSecretValue ListSecretVersionIds
      tag Secret! TagResource UntagResource
      write Secret! CancelRotateSecret CreateSecret DeleteResourcePolicy DeleteSecret PutResourcePolicy PutSecretValue RemoveRegionsFromReplication ReplicateSecretToRegions RestoreSecret RotateSecret StopReplicationToReplica UpdateSecret UpdateSecretVersionStage ValidateResourcePolicy
    securityhub
      aggregatorv2 = securityhub:{Region}:{Account}:aggregatorv2/{AggregatorV2Id}
      automation-rule = securityhub:{Region}:{Account}:automation-rule/{AutomationRuleId}
      automation-rulev2 = securityhub:{Region}:{Account}:automation-rulev2/{AutomationRuleV2Id}
      configuration-policy = securityhub:{Region}:{Account}:configuration-policy/{ConfigurationPolicyId}
      connectorv2 = securityhub:{Region}:{Account}:connectorv2/{ConnectorV2Id}
      finding-aggregator = securityhub:{Region}:{Account}:finding-aggregator/{FindingAggregatorId}
      hub = securityhub:{Region}:{Account}:hub/default
      hubv2 = securityhub:{Region}:{Account}:hubv2/{HubV2Id}
      read - BatchGetConfigurationPolicyAssociations BatchGetSecurityControls BatchGetStandardsControlAssociations DescribeActionTargets DescribeHub DescribeOrganizationConfiguration DescribeProducts DescribeStandards GetAdministratorAccount GetConfigurationPolicyAssociation GetEnabledStandards GetInvitationsCount GetMasterAccount GetSecurityControlDefinition ListAutomationRules ListConfigurationPolicies ListConfigurationPolicyAssociations ListEnabledProductsForImport ListFindingAggregators ListInvitations ListMembers ListOrganizationAdminAccounts ListSecurityControlDefinitions ListStandardsControlAssociations
      read automation-rule! BatchGetAutomationRules
      read automation-rule,configuration-policy,hub ListTagsForResource
      read configuration-policy! GetConfigurationPolicy
      read finding-aggregator! GetFindingAggregator
      read hub DescribeStandardsControls GetMembers
      tag aggregatorv2,automation-rule,automation-rulev2,configuration-policy,connectorv2,hub,hubv2 TagResource UntagResource
      write - CreateFindingAggregator
      write finding-aggregator! DeleteFindingAggregator UpdateFindingAggregator
      write hub BatchDisableStandards BatchEnableStandards CreateMembers DeleteMembers DisableOrganizationAdminAccount DisableSecurityHub DisassociateMembers EnableOrganizationAdminAccount EnableSecurityHub InviteMembers UpdateFindings UpdateOrganizationConfiguration UpdateSecurityHubConfiguration UpdateStandardsControl
    shield
      protection = shield::{Account}:protection/{Id}
      protection-group = shield::{Account}:protection-group/{Id}
      read - DescribeDRTAccess DescribeEmergencyContactSettings DescribeProtection DescribeSubscription GetSubscriptionState ListProtectionGroups ListProtections
      read protection,protection-group ListTagsForResource
      read protection-group! DescribeProtectionGroup ListResourcesInProtectionGroup
      tag protection,protection-group TagResource UntagResource
      write - CreateProtection DisableApplicationLayerAutomaticResponse EnableApplicationLayerAutomaticResponse UpdateApplicationLayerAutomaticResponse
      write protection! AssociateHealthCheck DeleteProtection DisassociateHealthCheck
    sns
      topic = sns:{Region}:{Account}:{TopicName}
      read - CheckIfPhoneNumberIsOptedOut GetEndpointAttributes GetPlatformApplicationAttributes GetSMSAttributes GetSMSSandboxAccountStatus GetSubscriptionAttributes ListEndpointsByPlatformApplication ListOriginationNumbers ListPhoneNumbersOptedOut ListPlatformApplications ListSMSSandboxPhoneNumbers ListSubscriptions ListTopics
      read topic ListTagsForResource
      read topic! GetDataProtectionPolicy GetTopicAttributes ListSubscriptionsByTopic
      tag topic TagResource UntagResource
      write - CreatePlatformApplication CreatePlatformEndpoint CreateSMSSandboxPhoneNumber DeleteEndpoint DeletePlatformApplication DeleteSMSSandboxPhoneNumber OptInPhoneNumber SetEndpointAttributes SetPlatformApplicationAttributes SetSMSAttributes SetSubscriptionAttributes Unsubscribe VerifySMSSandboxPhoneNumber
      write topic! AddPermission ConfirmSubscription CreateTopic DeleteTopic Publish PutDataProtectionPolicy RemovePermission SetTopicAttributes Subscribe
    sqs
      queue = sqs:{Region}:{Account}:{QueueName}
      read - ListQueues
      read queue! GetQueueAttributes GetQueueUrl ListDeadLetterSourceQueues ListMessageMoveTasks ListQueueTags ReceiveMessage
      tag queue! TagQueue UntagQueue
      write queue! AddPermission CancelMessageMoveTask ChangeMessageVisibility CreateQueue DeleteMessage DeleteQueue PurgeQueue RemovePermission SendMessage SetQueueAttributes StartMessageMoveTask
    ssm
      association = ssm:{Region}:{Account}:association/{AssociationId}
      automation-execution = ssm:{Region}:{Account}:automation-execution/{AutomationExecutionId}
      document = ssm:{Region}:{Account}:document/{DocumentName}
      instance = ec2:{Region}:{Account}:instance/{InstanceId}
      maintenancewindow = ssm:{Region}:{Account}:maintenancewindow/{ResourceId}
      managed-instance = ssm:{Region}:{Account}:managed-instance/{InstanceId}
      opsitem = ssm:{Region}:{Account}:opsitem/{ResourceId}
      opsitemgroup = ssm:{Region}:{Account}:opsitemgroup/default
      opsmetadata = ssm:{Region}:{Account}:opsmetadata/{ResourceId}
      parameter = ssm:{Region}:{Account}:parameter/{ParameterNameWithoutLeadingSlash}
      patchbaseline = ssm:{Region}:{Account}:patchbaseline/{PatchBaselineIdResourceId}
      servicesetting = ssm:{Region}:{Account}:servicesetting/{ResourceId}
      task = ecs:{Region}:{Account}:task/{TaskId}
      windowtarget = ssm:{Region}:{Account}:windowtarget/{WindowTargetId}
      windowtask = ssm:{Region}:{Account}:windowtask/{WindowTaskId}
      read - DescribeAssociation DescribeAvailablePatches DescribeInstanceInformation DescribeInstanceProperties DescribeMaintenanceWindowSchedule DescribeMaintenanceWindows DescribeMaintenanceWindowsForTarget DescribeParameters DescribePatchBaselines DescribePatchGroupState DescribePatchGroups DescribePatchProperties GetCommandInvocation GetDefaultPatchBaseline GetDeployablePatchSnapshotForInstance GetPatchBaselineForPatchGroup ListAssociations ListCommandInvocations ListCommands ListDocuments
      read association! ListAssociationVersions
      read association,automation-execution,document,maintenancewindow,managed-instance,opsitem,opsmetadata,parameter,patchbaseline ListTagsForResource
      read document! DescribeDocument DescribeDocumentPermission GetDocument ListDocumentMetadataHistory ListDocumentVersions
      read document,opsitemgroup,parameter GetResourcePolicies
      read instance!,managed-instance! DescribeEffectiveInstanceAssociations DescribeInstanceAssociationsStatus
      read instance,managed-instance,task GetConnectionStatus
      read maintenancewindow! DescribeMaintenanceWindowTargets DescribeMaintenanceWindowTasks GetMaintenanceWindow GetMaintenanceWindowTask
      read parameter! GetParameter GetParameterHistory GetParameters GetParametersByPath
      read patchbaseline! DescribeEffectivePatchesForPatchBaseline GetPatchBaseline
      read servicesetting! GetServiceSetting
      tag association,automation-execution,document,instance,maintenancewindow,managed-instance,opsitem,opsmetadata,parameter,patchbaseline,task AddTagsToResource RemoveTagsFromResource
      write - CreateMaintenanceWindow CreatePatchBaseline
      write association!,document!,instance,managed-instance CreateAssociation
      write association!,document,instance,managed-instance UpdateAssociation
      write association,document,instance,managed-instance DeleteAssociation
      write document! CreateDocument DeleteDocument UpdateDocument UpdateDocumentDefaultVersion
      write document,opsitemgroup,parameter DeleteResourcePolicy PutResourcePolicy
      write maintenancewindow! DeleteMaintenanceWindow RegisterTargetWithMaintenanceWindow RegisterTaskWithMaintenanceWindow UpdateMaintenanceWindow
      write maintenancewindow!,windowtarget! DeregisterTargetFromMaintenanceWindow UpdateMaintenanceWindowTarget
      write maintenancewindow!,windowtask! DeregisterTaskFromMaintenanceWindow UpdateMaintenanceWindowTask
      write parameter! DeleteParameter PutParameter
      write patchbaseline! DeletePatchBaseline DeregisterPatchBaselineForPatchGroup RegisterDefaultPatchBaseline RegisterPatchBaselineForPatchGroup UpdatePatchBaseline
    sso
      Account = sso:::account/{AccountId}
      Application = sso::{AccountId}:application/{InstanceId}/{ApplicationId}
      ApplicationProvider = sso::aws:applicationProvider/{ApplicationProviderId}
      Instance = sso:::instance/{InstanceId}
      PermissionSet = sso:::permissionSet/{InstanceId}/{PermissionSetId}
      TrustedTokenIssuer = sso::{AccountId}:trustedTokenIssuer/{InstanceId}/{TrustedTokenIssuerId}
      read - ListApplicationProviders ListApplications ListInstances
      read Account!,Instance! ListPermissionSetsProvisionedToAccount
      read Account!,Instance!,PermissionSet! ListAccountAssignments
      read Application! DescribeApplication DescribeApplicationAssignment GetApplicationAccessScope GetApplicationAssignmentConfiguration GetApplicationAuthenticationMethod GetApplicationGrant GetApplicationSessionConfiguration ListApplicationAccessScopes ListApplicationAssignments ListApplicationAuthenticationMethods ListApplicationGrants
      read Application,Instance,PermissionSet,TrustedTokenIssuer ListTagsForResource
      read ApplicationProvider! DescribeApplicationProvider
      read Instance! DescribeAccountAssignmentCreationStatus DescribeAccountAssignmentDeletionStatus DescribeInstance DescribeInstanceAccessControlAttributeConfiguration DescribePermissionSetProvisioningStatus ListAccountAssignmentCreationStatus ListAccountAssignmentDeletionStatus ListAccountAssignmentsForPrincipal ListApplicationAssignmentsForPrincipal ListPermissionSetProvisioningStatus ListPermissionSets ListRegions
      read Instance!,PermissionSet! DescribePermissionSet GetInlinePolicyForPermissionSet GetPermissionsBoundaryForPermissionSet ListAccountsForProvisionedPermissionSet ListCustomerManagedPolicyReferencesInPermissionSet ListManagedPoliciesInPermissionSet
      tag Application,Instance,PermissionSet,TrustedTokenIssuer TagResource UntagResource
      write Account!,Instance!,PermissionSet! CreateAccountAssignment DeleteAccountAssignment ProvisionPermissionSet
      write Instance! CreateInstance DeleteInstance UpdateInstance
      write Instance!,PermissionSet! AttachCustomerManagedPolicyReferenceToPermissionSet AttachManagedPolicyToPermissionSet CreatePermissionSet DeleteInlinePolicyFromPermissionSet DeletePermissionSet DeletePermissionsBoundaryFromPermissionSet DetachCustomerManagedPolicyReferenceFromPermissionSet DetachManagedPolicyFromPermissionSet PutInlinePolicyToPermissionSet PutPermissionsBoundaryToPermissionSet UpdatePermissionSet
    sts
      federated-user = sts::{Account}:federated-user/{FederatedUserName}
      role = iam::{Account}:role/{RoleNameWithPath}
      root-user = iam::{Account}:root
      user = iam::{Account}:user/{UserNameWithPath}
      read - GetAccessKeyInfo GetCallerIdentity GetSessionToken
      read federated-user,user GetFederationToken
      write - DecodeAuthorizationMessage GetDelegatedAccessToken GetWebIdentityToken
      write role! AssumeRole AssumeRoleWithSAML AssumeRoleWithWebIdentity
      write root-user! AssumeRoot
    wafv2
      amplify-app = amplify:{Region}:{Account}:apps/{AppId}
      apigateway = apigateway:{Region}::/restapis/{ApiId}/stages/{StageName}
      apprunner = apprunner:{Region}:{Account}:service/{ServiceName}/{ServiceId}
      appsync = appsync:{Region}:{Account}:apis/{GraphQLAPIId}
      ipset = wafv2:{Region}:{Account}:{Scope}/ipset/{Name}/{Id}
      loadbalancer/app/ = elasticloadbalancing:{Region}:{Account}:loadbalancer/app/{LoadBalancerName}/{LoadBalancerId}
      managedruleset = wafv2:{Region}:{Account}:{Scope}/managedruleset/{Name}/{Id}
      regexpatternset = wafv2:{Region}:{Account}:{Scope}/regexpatternset/{Name}/{Id}
      rulegroup = wafv2:{Region}:{Account}:{Scope}/rulegroup/{Name}/{Id}
      userpool = cognito-idp:{Region}:{Account}:userpool/{UserPoolId}
      verified-access-instance = ec2:{Region}:{Account}:verified-access-instance/{VerifiedAccessInstanceId}
      webacl = wafv2:{Region}:{Account}:{Scope}/webacl/{Name}/{Id}
      read - DescribeAllManagedProducts DescribeManagedProductsByVendor DescribeManagedRuleGroup GetDecryptedAPIKey GetRuleGroup GetWebACL ListAPIKeys ListAvailableManagedRuleGroupVersions ListAvailableManagedRuleGroups ListIPSets ListLoggingConfigurations ListManagedRuleSets ListRegexPatternSets ListRuleGroups ListWebACLs
      read amplify-app,apigateway,apprunner,appsync,loadbalancer/app/,userpool,verified-access-instance,webacl! GetWebACLForResource
      read amplify-app,apprunner,userpool,verified-access-instance,webacl! ListResourcesForWebACL
      read ipset! GetIPSet
      read ipset,regexpatternset,rulegroup,webacl ListTagsForResource
      read managedruleset! GetManagedRuleSet
      read regexpatternset! GetRegexPatternSet
      read rulegroup! GetPermissionPolicy
      read webacl! GetLoggingConfiguration GetRateBasedStatementManagedKeys
      tag ipset,regexpatternset,rulegroup,webacl TagResource UntagResource
      write amplify-app,apigateway,apprunner,appsync,loadbalancer/app/,userpool,verified-access-instance DisassociateWebACL
      write amplify-app,apigateway,apprunner,appsync,loadbalancer/app/,userpool,verified-access-instance,webacl! AssociateWebACL
      write ipset! CreateIPSet DeleteIPSet UpdateIPSet
      write ipset,managedruleset,regexpatternset,rulegroup,webacl! CreateWebACL UpdateWebACL
      write ipset,regexpatternset,rulegroup! CreateRuleGroup UpdateRuleGroup
      write rulegroup! DeleteRuleGroup
      write webacl! DeleteLoggingConfiguration DeleteWebACL PutLoggingConfiguration
    """
}

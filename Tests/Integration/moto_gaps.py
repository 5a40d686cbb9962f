"""What is known not to be provable on moto 5.2.1, each entry with its reason.

Only what was reviewed stands here: a declared property that boto3 does not show and that no entry covers fails the judgement, and an
entry that turns out to be shown is still compared. Paths are the schema's, list elements are `[]`, and an entry covers what lies below.
"""

from __future__ import annotations

import re
from typing import Any

WRITE_ONLY = "write-only: AWS itself never shows it"

# Declared properties that no call shows.
NOT_SHOWN: dict[tuple[str, str], str] = {
    ("AWS::KMS::Key", "RotationPeriodInDays"): "GetKeyRotationStatus shows KeyRotationEnabled alone",
    ("AWS::KMS::Key", "PendingWindowInDays"): WRITE_ONLY,
    ("AWS::KMS::Key", "BypassPolicyLockoutSafetyCheck"): WRITE_ONLY,
    ("AWS::KMS::ReplicaKey", "PendingWindowInDays"): WRITE_ONLY,
    ("AWS::SecretsManager::Secret", "GenerateSecretString"): WRITE_ONLY,
    ("AWS::SecretsManager::ResourcePolicy", "BlockPublicPolicy"): WRITE_ONLY,
    ("AWS::SecretsManager::RotationSchedule", "RotateImmediatelyOnUpdate"): WRITE_ONLY,
    ("AWS::SecretsManager::RotationSchedule", "HostedRotationLambda"): WRITE_ONLY,
    ("AWS::SecretsManager::SecretTargetAttachment", "TargetType"): "the secret's text does not hold the type",
    ("AWS::IAM::ServiceLinkedRole", "CustomSuffix"): WRITE_ONLY,
    ("AWS::RDS::DBInstance", "MasterUserPassword"): WRITE_ONLY,
    ("AWS::RDS::DBInstance", "AllowMajorVersionUpgrade"): WRITE_ONLY,
    ("AWS::RDS::DBInstance", "DeleteAutomatedBackups"): WRITE_ONLY,
    ("AWS::RDS::DBInstance", "EnablePerformanceInsights"): "DescribeDBInstances never shows PerformanceInsightsEnabled",
    ("AWS::RDS::DBInstance", "PerformanceInsightsKMSKeyId"): "DescribeDBInstances never shows it",
    ("AWS::RDS::DBInstance", "PerformanceInsightsRetentionPeriod"): "DescribeDBInstances never shows it",
    ("AWS::RDS::DBInstance", "MonitoringInterval"): "DescribeDBInstances never shows it",
    ("AWS::RDS::DBInstance", "MonitoringRoleArn"): "DescribeDBInstances never shows it",
    ("AWS::ElastiCache::ReplicationGroup", "AuthToken"): WRITE_ONLY,
    ("AWS::ElastiCache::ReplicationGroup", "CacheParameterGroupName"): WRITE_ONLY,
    ("AWS::ElastiCache::ReplicationGroup", "CacheSubnetGroupName"): WRITE_ONLY,
    ("AWS::ElastiCache::ReplicationGroup", "EngineVersion"): WRITE_ONLY,
    ("AWS::ElastiCache::ReplicationGroup", "SecurityGroupIds"): WRITE_ONLY,
    ("AWS::ElastiCache::ReplicationGroup", "PreferredMaintenanceWindow"): WRITE_ONLY,
    ("AWS::Lambda::Function", "Code"): WRITE_ONLY,
    ("AWS::Lambda::Function", "KmsKeyArn"): "GetFunction has no KMSKeyArn",
    ("AWS::Lambda::Function", "LoggingConfig"): "GetFunction has no LoggingConfig",
    ("AWS::Lambda::Function", "DeadLetterConfig"): "GetFunction has no DeadLetterConfig",
    ("AWS::ECR::Repository", "EmptyOnDelete"): WRITE_ONLY,
    ("AWS::ECS::Service", "ForceNewDeployment"): WRITE_ONLY,
    ("AWS::ECS::Service", "ServiceConnectConfiguration"): WRITE_ONLY,
    ("AWS::ECS::Service", "VolumeConfigurations"): WRITE_ONLY,
    ("AWS::Cognito::UserPoolUser", "MessageAction"): WRITE_ONLY,
    ("AWS::Cognito::UserPoolUser", "DesiredDeliveryMediums"): WRITE_ONLY,
    ("AWS::Cognito::UserPoolUser", "ForceAliasCreation"): WRITE_ONLY,
    ("AWS::Cognito::UserPoolDomain", "ManagedLoginVersion"): WRITE_ONLY,
    ("AWS::S3::Bucket", "VersioningConfiguration.MFADelete"): "GetBucketVersioning never shows MFADelete",
    ("AWS::S3::Bucket", "AccessControl"): WRITE_ONLY,
    ("AWS::S3::Bucket", "NotificationConfiguration.EventBridgeConfiguration"): "GetBucketNotificationConfiguration never shows it",
    ("AWS::SecurityHub::Hub", "EnableDefaultStandards"): WRITE_ONLY,
    ("AWS::CodePipeline::Pipeline", "RestartExecutionOnUpdate"): WRITE_ONLY,
    ("AWS::Organizations::Account", "RoleName"): WRITE_ONLY,
    ("AWS::ApplicationAutoScaling::ScalableTarget", "RoleARN"): WRITE_ONLY,
    ("AWS::SSM::Document", "UpdateMethod"): WRITE_ONLY,
    ("AWS::CertificateManager::Certificate", "DomainValidationOptions[].HostedZoneId"): (
        "ACM's API has no such property; it is shown if the record that proves the domain stands in the zone"
    ),
    ("AWS::ECS::Service", "DeploymentConfiguration"): "DescribeServices never shows it",
    ("AWS::ECS::Service", "HealthCheckGracePeriodSeconds"): "DescribeServices never shows it",
    ("AWS::S3::Bucket", "ReplicationConfiguration.Rules[].SourceSelectionCriteria"): "GetBucketReplication loses it",
    ("AWS::CloudFront::Distribution", "DistributionConfig.Origins[].OriginAccessControlId"): "GetDistribution loses it",
    ("AWS::CloudFront::Distribution", "DistributionConfig.Origins[].S3OriginConfig"): "GetDistribution shows no empty access identity",
    ("AWS::Backup::ReportPlan", "ReportPlanTags"): "CreateReportPlan drops ReportPlanTags",
    ("AWS::Backup::BackupVault", "AccessPolicy"): "PutBackupVaultAccessPolicy is not implemented",
    ("AWS::Budgets::Budget", "NotificationsWithSubscribers[].Subscribers"): "DescribeSubscribersForNotification is not implemented",
    ("AWS::KMS::ReplicaKey", "Tags"): "ReplicateKey copies the primary key and drops the replica's own tags",
    ("AWS::SecurityHub::Hub", "Tags"): "ListTagsForResource is not implemented",
    ("AWS::SSO::PermissionSet", "Tags"): "ListTagsForResource is not implemented",
    ("AWS::SSM::PatchBaseline", "Tags"): "CreatePatchBaseline refuses tags with InvalidResourceId, and ListTagsForResource too",
    ("AWS::RAM::ResourceShare", "Tags"): "CreateResourceShare drops tags",
    ("AWS::EC2::TransitGatewayVpcAttachment", "Tags"): "CreateTransitGatewayVpcAttachment looks for tags under another resource type",
    ("AWS::EC2::TransitGatewayRoute", "TransitGatewayAttachmentId"): "SearchTransitGatewayRoutes shows no attachments",
    ("AWS::RDS::DBInstance", "DatabaseInsightsMode"): "DescribeDBInstances never shows it",
    ("AWS::EC2::VPNConnection", "StaticRoutesOnly"): "DescribeVpnConnections shows no options of a connection to a transit gateway",
    ("AWS::EC2::Instance", "LaunchTemplate"): "AWS shows it as the tags of the instance alone, and RunInstances makes none",
    ("AWS::AutoScaling::AutoScalingGroup", "MetricsCollection[].Granularity"): "DescribeAutoScalingGroups shows the metrics alone",
    ("AWS::SSM::MaintenanceWindow", "AllowUnassociatedTargets"): "GetMaintenanceWindow never shows it",
    ("AWS::SSM::MaintenanceWindowTask", "TaskType"): "shown under a name that boto3 does not know",
}

ANY = object()

# Values that moto shows whatever was declared: only this very value is excused, or `ANY` where it depends on other objects.
SHOWN_WRONG: dict[tuple[str, str], tuple[Any, str]] = {
    ("AWS::ElastiCache::ReplicationGroup", "MultiAZEnabled"): (False, "MultiAZ is always disabled"),
    ("AWS::ElastiCache::ReplicationGroup", "NumCacheClusters"): (1, "without ReplicasPerNodeGroup it is always one member"),
    ("AWS::SecretsManager::Secret", "ReplicaRegions[].KmsKeyId"): (
        "alias/aws/secretsmanager", "replicas are under the key that AWS manages, whatever is asked for"
    ),
    ("AWS::KMS::ReplicaKey", "Description"): (ANY, "ReplicateKey keeps the primary key's description"),
    ("AWS::KMS::ReplicaKey", "KeyPolicy"): (ANY, "ReplicateKey keeps the primary key's policy"),
    ("AWS::EC2::Instance", "InstanceInitiatedShutdownBehavior"): ("stop", "ModifyInstanceAttribute takes it, and nothing changes"),
    ("AWS::EC2::Instance", "DisableApiTermination"): (False, "RunInstances does not take it"),
    ("AWS::AutoScaling::AutoScalingGroup", "Cooldown"): (300, "UpdateAutoScalingGroup does not change DefaultCooldown"),
    ("AWS::Lambda::EventInvokeConfig", "MaximumEventAgeInSeconds"): (3600, "PutFunctionEventInvokeConfig appends, and the first is shown"),
    ("AWS::Lambda::EventInvokeConfig", "MaximumRetryAttempts"): (2, "PutFunctionEventInvokeConfig appends, and the first is shown"),
    ("AWS::Lambda::EventInvokeConfig", "DestinationConfig.OnFailure.Destination"): (
        "arn:aws:sqs:us-east-1:123456789012:lab-dead", "PutFunctionEventInvokeConfig appends, and the first is shown"
    ),
    ("AWS::EC2::SecurityGroupIngress", "Description"): (
        "The database", "UpdateSecurityGroupRuleDescriptionsIngress does not find rules whose other end is a group"
    ),
}

# What moto leaves behind when all is deleted: the type, the identifiers, and the reason.
LEFT_BEHIND: list[tuple[str, re.Pattern[str], str]] = [
    (
        "AWS::CloudWatch::Alarm", re.compile(r"TargetTracking-"),
        "PutScalingPolicy makes the alarms of a changed policy anew, and DeleteScalingPolicy takes only the last ones away",
    ),
    (
        "AWS::Logs::MetricFilter", re.compile(r"/lab/"),
        "PutMetricFilter appends what it should replace, and DeleteMetricFilter then leaves every other one",
    ),
]

# Types whose API moto has not at all or cannot read: TYPES without create or read. Nothing of such a record can be proven.
WITHOUT_API: dict[str, str] = {
    "AWS::Cognito::UserPoolRiskConfigurationAttachment": "SetRiskConfiguration is not implemented",
    "AWS::Cognito::LogDeliveryConfiguration": "SetLogDeliveryConfiguration is not implemented",
    "AWS::CloudFront::ResponseHeadersPolicy": "CreateResponseHeadersPolicy is not implemented",
    "AWS::CloudFront::CachePolicy": "CreateCachePolicy is not implemented",
    "AWS::CloudFront::OriginRequestPolicy": "CreateOriginRequestPolicy is not implemented",
    "AWS::CloudFront::Function": "CreateFunction is not implemented",
    "AWS::CloudWatch::CompositeAlarm": "PutCompositeAlarm is not implemented",
    "AWS::CloudWatch::AnomalyDetector": "PutAnomalyDetector is not implemented",
    "AWS::Config::RemediationConfiguration": "PutRemediationConfigurations is not implemented",
    "AWS::Config::ConformancePack": "PutConformancePack is not implemented",
    "AWS::Backup::BackupSelection": "CreateBackupSelection is not implemented",
    "AWS::Backup::Framework": "CreateFramework is not implemented",
    "AWS::Backup::RestoreTestingPlan": "CreateRestoreTestingPlan is not implemented",
    "AWS::Backup::RestoreTestingSelection": "CreateRestoreTestingSelection is not implemented",
    "AWS::CE::AnomalyMonitor": "CreateAnomalyMonitor is not implemented",
    "AWS::CE::AnomalySubscription": "CreateAnomalySubscription is not implemented",
    "AWS::ElastiCache::ParameterGroup": "CreateCacheParameterGroup is not implemented",
    "AWS::SSM::Association": "CreateAssociation is not implemented",
    "AWS::Logs::QueryDefinition": "PutQueryDefinition is not implemented",
    "AWS::GuardDuty::PublishingDestination": "CreatePublishingDestination is not implemented",
    "AWS::GuardDuty::Member": "CreateMembers is not implemented",
    "AWS::SecurityHub::Standard": "BatchEnableStandards is not implemented",
    "AWS::SecurityHub::FindingAggregator": "CreateFindingAggregator is not implemented",
    "AWS::AccessAnalyzer::Analyzer": "the service is not implemented",
    "AWS::ImageBuilder::Component": "the service is not implemented",
    "AWS::ImageBuilder::ImageRecipe": "the service is not implemented",
    "AWS::ImageBuilder::InfrastructureConfiguration": "the service is not implemented",
    "AWS::ImageBuilder::DistributionConfiguration": "the service is not implemented",
    "AWS::ImageBuilder::ImagePipeline": "the service is not implemented",
    "AWS::ControlTower::LandingZone": "the service is not implemented",
    "AWS::ControlTower::EnabledControl": "the service is not implemented",
    "AWS::ControlTower::EnabledBaseline": "the service is not implemented",
    "AWS::FMS::Policy": "the service is not implemented",
    "AWS::FMS::NotificationChannel": "the service is not implemented",
    "AWS::NetworkFirewall::FirewallPolicy": "CreateFirewallPolicy is not implemented",
    "AWS::NetworkFirewall::RuleGroup": "CreateRuleGroup is not implemented",
    "AWS::SSO::Instance": "CreateInstance is not implemented",
    "AWS::CodeConnections::Connection": "the service is not implemented",
    "AWS::DLM::LifecyclePolicy": "the service is not implemented",
}


def general(path: str) -> str:
    """A path with its indices left out."""
    return re.sub(r"\[\d+\]", "[]", path)


def covers(entry: str, path: str) -> bool:
    """Whether an entry's path is a path or stands above it."""
    path = general(path)
    return path == entry or path.startswith((entry + ".", entry + "["))


def left_behind(type_name: str, identifier: str) -> str | None:
    """Why an object is still there after its deletion, if that is known."""
    for name, pattern, reason in LEFT_BEHIND:
        if name == type_name and pattern.match(identifier):
            return reason
    return None


def not_shown(type_name: str, path: str) -> str | None:
    """Why a declared property is not shown, if that is known."""
    for (name, entry), reason in NOT_SHOWN.items():
        if name == type_name and covers(entry, path):
            return reason
    return None


def shown_wrong(type_name: str, path: str, found: Any) -> str | None:
    """Why a property is shown with a value that was not declared, if moto is known to show just that value."""
    for (name, entry), (value, reason) in SHOWN_WRONG.items():
        if name == type_name and covers(entry, path) and (value is ANY or value == found):
            return reason
    return None

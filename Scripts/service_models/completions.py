"""What completes an object that a handler has just made: which of these calls may be sent again when nobody knows whether they arrived.

Each is judged here by hand, because few models say it (Smithy's trait `idempotent`): Scripts/generate-handler-operations.py finds the calls in
the handlers' sources and stops at one that is in neither table.
"""

# They write whole values of an object that exists, so that the object is the same however often they are sent.
SETTINGS = {
    "application-autoscaling": "PutScheduledAction".split(),
    "autoscaling": "EnableMetricsCollection PutNotificationConfiguration".split(),
    "backup": "PutBackupVaultAccessPolicy PutBackupVaultLockConfiguration PutBackupVaultNotifications".split(),
    "cloudtrail": "PutEventConfiguration PutEventSelectors PutInsightSelectors StartLogging".split(),
    "codebuild": "UpdateProjectVisibility UpdateWebhook".split(),
    "codepipeline": "DisableStageTransition EnableStageTransition".split(),
    "cognito-idp": "SetUserPoolMfaConfig".split(),
    "config": "StartConfigurationRecorder".split(),
    "dynamodb": (
        "DisableKinesisStreamingDestination EnableKinesisStreamingDestination TagResource UpdateContinuousBackups UpdateTable "
        "UpdateTimeToLive").split(),
    "ec2": (
        "ModifyInstanceAttribute ModifySubnetAttribute ModifyTransitGateway ModifyVpcAttribute "
        "ModifyVpcEndpointServicePayerResponsibility").split(),
    "ecr": "PutLifecyclePolicy SetRepositoryPolicy".split(),
    "elasticache": "ModifyCacheParameterGroup".split(),
    "elbv2": (
        "ModifyCapacityReservation ModifyListenerAttributes ModifyLoadBalancerAttributes ModifyTargetGroupAttributes "
        "SetSecurityGroups").split(),
    "events": "PutPermission PutTargets".split(),
    "iam": "AttachGroupPolicy AttachRolePolicy AttachUserPolicy PutRolePolicy".split(),
    "kms": "DisableKey DisableKeyRotation EnableKey EnableKeyRotation PutKeyPolicy TagResource UpdateKeyDescription".split(),
    "lambda": "PutFunctionConcurrency PutFunctionRecursionConfig PutProvisionedConcurrencyConfig PutRuntimeManagementConfig".split(),
    "logs": "PutDeliveryDestinationPolicy PutRetentionPolicy".split(),
    "organizations": "AttachPolicy".split(),
    "rds": "ModifyDBParameterGroup".split(),
    "route53": "ChangeTagsForResource UpdateHostedZoneFeatures".split(),
    "s3": (
        "PutBucketAccelerateConfiguration PutBucketAcl PutBucketCors PutBucketEncryption PutBucketLifecycleConfiguration "
        "PutBucketLogging PutBucketNotificationConfiguration PutBucketOwnershipControls PutBucketReplication PutBucketTagging "
        "PutBucketVersioning PutBucketWebsite PutObjectLockConfiguration PutPublicAccessBlock").split(),
    "securityhub": "UpdateSecurityHubConfiguration UpdateStandardsControl".split(),
    "shield": (
        "DisableApplicationLayerAutomaticResponse EnableApplicationLayerAutomaticResponse "
        "UpdateApplicationLayerAutomaticResponse").split(),
    "sns": "SetTopicAttributes".split(),
    "sqs": "SetQueueAttributes".split(),
    "sso-admin": (
        "AttachCustomerManagedPolicyReferenceToPermissionSet AttachManagedPolicyToPermissionSet PutInlinePolicyToPermissionSet "
        "PutPermissionsBoundaryToPermissionSet").split(),
}

# They add, make, take away or begin something: sent once, and what became of it is left to whoever reads the object.
OTHERS = {
    "autoscaling": "DeleteNotificationConfiguration".split(),
    "backup": "DeleteBackupVaultAccessPolicy DeleteBackupVaultLockConfiguration DeleteBackupVaultNotifications".split(),
    "cloudformation": "CreateStackInstances DeleteStackInstances".split(),
    "cloudfront": "PublishFunction".split(),
    "codebuild": "CreateWebhook DeleteWebhook".split(),
    "dynamodb": "CreateTable UntagResource".split(),
    "ec2": "AssociateAddress AuthorizeSecurityGroupEgress AuthorizeSecurityGroupIngress RevokeSecurityGroupEgress".split(),
    "ecr": "DeleteLifecyclePolicy DeleteRepositoryPolicy".split(),
    "elbv2": "RegisterTargets".split(),
    "guardduty": "InviteMembers".split(),
    "iam": "AddRoleToInstanceProfile DetachGroupPolicy DetachRolePolicy DetachUserPolicy".split(),
    "kms": "UntagResource".split(),
    "lambda": "DeleteFunctionConcurrency DeleteProvisionedConcurrencyConfig".split(),
    "logs": "DeleteRetentionPolicy".split(),
    "rds": "AddRoleToDBInstance".split(),
    "resource-groups": "GroupResources UngroupResources".split(),
    "route53": "AssociateVPCWithHostedZone CreateQueryLoggingConfig".split(),
    "s3": (
        "DeleteBucketCors DeleteBucketEncryption DeleteBucketLifecycle DeleteBucketOwnershipControls DeleteBucketReplication "
        "DeleteBucketTagging DeleteBucketWebsite DeletePublicAccessBlock").split(),
    "shield": "AssociateHealthCheck DisassociateHealthCheck".split(),
    "sns": "Subscribe".split(),
    "ssm": "RegisterDefaultPatchBaseline RegisterPatchBaselineForPatchGroup".split(),
    "sso-admin": (
        "DeleteInlinePolicyFromPermissionSet DeletePermissionsBoundaryFromPermissionSet "
        "DetachCustomerManagedPolicyReferenceFromPermissionSet DetachManagedPolicyFromPermissionSet").split(),
}


def judged(service, operation):
    return any(operation in table.get(service, ()) for table in (SETTINGS, OTHERS))

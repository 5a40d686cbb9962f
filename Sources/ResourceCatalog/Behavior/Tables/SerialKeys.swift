/// The property whose value names a group within which one operation runs at a time.
///
/// Source: errors that a service gives to concurrent changes of one parent (`OperationAborted`, `ConcurrentModification`, `ResourceConflict`,
/// `PriorRequestNotComplete`); entries marked * are from experience (unverified).
enum SerialKeys {
  static func apply(to table: inout BehaviorTable) {
    for (type, property) in rows { table.update(type) { $0.serialKey = property } }
  }

  private static let rows: [(String, String)] = [
    ("ApiGateway::Method", "RestApiId"),
    ("ApiGateway::Resource", "RestApiId"),
    ("ApiGatewayV2::Integration", "ApiId"),  // *
    ("ApiGatewayV2::Route", "ApiId"),  // *
    ("AutoScaling::LifecycleHook", "AutoScalingGroupName"),
    ("AutoScaling::ScalingPolicy", "AutoScalingGroupName"),
    ("Cognito::LogDeliveryConfiguration", "UserPoolId"),  // *
    ("Cognito::UserPoolDomain", "UserPoolId"),
    ("Cognito::UserPoolRiskConfigurationAttachment", "UserPoolId"),  // *
    ("ECS::ClusterCapacityProviderAssociations", "Cluster"),
    // A statement is put into the policy that was read, so that of two at once one would be lost.
    ("Events::EventBusPolicy", "EventBusName"),
    ("IAM::RolePolicy", "RoleName"),
    ("Lambda::Alias", "FunctionName"),
    ("Lambda::EventInvokeConfig", "FunctionName"),
    ("Lambda::Permission", "FunctionName"),
    ("Lambda::Version", "FunctionName"),
    ("Logs::MetricFilter", "LogGroupName"),
    ("Logs::SubscriptionFilter", "LogGroupName"),
    ("NetworkFirewall::LoggingConfiguration", "FirewallArn"),
    // Organizations allows one change of the tree at a time; siblings are the most that a property can name.
    ("Organizations::OrganizationalUnit", "ParentId"),
    ("Route53::RecordSet", "HostedZoneId"),
    ("S3::BucketPolicy", "Bucket"),
    ("SecretsManager::ResourcePolicy", "SecretId"),
    ("SecretsManager::RotationSchedule", "SecretId"),
    ("SecretsManager::SecretTargetAttachment", "SecretId"),
  ]
}

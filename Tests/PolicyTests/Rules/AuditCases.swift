extension RuleCase {
  /// A trail with a log group, a topic, and filters with alarms for events.
  private static func watched(_ events: (id: String, pattern: String)...) -> String {
    var text = """
      group AWS::Logs::LogGroup {}
      topic AWS::SNS::Topic {}
      trail AWS::CloudTrail::Trail {"CloudWatchLogsLogGroupArn": "@group.Arn"}

      """
    for event in events {
      text += """
        \(event.id)-filter AWS::Logs::MetricFilter {"LogGroupName": "@group.LogGroupName", "FilterPattern": "\(event.pattern)", "MetricTransformations": [{"MetricNamespace": "N", "MetricName": "\(event.id)"}]}
        \(event.id)-alarm AWS::CloudWatch::Alarm {"Namespace": "N", "MetricName": "\(event.id)", "AlarmActions": ["@topic.TopicArn"]}

        """
    }
    return text
  }

  static let audit: [RuleCase] = [
    RuleCase(
      "R15", "evidence for seven years",
      #"""
      logs AWS::S3::Bucket {"Tags": [{"Key": "Purpose", "Value": "audit"}], "LifecycleConfiguration": {"Rules": [{"Status": "Enabled", "ExpirationInDays": 2557}]},
       "ObjectLockConfiguration": {"Rule": {"DefaultRetention": {"Mode": "COMPLIANCE", "Years": 7}}}}
      group AWS::Logs::LogGroup {"RetentionInDays": 2557}
      trail AWS::CloudTrail::Trail {"S3BucketName": "@logs.BucketName", "CloudWatchLogsLogGroupArn": "@group.Arn"}
      """#),
    RuleCase(
      "R15", "evidence that goes too early",
      #"""
      logs AWS::S3::Bucket {"LifecycleConfiguration": {"Rules": [{"Status": "Enabled", "ExpirationInDays": 365}]},
       "ObjectLockConfiguration": {"Rule": {"DefaultRetention": {"Mode": "COMPLIANCE", "Years": 1}}}}
      group AWS::Logs::LogGroup {"RetentionInDays": 90}
      trail AWS::CloudTrail::Trail {"S3BucketName": "@logs.BucketName", "CloudWatchLogsLogGroupArn": "@group.Arn"}
      table AWS::DynamoDB::Table {"Tags": [{"Key": "Purpose", "Value": "audit"}]}
      """#,
      finds: [
        "logs LifecycleConfiguration.Rules[0]: evidence is deleted after 365 days",
        "logs ObjectLockConfiguration: Object Lock keeps evidence for 365 days only",
        "group RetentionInDays: the log group keeps evidence for 90 days only",
        "table DeletionProtectionEnabled: the table with evidence can be deleted",
        "table TimeToLiveSpecification: nothing says when an entry of the table has been kept for long enough",
      ]),

    RuleCase(
      "R16", "a locked bucket",
      #"""
      logs AWS::S3::Bucket {"ObjectLockEnabled": true, "ObjectLockConfiguration": {"Rule": {"DefaultRetention": {"Mode": "COMPLIANCE", "Years": 7}}}}
      trail AWS::CloudTrail::Trail {"S3BucketName": "@logs.BucketName"}
      """#),
    RuleCase(
      "R16", "a bucket that is not, and one with both MFA delete and a lifecycle",
      #"""
      logs AWS::S3::Bucket {}
      trail AWS::CloudTrail::Trail {"S3BucketName": "@logs.BucketName"}
      both AWS::S3::Bucket {"LifecycleConfiguration": {"Rules": []}, "Tags": [{"Key": "Purpose", "Value": "audit"}, {"Key": "MFADelete", "Value": "enabled"}]}
      """#,
      finds: [
        "logs ObjectLockConfiguration: evidence in the bucket can be overwritten or deleted",
        "both ObjectLockConfiguration: evidence in the bucket can be overwritten or deleted",
        "both LifecycleConfiguration: MFA delete and lifecycle rules exclude each other",
      ]),

    RuleCase(
      "R17", "one complete trail",
      #"""
      trail AWS::CloudTrail::Trail {"IsLogging": true, "IsMultiRegionTrail": true, "EnableLogFileValidation": true, "KMSKeyId": "k", "CloudWatchLogsLogGroupArn": "g"}
      """#),
    RuleCase(
      "R17", "an organization's trail",
      #"""
      trail AWS::CloudTrail::Trail {"IsOrganizationTrail": true, "IsLogging": true, "IsMultiRegionTrail": true, "EnableLogFileValidation": true, "KMSKeyId": "k", "CloudWatchLogsLogGroupArn": "g"}
      member#444455556666/us-east-1 AWS::SNS::Topic {}
      """#),
    RuleCase(
      "R17", "no trail for one of the accounts",
      #"""
      topic AWS::SNS::Topic {}
      """#,
      finds: ["account:111122223333: no trail records the calls of account 111122223333 in all regions"]),
    RuleCase(
      "R17", "a trail that misses things",
      #"""
      trail AWS::CloudTrail::Trail {"IsLogging": true, "IsMultiRegionTrail": true, "IncludeGlobalServiceEvents": false,
       "EventSelectors": [{"ExcludeManagementEventSources": ["kms.amazonaws.com"]}]}
      """#,
      finds: [
        "trail EnableLogFileValidation: a changed log file of the trail would go unnoticed",
        "trail IncludeGlobalServiceEvents: the trail leaves out IAM, STS and CloudFront",
        "trail KMSKeyId: the trail's files are not encrypted with a key of your own",
        "trail CloudWatchLogsLogGroupArn: no alarm can watch the trail, which delivers to no log group",
        "trail EventSelectors[0]: the trail leaves out the calls to KMS",
      ]),

    RuleCase("R18", "alarms for keys", watched(("disabled", "DisableKey"), ("deletion", "ScheduleKeyDeletion"))),
    RuleCase(
      "R18", "an alarm for one of the two", watched(("disabled", "DisableKey")),
      finds: ["trail CloudWatchLogsLogGroupArn: no alarm with a topic watches the trail for ScheduleKeyDeletion"]),

    RuleCase(
      "R19", "alarms for everything",
      watched(
        ("refused", "UnauthorizedOperation AccessDenied"), ("root", "userIdentity.type = Root"), ("console", "ConsoleLogin MFAUsed"),
        ("iam", "PutRolePolicy AttachRolePolicy"), ("trail-changes", "StopLogging DeleteTrail"),
        ("groups", "AuthorizeSecurityGroupIngress"),
        ("lists", "CreateNetworkAclEntry"))),
    RuleCase(
      "R19", "alarms for two", watched(("root", "userIdentity.type = Root"), ("iam", "PutRolePolicy AttachRolePolicy")),
      finds: [
        "trail CloudWatchLogsLogGroupArn: no alarm with a topic watches the trail for refused calls, console sign-ins without a second factor, "
          + "changes of trails, changes of security groups, changes of network access lists"
      ]),

    RuleCase(
      "R20", "an alarm that is heard",
      #"""
      key AWS::KMS::Key {"KeyPolicy": {"Statement": [{"Effect": "Allow", "Principal": {"Service": "cloudwatch.amazonaws.com"}, "Action": ["kms:Decrypt", "kms:GenerateDataKey*"], "Resource": "*"}]}}
      topic AWS::SNS::Topic {"KmsMasterKeyId": "@key.Arn"}
      alarm AWS::CloudWatch::Alarm {"AlarmActions": ["@topic.TopicArn"]}
      """#),
    RuleCase(
      "R20", "alarms that nobody hears",
      #"""
      topic AWS::SNS::Topic {"KmsMasterKeyId": "alias/aws/sns"}
      policy AWS::SNS::TopicPolicy {"Topics": ["@topic.TopicArn"], "PolicyDocument": {"Statement": [{"Effect": "Allow", "Principal": {"Service": "events.amazonaws.com"}, "Action": "sns:Publish", "Resource": "*"}]}}
      silent AWS::CloudWatch::Alarm {}
      refused AWS::CloudWatch::Alarm {"AlarmActions": ["@topic.TopicArn"]}
      """#,
      finds: [
        "silent AlarmActions: the alarm notifies nobody", "refused AlarmActions: the policy of 'topic' does not let alarms publish",
        "refused AlarmActions: the topic 'topic' is encrypted with alias/aws/sns, which alarms cannot use",
      ]),

    RuleCase(
      "R21", "a network that logs everything",
      #"""
      vpc AWS::EC2::VPC {}
      log AWS::EC2::FlowLog {"ResourceId": "@vpc.VpcId", "TrafficType": "ALL"}
      """#),
    RuleCase(
      "R21", "networks that log a part, and nothing",
      #"""
      part AWS::EC2::VPC {}
      log AWS::EC2::FlowLog {"ResourceId": "@part.VpcId", "TrafficType": "REJECT"}
      dark AWS::EC2::VPC {}
      """#,
      finds: ["part: the network logs a part of its traffic only: REJECT", "dark: the network logs no traffic"]),
  ]
}

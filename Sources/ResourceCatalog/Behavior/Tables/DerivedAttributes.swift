/// Attributes whose value follows from inputs, as templates; ``AttributeTemplate`` has their language.
///
/// Forms of ARNs: Service Authorization Reference, "Resource types defined by …" of each service. ARNs with a random part (secrets, web ACLs,
/// load balancers, Config rules) are not among them.
enum DerivedAttributes {
  static func apply(to table: inout BehaviorTable) {
    for (type, attributes) in rows { table.update(type) { $0.derivedAttributes = attributes } }
  }

  private static func arn(_ service: String, _ resource: String) -> String {
    "arn:{partition}:\(service):{region}:{account}:\(resource)"
  }

  private static func globalARN(_ service: String, _ resource: String) -> String { "arn:{partition}:\(service)::{account}:\(resource)" }

  private static let rows: [(String, [String: String])] = [
    ("AccessAnalyzer::Analyzer", ["Arn": arn("access-analyzer", "analyzer/{AnalyzerName}")]),
    ("Backup::BackupVault", ["BackupVaultArn": arn("backup", "backup-vault:{BackupVaultName}")]),
    ("CloudFront::Function", ["FunctionARN": globalARN("cloudfront", "function/{Name}")]),
    ("CloudTrail::Trail", ["Arn": arn("cloudtrail", "trail/{TrailName}")]),
    ("CloudWatch::Alarm", ["Arn": arn("cloudwatch", "alarm:{AlarmName}")]),
    ("CloudWatch::CompositeAlarm", ["Arn": arn("cloudwatch", "alarm:{AlarmName}")]),
    ("CodeBuild::Project", ["Arn": arn("codebuild", "project/{Name}"), "Id": "{Name}"]),
    ("DynamoDB::GlobalTable", ["Arn": arn("dynamodb", "table/{TableName}")]),
    ("DynamoDB::Table", ["Arn": arn("dynamodb", "table/{TableName}")]),
    (
      "ECR::Repository",
      [
        "Arn": arn("ecr", "repository/{RepositoryName}"),
        "RepositoryUri": "{account}.dkr.ecr.{region}.{dnsSuffix}/{RepositoryName}",
      ]
    ),
    ("ECR::RegistryScanningConfiguration", ["RegistryId": "{account}"]),
    ("ECR::ReplicationConfiguration", ["RegistryId": "{account}"]),
    ("ECS::Cluster", ["Arn": arn("ecs", "cluster/{ClusterName}")]),
    // The long form of service ARNs, the only one for accounts since 2021.
    ("ECS::Service", ["ServiceArn": arn("ecs", "service/{last:Cluster|default}/{ServiceName}"), "Name": "{ServiceName}"]),
    ("ElasticLoadBalancingV2::LoadBalancer", ["LoadBalancerName": "{Name}"]),
    ("ElasticLoadBalancingV2::TargetGroup", ["TargetGroupName": "{Name}"]),
    ("Events::EventBus", ["Arn": arn("events", "event-bus/{Name}")]),
    ("Events::Rule", ["Arn": arn("events", "{absent:EventBusName}rule/{Name}")]),
    ("IAM::InstanceProfile", ["Arn": globalARN("iam", "instance-profile{Path|/}{InstanceProfileName}")]),
    ("IAM::ManagedPolicy", ["PolicyArn": globalARN("iam", "policy{Path|/}{ManagedPolicyName}")]),
    ("IAM::OIDCProvider", ["Arn": globalARN("iam", "oidc-provider/{host:Url}")]),
    ("IAM::Role", ["Arn": globalARN("iam", "role{Path|/}{RoleName}")]),
    ("KinesisFirehose::DeliveryStream", ["Arn": arn("firehose", "deliverystream/{DeliveryStreamName}")]),
    ("Lambda::Function", ["Arn": arn("lambda", "function:{FunctionName}")]),
    ("Logs::DeliveryDestination", ["Arn": arn("logs", "delivery-destination:{Name}")]),
    ("Logs::DeliverySource", ["Arn": arn("logs", "delivery-source:{Name}")]),
    ("Logs::LogGroup", ["Arn": arn("logs", "log-group:{LogGroupName}:*")]),
    ("Macie::Session", ["AwsAccountId": "{account}"]),
    ("NetworkFirewall::Firewall", ["FirewallArn": arn("network-firewall", "firewall/{FirewallName}")]),
    ("NetworkFirewall::FirewallPolicy", ["FirewallPolicyArn": arn("network-firewall", "firewall-policy/{FirewallPolicyName}")]),
    ("RDS::DBInstance", ["DBInstanceArn": arn("rds", "db:{lower:DBInstanceIdentifier}")]),
    ("ResourceGroups::Group", ["Arn": arn("resource-groups", "group/{Name}")]),
    (
      "S3::Bucket",
      [
        "Arn": "arn:{partition}:s3:::{BucketName}",
        "DomainName": "{BucketName}.s3.{dnsSuffix}",
        "DualStackDomainName": "{BucketName}.s3.dualstack.{region}.{dnsSuffix}",
        "RegionalDomainName": "{BucketName}.s3.{region}.{dnsSuffix}",
      ]
    ),
    ("SNS::Topic", ["TopicArn": arn("sns", "{TopicName}")]),
    (
      "SQS::Queue",
      ["Arn": arn("sqs", "{QueueName}"), "QueueUrl": "https://sqs.{region}.{dnsSuffix}/{account}/{QueueName}"]
    ),
    ("Scheduler::Schedule", ["Arn": arn("scheduler", "schedule/{GroupName|default}/{Name}")]),
    ("SecurityHub::Hub", ["ARN": arn("securityhub", "hub/default")]),
  ]
}

/// The property that the engine fills with a name of its own, and what the service allows in it.
///
/// Lengths are those of the schemas where they state one, else of the services' API references; lengths marked * are from memory (unverified).
enum GeneratedNames {
  static func apply(to table: inout BehaviorTable) {
    for (type, name) in rows { table.update(type) { $0.generatedName = name } }
  }

  private static func name(
    _ property: String, _ length: Int, lowercase: Bool = false, hyphens: Bool = true, fifo: Bool = false, unique: Bool = true
  ) -> ResourceBehavior.GeneratedName {
    ResourceBehavior.GeneratedName(
      property: property, maximumLength: length, isLowercase: lowercase, allowsHyphen: hyphens,
      conditionalSuffix: fifo ? .init(".fifo", whenTrue: property == "TopicName" ? "FifoTopic" : "FifoQueue") : nil, isUnique: unique)
  }

  private static let rows: [(String, ResourceBehavior.GeneratedName)] = [
    ("AccessAnalyzer::Analyzer", name("AnalyzerName", 255)),
    ("AutoScaling::AutoScalingGroup", name("AutoScalingGroupName", 255)),
    ("AutoScaling::LifecycleHook", name("LifecycleHookName", 255)),
    ("Backup::Framework", name("FrameworkName", 256, hyphens: false)),
    ("Backup::ReportPlan", name("ReportPlanName", 256, hyphens: false)),
    ("CloudTrail::Trail", name("TrailName", 128)),
    ("CloudWatch::Alarm", name("AlarmName", 255)),
    ("CloudWatch::CompositeAlarm", name("AlarmName", 255)),
    ("CloudWatch::Dashboard", name("DashboardName", 255)),  // *
    ("CodeBuild::Project", name("Name", 150)),  // *
    ("CodePipeline::Pipeline", name("Name", 100)),  // *
    ("Cognito::UserPool", name("UserPoolName", 128, unique: false)),
    ("Cognito::UserPoolClient", name("ClientName", 128, unique: false)),
    ("Cognito::UserPoolGroup", name("GroupName", 128)),
    ("Config::ConfigRule", name("ConfigRuleName", 128)),  // *
    ("Config::ConfigurationAggregator", name("ConfigurationAggregatorName", 256)),
    ("Config::ConfigurationRecorder", name("Name", 256)),  // *
    ("Config::DeliveryChannel", name("Name", 256)),  // *
    ("DynamoDB::GlobalTable", name("TableName", 255)),
    ("DynamoDB::Table", name("TableName", 255)),
    ("EC2::LaunchTemplate", name("LaunchTemplateName", 128)),
    ("EC2::SecurityGroup", name("GroupName", 255)),
    ("ECR::Repository", name("RepositoryName", 256, lowercase: true)),
    ("ECS::Cluster", name("ClusterName", 255)),
    ("ECS::Service", name("ServiceName", 255)),
    ("ECS::TaskDefinition", name("Family", 255, unique: false)),
    ("ElastiCache::ReplicationGroup", name("ReplicationGroupId", 40, lowercase: true)),
    ("ElastiCache::SubnetGroup", name("CacheSubnetGroupName", 255, lowercase: true)),
    ("ElasticLoadBalancingV2::LoadBalancer", name("Name", 32)),
    ("ElasticLoadBalancingV2::TargetGroup", name("Name", 32)),
    ("Events::Rule", name("Name", 64)),
    ("IAM::InstanceProfile", name("InstanceProfileName", 128)),
    ("IAM::ManagedPolicy", name("ManagedPolicyName", 128)),
    ("IAM::Role", name("RoleName", 64)),
    ("ImageBuilder::ImagePipeline", name("Name", 126)),  // *
    ("KinesisFirehose::DeliveryStream", name("DeliveryStreamName", 64)),
    ("Lambda::Function", name("FunctionName", 64)),
    ("Logs::LogGroup", name("LogGroupName", 512)),
    ("Logs::MetricFilter", name("FilterName", 512)),
    ("Logs::SubscriptionFilter", name("FilterName", 512)),
    ("RDS::DBInstance", name("DBInstanceIdentifier", 63, lowercase: true)),
    ("RDS::DBParameterGroup", name("DBParameterGroupName", 255, lowercase: true)),
    ("RDS::DBSubnetGroup", name("DBSubnetGroupName", 255, lowercase: true)),
    ("RDS::EventSubscription", name("SubscriptionName", 255)),
    ("S3::Bucket", name("BucketName", 63, lowercase: true)),
    ("SNS::Topic", name("TopicName", 256, fifo: true)),
    ("SQS::Queue", name("QueueName", 80, fifo: true)),
    ("SSM::Association", name("AssociationName", 128, unique: false)),
    ("SSM::Document", name("Name", 128)),
    ("SSM::Parameter", name("Name", 1011)),
    ("Scheduler::Schedule", name("Name", 64)),
    ("SecretsManager::Secret", name("Name", 512)),
    ("WAFv2::IPSet", name("Name", 128)),
    ("WAFv2::WebACL", name("Name", 128)),
  ]
}

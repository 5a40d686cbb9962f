extension IdentityForms {
  /// CloudTrail, CloudWatch, CloudWatch Logs, SNS, SQS, EventBridge.
  static let monitoring = """
    CloudTrail::Trail Arn=arn:{partition}:cloudtrail:{region}:{account}:trail/{TrailName} SnsTopicArn?SnsTopicName=arn:{partition}:sns:{region}:{account}:{tail:SnsTopicName}
    Logs::LogGroup Arn=arn:{partition}:logs:{region}:{account}:log-group:{LogGroupName}:*
    Logs::DeliverySource Service={sourceService} Arn=arn:{partition}:logs:{region}:{account}:delivery-source:{Name}
    Logs::DeliveryDestination Arn=arn:{partition}:logs:{region}:{account}:delivery-destination:{Name}
    Logs::Delivery DeliveryId={lower16} Arn=arn:{partition}:logs:{region}:{account}:delivery:{DeliveryId} DeliveryDestinationType=S3
    Logs::QueryDefinition QueryDefinitionId={uuid}
    CloudWatch::Alarm Arn=arn:{partition}:cloudwatch:{region}:{account}:alarm:{AlarmName}
    CloudWatch::CompositeAlarm Arn=arn:{partition}:cloudwatch:{region}:{account}:alarm:{AlarmName}
    CloudWatch::AnomalyDetector Id={uuid}
    SNS::Topic TopicArn=arn:{partition}:sns:{region}:{account}:{TopicName}
    SNS::TopicPolicy Id=topic-policy-{lower12}
    SNS::TopicInlinePolicy Id={TopicArn}
    SNS::Subscription Arn={TopicArn}:{uuid}
    SQS::Queue QueueUrl=https://sqs.{region}.{suffix}/{account}/{QueueName} Arn=arn:{partition}:sqs:{region}:{account}:{QueueName}
    SQS::QueuePolicy Id=queue-policy-{lower12}
    Events::Rule Arn=arn:{partition}:events:{region}:{account}:rule/{busPath}{Name}
    Events::EventBus Arn=arn:{partition}:events:{region}:{account}:event-bus/{Name}
    Scheduler::Schedule Arn=arn:{partition}:scheduler:{region}:{account}:schedule/{default:GroupName|default}/{Name}
    Scheduler::ScheduleGroup Arn=arn:{partition}:scheduler:{region}:{account}:schedule-group/{Name} State=ACTIVE
    KinesisFirehose::DeliveryStream Arn=arn:{partition}:firehose:{region}:{account}:deliverystream/{DeliveryStreamName}
    Kinesis::Stream Arn=arn:{partition}:kinesis:{region}:{account}:stream/{Name}
    """

  /// Systems Manager, billing, Resource Groups.
  static let management = """
    Budgets::Budget Id={default:Budget.BudgetName|budget}
    CE::CostCategory Arn=arn:{partition}:ce::{account}:costcategory/{uuid} EffectiveStart=2026-11-01T00:00:00Z
    CE::AnomalyMonitor MonitorArn=arn:{partition}:ce::{account}:anomalymonitor/{uuid}
    CE::AnomalySubscription SubscriptionArn=arn:{partition}:ce::{account}:anomalysubscription/{uuid} AccountId={account}
    ResourceGroups::Group Arn=arn:{partition}:resource-groups:{region}:{account}:group/{Name}
    SSM::Association AssociationId={uuid}
    SSM::MaintenanceWindow WindowId=mw-0{hex16}
    SSM::MaintenanceWindowTarget WindowTargetId={uuid}
    SSM::MaintenanceWindowTask WindowTaskId={uuid}
    SSM::PatchBaseline Id=pb-0{hex16}
    """
}

import Strata

/// Topics, queues, events, schedules and streams.
@Stack final class MessagingStack {
  let variant: Variant
  let encryption: EncryptionStack
  let identity: IdentityStack
  let storage: StorageStack

  // The topic keeps its object under another logical id.
  lazy var alerts = variant.renamed(
    SNS.Topic(
      variant.replaced("alerts", "alarms"), displayName: variant.changed("Alerts", "Alarms"),
      kmsMasterKeyId: variant.changed(nil, encryption.key), topicName: "lab-alerts"), from: "alerts")

  lazy var orders = SNS.Topic(
    "orders", contentBasedDeduplication: variant.changed(false, true), fifoTopic: true,
    topicName: variant.replaced("lab-orders.fifo", "lab-purchases.fifo"))

  lazy var jobs = variant.renamed(
    SQS.Queue(
      variant.replaced("jobs", "tasks"), delaySeconds: variant.changed(0, 5), messageRetentionPeriod: variant.changed(345600, 86400),
      queueName: "lab-jobs", receiveMessageWaitTimeSeconds: variant.changed(nil, 10),
      redrivePolicy: .init(deadLetterTargetArn: dead.arn, maxReceiveCount: variant.changed(3, 5)), visibilityTimeout: 30),
    from: "jobs")

  lazy var dead = SQS.Queue(
    "dead", kmsMasterKeyId: variant.changed(nil, encryption.key), queueName: variant.replaced("lab-dead", "lab-dead-letters"))

  // moto loses the policy of a queue whose attributes change.
  lazy var mail = SQS.Queue("mail", queueName: "lab-mail")

  lazy var bus = Events.EventBus("bus", name: "lab-bus")

  lazy var rule = variant.renamed(
    Events.Rule(
      variant.replaced("instances", "machines"), description: variant.changed("Instances", "Instances that stop"), eventBusName: bus,
      eventPattern: variant.changed(
        ["source": ["aws.ec2"]], ["source": ["aws.ec2"], "detail": ["state": ["stopped", "terminated"]]]),
      name: "lab-instances", state: variant.changed(.enabled, .disabled),
      targets: variant.changed(
        [.init(arn: jobs.arn, id: "jobs"), .init(arn: alerts.topicArn, id: "alerts")],
        [.init(arn: jobs.arn, id: "jobs", inputPath: "$.detail"), .init(arn: dead.arn, id: "dead")])),
    from: "instances")

  lazy var stream = KinesisFirehose.DeliveryStream(
    "stream", deliveryStreamName: "lab-stream", deliveryStreamType: .directPut,
    extendedS3DestinationConfiguration: .init(
      bucketArn: storage.logs, roleArn: identity.services,
      bufferingHints: .init(intervalInSeconds: variant.changed(300, 120), sizeInMbs: variant.changed(5, 10)),
      compressionFormat: variant.changed(.uncompressed, .gzip), prefix: variant.changed("first/", "second/")))

  var body: some Infrastructure {
    SNS.TopicPolicy(
      "alerts-senders",
      policyDocument: .policy {
        Allow("sns:Publish", on: alerts.topicArn).to(.service(variant.changed(["events"], ["events", "cloudwatch"])))
      }, topics: [alerts])
    SNS.Subscription(
      "alerts-to-jobs", protocol: "sqs", topicArn: alerts, endpoint: jobs.arn,
      filterPolicy: variant.changed(["severity": ["high"]], ["severity": ["high", "medium"]]),
      rawMessageDelivery: variant.changed(false, true))
    SNS.Subscription("alerts-by-mail", protocol: "email", topicArn: alerts, endpoint: variant.replaced("a@example.com", "b@example.com"))
    SQS.QueuePolicy(
      "mail-senders",
      policyDocument: .policy {
        Allow("sqs:SendMessage", on: mail.arn).to(.service(variant.changed(["sns"], ["sns", "events"])))
      }, queues: [mail])

    Events.EventBusPolicy(
      "bus-senders", statementId: "senders", action: "events:PutEvents", eventBusName: bus,
      principal: variant.changed("210987654321", "210987654322"))
    Events.EventBusPolicy(
      "bus-others", statementId: variant.replaced("others", "strangers"), eventBusName: bus,
      statement: [
        "Effect": "Allow", "Action": ["events:PutEvents"], "Resource": "\(bus.arn)", "Principal": ["AWS": "210987654323"],
      ])
    Events.EventBusPolicy(
      "bus-readers", statementId: "readers", eventBusName: bus,
      statement: [
        "Effect": "Allow", "Action": ["\(variant.changed("events:DescribeRule", "events:ListRules"))"], "Resource": "\(bus.arn)",
        "Principal": ["AWS": "210987654324"],
      ])
    Events.Rule("nightly", name: variant.replaced("lab-nightly", "lab-every-night"), scheduleExpression: "cron(0 3 * * ? *)")

    Scheduler.Schedule(
      "hourly",
      flexibleTimeWindow: variant.changed(.init(mode: .off), .init(mode: .flexible, maximumWindowInMinutes: 15)),
      scheduleExpression: variant.changed("rate(1 hour)", "rate(2 hours)"),
      target: .init(
        arn: jobs.arn, roleArn: identity.services, input: variant.changed(#"{"run":1}"#, #"{"run":2}"#),
        retryPolicy: .init(maximumEventAgeInSeconds: 3600, maximumRetryAttempts: variant.changed(1, 2))),
      description: variant.changed(nil, "Runs jobs"), name: "lab-hourly", state: variant.changed(.enabled, .disabled))
  }
}

import Strata

/// What the tests of selections and rollbacks deploy: a queue, topics, and a table where one is wanted.
@Component struct PartStacks {
  let delay: Int
  let label: String
  let queues: [String]
  let hasTable: Bool

  init(delay: Int, label: String = "Alarms", queues: [String] = [], hasTable: Bool = false) {
    self.delay = delay
    self.label = label
    self.queues = queues
    self.hasTable = hasTable
  }

  var body: some Infrastructure {
    PartQueues(delay: delay, names: queues)
    PartTopics(label: label)
    if hasTable { PartTables() }
  }
}

@Stack("queues") final class PartQueues {
  let delay: Int
  let names: [String]

  lazy var jobs = SQS.Queue("jobs", delaySeconds: delay, visibilityTimeout: 60)

  var body: some Infrastructure {
    for name in names { SNS.Topic(name, topicName: name) }
    Output("jobs-url", jobs.queueUrl)
  }
}

@Stack("topics") final class PartTopics {
  let label: String

  lazy var alarms = SNS.Topic("alarms", displayName: label)

  lazy var mail = SNS.Subscription("mail", protocol: "email", topicArn: alarms, endpoint: "someone@example.com")
}

@Stack("tables") final class PartTables {
  lazy var orders = DynamoDB.Table(
    "orders", keySchema: [.init(attributeName: "id", keyType: "HASH")],
    attributeDefinitions: [.init(attributeName: "id", attributeType: "S")], billingMode: "PAY_PER_REQUEST")
}

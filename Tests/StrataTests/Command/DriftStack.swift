import Strata

/// What the tests of drift, import and moves deploy.
@Stack("app") final class DriftStack {
  let delay: Int
  let team: String

  lazy var jobs = SQS.Queue("jobs", delaySeconds: delay, queueName: "jobs", tags: ["Team": "\(team)"], visibilityTimeout: 60)

  lazy var alarms = SNS.Topic("alarms", displayName: "Alarms")

  lazy var table = DynamoDB.Table(
    "table", keySchema: [.init(attributeName: "id", keyType: "HASH")],
    attributeDefinitions: [.init(attributeName: "id", attributeType: "S")], billingMode: "PAY_PER_REQUEST", tableName: "things")

  lazy var subscription = SNS.Subscription("mail", protocol: "email", topicArn: alarms, endpoint: "someone@example.com")
}

extension DriftStack {
  convenience init(delay: Int) { self.init(delay: delay, team: "web") }
}

/// The same resources under another address.
@Stack("base") final class MovedStack {
  lazy var jobs = SQS.Queue("jobs", delaySeconds: 30, queueName: "jobs", tags: ["Team": "web"], visibilityTimeout: 60)

  lazy var alarms = SNS.Topic("alarms", displayName: "Alarms")

  lazy var table = DynamoDB.Table(
    "table", keySchema: [.init(attributeName: "id", keyType: "HASH")],
    attributeDefinitions: [.init(attributeName: "id", attributeType: "S")], billingMode: "PAY_PER_REQUEST", tableName: "things")

  lazy var subscription = SNS.Subscription("mail", protocol: "email", topicArn: alarms, endpoint: "someone@example.com")
}

/// Everything of ``DriftStack``, but the table in a stack of its own.
@Component struct RenamedStack {
  let isSaid: Bool

  var body: some Infrastructure {
    RestStack()
    DataStack(isSaid: isSaid)
  }
}

@Stack("app") final class RestStack {
  lazy var jobs = SQS.Queue("jobs", delaySeconds: 30, queueName: "jobs", tags: ["Team": "web"], visibilityTimeout: 60)

  lazy var alarms = SNS.Topic("alarms", displayName: "Alarms")

  lazy var subscription = SNS.Subscription("mail", protocol: "email", topicArn: alarms, endpoint: "someone@example.com")
}

@Stack("data") final class DataStack {
  let isSaid: Bool

  lazy var table = isSaid ? makeTable().renamed(from: "app/table") : makeTable()

  private func makeTable() -> DynamoDB.Table {
    DynamoDB.Table(
      "table", keySchema: [.init(attributeName: "id", keyType: "HASH")],
      attributeDefinitions: [.init(attributeName: "id", attributeType: "S")], billingMode: "PAY_PER_REQUEST", tableName: "things")
  }
}

/// Takes over a queue that exists.
@Stack final class AdoptingStack {
  let identifier: String

  lazy var found = SQS.Queue("found", delaySeconds: 30, queueName: "found").adopted(identifier)
}

/// One resource that takes an attribute of another.
@Stack("net") final class AttributeStack {
  lazy var vpc = EC2.VPC("vpc", cidrBlock: "10.0.0.0/16")

  lazy var group = SSM.Parameter("group", type: "String", value: "\(vpc.defaultSecurityGroup)")
}

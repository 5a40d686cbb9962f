/// Members of a stack with `settings`, `key` and `count` that are right, each near to a mistake.
enum GoodSources {
  static let bodies: [String] = [
    // One id in branches that exclude each other.
    """
    var body: some Infrastructure {
      if count > 1 { SQS.Queue("work") } else if count == 1 { SQS.Queue("work") } else { SNS.Topic("work") }
      switch count { case 0: SNS.Topic("zero"); default: SQS.Queue("zero") }
    }
    """,
    "lazy var queue = settings.isLarge ? SQS.Queue(\"q\", delaySeconds: 900) : SQS.Queue(\"q\", delaySeconds: 0)",
    // Methods may be alternatives to each other.
    """
    func small() -> SQS.Queue { SQS.Queue("q") }
    func large() -> SQS.Queue { SQS.Queue("q") }
    var body: some Infrastructure { if count > 1 { large() } else { small() } }
    """,
    // Ids that vary with the loop.
    """
    var body: some Infrastructure {
      for (index, zone) in settings.zones.enumerated() {
        let name = "\\(zone)-\\(index)"
        SQS.Queue("work-\\(index)")
        SNS.Topic(name)
        SNS.Topic("\\(name)-topic")
        for item in zone.items { SQS.Queue("\\(item)") }
      }
      for name in ["a", "b"] { SQS.Queue(name) }
      for name in names() { SQS.Queue("q-\\(unique())-\\(name)") }
    }
    """,
    // `map` on an optional runs once.
    "lazy var queue = settings.name.map { SQS.Queue(\"q\", queueName: $0) }",
    "lazy var queues = (0..<count).map { SQS.Queue(\"q-\\($0)\") }",
    // Names that are used: by mention, shorthand, modifier, capture.
    """
    var body: some Infrastructure {
      let topic = SNS.Topic("topic")
      let queue = SQS.Queue("queue")
      let other = settings.isLarge ? SQS.Queue("other") : nil
      if let other { other }
      queue.after(topic)
    }
    """,
    "func topic() -> SNS.Topic {\n  let topic = SNS.Topic(\"t\")\n  return topic\n}\nvar body: some Infrastructure { topic() }",
    // Ranges that do not meet.
    """
    let range: CIDR = "10.0.0.0/16"
    lazy var vpc = EC2.VPC("vpc", cidrBlock: range)
    var body: some Infrastructure {
      EC2.Subnet("a", vpcId: vpc, cidrBlock: range.block(0, prefix: 24))
      EC2.Subnet("b", vpcId: vpc, cidrBlock: range.block(1, prefix: 24))
      EC2.Subnet("c", vpcId: vpc, cidrBlock: "10.0.255.240/28")
      if count > 1 { EC2.Subnet("d", vpcId: vpc, cidrBlock: "10.0.8.0/24") } else { EC2.Subnet("e", vpcId: vpc, cidrBlock: "10.0.8.0/24") }
      for i in 0..<count { EC2.Subnet("l-\\(i)", vpcId: vpc, cidrBlock: range.block(16 + i, prefix: 24)) }
    }
    """,
    // Two VPCs may use one range.
    """
    var body: some Infrastructure {
      let left = EC2.VPC("left", cidrBlock: "10.0.0.0/16")
      let right = EC2.VPC("right", cidrBlock: "10.0.0.0/16")
      EC2.Subnet("l", vpcId: left, cidrBlock: "10.0.0.0/24")
      EC2.Subnet("r", vpcId: right, cidrBlock: "10.0.0.0/24")
    }
    """,
    // A shadowed name is another value.
    """
    let days = 1
    func key(days: Int) -> KMS.Key { KMS.Key("k", pendingWindowInDays: days) }
    var body: some Infrastructure { key(days: 7) }
    """,
    // Of two exclusive properties one is nil.
    """
    let subnet: EC2.Subnet?
    let interfaces: [EC2.Instance.NetworkInterface]?
    lazy var instance = EC2.Instance("i", imageId: "ami-12345678", networkInterfaces: interfaces, subnetId: subnet)
    """,
    // Policies.
    """
    lazy var role = IAM.Role("role", assumeRolePolicyDocument: .policy {
      Allow("sts:AssumeRole").to(.service("ecs-tasks"))
    }, policies: [.init(policyDocument: ["Version": "2012-10-17", "Statement": [
      ["Effect": "Allow", "Action": ["kms:Decrypt", "s3:Get*", "*"], "Resource": ["\\(key.arn)", "*"]],
    ]], policyName: "p")])
    """,
    // Lazy properties in a chain.
    """
    lazy var topic = SNS.Topic("t", kmsMasterKeyId: key)
    lazy var policy = SNS.TopicPolicy("p", policyDocument: .policy { Allow("sns:Publish", on: topic.topicArn).to(.anyone) }, topics: [topic])
    func recursive(_ n: Int) -> Int { n == 0 ? 0 : recursive(n - 1) }
    var body: some Infrastructure { Output("policy", policy.id) }
    """,
    // A method with the name of a lazy property's label, and a member of something else of the same name.
    """
    lazy var topic = SNS.Topic("t", topicName: settings.queue.name)
    lazy var queue = SQS.Queue("q", queueName: "\\(topic.topicName)")
    """,
    // Tags, maps and enumerations by member, by value and raw.
    """
    lazy var key2 = KMS.Key("k", keySpec: .symmetricDefault, keyUsage: "ENCRYPT_DECRYPT", tags: ["Name": "k", "Team": "\\(count)"])
    lazy var other = KMS.Key("o", keySpec: .raw("NEW_SPEC"), pendingWindowInDays: count)
    """,
    // What a macro does not know is left to the compiler and to synthesis.
    "var body: some Infrastructure { Custom.Thing(\"x\", anything: 1); Widget(\"x\"); Widget(\"x\") }",
  ]
}

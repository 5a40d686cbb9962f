import Testing

@Suite("Literals that AWS's schemas refuse")
struct ValueMistakeTests {
  @Test("A mistake gives exactly its message, with notes and fix-its", arguments: mistakes)
  func mistake(_ mistake: Mistake) {
    #expect(Expanded(mistake.source).report == mistake.report)
  }

  private static let mistakes: [Mistake] = [
    Mistake(
      "A number outside of its range",
      #"""
      lazy var key = KMS.Key("k", pendingWindowInDays: 3)
      """#,
      [
        "2:52: error: PendingWindowInDays must be in 7...30, not 3",
        "  fix-it: use 7",
      ]),
    Mistake(
      "A negative number",
      #"""
      lazy var queue = SQS.Queue("q", delaySeconds: -1)
      """#,
      [
        "2:49: error: DelaySeconds must be in 0...900, not -1",
        "  fix-it: use 0",
      ]),
    Mistake(
      "A number with underscores, in a nested shape",
      #"""
      lazy var table = DynamoDB.Table("t", keySchema: [.init(attributeName: "id", keyType: .hash)], pointInTimeRecoverySpecification: .init(pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 3_6))
      """#,
      [
        "2:193: error: RecoveryPeriodInDays must be in 1...35, not 36",
        "  fix-it: use 35",
      ]),
    Mistake(
      "A text that is no value of an enumeration",
      #"""
      lazy var key = KMS.Key("k", keySpec: "RSA_2049")
      """#,
      [
        "2:40: error: 'RSA_2049' is not a value of KeySpec: SYMMETRIC_DEFAULT, RSA_2048, RSA_3072, RSA_4096, ECC_NIST_P256, ECC_NIST_P384, ECC_NIST_P521, ECC_SECG_P256K1, HMAC_224, HMAC_256, HMAC_384, HMAC_512, …; did you mean 'RSA_2048'?",
        "  fix-it: replace with 'RSA_2048'",
      ]),
    Mistake(
      "A text that misses its pattern",
      #"""
      lazy var group = Logs.LogGroup("g", logGroupName: "a b")
      """#,
      [
        #"2:53: error: LogGroupName must match ^[.\-_/#A-Za-z0-9]{1,512}\Z, not 'a b'"#
      ]),
    Mistake(
      "Both arms of a ternary",
      #"""
      let large = true
      lazy var queue = SQS.Queue("q", visibilityTimeout: large ? 99_999 : -5)
      """#,
      [
        "3:62: error: VisibilityTimeout must be in 0...43200, not 99999",
        "  fix-it: use 43200",
        "3:71: error: VisibilityTimeout must be in 0...43200, not -5",
        "  fix-it: use 0",
      ]),
    Mistake(
      "The arms of an if expression",
      #"""
      let large = true
      lazy var queue = SQS.Queue("q", visibilityTimeout: if large { 50_000 } else { 30 })
      """#,
      [
        "3:65: error: VisibilityTimeout must be in 0...43200, not 50000",
        "  fix-it: use 43200",
      ]),
    Mistake(
      "A constant, at the place where it is written",
      #"""
      let days = 5000
      lazy var key = KMS.Key("k", rotationPeriodInDays: days)
      """#,
      [
        "2:14: error: RotationPeriodInDays must be in 90...2560, not 5000",
        "  note at 3:53: used here",
        "  fix-it: use 2560",
      ]),
    Mistake(
      "A local constant in a loop of a method",
      #"""
      func queues(_ names: [String]) -> [SQS.Queue] {
        let delay = 901
        return names.map { SQS.Queue($0, delaySeconds: delay) }
      }
      var body: some Infrastructure { queues(["a"]) }
      """#,
      [
        "3:17: error: DelaySeconds must be in 0...900, not 901",
        "  note at 4:52: used here",
        "  fix-it: use 900",
      ]),
    Mistake(
      "A shape that a method returns",
      #"""
      func rule() -> WAFv2.WebACL.RateBasedStatement { .init(aggregateKeyType: "IPP", limit: 1) }
      var body: some Infrastructure { SNS.Topic("t") }
      """#,
      [
        "2:76: error: 'IPP' is not a value of AggregateKeyType: CONSTANT, IP, FORWARDED_IP, CUSTOM_KEYS; did you mean 'IP'?",
        "  fix-it: replace with 'IP'",
        "2:90: error: Limit must be in 10...2000000000, not 1",
        "  fix-it: use 10",
      ]),
    Mistake(
      "An element of a list",
      #"""
      lazy var balancer = ELB.LoadBalancer("b", ipAddressType: "ipv5", subnets: [.existing("vpc-12345678"), .existing("subnet-12345678")])
      """#,
      [
        "2:60: error: 'ipv5' is not a value of IpAddressType: dualstack, dualstack-without-public-ipv4, ipv4; did you mean 'ipv4'?",
        "  fix-it: replace with 'ipv4'",
        "2:88: error: Subnets[0] must be the id of an AWS::EC2::Subnet, not 'vpc-12345678', which is the id of an AWS::EC2::VPC",
      ]),
    Mistake(
      "An identifier of another kind",
      #"""
      lazy var group = EC2.SecurityGroup("g", groupDescription: "g", vpcId: .existing("subnet-12345678"))
      """#,
      [
        "2:83: error: VpcId must be the id of an AWS::EC2::VPC, not 'subnet-12345678', which is the id of an AWS::EC2::Subnet"
      ]),
    Mistake(
      "A string where a resource belongs",
      #"""
      lazy var group = EC2.SecurityGroup("g", groupDescription: "g", vpcId: "vpc-12345678")
      """#,
      [
        "2:73: error: 'vpcId' takes an EC2.VPC: pass the VPC itself or .existing(…)",
        #"  fix-it: write .existing("vpc-12345678")"#,
      ]),
    Mistake(
      "A constant string where a resource belongs",
      #"""
      let network = "vpc-12345678"
      lazy var group = EC2.SecurityGroup("g", groupDescription: "g", vpcId: network)
      """#,
      [
        "3:73: error: 'vpcId' takes an EC2.VPC: pass the VPC itself or .existing(…)",
        "  fix-it: write .existing(network)",
      ]),
    Mistake(
      "A rate in the wrong number",
      #"""
      lazy var rule = Events.Rule("r", scheduleExpression: "rate(1 minutes)")
      """#,
      [
        "2:56: error: ScheduleExpression 'rate(1 minutes)' must count 'minute'",
        "  fix-it: replace with 'rate(1 minute)'",
      ]),
    Mistake(
      "A cron expression with five fields",
      #"""
      lazy var rule = Events.Rule("r", scheduleExpression: "cron(0 12 * * *)")
      """#,
      [
        "2:56: error: ScheduleExpression 'cron(0 12 * * *)' must have six fields (minutes, hours, day of month, month, day of week, year), not 5"
      ]),
    Mistake(
      "A tag key that AWS keeps for itself",
      #"""
      lazy var topic = SNS.Topic("t", tags: ["aws:owner": "me"])
      """#,
      [
        "2:42: error: tag 'aws:owner' must not begin with aws:, which is AWS's own"
      ]),
    Mistake(
      "Two properties that exclude each other",
      #"""
      lazy var instance = EC2.Instance("i", imageId: "ami-12345678", networkInterfaces: [.init(deviceIndex: "0")], subnetId: .existing("subnet-12345678"))
      """#,
      [
        "2:112: error: AWS::EC2::Instance takes either NetworkInterfaces or SubnetId, not both",
        "  fix-it: remove 'subnetId'",
      ]),
    Mistake(
      "None of several properties of which one is needed",
      #"""
      lazy var alarm = CloudWatch.Alarm("a", comparisonOperator: .greaterThanThreshold, evaluationPeriods: 1)
      """#,
      [
        "2:20: error: AWS::CloudWatch::Alarm requires exactly one of Metrics, MetricName"
      ]),
  ]
}

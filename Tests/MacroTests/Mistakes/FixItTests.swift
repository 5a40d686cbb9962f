import Testing

@Suite("Fix-its")
struct FixItTests {
  struct Repair: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let broken: String
    let fixed: String

    init(_ description: String, _ broken: String, _ fixed: String) {
      testDescription = description
      self.broken = broken
      self.fixed = fixed
    }
  }

  @Test("Applying the first fix-it of each message repairs the source", arguments: repairs)
  func repair(_ repair: Repair) {
    let source = Mistake("", repair.broken, []).source
    let wanted = Mistake("", repair.fixed, []).source
    #expect(Expanded(source).fixed == wanted)
    #expect(Expanded(wanted).report == [])
  }

  private static let repairs = [
    Repair(
      "Numbers take the nearest bound",
      "lazy var key = KMS.Key(\"k\", pendingWindowInDays: 3, rotationPeriodInDays: 9_999)",
      "lazy var key = KMS.Key(\"k\", pendingWindowInDays: 7, rotationPeriodInDays: 2560)"),
    Repair(
      "Enumerations take the nearest value, also in a ternary",
      "let large = true\nlazy var key = KMS.Key(\"k\", keySpec: large ? \"RSA_2049\" : \"RSA_40966\")",
      "let large = true\nlazy var key = KMS.Key(\"k\", keySpec: large ? \"RSA_2048\" : \"RSA_4096\")"),
    Repair(
      "A call on one line is reordered",
      "lazy var key = KMS.Key(\"k\", rotationPeriodInDays: 365, enableKeyRotation: true, description: \"d\")",
      "lazy var key = KMS.Key(\"k\", description: \"d\", enableKeyRotation: true, rotationPeriodInDays: 365)"),
    Repair(
      "A call on several lines is reordered, each line break stays at its place",
      """
      lazy var key = KMS.Key(
        "k",
        rotationPeriodInDays: 365,
        enableKeyRotation: true
      )
      """,
      """
      lazy var key = KMS.Key(
        "k",
        enableKeyRotation: true,
        rotationPeriodInDays: 365
      )
      """),
    Repair(
      "Comments move with their arguments",
      """
      lazy var key = KMS.Key(
        "k",
        // a year
        rotationPeriodInDays: 365,
        // at rest
        enableKeyRotation: true
      )
      """,
      """
      lazy var key = KMS.Key(
        "k",
        // at rest
        enableKeyRotation: true,
        // a year
        rotationPeriodInDays: 365
      )
      """),
    Repair(
      "An unknown label takes the nearest one",
      "lazy var key = KMS.Key(\"k\", rotationPeriodInDay: 90)", "lazy var key = KMS.Key(\"k\", rotationPeriodInDays: 90)"),
    Repair(
      "A string becomes an existing resource",
      "lazy var group = EC2.SecurityGroup(\"g\", groupDescription: \"g\", vpcId: \"vpc-12345678\")",
      "lazy var group = EC2.SecurityGroup(\"g\", groupDescription: \"g\", vpcId: .existing(\"vpc-12345678\"))"),
    Repair(
      "One of two exclusive arguments goes, the last one with the comma before it",
      "lazy var instance = EC2.Instance(\"i\", imageId: \"ami-12345678\", networkInterfaces: [.init(deviceIndex: \"0\")], subnetId: .existing(\"subnet-12345678\"))",
      "lazy var instance = EC2.Instance(\"i\", imageId: \"ami-12345678\", networkInterfaces: [.init(deviceIndex: \"0\")])"),
    Repair(
      "A range loses its host bits",
      "lazy var vpc = EC2.VPC(\"v\", cidrBlock: \"10.0.1.7/16\")", "lazy var vpc = EC2.VPC(\"v\", cidrBlock: \"10.0.0.0/16\")"),
    Repair(
      "An action takes the nearest one",
      "lazy var statement = Allow(\"kms:Decript\", on: \"*\")", "lazy var statement = Allow(\"kms:Decrypt\", on: \"*\")"),
    Repair(
      "An id in a loop takes the loop's variable",
      "let zones: [String]\nvar body: some Infrastructure {\n  for zone in zones { SQS.Queue(\"q\", queueName: zone) }\n}",
      "let zones: [String]\nvar body: some Infrastructure {\n  for zone in zones { SQS.Queue(\"q-\\(zone)\", queueName: zone) }\n}"),
    Repair(
      "An id that another type has gets its own type's name",
      "lazy var vpc = EC2.VPC(\"main\", cidrBlock: \"10.0.0.0/16\")\nlazy var gateway = EC2.VPCGatewayAttachment(\"main\", vpcId: vpc)",
      "lazy var vpc = EC2.VPC(\"main\", cidrBlock: \"10.0.0.0/16\")\n"
        + "lazy var gateway = EC2.VPCGatewayAttachment(\"main-vpc-gateway-attachment\", vpcId: vpc)"),
    Repair(
      "A lost resource is placed",
      "var body: some Infrastructure {\n  // the key\n  let key = KMS.Key(\"k\").protected()\n  SQS.Queue(\"q\")\n}",
      "var body: some Infrastructure {\n  // the key\n  KMS.Key(\"k\").protected()\n  SQS.Queue(\"q\")\n}"),
    Repair(
      "A computed resource becomes a lazy one",
      "private var key: KMS.Key { KMS.Key(\"k\") }\nvar body: some Infrastructure { key }",
      "private lazy var key: KMS.Key = KMS.Key(\"k\")\nvar body: some Infrastructure { key }"),
    Repair(
      "A secret is passed itself",
      "let password: Secret\nlazy var secret = SecretsManager.Secret(\"s\", secretString: \"\\(password)\")",
      "let password: Secret\nlazy var secret = SecretsManager.Secret(\"s\", secretString: password)"),
  ]

  @Test("Missing arguments are added at their places, with placeholders")
  func missingArguments() {
    let expanded = Expanded(Mistake("", "lazy var listener = ELB.Listener(\"l\", port: 443)", []).source)
    #expect(
      expanded.fixed.contains(
        "ELB.Listener(\"l\", defaultActions: <#DefaultActions#>, loadBalancerArn: <#LoadBalancerArn#>, port: 443)"), "\(expanded.fixed)")
    let empty = Expanded(Mistake("", "lazy var bucket = S3.Bucket(\"b\", versioningConfiguration: .init())", []).source)
    #expect(empty.fixed.contains(".init(status: <#Status#>)"), "\(empty.fixed)")
  }
}

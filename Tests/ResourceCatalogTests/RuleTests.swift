import ResourceCatalog
import Testing

@Suite("Rules of single values")
struct RuleTests {
  @Test(
    "IP ranges",
    arguments: [
      ("10.0.0.0/16", nil), ("10.0.8.0/20", "'10.0.8.0/20' has host bits set; the range is 10.0.0.0/20"),
      ("10.0.0.0/8", "CidrBlock must have a prefix in 16...28, not /8"),
      ("10.0.0.0/29", "CidrBlock must have a prefix in 16...28, not /29"),
      ("10.0.0.256/24", "CidrBlock must be an IP range such as 10.0.0.0/16, not '10.0.0.256/24'"),
      ("010.0.0.0/24", "CidrBlock must be an IP range such as 10.0.0.0/16, not '010.0.0.0/24'"),
      ("10.0.0.0/33", "CidrBlock must be an IP range such as 10.0.0.0/16, not '10.0.0.0/33'"),
      ("10.0.0.0", "CidrBlock must be an IP range such as 10.0.0.0/16, not '10.0.0.0'"), ("2600:1f18::/56", nil),
      ("1::2::3/64", "CidrBlock must be an IP range such as 10.0.0.0/16, not '1::2::3/64'"),
    ] as [(String, String?)])
  func ranges(_ text: String, _ message: String?) {
    #expect(NetworkRules.violation(of: text, subject: "CidrBlock", prefixes: NetworkRules.networkPrefixes)?.message == message)
  }

  @Test("Blocks contain, overlap, and are cut")
  func blocks() throws {
    let network = try #require(CIDRBlock("10.0.0.0/16"))
    #expect(network.block(11, prefix: 24)?.description == "10.0.11.0/24" && network.block(256, prefix: 24) == nil)
    #expect(network.block(0, prefix: 8) == nil && network.block(-1, prefix: 24) == nil)
    #expect(try #require(CIDRBlock("2600:1f18:0:ab00::/56")).block(3, prefix: 64)?.description == "2600:1f18:0:ab03::/64")
    #expect(CIDRBlock("::/0")?.block(0, prefix: 0)?.description == "::/0")
    #expect(
      NetworkRules.containment(of: "10.1.0.0/20", in: ["10.0.0.0/16"])?.message == "subnet 10.1.0.0/20 lies outside of its VPC 10.0.0.0/16")
    #expect(NetworkRules.containment(of: "10.1.0.0/20", in: ["10.0.0.0/16", "10.1.0.0/16"]) == nil)
    let overlaps = NetworkRules.overlaps(among: ["10.0.1.0/24", "10.0.0.0/20", "10.0.16.0/20", "nonsense", "10.0.0.0/20"])
    #expect(overlaps.map { [$0.earlier, $0.later] } == [[0, 1], [1, 4]])
  }

  @Test(
    "Schedules",
    arguments: [
      ("rate(5 minutes)", nil), ("rate(1 minute)", nil), ("cron(0 12 * * ? *)", nil), ("cron(0/15 8-17 ? * MON-FRI 2030)", nil),
      ("cron(0 0 L * ? *)", nil), ("cron(0 0 ? * 6#3 *)", nil), ("rate(1 minutes)", "S 'rate(1 minutes)' must count 'minute'"),
      ("rate(5 weeks)", "S 'rate(5 weeks)' must count minutes, hours or days"),
      ("cron(0 12 * * * *)", "S 'cron(0 12 * * * *)' must have ? in exactly one of day of month and day of week"),
      ("cron(0 12 * *)", "S 'cron(0 12 * *)' must have six fields (minutes, hours, day of month, month, day of week, year), not 4"),
      ("at(2030-01-31T12:00:00)", "S 'at(2030-01-31T12:00:00)' must have the form rate(5 minutes) or cron(0 12 * * ? *)"),
    ] as [(String, String?)])
  func schedules(_ text: String, _ message: String?) {
    #expect(ScheduleExpression.violation(of: text, subject: "S")?.message == message)
  }

  @Test("A schedule of the scheduler may name one moment, one of Backup may only be cron")
  func readers() {
    #expect(ScheduleExpression.violation(of: "at(2030-01-31T12:00:00)", subject: "S", reader: .scheduler) == nil)
    #expect(ScheduleExpression.violation(of: "at(2030-13-31T12:00:00)", subject: "S", reader: .scheduler) != nil)
    #expect(ScheduleExpression.violation(of: "rate(1 day)", subject: "S", reader: .backup) != nil)
  }

  @Test(
    "IAM actions",
    arguments: [
      ("kms:Decrypt", nil), ("KMS:decrypt", nil), ("*", nil), ("s3:Get*", nil),
      ("kms:Decript", "unknown IAM action 'kms:Decript'; did you mean 'kms:Decrypt'?"),
      ("kmz:Decrypt", "unknown IAM service 'kmz'; did you mean 'kms'?"),
      ("decrypt", "Action must be a service and an action such as kms:Decrypt, not 'decrypt'"),
    ] as [(String, String?)])
  func actions(_ text: String, _ message: String?) { #expect(ActionRules.violation(of: text)?.message == message) }

  @Test("An action pattern that matches nothing names how many there are")
  func actionPattern() throws {
    let message = try #require(ActionRules.violation(of: "kms:Foo*")).message
    #expect(message.hasPrefix("IAM action pattern 'kms:Foo*' matches none of the ") && message.hasSuffix(" actions of 'kms'"))
  }

  @Test("Identifiers are told by their prefixes")
  func identifiers() {
    #expect(IdentifierKind.type(of: "tgw-attach-0a1b2c3d") == "AWS::EC2::TransitGatewayAttachment")
    #expect(IdentifierKind.type(of: "i-will-not") == nil)
    #expect(IdentifierKind.violation(of: "vpc-0a1b2c3d", subject: "VpcId", wanted: "AWS::EC2::VPC") == nil)
    #expect(
      IdentifierKind.violation(of: "subnet-0a1b2c3d", subject: "VpcId", wanted: "AWS::EC2::VPC")?.message
        == "VpcId must be the id of an AWS::EC2::VPC (vpc-…), not 'subnet-0a1b2c3d', which is the id of an AWS::EC2::Subnet")
  }

  @Test("ARNs, accounts and regions")
  func arns() {
    #expect(ARN("arn:aws:s3:::bucket/key")?.resource == "bucket/key")
    #expect(ARN("arn:aws:iam::12345:role/x") == nil && ARN("aws:s3:::b") == nil && ARN("arn:aws:s3") == nil)
    #expect(
      IdentifierRules.arnViolation(of: "arn:aws:s3:::b", subject: "A", service: "kms")?.message
        == "A must be an ARN of kms, not of s3: 'arn:aws:s3:::b'")
    #expect(IdentifierRules.isAccount("123456789012") && !IdentifierRules.isAccount("12345678901a"))
    #expect(IdentifierRules.isRegion("us-gov-west-1") && !IdentifierRules.isRegion("us-east") && !IdentifierRules.isRegion("useast1"))
  }

  @Test("A policy document's mistakes are found by place and kind of policy")
  func policies() {
    let document: LiteralValue = [
      "Version": "2012-10-17",
      "Statement": [
        ["Sid": "a", "Effect": "Allow", "Action": ["kms:Decrypt"], "NotAction": "kms:*", "Resource": "*"],
        ["Sid": "a", "Effect": "Allow", "Action": "kms:Decrypt", "Resource": "key", "Condition": ["StringEqual": ["a": "b"]]],
        .unknown(.any),
      ],
    ]
    #expect(
      PolicyRules.violations(in: document, kind: .identity).map(\.message) == [
        "Statement[0] requires exactly one of Action or NotAction", "Resource must be an ARN or *, not 'key'",
        "unknown condition operator 'StringEqual'; did you mean 'StringEquals'?", "Sid 'a' is already that of statement 0",
      ])
    #expect(PolicyRules.violations(in: document, kind: .resource).contains { $0.message.hasSuffix("requires Principal or NotPrincipal") })
  }

  @Test("Where exact types are wanted, texts are no numbers; what a provider returns may hold read-only properties")
  func strictness() throws {
    let type = try #require(ResourceCatalog.aws.type("AWS::KMS::Key"))
    #expect(type.violations(in: ["RotationPeriodInDays": "365"] as LiteralValue).isEmpty)
    let exact = ValidationOptions(requiresExactTypes: true)
    #expect(
      type.violations(in: ["RotationPeriodInDays": "365"] as LiteralValue, options: exact).map(\.message)
        == ["RotationPeriodInDays must be a whole number, not '365'"])
    let returned: LiteralValue = ["Arn": "arn:aws:kms:us-east-1:123456789012:key/a", "KeyId": "1234abcd-12ab-34cd-56ef-1234567890ab"]
    #expect(type.violations(in: returned, options: .returned).isEmpty)
    #expect(type.violations(in: returned).count == 2)
  }

  @Test("One literal is checked by itself, with its path")
  func literals() throws {
    let type = try #require(ResourceCatalog.aws.type("AWS::KMS::Key"))
    let found = try #require(type.violations(in: LiteralValue.integer(30), at: ["RotationPeriodInDays"]).first)
    #expect(found.path == [.key("RotationPeriodInDays")] && found.replacements == ["90"] && found.property == "RotationPeriodInDays")
    #expect(type.unknownProperty("keySpecs").replacements == ["KeySpec"])
  }

  @Test("Whatever a document is, it is judged without a crash")
  func hostile() throws {
    var deep: LiteralValue = [:]
    for _ in 0..<2_000 { deep = ["NotStatement": ["Statement": deep]] }
    let rules: LiteralValue = ["Rules": [["Name": "r", "Priority": 1, "Statement": deep]]]
    #expect(!(try #require(ResourceCatalog.aws.type("AWS::WAFv2::WebACL"))).violations(in: rules).isEmpty)
    for name in ["AWS::WAFv2::WebACL", "AWS::IAM::Role", "AWS::DynamoDB::Table"] {
      let type = try #require(ResourceCatalog.aws.type(name))
      for document: LiteralValue in [.null, 3, "text", [], [[[]]], ["": [:]], .unknown(.any), ["Tags": ["a": ["b"]]]] {
        _ = type.violations(in: document)
      }
      #expect(!type.violations(in: ["Rules": [["Statement": 7]]] as LiteralValue).isEmpty)
    }
  }
}

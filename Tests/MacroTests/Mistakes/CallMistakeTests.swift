import Testing

@Suite("Calls that no initializer fits")
struct CallMistakeTests {
  @Test("A mistake gives exactly its message, with notes and fix-its", arguments: mistakes)
  func mistake(_ mistake: Mistake) {
    #expect(Expanded(mistake.source).report == mistake.report)
  }

  private static let mistakes: [Mistake] = [
    Mistake(
      "An unknown property with a near one",
      #"""
      lazy var key = KMS.Key("k", rotationPeriodInDay: 90)
      """#,
      [
        "2:31: error: AWS::KMS::Key has no property 'rotationPeriodInDay'; did you mean 'rotationPeriodInDays'?",
        "  fix-it: replace 'rotationPeriodInDay' with 'rotationPeriodInDays'",
      ]),
    Mistake(
      "An unknown property without a near one",
      #"""
      lazy var key = KMS.Key("k", colour: 1)
      """#,
      [
        "2:31: error: AWS::KMS::Key has no property 'colour'"
      ]),
    Mistake(
      "An unknown property that stands for a required one",
      #"""
      lazy var alias = KMS.Alias("a", aliasName: .existing("alias/a"), targetKeyID: .existing("k"))
      """#,
      [
        "2:68: error: AWS::KMS::Alias has no property 'targetKeyID'; did you mean 'targetKeyId'?",
        "  fix-it: replace 'targetKeyID' with 'targetKeyId'",
      ]),
    Mistake(
      "A missing property",
      #"""
      lazy var group = EC2.SecurityGroup("g", groupName: "g")
      """#,
      [
        "2:20: error: AWS::EC2::SecurityGroup requires 'groupDescription'",
        "  fix-it: add 'groupDescription'",
      ]),
    Mistake(
      "Several missing properties",
      #"""
      lazy var listener = ELB.Listener("l")
      """#,
      [
        "2:23: error: AWS::ElasticLoadBalancingV2::Listener requires 'defaultActions' and 'loadBalancerArn'",
        "  fix-it: add the missing arguments",
      ]),
    Mistake(
      "A missing property of a shape",
      #"""
      lazy var bucket = S3.Bucket("b", versioningConfiguration: .init())
      """#,
      [
        "2:61: error: VersioningConfiguration of AWS::S3::Bucket requires 'status'",
        "  fix-it: add 'status'",
      ]),
    Mistake(
      "Arguments in another order",
      #"""
      lazy var key = KMS.Key("k", rotationPeriodInDays: 365, enableKeyRotation: true, description: "d")
      """#,
      [
        "2:18: error: the arguments of AWS::KMS::Key go in this order: description, enableKeyRotation, rotationPeriodInDays",
        "  fix-it: reorder the arguments",
      ]),
    Mistake(
      "Arguments of a nested shape in another order",
      #"""
      lazy var bucket = S3.Bucket("b", publicAccessBlockConfiguration: .init(restrictPublicBuckets: true, blockPublicAcls: true))
      """#,
      [
        "2:68: error: the arguments of PublicAccessBlockConfiguration of AWS::S3::Bucket go in this order: blockPublicAcls, restrictPublicBuckets",
        "  fix-it: reorder the arguments",
      ]),
    Mistake(
      "A call through the module's name and an alias",
      #"""
      lazy var balancer = StrataAWS.ELB.LoadBalancer("b", typ: .network, subnets: subnets)
      """#,
      [
        "2:55: error: AWS::ElasticLoadBalancingV2::LoadBalancer has no property 'typ'; did you mean 'type'?",
        "  fix-it: replace 'typ' with 'type'",
      ]),
    Mistake(
      "A shape that stands by itself",
      #"""
      func rule() -> S3.Bucket.Rule { S3.Bucket.Rule(statuss: "Enabled") }
      var body: some Infrastructure { SNS.Topic("t") }
      """#,
      [
        "2:50: error: Rule of AWS::S3::Bucket has no property 'statuss'; did you mean 'status'?",
        "  fix-it: replace 'statuss' with 'status'",
      ]),
  ]
}

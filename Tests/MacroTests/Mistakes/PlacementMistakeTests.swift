import Testing

@Suite("Resources that are lost, doubled or endless")
struct PlacementMistakeTests {
  @Test("A mistake gives exactly its message, with notes and fix-its", arguments: mistakes)
  func mistake(_ mistake: Mistake) {
    #expect(Expanded(mistake.source).report == mistake.report)
  }

  private static let mistakes: [Mistake] = [
    Mistake(
      "A local resource that nothing mentions",
      #"""
      var body: some Infrastructure {
        let key = KMS.Key("k")
        SQS.Queue("q")
      }
      """#,
      [
        "3:9: error: 'key' creates an AWS::KMS::Key that is neither placed nor used, so it would not be deployed",
        "  fix-it: place it: remove 'let key ='",
      ]),
    Mistake(
      "A local list of resources that nothing mentions",
      #"""
      let zones: [String]
      var body: some Infrastructure {
        let queues = zones.map { SQS.Queue($0).protected() }
        SNS.Topic("t")
      }
      """#,
      [
        "4:9: error: 'queues' creates an AWS::SQS::Queue that is neither placed nor used, so it would not be deployed",
        "  fix-it: place it: remove 'let queues ='",
      ]),
    Mistake(
      "A local component that nothing mentions",
      #"""
      let key: KMS.Key
      var body: some Infrastructure {
        let logs = AuditBucket("logs", key: key).protected()
        SNS.Topic("t")
      }
      """#,
      [
        "4:9: error: 'logs' creates an AuditBucket that is neither placed nor used, so it would not be deployed",
        "  fix-it: place it: remove 'let logs ='",
      ]),
    Mistake(
      "A resource created beside the result of a method",
      #"""
      func topic() -> SNS.Topic {
        SQS.Queue("q")
        return SNS.Topic("t")
      }
      var body: some Infrastructure { topic() }
      """#,
      [
        "3:5: error: an AWS::SQS::Queue created here is lost: 'topic' has no result builder; return it, or mark the function '@InfrastructureBuilder'"
      ]),
    Mistake(
      "A computed property that creates a resource",
      #"""
      var key: KMS.Key { KMS.Key("k") }
      var body: some Infrastructure { KMS.Alias("a", aliasName: name, targetKeyId: key) }
      """#,
      [
        "2:3: error: 'key' creates a new AWS::KMS::Key at each access; a shared resource is a 'lazy var' of a final class",
        "  fix-it: make it a 'lazy var' of a final class",
      ]),
    Mistake(
      "A computed property that creates a list",
      #"""
      let zones: [String]
      var queues: [SQS.Queue] {
        let names = zones
        return names.map { SQS.Queue($0) }
      }
      var body: some Infrastructure { queues }
      """#,
      [
        "3:3: error: 'queues' creates a new AWS::SQS::Queue at each access; a shared resource is a 'lazy var' of a final class"
      ]),
    Mistake(
      "Two lazy properties that need each other",
      #"""
      lazy var role = IAM.Role("r", assumeRolePolicyDocument: trust(key.arn))
      lazy var key = KMS.Key("k", keyPolicy: .policy { Allow("kms:*", on: "*").to(.arn(role.arn)) })
      """#,
      [
        "2:65: error: 'role' and 'key' need each other: 'role' → 'key' → 'role'; reading one would never end. Declare one without the other and join them by a resource of their own, for example a policy, a rule or an attachment",
        "  note at 2:65: 'role' needs 'key' here",
        "  note at 3:84: 'key' needs 'role' here",
      ]),
    Mistake(
      "Lazy properties that need each other through a method and a computed property",
      #"""
      lazy var first = SNS.Topic("a", topicName: name())
      lazy var second = SNS.Topic("b", topicName: "\(first.topicName)-b")
      func name() -> String { suffix + "x" }
      var suffix: String { "\(self.second.topicName)" }
      """#,
      [
        "2:46: error: 'first' and 'second' need each other: 'first' → 'name' → 'suffix' → 'second' → 'first'; reading one would never end. Declare one without the other and join them by a resource of their own, for example a policy, a rule or an attachment",
        "  note at 2:46: 'first' needs 'name' here",
        "  note at 4:27: 'name' needs 'suffix' here",
        "  note at 5:27: 'suffix' needs 'second' here",
        "  note at 3:50: 'second' needs 'first' here",
      ]),
    Mistake(
      "A lazy property that needs itself",
      #"""
      lazy var topic = SNS.Topic("a", topicName: name())
      func name() -> String { "\(topic.topicName)-copy" }
      """#,
      [
        "2:46: error: 'topic' needs itself: 'topic' → 'name' → 'topic'; reading one would never end. Declare one without the other and join them by a resource of their own, for example a policy, a rule or an attachment",
        "  note at 2:46: 'topic' needs 'name' here",
        "  note at 3:30: 'name' needs 'topic' here",
      ]),
    Mistake(
      "A secret as a string",
      #"""
      let password: Secret
      lazy var parameter = SSM.Parameter("p", type: .string, value: "\(password)")
      """#,
      [
        "3:68: error: a secret has no text before it is applied: pass 'password' itself to a write-only property",
        "  fix-it: pass 'password' itself",
      ]),
    Mistake(
      "A secret inside of a string",
      #"""
      lazy var parameter = SSM.Parameter("p", type: .string, value: "key=\(Secret.environmentVariable("KEY"))")
      """#,
      [
        #"2:72: error: a secret has no text before it is applied: pass 'Secret.environmentVariable("KEY")' itself to a write-only property"#
      ]),
  ]
}

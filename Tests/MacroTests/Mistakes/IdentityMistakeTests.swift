import Testing

@Suite("Ids that cannot be addresses")
struct IdentityMistakeTests {
  @Test("A mistake gives exactly its message, with notes and fix-its", arguments: mistakes)
  func mistake(_ mistake: Mistake) {
    #expect(Expanded(mistake.source).report == mistake.report)
  }

  private static let mistakes: [Mistake] = [
    Mistake(
      "An id with a space",
      #"""
      lazy var key = KMS.Key("my key")
      """#,
      [
        "2:26: error: 'my key' is no logical id: use 1 to 64 letters, digits, '.', '_' and '-'",
        "  fix-it: replace with 'my-key'",
      ]),
    Mistake(
      "An empty id",
      #"""
      lazy var key = KMS.Key("")
      """#,
      [
        "2:26: error: '' is no logical id: use 1 to 64 letters, digits, '.', '_' and '-'"
      ]),
    Mistake(
      "An interpolated id with a slash",
      #"""
      let name = "n"
      lazy var key = KMS.Key("team/\(name)")
      """#,
      [
        #"3:26: error: 'team/\(name)' is no logical id: use 1 to 64 letters, digits, '.', '_' and '-'"#
      ]),
    Mistake(
      "The same id twice",
      #"""
      var body: some Infrastructure {
        SQS.Queue("q")
        SQS.Queue("q")
      }
      """#,
      [
        "4:15: error: the id 'q' is already taken in this declaration",
        "  note at 3:15: 'q' is first used here",
      ]),
    Mistake(
      "The same id for two types, in two members",
      #"""
      lazy var key = KMS.Key("data")
      var body: some Infrastructure {
        S3.Bucket("data")
      }
      """#,
      [
        "4:15: error: the id 'data' is already taken by the AWS::KMS::Key of this declaration; an address has no type in it",
        "  note at 2:26: 'data' is first used here",
        "  fix-it: replace with 'data-bucket'",
      ]),
    Mistake(
      "The same id in a branch and beside it",
      #"""
      let large = true
      var body: some Infrastructure {
        if large { SQS.Queue("q") }
        SQS.Queue("q")
      }
      """#,
      [
        "5:15: error: the id 'q' is already taken in this declaration",
        "  note at 4:26: 'q' is first used here",
      ]),
    Mistake(
      "The same id in two branches that do not exclude each other",
      #"""
      let a = true
      let b = true
      var body: some Infrastructure {
        if a { SQS.Queue("q") }
        if b { SQS.Queue("q") }
      }
      """#,
      [
        "6:22: error: the id 'q' is already taken in this declaration",
        "  note at 5:22: 'q' is first used here",
      ]),
    Mistake(
      "The same name for two outputs",
      #"""
      lazy var key = KMS.Key("k")
      var body: some Infrastructure {
        Output("key", key.arn)
        Output("key", key.keyId)
      }
      """#,
      [
        "5:12: error: the id 'key' is already taken in this declaration",
        "  note at 4:12: 'key' is first used here",
      ]),
    Mistake(
      "An id that is the same in each iteration",
      #"""
      let zones: [String]
      var body: some Infrastructure {
        for zone in zones { SQS.Queue("q", queueName: zone) }
      }
      """#,
      [
        "4:35: error: the id 'q' is the same in every iteration of this loop; interpolate what varies into it",
        "  note at 4:5: the loop",
        #"  fix-it: add '-\(zone)' to the id"#,
      ]),
    Mistake(
      "An id that only interpolates what does not vary",
      #"""
      let zones: [String]
      let prefix: String
      var body: some Infrastructure {
        for zone in zones { SQS.Queue("\(prefix)-q", queueName: zone) }
      }
      """#,
      [
        #"5:35: error: the id '\(prefix)-q' is the same in every iteration of this loop; interpolate what varies into it"#,
        "  note at 5:5: the loop",
        #"  fix-it: add '-\(zone)' to the id"#,
      ]),
    Mistake(
      "An id that varies with the inner loop alone",
      #"""
      let zones: [String]
      let kinds: [String]
      var body: some Infrastructure {
        for zone in zones {
          for kind in kinds { SQS.Queue("\(kind)", queueName: zone) }
        }
      }
      """#,
      [
        #"6:37: error: the id '\(kind)' is the same in every iteration of this loop; interpolate what varies into it"#,
        "  note at 5:5: the loop",
        #"  fix-it: add '-\(zone)' to the id"#,
      ]),
    Mistake(
      "An id in a closure over a range",
      #"""
      let count: Int
      lazy var queues = (0..<count).map { SQS.Queue("q", delaySeconds: $0) }
      """#,
      [
        "3:49: error: the id 'q' is the same in every iteration of this loop; interpolate what varies into it",
        "  note at 3:37: the loop",
      ]),
    Mistake(
      "An id in a while loop",
      #"""
      var body: some Infrastructure {
        while next() { SQS.Queue("q") }
      }
      """#,
      [
        "3:30: error: the id 'q' is the same in every iteration of this loop; interpolate what varies into it",
        "  note at 3:5: the loop",
      ]),
  ]
}

import Testing

@Suite("Statements that IAM does not understand")
struct PolicyMistakeTests {
  @Test("A mistake gives exactly its message, with notes and fix-its", arguments: mistakes)
  func mistake(_ mistake: Mistake) {
    #expect(Expanded(mistake.source).report == mistake.report)
  }

  private static let mistakes: [Mistake] = [
    Mistake(
      "An unknown action",
      #"""
      lazy var statement = Allow("kms:Decript", on: "*")
      """#,
      [
        "2:30: warning: unknown IAM action 'kms:Decript'; did you mean 'kms:Decrypt'?",
        "  fix-it: replace with 'kms:Decrypt'",
      ]),
    Mistake(
      "An unknown service",
      #"""
      lazy var statement = Deny("kmz:Encrypt", on: "*")
      """#,
      [
        "2:29: warning: unknown IAM service 'kmz'; did you mean 'kms'?",
        "  fix-it: replace with 'kms:Encrypt'",
      ]),
    Mistake(
      "A pattern that matches nothing",
      #"""
      lazy var statement = Allow("kms:Foo*", on: "*")
      """#,
      [
        "2:30: warning: IAM action pattern 'kms:Foo*' matches none of the 56 actions of 'kms'"
      ]),
    Mistake(
      "An action without a service",
      #"""
      lazy var statement = Allow("Decrypt", on: "*")
      """#,
      [
        "2:30: error: Action must be a service and an action such as kms:Decrypt, not 'Decrypt'"
      ]),
    Mistake(
      "A resource that is no ARN",
      #"""
      lazy var statement = Allow("s3:GetObject", on: "my-bucket/*")
      """#,
      [
        "2:50: error: the resource of a statement must be an ARN, arn:partition:service:region:account:resource, not 'my-bucket/*'"
      ]),
    Mistake(
      "Actions in a constant",
      #"""
      let read = "s3:GetObjct"
      lazy var statement = Allow(read, on: "*")
      """#,
      [
        "2:14: warning: unknown IAM action 's3:GetObjct'; did you mean 's3:GetObject'?",
        "  note at 3:30: used here",
        "  fix-it: replace with 's3:GetObject'",
      ]),
    Mistake(
      "A statement inside of a policy builder",
      #"""
      lazy var role = IAM.Role("r", assumeRolePolicyDocument: .policy { Allow("sts:AsumeRole").to(.service("ec2")) })
      """#,
      [
        "2:75: warning: unknown IAM action 'sts:AsumeRole'; did you mean 'sts:AssumeRole'?",
        "  fix-it: replace with 'sts:AssumeRole'",
      ]),
    Mistake(
      "A JSON policy in a resource",
      #"""
      let topic: SNS.Topic
      lazy var policy = SNS.TopicPolicy("p", policyDocument: ["Version": "2012-10-17", "Statement": [["Effect": "Alow", "Principal": "*", "Action": "sns:Publsh", "Resource": "*"]]], topics: [topic])
      """#,
      [
        "3:109: error: Effect must be Allow or Deny, not 'Alow'",
        "  fix-it: replace with 'Allow'",
        "3:145: warning: unknown IAM action 'sns:Publsh'; did you mean 'sns:Publish'?",
        "  fix-it: replace with 'sns:Publish'",
      ]),
    Mistake(
      "A JSON policy in a constant",
      #"""
      let topic: SNS.Topic
      lazy var policy = SNS.TopicPolicy("p", policyDocument: document, topics: [topic])
      let document: Document = ["Version": "2012-10-17", "Statement": [["Effect": "Allow", "Action": "sns:Publish", "Resource": "*"]]]
      """#,
      [
        "4:68: error: Statement[0] requires Principal or NotPrincipal"
      ]),
    Mistake(
      "A JSON statement that a method returns",
      #"""
      func statement() -> Document { ["Effect": "Allow", "Action": ["kms:Decript"], "Resource": "*"] }
      var body: some Infrastructure { SNS.Topic("t") }
      """#,
      [
        "2:65: warning: unknown IAM action 'kms:Decript'; did you mean 'kms:Decrypt'?",
        "  fix-it: replace with 'kms:Decrypt'",
      ]),
  ]
}

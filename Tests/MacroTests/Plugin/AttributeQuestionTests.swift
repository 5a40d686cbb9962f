import Testing

/// Which of the compiler's messages the plugin answers without parsing them.
struct AttributeQuestionTests {
  @Test("A member that names neither body nor infrastructure is answered without being parsed", arguments: members)
  func member(_ text: String, isAnswered: Bool) {
    #expect(answers(question(member: text)) == isAnswered)
  }

  static let members: [(String, isAnswered: Bool)] = [
    ("let settings: Settings", true),
    (#"lazy var queue = SQS.Queue("q", queueName: "a \"quoted\" name\\")"#, true),
    // The type around it has a body, and the comment before its attribute tells of infrastructure.
    ("", true),
    ("var body: some Infrastructure { queue }", false),
    ("var `body`: some Infrastructure { queue }", false),
    ("func rules(of zone: String) -> some Infrastructure { }", false),
    ("var rules: some StrataLanguage.Infrastructure { }", false),
    // A mention is enough; swift-syntax decides.
    (#"lazy var function = Lambda.Function("f", handler: "body")"#, false),
  ]

  @Test(
    "Any other message is passed on",
    arguments: [
      #"{"getCapability":{"capability":{"protocolVersion":7}}}"#,
      question(member: "let a: Int", role: "member"),
      question(member: "let a: Int", role: "extension"),
      // A form that this does not know.
      question(member: "let a: Int").replacing(#""declSyntax""#, with: #""declaration""#),
      question(member: "let a: Int").replacing(#","source""#, with: #","text""#),
      // A text about such a message.
      question(member: "let a: Int", role: "member", type: #"@Stack class A { let text = "\"macroRole\":\"memberAttribute\"" }"#),
      "",
    ])
  func otherMessages(_ message: String) {
    #expect(!answers(message))
  }

  private func answers(_ message: String) -> Bool {
    Array(message.utf8).withUnsafeBytes { AttributeQuestion.isAnsweredWithNone($0) }
  }
}

/// A message as the compiler writes it.
private func question(
  member: String, role: String = "memberAttribute", type: String = "@Stack class A { var body: some Infrastructure { } }"
) -> String {
  let place = #""location":{"column":1,"fileID":"deploy/A.swift","fileName":"/A.swift","line":1,"offset":0}"#
  func syntax(_ kind: String, _ source: String) -> String { #"{"kind":"\#(kind)",\#(place),"source":\#(json(source))}"# }
  return #"{"expandAttachedMacro":{"attributeSyntax":\#(syntax("attribute", "/// Infrastructure of a body.\n@Stack")),"#
    + #""declSyntax":\#(syntax("declaration", member)),"discriminator":"$s6deploy1AC5StackfMa_","lexicalContext":[],"#
    + #""macro":{"moduleName":"StrataMacros","name":"Stack","typeName":"StackMacro"},"macroRole":"\#(role)","#
    + #""parentDeclSyntax":\#(syntax("declaration", type))}}"#
}

private func json(_ text: String) -> String {
  "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n") + "\""
}

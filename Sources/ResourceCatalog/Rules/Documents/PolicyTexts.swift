/// Forms of strings in policies, as cfn-lint checks them.
enum PolicyTexts {
  private static let resource = SchemaPattern(#"^(arn:(aws[A-Za-z\-]*?|\*):[^:]+:[^:]*(:(?:\d{12}|\*|aws)?:.+|)|\*)$"#)
  private static let principal = SchemaPattern(
    #"^(\*|\d{12}|arn:aws[a-z-]*:iam::\d{12}:(root|user|group|role).*|arn:aws[a-z-]*:sts::\d{12}:assumed-role.*|arn:aws[a-z-]*:iam::cloudfront:user/.+)$"#
  )

  static func isResource(_ text: String) -> Bool {
    // Policy variables stand for anything: ${aws:username}.
    text == "*" || text.utf8.contains(UInt8(ascii: "$")) || (resource?.isFound(in: text) ?? true)
  }

  static func isPrincipal(_ text: String) -> Bool { principal?.isFound(in: text) ?? true }
}

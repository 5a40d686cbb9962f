/// Rules of account ids, regions and ARNs, for literals and documents alike.
public enum IdentifierRules {
  /// Whether a text is an account id: twelve digits.
  public static func isAccount(_ text: String) -> Bool { text.utf8.count == 12 && text.utf8.allSatisfy { $0 >= 48 && $0 <= 57 } }

  /// Whether a text looks like a region: `us-east-1`, `us-gov-west-1`; new regions need no update of this library.
  public static func isRegion(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.count >= 3, parts.count <= 5, let last = parts.last, let first = parts.first, first.count >= 2, first.count <= 4 else {
      return false
    }
    guard last.count <= 2, !last.isEmpty, last.allSatisfy({ $0 >= 48 && $0 <= 57 }) else { return false }
    return parts.dropLast().allSatisfy { !$0.isEmpty && $0.allSatisfy { ($0 >= 97 && $0 <= 122) } }
  }

  /// What is wrong with a text where an account id belongs.
  public static func accountViolation(of text: String, subject: String) -> RuleViolation? {
    isAccount(text) ? nil : RuleViolation(.wrongFormat, message: "\(subject) must be 12 digits, not '\(ValueText.shortened(text))'")
  }

  /// What is wrong with a text where a region belongs.
  public static func regionViolation(of text: String, subject: String) -> RuleViolation? {
    isRegion(text)
      ? nil : RuleViolation(.wrongFormat, message: "\(subject) must be a region such as us-east-1, not '\(ValueText.shortened(text))'")
  }

  /// What is wrong with a text where an ARN belongs, of one service if it is given.
  public static func arnViolation(of text: String, subject: String, service: String? = nil) -> RuleViolation? {
    guard let arn = ARN(text) else {
      return RuleViolation(
        .invalidARN,
        message: "\(subject) must be an ARN, arn:partition:service:region:account:resource, not '\(ValueText.shortened(text))'")
    }
    guard let service, arn.service != service else { return nil }
    return RuleViolation(.invalidARN, message: "\(subject) must be an ARN of \(service), not of \(arn.service): '\(text)'")
  }
}

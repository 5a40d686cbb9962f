/// A finding of a policy that is known and accepted, with the reason, until a day.
///
/// ```swift
/// Environment("pilot", region: .usEast1) { … }
///   .requiring(.hipaa)
///   .waiving(Waiver("R16", "audit/logs/bucket", reason: "the archive of 2019 cannot be locked; moved by June", until: "2027-06-30"))
/// ```
///
/// A waived finding stays in every report, with its reason. From the day after ``until`` the waiver is an error, so that nobody forgets it; one that
/// meets no finding is a warning.
public struct Waiver: Sendable, Hashable {
  /// The rule, by its id (`R16`) or its name (`audit-immutable`).
  public let rule: String

  /// What is let off: an address, or a pattern in which `*` stands for any text; `account:123456789012` for what an account lacks.
  public let subject: String

  /// Why that is right.
  public let reason: String

  /// The last day on which the waiver holds.
  public let until: CalendarDate

  /// Where the waiver was declared.
  public let source: SourceLocation

  /// Creates a waiver.
  public init(
    _ rule: String, _ subject: String, reason: String, until: CalendarDate, fileID: String = #fileID, line: Int = #line,
    column: Int = #column
  ) {
    self.init(rule, subject, reason: reason, until: until, source: SourceLocation(fileID: fileID, line: line, column: column))
  }

  /// Creates a waiver with a place.
  public init(_ rule: String, _ subject: String, reason: String, until: CalendarDate, source: SourceLocation) {
    self.rule = rule
    self.subject = subject
    self.reason = reason
    self.until = until
    self.source = source
  }

  /// Whether a rule is the one that is waived.
  public func names(_ rule: PolicyRule) -> Bool { self.rule == rule.id || self.rule == rule.name }

  /// Whether the waiver speaks of a subject.
  public func covers(_ subject: PolicySubject) -> Bool { Self.matches(subject.path, self.subject) }

  private static func matches(_ text: String, _ pattern: String) -> Bool {
    guard pattern.utf8.contains(UInt8(ascii: "*")) else { return text == pattern }
    let parts = pattern.split(separator: "*", omittingEmptySubsequences: false)
    guard let first = parts.first, let last = parts.last, text.hasPrefix(first) else { return false }
    var rest = text.dropFirst(first.count)
    for part in parts.dropFirst().dropLast() where !part.isEmpty {
      guard let end = rest.firstRange(of: part)?.upperBound else { return false }
      rest = rest[end...]
    }
    return rest.hasSuffix(last)
  }
}

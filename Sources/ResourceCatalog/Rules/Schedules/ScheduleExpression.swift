/// The expressions that say when something runs: `rate(5 minutes)`, `cron(0 12 * * ? *)`, `at(2030-01-31T12:00:00)`.
///
/// Facts: EventBridge user guide, "Schedule types" and "Cron expressions reference"; EventBridge Scheduler user guide, "Schedule types";
/// AWS Backup API, `BackupRuleInput`.
public enum ScheduleExpression {
  /// Who reads the expression, and so which forms it may have.
  public enum Reader: Sendable, Hashable {
    /// EventBridge rules: rate and cron.
    case eventBridge
    /// EventBridge Scheduler: rate, cron and at.
    case scheduler
    /// AWS Backup: cron.
    case backup
  }

  /// What is wrong with an expression; nil if nothing is.
  public static func violation(of text: String, subject: String, reader: Reader = .eventBridge) -> RuleViolation? {
    func wrong(_ reason: String, _ replacement: String? = nil) -> RuleViolation {
      RuleViolation(
        .invalidSchedule, message: "\(subject) '\(ValueText.shortened(text))' \(reason)", replacements: replacement.map { [$0] } ?? [])
    }
    guard let open = text.firstIndex(of: "("), text.hasSuffix(")") else {
      return wrong("must have the form \(forms(reader))")
    }
    let inner = text[text.index(after: open)..<text.index(before: text.endIndex)]
    switch text[..<open] {
    case "rate" where reader != .backup:
      return rateProblem(inner).map { wrong($0.reason, $0.replacement) }
    case "cron": return CronFields.problem(inner).map { wrong($0) }
    case "at" where reader == .scheduler:
      return moment?.isFound(in: String(inner)) ?? true ? nil : wrong("must name a moment such as at(2030-01-31T12:00:00)")
    default: return wrong("must have the form \(forms(reader))")
    }
  }

  private static let moment = SchemaPattern(#"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d$"#)

  private static func forms(_ reader: Reader) -> String {
    switch reader {
    case .eventBridge: "rate(5 minutes) or cron(0 12 * * ? *)"
    case .scheduler: "rate(5 minutes), cron(0 12 * * ? *) or at(2030-01-31T12:00:00)"
    case .backup: "cron(0 12 * * ? *)"
    }
  }

  private static func rateProblem(_ text: Substring) -> (reason: String, replacement: String?)? {
    let parts = text.split(separator: " ")
    guard parts.count == 2, let value = Int(parts[0]), value > 0 else {
      return ("must have a whole number and a unit: rate(5 minutes)", nil)
    }
    let unit = parts[1].hasSuffix("s") ? parts[1].dropLast() : parts[1]
    guard ["minute", "hour", "day"].contains(unit) else { return ("must count minutes, hours or days", nil) }
    let wanted = value == 1 ? String(unit) : unit + "s"
    guard parts[1] != wanted else { return nil }
    return ("must count '\(wanted)'", "rate(\(value) \(wanted))")
  }
}

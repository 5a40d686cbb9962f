/// How long evidence is kept, in the forms that services want it.
public struct Retention: Sendable, Hashable {
  /// Days after which an object expires: whole years with every leap day that they can contain.
  public let days: Int

  /// Whole years, for Object Lock.
  public let years: Int

  /// Creates a retention of whole years.
  ///
  /// Seven years are 2,557 days: a lifecycle rule of 7 × 365 would try to delete what Object Lock still holds.
  public static func years(_ years: Int) -> Retention { Retention(days: years * 365 + (years + 3) / 4, years: years) }

  /// Six years and one: HIPAA asks for six (45 CFR 164.316(b)(2)(i)), and the seventh covers the year in which they end.
  public static let sevenYears = Retention.years(7)

  /// The shortest retention of a log group that is at least as long; CloudWatch Logs takes only listed numbers of days.
  public var logDays: Int { Self.logRetentions.first { $0 >= days } ?? 3653 }

  /// Source: schema of `AWS::Logs::LogGroup`, `RetentionInDays`.
  private static let logRetentions = [
    1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
  ]
}

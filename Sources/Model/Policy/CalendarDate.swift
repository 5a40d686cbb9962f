/// A day, as `2027-06-30`; days have no time of day and no time zone.
public struct CalendarDate: Sendable, Hashable {
  /// The text as it was given.
  public let text: String

  /// Whether the text is a day of the calendar.
  public let isValid: Bool

  /// Creates a date from its ISO 8601 form; another text makes a date that is not valid, which the check of a policy reports with its place.
  public init(_ text: String) {
    self.text = text
    isValid = Self.isDay(text)
  }

  /// The day in UTC that a moment falls on, by seconds since 1970-01-01 (days counted after Howard Hinnant, "chrono-compatible low-level date
  /// algorithms", with years that begin in March).
  public init(secondsSince1970 seconds: Int) {
    let shifted = Self.quotient(seconds, 86_400) + 719_468
    let era = Self.quotient(shifted, 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * month + 2) / 5 + 1
    let calendarMonth = month < 10 ? month + 3 : month - 9
    let year = yearOfEra + era * 400 + (calendarMonth <= 2 ? 1 : 0)
    self.init("\(Self.padded(year, 4))-\(Self.padded(calendarMonth, 2))-\(Self.padded(day, 2))")
  }

  private static func quotient(_ value: Int, _ divisor: Int) -> Int {
    value >= 0 ? value / divisor : -((divisor - 1 - value) / divisor)
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }

  private static func isDay(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.map(\.utf8.count) == [4, 2, 2], parts.allSatisfy({ $0.utf8.allSatisfy { $0 >= 48 && $0 <= 57 } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]), (1...12).contains(month)
    else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...days[month - 1]).contains(day)
  }
}

extension CalendarDate: Comparable, CustomStringConvertible, ExpressibleByStringLiteral {
  public init(stringLiteral value: String) { self.init(value) }
  public var description: String { text }
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool { left.text < right.text }
}

import ResourceCatalog

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

  /// The day in UTC that a moment falls on, by seconds since 1970-01-01.
  public init(secondsSince1970 seconds: Int) {
    let date = CivilDate(daysSince1970: seconds.dividedDown(by: 86_400).quotient)
    self.init("\(Self.padded(date.year, 4))-\(Self.padded(date.month, 2))-\(Self.padded(date.day, 2))")
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }

  private static func isDay(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.map(\.utf8.count) == [4, 2, 2], parts.allSatisfy({ $0.utf8.allSatisfy { $0 >= 48 && $0 <= 57 } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return false }
    return CivilDate(year: year, month: month, day: day) != nil
  }
}

extension CalendarDate: Comparable, CustomStringConvertible, ExpressibleByStringLiteral {
  public init(stringLiteral value: String) { self.init(value) }
  public var description: String { text }
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool { left.text < right.text }
}

/// A second of the Gregorian calendar in UTC.
struct CalendarTime: Sendable, Hashable {
  var year: Int
  var month: Int
  var day: Int
  var hour: Int
  var minute: Int
  var second: Int
}

extension CalendarTime {
  private static let daysBeforeMonth = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]

  /// The second that contains a time.
  init(secondsSince1970 time: Double) {
    let seconds = Int(time.rounded(.down))
    var days = seconds / 86400
    var rest = seconds % 86400
    if rest < 0 {
      rest += 86400
      days -= 1
    }
    // Years are found by estimate and correction: exact for every year, and plainly so.
    var year = 1970 + days / 366
    while Self.daysSince1970(beforeYear: year + 1) <= days { year += 1 }
    while Self.daysSince1970(beforeYear: year) > days { year -= 1 }
    let dayOfYear = days - Self.daysSince1970(beforeYear: year)
    var month = 12
    while Self.days(before: month, in: year) > dayOfYear { month -= 1 }
    self.init(
      year: year, month: month, day: dayOfYear - Self.days(before: month, in: year) + 1, hour: rest / 3600, minute: rest / 60 % 60,
      second: rest % 60)
  }

  /// Seconds since 1970.
  var secondsSince1970: Double {
    let days = Self.daysSince1970(beforeYear: year) + Self.days(before: month, in: year) + day - 1
    return Double(days * 86400 + hour * 3600 + minute * 60 + second)
  }

  /// The day as SigV4 writes it, for example `20150830`.
  var basicDate: String { Self.padded(year, 4) + Self.padded(month, 2) + Self.padded(day, 2) }

  /// The second as SigV4 writes it (ISO 8601 basic), for example `20150830T123600Z`.
  var basicDateTime: String { basicDate + "T" + Self.padded(hour, 2) + Self.padded(minute, 2) + Self.padded(second, 2) + "Z" }

  /// The second in ISO 8601's extended form, for example `2015-08-30T12:36:00Z`.
  var extendedDateTime: String {
    "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))T"
      + "\(Self.padded(hour, 2)):\(Self.padded(minute, 2)):\(Self.padded(second, 2))Z"
  }

  private static func padded(_ value: Int, _ width: Int) -> String {
    let text = String(value)
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }

  private static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

  private static func days(before month: Int, in year: Int) -> Int {
    daysBeforeMonth[month - 1] + (month > 2 && isLeap(year) ? 1 : 0)
  }

  private static func daysSince1970(beforeYear year: Int) -> Int {
    let past = year - 1
    return 365 * (year - 1970) + (past / 4 - 1969 / 4) - (past / 100 - 1969 / 100) + (past / 400 - 1969 / 400)
  }
}

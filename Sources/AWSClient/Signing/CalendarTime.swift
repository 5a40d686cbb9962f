import ResourceCatalog

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
  /// The second that contains a time.
  init(secondsSince1970 time: Double) {
    let (days, second) = Int(time.rounded(.down)).dividedDown(by: 86_400)
    let date = CivilDate(daysSince1970: days)
    self.init(
      year: date.year, month: date.month, day: date.day, hour: second / 3600, minute: second / 60 % 60, second: second % 60)
  }

  /// Seconds since 1970.
  var secondsSince1970: Double {
    Double(CivilDate.daysSince1970(year: year, month: month, day: day) * 86_400 + hour * 3600 + minute * 60 + second)
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
}

import ResourceCatalog

/// Timestamps as text, in the formats of Smithy's `timestampFormat` trait.
///
/// Source: https://smithy.io/2.0/spec/protocol-traits.html#timestampformat-trait
enum WireTimestamp {
  /// The years 0 to 9999, which every format can write, in seconds since 1970.
  static let range = -62_167_219_200.0..<253_402_300_800.0

  private static let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
  private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

  /// The text of a time within ``range``, to the millisecond where the format has fractions.
  static func text(_ seconds: Double, _ format: MemberModel.TimestampFormat) -> String {
    let milliseconds = Int((seconds * 1000).rounded())
    let (second, fraction) = milliseconds.dividedDown(by: 1000)
    if format == .unixTimestamp {
      guard fraction != 0 else { return String(second) }
      return String(Double(milliseconds) / 1000)
    }
    let (days, rest) = second.dividedDown(by: 86400)
    let date = CivilDate(daysSince1970: days)
    let time = "\(padded(rest / 3600)):\(padded(rest / 60 % 60)):\(padded(rest % 60))"
    if format == .iso8601 {
      return "\(padded(date.year, 4))-\(padded(date.month))-\(padded(date.day))T\(time)\(fraction == 0 ? "" : "." + padded(fraction, 3))Z"
    }
    let weekday = weekdays[days.dividedDown(by: 7).remainder]
    return "\(weekday), \(padded(date.day)) \(months[date.month - 1]) \(padded(date.year, 4)) \(time) GMT"
  }

  /// Seconds since 1970 of a text in any of the formats; nil if it is in none.
  static func seconds(_ text: String) -> Double? {
    let text = text.utf8.first == 0x20 || text.utf8.last == 0x20 ? String(text.drop { $0 == " " }) : text
    guard let first = text.utf8.first else { return nil }
    if let number = Double(text) { return number.isFinite && range.contains(number) ? number : nil }
    return first >= UInt8(ascii: "0") && first <= UInt8(ascii: "9") ? iso8601(Array(text.utf8)) : httpDate(text)
  }

  /// RFC 3339, with the offsets, missing offsets and basic forms that services are known to send.
  private static func iso8601(_ text: [UInt8]) -> Double? {
    var position = 0
    func digits(_ count: Int) -> Int? {
      guard position + count <= text.count else { return nil }
      var value = 0
      for index in position..<position + count {
        guard text[index] >= 0x30, text[index] <= 0x39 else { return nil }
        value = value * 10 + Int(text[index] - 0x30)
      }
      position += count
      return value
    }
    func skip(_ character: Unicode.Scalar) {
      if position < text.count, text[position] == UInt8(ascii: character) { position += 1 }
    }
    guard let year = digits(4) else { return nil }
    skip("-")
    guard let month = digits(2) else { return nil }
    skip("-")
    guard let day = digits(2), let days = days(year, month, day) else { return nil }
    var seconds = Double(days * 86400)
    guard position < text.count else { return seconds }
    guard text[position] == UInt8(ascii: "T") || text[position] == UInt8(ascii: "t") || text[position] == 0x20 else { return nil }
    position += 1
    guard let hour = digits(2) else { return nil }
    skip(":")
    guard let minute = digits(2) else { return nil }
    skip(":")
    guard hour < 25, minute < 60 else { return nil }
    seconds += Double(hour * 3600 + minute * 60)
    if let second = digits(2) {
      guard second < 61 else { return nil }
      seconds += Double(second)
      if position < text.count, text[position] == UInt8(ascii: ".") {
        var end = position + 1
        while end < text.count, text[end] >= 0x30, text[end] <= 0x39 { end += 1 }
        guard end > position + 1, let fraction = Double("0" + String(decoding: text[position..<end], as: UTF8.self)) else { return nil }
        seconds += fraction
        position = end
      }
    }
    guard position < text.count else { return seconds }
    let sign = text[position]
    position += 1
    switch sign {
    case UInt8(ascii: "Z"), UInt8(ascii: "z"): break
    case UInt8(ascii: "+"), UInt8(ascii: "-"):
      guard let hours = digits(2) else { return nil }
      skip(":")
      let offset = Double(hours * 3600 + (digits(2) ?? 0) * 60)
      seconds -= sign == UInt8(ascii: "+") ? offset : -offset
    default: return nil
    }
    return position == text.count ? seconds : nil
  }

  /// `Tue, 29 Apr 2014 18:30:38 GMT` (RFC 9110, section 5.6.7), with an optional fraction.
  private static func httpDate(_ text: String) -> Double? {
    let parts = text.split(separator: " ")
    guard parts.count == 6, parts[0].hasSuffix(","), parts[5] == "GMT" || parts[5] == "UTC" || parts[5] == "+0000" else { return nil }
    guard parts[1].utf8.count <= 2, parts[3].utf8.count == 4, let day = Int(parts[1]), let year = Int(parts[3]),
      let month = months.firstIndex(of: String(parts[2])), let days = days(year, month + 1, day)
    else { return nil }
    let time = parts[4].split(separator: ":")
    guard time.count == 3, let hour = Int(time[0]), let minute = Int(time[1]), let second = Double(time[2]) else { return nil }
    guard (0..<24).contains(hour), (0..<60).contains(minute), second >= 0, second < 61 else { return nil }
    return Double(days * 86400 + hour * 3600 + minute * 60) + second
  }

  /// Days since 1970 of a day of the years that every format can write; nil for a day that no month has.
  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int? {
    (0...9999).contains(year) ? CivilDate(year: year, month: month, day: day)?.daysSince1970 : nil
  }

  private static func padded(_ value: Int, _ width: Int = 2) -> String {
    let text = String(value)
    return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
  }
}

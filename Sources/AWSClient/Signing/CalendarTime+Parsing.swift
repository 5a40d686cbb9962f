extension CalendarTime {
  private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

  /// Seconds since 1970 of an ISO 8601 time such as `2024-05-01T10:00:00Z`, or `nil`.
  ///
  /// Fractions of a second, offsets from UTC, and `UTC` in the place of `Z` (older caches of the AWS CLI) are understood.
  static func seconds(iso8601 text: String) -> Double? {
    let bytes = Array(text.utf8)
    guard bytes.count >= 20, bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " ") else { return nil }
    func number(_ range: Range<Int>) -> Int? { integer(bytes[range]) }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10), let hour = number(11..<13),
      let minute = number(14..<16), let second = number(17..<19), let base = seconds(year, month, day, hour, minute, second)
    else { return nil }
    var rest = bytes[19...]
    var fraction = 0.0
    if rest.first == UInt8(ascii: ".") {
      let digits = rest.dropFirst().prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
      guard let value = Double("0." + String(decoding: digits, as: UTF8.self)) else { return nil }
      fraction = value
      rest = rest.dropFirst(digits.count + 1)
    }
    guard let offset = offsetInSeconds(String(decoding: rest, as: UTF8.self)) else { return nil }
    return base + fraction - Double(offset)
  }

  /// Seconds since 1970 of a time of HTTP such as `Wed, 21 Oct 2015 07:28:00 GMT` (RFC 9110, section 5.6.7), or `nil`.
  static func seconds(httpDate text: String) -> Double? {
    let parts = text.split(separator: " ")
    guard parts.count == 6, let day = Int(parts[1]), let month = months.firstIndex(of: parts[2].lowercased()), let year = Int(parts[3])
    else { return nil }
    let time = parts[4].split(separator: ":").compactMap { Int($0) }
    guard time.count == 3 else { return nil }
    return seconds(year, month + 1, day, time[0], time[1], time[2])
  }

  private static func seconds(_ year: Int, _ month: Int, _ day: Int, _ hour: Int, _ minute: Int, _ second: Int) -> Double? {
    guard (0...9999).contains(year), (1...12).contains(month), (1...31).contains(day), (0...23).contains(hour),
      (0...59).contains(minute), (0...60).contains(second)
    else { return nil }
    return CalendarTime(year: year, month: month, day: day, hour: hour, minute: minute, second: second).secondsSince1970
  }

  private static func integer(_ bytes: ArraySlice<UInt8>) -> Int? {
    bytes.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") } ? Int(String(decoding: bytes, as: UTF8.self)) : nil
  }

  private static func offsetInSeconds(_ text: String) -> Int? {
    if text == "Z" || text == "UTC" { return 0 }
    guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
    let digits = Array(text.dropFirst().filter { $0 != ":" }.utf8)
    guard digits.count == 4, let hours = integer(digits[0..<2]), let minutes = integer(digits[2..<4]) else { return nil }
    return (sign == "-" ? -1 : 1) * (hours * 3600 + minutes * 60)
  }
}

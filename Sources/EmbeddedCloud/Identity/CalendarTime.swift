/// Moments as AWS writes them: `2026-11-21T09:30:00.000Z`.
enum CalendarTime {
  /// The text of a moment in milliseconds since 1970 (days to civil date: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms").
  static func text(milliseconds: Int) -> String {
    let seconds = floorDivide(milliseconds, 1000)
    let days = floorDivide(seconds, 86_400)
    let second = seconds - days * 86_400
    let shifted = days + 719_468
    let era = floorDivide(shifted, 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(24)
    append(year, 4, &bytes)
    bytes.append(UInt8(ascii: "-"))
    append(month, 2, &bytes)
    bytes.append(UInt8(ascii: "-"))
    append(day, 2, &bytes)
    bytes.append(UInt8(ascii: "T"))
    append(second / 3600, 2, &bytes)
    bytes.append(UInt8(ascii: ":"))
    append(second / 60 % 60, 2, &bytes)
    bytes.append(UInt8(ascii: ":"))
    append(second % 60, 2, &bytes)
    bytes.append(UInt8(ascii: "."))
    append(milliseconds - seconds * 1000, 3, &bytes)
    bytes.append(UInt8(ascii: "Z"))
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func floorDivide(_ value: Int, _ divisor: Int) -> Int {
    value >= 0 ? value / divisor : -((divisor - 1 - value) / divisor)
  }

  private static func append(_ number: Int, _ width: Int, _ bytes: inout [UInt8]) {
    var divisor = 1
    for _ in 1..<width { divisor *= 10 }
    while divisor > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(number / divisor % 10))
      divisor /= 10
    }
  }
}

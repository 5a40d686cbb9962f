import ResourceCatalog

/// Moments as AWS writes them: `2026-11-21T09:30:00.000Z`.
enum CalendarTime {
  /// The text of a moment in milliseconds since 1970.
  static func text(milliseconds: Int) -> String {
    let (seconds, fraction) = milliseconds.dividedDown(by: 1000)
    let (days, second) = seconds.dividedDown(by: 86_400)
    let date = CivilDate(daysSince1970: days)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(24)
    append(date.year, 4, &bytes)
    bytes.append(UInt8(ascii: "-"))
    append(date.month, 2, &bytes)
    bytes.append(UInt8(ascii: "-"))
    append(date.day, 2, &bytes)
    bytes.append(UInt8(ascii: "T"))
    append(second / 3600, 2, &bytes)
    bytes.append(UInt8(ascii: ":"))
    append(second / 60 % 60, 2, &bytes)
    bytes.append(UInt8(ascii: ":"))
    append(second % 60, 2, &bytes)
    bytes.append(UInt8(ascii: "."))
    append(fraction, 3, &bytes)
    bytes.append(UInt8(ascii: "Z"))
    return String(decoding: bytes, as: UTF8.self)
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

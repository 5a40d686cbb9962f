import Foundation

/// Dates for people and logs.
enum DateText {
  /// The UTC date and time of seconds since 1970, for example `2025-09-10 14:03 UTC`.
  static func utc(_ seconds: Int) -> String {
    let date = Date(timeIntervalSince1970: TimeInterval(seconds))
    let style = Date.ISO8601FormatStyle(timeZone: .gmt)
      .year().month().day().dateTimeSeparator(.space).time(includingFractionalSeconds: false)
    return String(date.formatted(style).prefix(16)) + " UTC"
  }
}

import Foundation

/// Moments as ISO 8601, whole seconds of UTC.
enum TimestampText {
  static func text(_ seconds: Double) -> String { Date(timeIntervalSince1970: seconds.rounded(.down)).formatted(.iso8601) }
  static func seconds(_ text: String) -> Double? {
    if let date = try? Date(text, strategy: .iso8601) { return date.timeIntervalSince1970 }
    return (try? Date(text, strategy: .iso8601.year().month().day()))?.timeIntervalSince1970
  }
}

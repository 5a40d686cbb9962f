import StrataModel

/// Durations for people.
enum DurationText {
  /// Milliseconds as `0.4 s`, `12 s`, `3 min 05 s` or `1 h 02 min`.
  static func short(_ milliseconds: Int) -> String {
    let seconds = milliseconds / 1_000
    if milliseconds < 10_000 { return "\(milliseconds / 1_000).\(milliseconds % 1_000 / 100) s" }
    if seconds < 60 { return "\(seconds) s" }
    if seconds < 3_600 { return "\(seconds / 60) min \(twoDigits(seconds % 60)) s" }
    return "\(seconds / 3_600) h \(twoDigits(seconds % 3_600 / 60)) min"
  }

  private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

/// The six fields of AWS's cron expressions: minutes, hours, day of month, month, day of week, year.
enum CronFields {
  private struct Field {
    var name: String
    var range: ClosedRange<Int>
    var names: [String] = []
    var wildcards: String
  }

  private static let fields = [
    Field(name: "minutes", range: 0...59, wildcards: ",-*/"),
    Field(name: "hours", range: 0...23, wildcards: ",-*/"),
    Field(name: "day of month", range: 1...31, wildcards: ",-*?/LW"),
    Field(
      name: "month", range: 1...12, names: ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"],
      wildcards: ",-*/"),
    Field(name: "day of week", range: 1...7, names: ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"], wildcards: ",-*?/L#"),
    Field(name: "year", range: 1970...2199, wildcards: ",-*/"),
  ]

  /// What is wrong with the text between the parentheses.
  static func problem(_ text: Substring) -> String? {
    let parts = text.split(separator: " ")
    guard parts.count == 6 else {
      return "must have six fields (minutes, hours, day of month, month, day of week, year), not \(parts.count)"
    }
    for (field, part) in zip(fields, parts) {
      if let reason = problem(part, field) { return reason }
    }
    guard (parts[2] == "?") != (parts[4] == "?") else {
      return "must have ? in exactly one of day of month and day of week"
    }
    return nil
  }

  private static func problem(_ text: Substring, _ field: Field) -> String? {
    for part in text.split(separator: ",", omittingEmptySubsequences: false) where !isValid(part, field) {
      return "has '\(part)' as \(field.name), which must be in \(field.range.lowerBound)...\(field.range.upperBound) or one of "
        + field.wildcards.map { String($0) }.joined(separator: " ")
    }
    return nil
  }

  private static func isValid(_ text: Substring, _ field: Field) -> Bool {
    if text == "*" { return true }
    if text == "?" { return field.wildcards.contains("?") }
    if text == "L" { return field.wildcards.contains("L") }
    if field.wildcards.contains("W") {
      if text == "LW" { return true }
      if text.hasSuffix("W") { return value(text.dropLast(), field) != nil }
    }
    if field.wildcards.contains("#") {
      if let hash = text.firstIndex(of: "#") {
        return value(text[..<hash], field) != nil && (Int(text[text.index(after: hash)...]).map { 1...5 ~= $0 } ?? false)
      }
      if text.hasSuffix("L") { return value(text.dropLast(), field) != nil }
    }
    if let slash = text.firstIndex(of: "/") {
      guard let step = Int(text[text.index(after: slash)...]), step > 0 else { return false }
      let from = text[..<slash]
      return from == "*" || from.isEmpty || isRange(from, field)
    }
    return isRange(text, field)
  }

  private static func isRange(_ text: Substring, _ field: Field) -> Bool {
    guard let dash = text.firstIndex(of: "-") else { return value(text, field) != nil }
    // FRI-MON wraps around the week, so the order is free.
    return value(text[..<dash], field) != nil && value(text[text.index(after: dash)...], field) != nil
  }

  private static func value(_ text: Substring, _ field: Field) -> Int? {
    if let index = field.names.firstIndex(of: text.uppercased()) { return index + field.range.lowerBound }
    guard let value = Int(text), field.range.contains(value) else { return nil }
    return value
  }
}

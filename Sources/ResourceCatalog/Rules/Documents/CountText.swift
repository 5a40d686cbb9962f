/// Numbers of things in messages.
enum CountText {
  /// `1...50 elements`, `at least 2 elements`, `exactly 12 characters`.
  static func phrase(_ least: Int?, _ most: Int?, _ noun: String) -> String {
    switch (least, most) {
    case (let least?, let most?) where least == most: "exactly \(least) \(noun)\(least == 1 ? "" : "s")"
    case (let least?, let most?): "\(least)...\(most) \(noun)s"
    case (let least?, nil): "at least \(least) \(noun)\(least == 1 ? "" : "s")"
    case (nil, let most?): "at most \(most) \(noun)\(most == 1 ? "" : "s")"
    case (nil, nil): "\(noun)s"
    }
  }
}

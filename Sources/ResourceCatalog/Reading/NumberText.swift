/// Numbers as people write them: `90`, not `90.0`.
enum NumberText {
  static func text(_ value: Double) -> String {
    if let integer = Int(exactly: value) { return String(integer) }
    return String(value)
  }
}

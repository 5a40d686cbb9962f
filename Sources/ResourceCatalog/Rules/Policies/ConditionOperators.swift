/// The condition operators of IAM (IAM user guide, "Condition operators").
enum ConditionOperators {
  static let names = [
    "StringEquals", "StringNotEquals", "StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase", "StringLike", "StringNotLike",
    "NumericEquals", "NumericNotEquals", "NumericLessThan", "NumericLessThanEquals", "NumericGreaterThan", "NumericGreaterThanEquals",
    "DateEquals", "DateNotEquals", "DateLessThan", "DateLessThanEquals", "DateGreaterThan", "DateGreaterThanEquals", "Bool",
    "BinaryEquals", "IpAddress", "NotIpAddress", "ArnEquals", "ArnNotEquals", "ArnLike", "ArnNotLike", "Null",
  ]

  private static let set = Set(names)

  /// The operator without `ForAnyValue:`, `ForAllValues:` and `IfExists`.
  private static func core(_ text: String) -> Substring {
    var rest = Substring(text)
    for prefix in ["ForAnyValue:", "ForAllValues:"] where rest.hasPrefix(prefix) { rest = rest.dropFirst(prefix.count) }
    if rest.hasSuffix("IfExists"), rest != "NullIfExists" { rest = rest.dropLast(8) }
    return rest
  }

  static func isKnown(_ text: String) -> Bool { set.contains(String(core(text))) }

  static func nearest(_ text: String) -> String? {
    let core = core(text)
    guard let name = NearestName.nearest(to: String(core), among: names) else { return nil }
    return text[..<core.startIndex] + name + text[core.endIndex...]
  }
}

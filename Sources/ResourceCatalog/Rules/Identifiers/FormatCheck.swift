/// Judges strings by the `format` of their schema.
enum FormatCheck {
  /// Whether nothing is wrong, or the format says nothing that could be checked.
  static func fits(_ text: String, _ format: CatalogString) -> Bool {
    if let pattern = ResourceCatalog.aws.pattern(ofFormat: format) {
      if SchemaPattern.isFound(pattern, in: text) ?? true { return true }
      // A launch template may name a parameter that holds the image.
      return format == "AWS::EC2::Image.Id" && text.hasPrefix("resolve:ssm:")
    }
    if format == "ipv4-network" { return CIDRBlock(text).map { $0.family == .ipv4 && !$0.hasHostBits } ?? false }
    if format == "ipv6-network" { return CIDRBlock(text).map { $0.family == .ipv6 && !$0.hasHostBits } ?? false }
    if format == "date-time" { return timestamp?.isFound(in: text) ?? true }
    return true
  }

  /// The sentence for a text that does not fit.
  static func violation(of text: String, subject: String, _ format: CatalogString) -> RuleViolation? {
    if format == "ipv4-network" || format == "ipv6-network" {
      return NetworkRules.violation(of: text, subject: subject, family: format == "ipv4-network" ? .ipv4 : .ipv6)
    }
    let wanted = format == "date-time" ? "a time such as 2030-01-31T12:00:00Z" : IdentifierKind.article(String(format))
    let other = IdentifierKind.type(of: text)
    let remark = other.map { ", which is the id of an \($0)" } ?? ""
    return RuleViolation(
      other == nil ? .wrongFormat : .wrongIdentifierKind,
      message: "\(subject) must be \(wanted), not '\(ValueText.shortened(text))'\(remark)")
  }

  private static let timestamp = SchemaPattern(
    #"^\d{4}-(0[1-9]|1[0-2])-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$"#)
}

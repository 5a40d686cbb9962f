/// What an IAM policy document is attached to, which decides what its statements must say.
public enum PolicyKind: UInt32, Sendable, Hashable {
  /// A role, user or group: no principal.
  case identity = 1
  /// A resource such as a bucket or a key: principal and resource.
  case resource = 2
  /// An ECR repository: principal, the resource is the repository.
  case repository = 3
  /// A role's trust: principal, no resource.
  case trust = 4

  private static let identityKeys = ["Effect", "Action", "Resource", "Condition", "Sid", "NotAction", "NotResource"]
  private static let resourceKeys = identityKeys + ["Principal", "NotPrincipal"]
  private static let trustKeys = ["Effect", "Action", "Principal", "Condition", "Sid", "NotAction", "NotPrincipal"]

  var statementKeys: [String] {
    switch self {
    case .identity: Self.identityKeys
    case .resource, .repository: Self.resourceKeys
    case .trust: Self.trustKeys
    }
  }

  /// Pairs of which exactly one must be there.
  var exclusiveKeys: [(String, String)] {
    switch self {
    case .identity: Self.identityPairs
    case .resource: Self.resourcePairs
    case .repository, .trust: Self.trustPairs
    }
  }

  private static let identityPairs = [("Action", "NotAction"), ("Resource", "NotResource")]
  private static let resourcePairs = identityPairs + [("Principal", "NotPrincipal")]
  private static let trustPairs = [("Action", "NotAction"), ("Principal", "NotPrincipal")]
}

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
    let core = String(core(text))
    guard let name = NearestName.nearest(to: core, among: names), let range = text.range(of: core) else { return nil }
    return text.replacingCharacters(in: range, with: name)
  }
}

extension String {
  fileprivate func range(of part: String) -> Range<String.Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(part) { return start..<index(start, offsetBy: part.count) }
      start = index(after: start)
    }
    return nil
  }

  fileprivate func replacingCharacters(in range: Range<String.Index>, with text: String) -> String {
    var copy = self
    copy.replaceSubrange(range, with: text)
    return copy
  }
}

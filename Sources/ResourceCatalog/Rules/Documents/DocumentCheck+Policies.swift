extension DocumentCheck {
  /// Checks a policy document (IAM user guide, "Grammar of the IAM JSON policy language"); text is not looked into.
  mutating func checkPolicy(_ view: LiteralValue, _ kind: PolicyKind) {
    guard case .object(let fields) = view else { return }
    for field in fields {
      path.append(.key(field.key))
      switch field.key {
      case "Version":
        if case .string(let version) = field.value, version != "2012-10-17", version != "2008-10-17" {
          report(.invalidPolicy, "Version must be 2012-10-17, not '\(ValueText.shortened(version))'", replacements: ["2012-10-17"])
        }
      case "Id": break
      case "Statement": checkStatements(field.value, kind)
      default:
        path.removeLast()
        unknownPolicyKey(field.key, in: "a policy document", among: ["Version", "Id", "Statement"])
        continue
      }
      path.removeLast()
    }
    if !fields.contains(where: { $0.key == "Statement" }) { report(.invalidPolicy, "\(subject) requires Statement") }
  }

  private mutating func unknownPolicyKey(_ key: String, in place: String, among names: [String]) {
    let nearest = NearestName.nearest(to: key, among: names)
    report(
      .invalidPolicy, "\(place) has no '\(key)'" + (nearest.map { "; did you mean '\($0)'?" } ?? ""),
      replacements: nearest.map { [$0] } ?? [],
      at: .key(key))
  }

  private mutating func checkStatements(_ view: LiteralValue, _ kind: PolicyKind) {
    guard case .array(let statements) = view else {
      checkStatement(view, kind)
      return
    }
    var names: [String: Int] = [:]
    for (index, statement) in statements.enumerated() {
      path.append(.index(index))
      let view = statement
      checkStatement(view, kind)
      if kind != .repository, case .object(let fields) = view, let sid = fields.first(where: { $0.key == "Sid" }),
        case .string(let name) = sid.value, let first = names.updateValue(index, forKey: name)
      {
        report(.invalidPolicy, "Sid '\(name)' is already that of statement \(first)", at: .key("Sid"))
      }
      path.removeLast()
    }
  }

  private mutating func checkStatement(_ view: LiteralValue, _ kind: PolicyKind) {
    switch view {
    case .unknown: return
    case .object(let fields): checkStatement(fields, kind)
    case .null, .bool, .integer, .number, .string, .array:
      report(.invalidPolicy, "\(subject) must be an object, not \(ValueText.describe(view))")
    }
  }

  private mutating func checkStatement(_ fields: [LiteralValue.Field], _ kind: PolicyKind) {
    let allowed = kind.statementKeys
    for field in fields {
      guard allowed.contains(field.key) else {
        if field.key.hasSuffix("Principal"), kind == .identity {
          report(.invalidPolicy, "a policy of an identity takes no \(field.key): it applies to whom it is attached to", at: .key(field.key))
        } else if field.key.hasSuffix("Resource"), kind == .trust {
          report(.invalidPolicy, "a trust policy takes no \(field.key): it applies to its role", at: .key(field.key))
        } else {
          unknownPolicyKey(field.key, in: "a statement", among: allowed)
        }
        continue
      }
      path.append(.key(field.key))
      checkStatementField(field.key, field.value, kind)
      path.removeLast()
    }
    if !fields.contains(where: { $0.key == "Effect" }) { report(.invalidPolicy, "\(subject) requires Effect") }
    for (positive, negative) in kind.exclusiveKeys {
      let count = fields.reduce(0) { $0 + ($1.key == positive || $1.key == negative ? 1 : 0) }
      if count != 1 { report(.invalidPolicy, "\(subject) requires \(count == 0 ? "" : "exactly one of ")\(positive) or \(negative)") }
    }
  }

  private mutating func checkStatementField(_ key: String, _ view: LiteralValue, _ kind: PolicyKind) {
    switch key {
    case "Effect":
      guard case .string(let effect) = view, effect != "Allow", effect != "Deny" else { return }
      let nearest = NearestName.nearest(to: effect, among: ["Allow", "Deny"])
      report(
        .invalidPolicy, "Effect must be Allow or Deny, not '\(ValueText.shortened(effect))'", replacements: nearest.map { [$0] } ?? [])
    case "Sid":
      guard kind == .identity, case .string(let name) = view else { return }
      let isPlain = name.utf8.allSatisfy { ($0 >= 48 && $0 <= 57) || ($0 | 0x20 >= 97 && $0 | 0x20 <= 122) }
      if !isPlain || name.isEmpty { report(.invalidPolicy, "Sid must consist of letters and digits, not '\(ValueText.shortened(name))'") }
    case "Action", "NotAction":
      forEachText(view) { check, text in
        guard let violation = ActionRules.violation(of: text, subject: key) else { return }
        check.adopt(violation)
      }
    case "Resource", "NotResource":
      guard kind == .identity else { return }
      forEachText(view) { check, text in
        guard !PolicyTexts.isResource(text) else { return }
        check.report(.invalidARN, "\(key) must be an ARN or *, not '\(ValueText.shortened(text))'")
      }
    case "Principal", "NotPrincipal": checkPrincipal(view)
    case "Condition": checkCondition(view)
    default: break
    }
  }

  /// Calls a closure with each string of a string or a list of strings, the path set to it.
  private mutating func forEachText(_ view: LiteralValue, _ body: (inout DocumentCheck, String) -> Void) {
    switch view {
    case .string(let text): body(&self, text)
    case .array(let elements):
      for (index, element) in elements.enumerated() {
        guard case .string(let text) = element else { continue }
        path.append(.index(index))
        body(&self, text)
        path.removeLast()
      }
      if elements.isEmpty { report(.invalidPolicy, "\(subject) must not be empty") }
    case .unknown: break
    case .null, .bool, .integer, .number, .object:
      report(.invalidPolicy, "\(subject) must be a string or a list of strings, not \(ValueText.describe(view))")
    }
  }

  private mutating func checkPrincipal(_ view: LiteralValue) {
    switch view {
    case .string(let text):
      if text != "*" {
        report(
          .invalidPolicy, "\(subject) must be * or an object such as {\"AWS\": …}, not '\(ValueText.shortened(text))'", replacements: ["*"])
      }
    case .object(let fields):
      for field in fields {
        path.append(.key(field.key))
        if field.key == "AWS" {
          forEachText(field.value) { check, text in
            guard !PolicyTexts.isPrincipal(text) else { return }
            check.report(.invalidPolicy, "an AWS principal must be an account, an IAM ARN or *, not '\(ValueText.shortened(text))'")
          }
        } else if ["Service", "Federated", "CanonicalUser"].contains(field.key) {
          forEachText(field.value) { _, _ in }
        } else {
          path.removeLast()
          unknownPolicyKey(field.key, in: "a principal", among: ["AWS", "Service", "Federated", "CanonicalUser"])
          continue
        }
        path.removeLast()
      }
    case .unknown: break
    case .null, .bool, .integer, .number, .array:
      report(.invalidPolicy, "\(subject) must be * or an object, not \(ValueText.describe(view))")
    }
  }

  private mutating func checkCondition(_ view: LiteralValue) {
    guard case .object(let fields) = view else { return }
    for field in fields where !ConditionOperators.isKnown(field.key) {
      let nearest = ConditionOperators.nearest(field.key)
      report(
        .invalidPolicy,
        "unknown condition operator '\(ValueText.shortened(field.key))'" + (nearest.map { "; did you mean '\($0)'?" } ?? ""),
        replacements: nearest.map { [$0] } ?? [], at: .key(field.key))
    }
  }

  /// Takes over a violation that a rule found in the value at the current path.
  mutating func adopt(_ violation: RuleViolation) {
    var violation = violation
    violation.path = path
    violation.rule = rule
    violations.append(violation)
  }
}

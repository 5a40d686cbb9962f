import CatalogData

extension DocumentCheck {
  /// Reports a type whose service was shut down, or will be.
  mutating func checkLifecycle(of type: TypeSchema) {
    guard let status = type.lifecycleStatus else { return }
    let date = type.lifecycleDate.map { " on \($0)" } ?? ""
    if status == "shutdown" {
      report(.discontinuedType, "\(type.name) can no longer be created: AWS shut its service down\(date)")
    } else if status == "sunset" {
      report(.discontinuedType, "AWS shuts the service of \(type.name) down\(date)", severity: .warning)
    }
  }

  /// Checks the rules across properties that a type has beyond its schema.
  mutating func checkRules(_ view: LiteralValue, of type: TypeSchema) {
    let table = type.ruleTable
    for index in 0..<catalog_word(table) {
      let rule = CatalogRule(row: table + 1 + CatalogRule.stride * index)
      apply(rule, view, at: 0)
    }
  }

  /// Goes down the rule's path, into every element where it says `*`.
  private mutating func apply(_ rule: CatalogRule, _ view: LiteralValue, at step: Int) {
    let steps = rule.path
    guard step < steps.count else {
      hold(rule, view)
      return
    }
    let name = steps[step]
    switch view {
    case .object(let fields):
      let isAny = name == "*"
      for field in fields where isAny || name == field.key {
        path.append(.key(field.key))
        apply(rule, field.value, at: step + 1)
        path.removeLast()
      }
    case .array(let elements):
      let next = name == "*" ? step + 1 : step
      for (index, element) in elements.enumerated() {
        path.append(.index(index))
        apply(rule, element, at: next)
        path.removeLast()
      }
    case .null, .bool, .integer, .number, .string, .unknown: break
    }
  }

  private mutating func hold(_ rule: CatalogRule, _ view: LiteralValue) {
    if let kind = PolicyKind(rawValue: rule.check) {
      self.rule = String(rule.identifier)
      checkPolicy(view, kind)
      self.rule = nil
      return
    }
    if rule.check == DocumentCheckKind.groupSize {
      checkGroupSize(view)
      return
    }
    if rule.check != DocumentCheckKind.schema {
      // Where the schema already found the text wanting, a second sentence says nothing new.
      if case .string(let text) = view, violations.last?.path != path, let violation = scalarViolation(text, rule.check) {
        adopt(violation)
      }
      return
    }
    guard verdict(view, rule.schema) == .fails else { return }
    let summary = String(rule.summary)
    for violation in collected(view, rule.schema) {
      var violation = violation
      violation.message += " (\(summary))"
      violation.rule = String(rule.identifier)
      if rule.isWarning { violation.severity = .warning }
      violations.append(violation)
    }
  }

  private mutating func checkGroupSize(_ view: LiteralValue) {
    guard case .object(let fields) = view else { return }
    func number(_ name: String) -> Double? {
      switch fields.first(where: { $0.key == name })?.value {
      case .string(let text): Double(text)
      case .integer(let value): Double(value)
      case .number(let value): value
      default: nil
      }
    }
    guard let least = number("MinSize"), let most = number("MaxSize"), most < least else { return }
    report(.outOfRange, "MaxSize must be at least MinSize, \(NumberText.text(least)), not \(NumberText.text(most))", at: .key("MaxSize"))
  }

  private func scalarViolation(_ text: String, _ check: UInt32) -> RuleViolation? {
    switch check {
    case DocumentCheckKind.eventBridgeSchedule: ScheduleExpression.violation(of: text, subject: subject, reader: .eventBridge)
    case DocumentCheckKind.schedulerSchedule: ScheduleExpression.violation(of: text, subject: subject, reader: .scheduler)
    case DocumentCheckKind.backupSchedule: ScheduleExpression.violation(of: text, subject: subject, reader: .backup)
    case DocumentCheckKind.networkRange:
      NetworkRules.violation(of: text, subject: subject, prefixes: NetworkRules.networkPrefixes, family: .ipv4)
    default: nil
    }
  }
}

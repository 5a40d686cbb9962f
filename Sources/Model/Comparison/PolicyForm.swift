/// The one form of IAM policies that mean the same.
///
/// Source of the equalities: IAM User Guide, "IAM JSON policy elements reference": one value or a list of one, the order of statements,
/// actions and resources, an account as number or as root ARN, `"*"` and `{"AWS": "*"}` as principal, action names in any case,
/// an absent version (2008-10-17).
enum PolicyForm {
  /// Whether an object has the form of a policy.
  static func isPolicy(_ object: PropertyObject) -> Bool {
    switch object["Statement"] {
    case .object(let statement): statement["Effect"] != nil
    case .array(let statements): !statements.isEmpty && statements.allSatisfy { $0["Effect"] != nil }
    default: false
    }
  }

  static func canonical(_ policy: PropertyObject) -> PropertyValue {
    var result = policy
    result["Version"] = policy["Version"] ?? "2008-10-17"
    result["Statement"] = .array(DocumentForm.sorted(list(policy["Statement"]).map(statement)))
    return .object(result)
  }

  private static func list(_ value: PropertyValue?) -> [PropertyValue] {
    switch value {
    case nil: []
    case .array(let elements)?: elements
    case let value?: [value]
    }
  }

  private static func statement(_ value: PropertyValue) -> PropertyValue {
    guard let statement = value.objectValue else { return value }
    var result = PropertyObject()
    for field in statement.fields {
      switch field.key {
      case "Sid":
        if field.value != "" { result["Sid"] = field.value }
      case "Action", "NotAction": result[field.key] = .array(DocumentForm.sorted(list(field.value).map(lowercased)))
      case "Resource", "NotResource": result[field.key] = .array(DocumentForm.sorted(list(field.value)))
      case "Principal", "NotPrincipal": result[field.key] = principal(field.value)
      case "Condition": result["Condition"] = condition(field.value)
      default: result[field.key] = field.value
      }
    }
    return .object(result)
  }

  private static func lowercased(_ value: PropertyValue) -> PropertyValue {
    if case .string(let text) = value { .string(text.lowercased()) } else { value }
  }

  private static func principal(_ value: PropertyValue) -> PropertyValue {
    guard let kinds = value.objectValue else { return value == "*" ? .object(["AWS": ["*"]]) : value }
    var result = PropertyObject()
    for kind in kinds.fields {
      let members = list(kind.value)
      result[kind.key] = .array(DocumentForm.sorted(kind.key == "AWS" ? members.map(account) : members))
    }
    return .object(result)
  }

  /// The root ARN of an account that is given by its twelve digits.
  private static func account(_ value: PropertyValue) -> PropertyValue {
    guard let text = value.stringValue else { return value }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 6, parts[0] == "arn", parts[2] == "iam", parts[5] == "root" else { return value }
    return .string(String(parts[4]))
  }

  private static func condition(_ value: PropertyValue) -> PropertyValue {
    guard let operators = value.objectValue else { return value }
    return .object(
      operators.mapValues { tests in
        guard let tests = tests.objectValue else { return tests }
        return .object(
          PropertyObject(
            tests.fields.map { test in
              (test.key.lowercased(), PropertyValue.array(DocumentForm.sorted(list(test.value).map(text))))
            }))
      })
  }

  /// Booleans and numbers are compared by IAM as texts.
  private static func text(_ value: PropertyValue) -> PropertyValue { value.scalarText.map(PropertyValue.string) ?? value }
}

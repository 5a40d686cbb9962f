import StrataModel

/// What the policy of a KMS key says of one action of one principal.
///
/// Source: AWS KMS Developer Guide, "Key policies in AWS KMS", and IAM User Guide, "Policy evaluation logic". Conditions are not evaluated: a
/// statement with one counts as one that may hold.
enum KeyPolicyAccess: Sendable, Hashable {
  case allowed
  /// Only where a condition holds.
  case conditional
  /// The policy leaves it to IAM policies of the account.
  case delegated
  case denied
  case notMentioned

  init(policy: PropertyValue, action: String, principal: String) {
    let document = policy.stringValue.flatMap { try? JSONReader.plainValue(of: $0.utf8) } ?? policy
    let statements: [PropertyValue] =
      switch document["Statement"] {
      case .array(let statements)?: statements
      case let statement?: [statement]
      case nil: []
      }
    let account = principal.split(separator: ":", omittingEmptySubsequences: false).dropFirst(4).first.map(String.init) ?? ""
    var access = KeyPolicyAccess.notMentioned
    for statement in statements where Self.covers(statement["Action"], action) {
      let names = Self.texts(statement["Principal"]?["AWS"] ?? statement["Principal"])
      let isNamed = names.contains(principal) || names.contains("*")
      let isDelegated = names.contains(account) || names.contains { $0.hasSuffix(":iam::\(account):root") }
      let hasCondition = statement["Condition"] != nil
      switch statement["Effect"]?.stringValue {
      case "Deny"?:
        // A refusal of everybody but some is a condition or NotPrincipal; without both it holds.
        if isNamed || isDelegated, !hasCondition { self = .denied; return }
      case "Allow"?:
        if isNamed { access = hasCondition ? Self.stronger(access, .conditional) : .allowed }
        if isDelegated { access = Self.stronger(access, hasCondition ? .conditional : .delegated) }
      default: break
      }
    }
    self = access
  }

  private var rank: Int {
    switch self {
    case .denied, .notMentioned: 0
    case .delegated: 1
    case .conditional: 2
    case .allowed: 3
    }
  }

  private static func stronger(_ left: KeyPolicyAccess, _ right: KeyPolicyAccess) -> KeyPolicyAccess {
    left.rank >= right.rank ? left : right
  }

  private static func covers(_ actions: PropertyValue?, _ action: String) -> Bool {
    texts(actions).contains { pattern in
      guard pattern.hasSuffix("*") else { return pattern.lowercased() == action.lowercased() }
      return action.lowercased().hasPrefix(pattern.dropLast().lowercased())
    }
  }

  private static func texts(_ value: PropertyValue?) -> [String] {
    switch value {
    case .string(let text)?: [text]
    case .array(let elements)?: elements.compactMap(\.stringValue)
    default: []
    }
  }
}

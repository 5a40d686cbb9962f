import StrataModel

extension PolicyContext {
  /// Whether a key's policy lets a service encrypt or decrypt.
  func admits(_ key: ResourceNode, _ service: String) -> Bool {
    statements(ofKey: key).contains { statement in
      statement.admits(service: service)
        && ["kms:GenerateDataKey", "kms:GenerateDataKeyWithoutPlaintext", "kms:Encrypt", "kms:Decrypt", "kms:CreateGrant"].contains {
          statement.covers($0)
        }
    }
  }

  /// Whether a principal is the root of an account, which stands for the account as a whole.
  static func isRoot(_ principal: PropertyValue, of account: String) -> Bool {
    guard let text = principal.stringValue else { return false }
    return text == account || text.hasPrefix("arn:") && text.hasSuffix(":iam::\(account):root")
  }

  /// The account that a principal is of, if its ARN tells.
  static func account(ofPrincipal principal: PropertyValue) -> String? {
    let text = principal.stringValue ?? principal.leadingText
    if text.utf8.count == 12, text.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }) { return text }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    return parts.count > 4 && parts[0] == "arn" && parts[4].utf8.count == 12 ? String(parts[4]) : nil
  }

  /// The statements by which somebody may take on a role; `nil` for a principal that is no role of the graph.
  func trust(ofPrincipal principal: PropertyValue) -> [PolicyStatement]? {
    role(ofPrincipal: principal).flatMap { PolicyStatement.statements(of: $0.properties["AssumeRolePolicyDocument"]) }
  }

  /// The role that a principal names, by reference or by the ARN that the role's name gives it.
  func role(ofPrincipal principal: PropertyValue) -> ResourceNode? {
    if let node = targets(in: principal).first(where: { $0.type == "AWS::IAM::Role" }) { return node }
    guard let text = principal.stringValue, text.contains(":role/"), let name = text.split(separator: "/").last else { return nil }
    let account = Self.account(ofPrincipal: principal)
    return all("AWS::IAM::Role").first { $0.properties["RoleName"]?.stringValue == String(name) && $0.placement.account == account }
  }

  /// Whether only somebody with a second factor can act as a principal: the role's trust asks for it, or the statement itself.
  func asksForMFA(_ principal: PropertyValue, in statement: PolicyStatement) -> Bool {
    if statement.isConditional(on: "aws:MultiFactorAuthPresent", "aws:MultiFactorAuthAge") { return true }
    guard let trust = trust(ofPrincipal: principal) else { return false }
    let allows = trust.filter(\.isAllow)
    return !allows.isEmpty && allows.allSatisfy { $0.condition("Bool", "aws:MultiFactorAuthPresent").contains { $0.isTrue } }
  }
}

extension PropertyValue {
  /// The literal text that an expression begins with.
  var leadingText: String {
    switch self {
    case .string(let text): return text
    case .expression(let expression) where expression.function == .concatenate:
      var text = ""
      for argument in expression.arguments {
        guard let part = argument.scalarText else { break }
        text += part
      }
      return text
    case .null, .bool, .integer, .number, .array, .object, .reference, .expression, .secret: return ""
    }
  }

  /// The value for people: references by their names.
  var shownText: String {
    switch self {
    case .null: "nothing"
    case .bool, .integer, .number, .string: scalarText ?? ""
    case .reference(let reference): reference.description
    case .expression(let expression) where expression.function == .concatenate: expression.arguments.map(\.shownText).joined()
    case .array(let elements): elements.map(\.shownText).joined(separator: ", ")
    case .object, .expression, .secret: "a value"
    }
  }
}

import StrataModel

/// A policy document as rules look at it.
struct PolicyView {
  let statements: [PropertyObject]

  /// Reads a policy that is an object or JSON text; `nil` for anything else.
  init?(_ value: PropertyValue?) {
    var document = value
    if let text = value?.stringValue { document = try? JSONReader.plainValue(of: text.utf8) }
    guard let object = document?.objectValue, let list = object["Statement"] else { return nil }
    statements = (list.arrayValue ?? [list]).compactMap(\.objectValue)
  }

  /// Whether some statement allows an action to a service; resources and conditions are not weighed.
  func allows(service: String, action: String) -> Bool {
    statements.contains { statement in
      statement.text("Effect") == "Allow" && Self.names(statement["Principal"], service: service)
        && Self.texts(statement["Action"]).contains { Self.covers($0, action) }
    }
  }

  /// Whether some statement allows an action to principals of an account.
  func allows(account: String, action: String) -> Bool {
    statements.contains { statement in
      guard statement.text("Effect") == "Allow", Self.texts(statement["Action"]).contains(where: { Self.covers($0, action) }) else {
        return false
      }
      if statement.text("Principal") == "*" { return true }
      return Self.texts(statement["Principal"]?["AWS"]).contains { $0 == "*" || $0 == account || ResourceName($0)?.account == account }
    }
  }

  /// The ARNs of IAM principals that statements name.
  var principals: [String] {
    statements.flatMap { Self.texts($0["Principal"]?["AWS"]) + Self.texts($0["NotPrincipal"]?["AWS"]) }
  }

  private static func names(_ principal: PropertyValue?, service: String) -> Bool {
    if principal?.stringValue == "*" || principal?["AWS"]?.stringValue == "*" { return true }
    return texts(principal?["Service"]).contains(service)
  }

  static func texts(_ value: PropertyValue?) -> [String] {
    switch value {
    case .string(let text)?: [text]
    case .array(let elements)?: elements.compactMap(\.stringValue)
    default: []
    }
  }

  /// Whether a pattern of an action covers an action, or a pattern of several.
  private static func covers(_ pattern: String, _ action: String) -> Bool {
    if pattern == "*" { return true }
    let pattern = pattern.lowercased()
    let action = action.lowercased()
    guard let star = pattern.firstIndex(of: "*") else { return pattern == action }
    return action.hasPrefix(pattern[..<star])
  }
}

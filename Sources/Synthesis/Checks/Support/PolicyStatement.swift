import StrataModel

/// What a statement of a policy says, as far as it is known before anything is made.
struct PolicyStatement {
  var isAllow: Bool
  var actions: [String]

  /// Service principals, such as `logs.us-east-1.amazonaws.com`.
  var services: [String]

  /// Account principals and roles, with references left in.
  var accounts: [PropertyValue]

  /// Whether the statement names everybody.
  var isForAnyone: Bool

  /// Whether a principal is given that is not known yet.
  var hasUnknownPrincipal: Bool

  /// Whether it is all actions but those that are named.
  var negatesActions: Bool

  /// Whether it is all resources, actions or principals but some.
  var isNegative: Bool

  var condition: PropertyObject?

  /// The statements of a policy document, an object or JSON text; `nil` if the document is not known yet.
  static func statements(of document: PropertyValue?) -> [PolicyStatement]? {
    switch document {
    case .object(let object)?:
      guard let statements = object["Statement"] else { return [] }
      let elements = statements.oneOrMore
      let known = elements.compactMap { $0.objectValue.map(PolicyStatement.init) }
      return known.count == elements.count ? known : nil
    case .string(let text)?:
      guard let value = try? JSONReader.plainValue(of: text.utf8), value.objectValue != nil else { return nil }
      return statements(of: value)
    case .expression(let expression)? where expression.function == .json: return statements(of: expression.arguments.first)
    case nil, .null?, .bool?, .integer?, .number?, .array?, .reference?, .expression?, .secret?: return nil
    }
  }

  private init(_ object: PropertyObject) {
    isAllow = object["Effect"]?.stringValue == "Allow"
    let given = (object["Action"] ?? object["NotAction"])?.oneOrMore ?? []
    actions = given.compactMap(\.stringValue)
    negatesActions = object["NotAction"] != nil
    isNegative = negatesActions || object["NotPrincipal"] != nil || object["NotResource"] != nil
    condition = object["Condition"]?.objectValue
    services = []
    accounts = []
    isForAnyone = false
    hasUnknownPrincipal = false
    switch object["Principal"] {
    case .string("*")?: isForAnyone = true
    case .object(let principals)?:
      for value in principals["Service"]?.oneOrMore ?? [] {
        if let text = value.stringValue { services.append(text) } else { hasUnknownPrincipal = true }
      }
      accounts = principals["AWS"]?.oneOrMore ?? []
      if accounts.contains("*") { isForAnyone = true }
    case nil: break
    case .reference?, .expression?: hasUnknownPrincipal = true
    case .null?, .bool?, .integer?, .number?, .string?, .array?, .secret?: break
    }
  }

  /// Whether the statement lets, or keeps, an action happen.
  func covers(_ action: String) -> Bool {
    actions.contains { Self.matches(action, $0) } != negatesActions
  }

  /// Whether an action matches a pattern in which `*` stands for any text; only a final `*` and a plain `*` occur in practice.
  static func matches(_ action: String, _ pattern: String) -> Bool {
    let pattern = pattern.lowercased()
    let action = action.lowercased()
    if pattern == "*" || pattern == action { return true }
    guard pattern.hasSuffix("*") else { return false }
    return action.hasPrefix(pattern.dropLast())
  }

  /// Whether a service may act by this statement; `logs.us-east-1.amazonaws.com` is also let in as `logs.amazonaws.com`.
  func admits(service: String) -> Bool {
    guard isAllow else { return false }
    if isForAnyone || hasUnknownPrincipal { return true }
    let name = service.prefix { $0 != "." }
    return services.contains { $0 == service || $0.prefix { $0 != "." } == name }
  }
}

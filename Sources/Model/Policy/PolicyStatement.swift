/// What a statement of a policy document says, as far as it is known before anything is made.
public struct PolicyStatement: Sendable, Hashable {
  /// The statement's `Sid`.
  public var id: String?

  public var isAllow: Bool
  public var actions: [String]

  /// The resources, with references left in; those of `NotResource` where ``isNegative``.
  public var resources: [PropertyValue]

  /// Service principals, such as `logs.us-east-1.amazonaws.com`.
  public var services: [String]

  /// Account principals and roles, with references left in.
  public var accounts: [PropertyValue]

  /// Whether the statement names everybody.
  public var isForAnyone: Bool

  /// Whether a principal is given that is not known yet.
  public var hasUnknownPrincipal: Bool

  /// Whether it is all actions but those that are named.
  public var negatesActions: Bool

  /// Whether it is all resources, actions or principals but some.
  public var isNegative: Bool

  public var condition: PropertyObject?

  /// The position in the document's list of statements.
  public var position = 0

  /// The statements of a policy document, an object or JSON text; `nil` if the document is not known yet.
  public static func statements(of document: PropertyValue?) -> [PolicyStatement]? {
    switch document {
    case .object(let object)?:
      guard let statements = object["Statement"] else { return [] }
      let elements = statements.oneOrMore
      var known = elements.compactMap { $0.objectValue.map(PolicyStatement.init) }
      guard known.count == elements.count else { return nil }
      for index in known.indices { known[index].position = index }
      return known
    case .string(let text)?:
      guard let value = try? JSONReader.plainValue(of: text.utf8), value.objectValue != nil else { return nil }
      return statements(of: value)
    case .expression(let expression)? where expression.function == .json: return statements(of: expression.arguments.first)
    case nil, .null?, .bool?, .integer?, .number?, .array?, .reference?, .expression?, .secret?: return nil
    }
  }

  private init(_ object: PropertyObject) {
    id = object["Sid"]?.stringValue
    isAllow = object["Effect"]?.stringValue == "Allow"
    let given = (object["Action"] ?? object["NotAction"])?.oneOrMore ?? []
    actions = given.compactMap(\.stringValue)
    resources = (object["Resource"] ?? object["NotResource"])?.oneOrMore ?? []
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
  public func covers(_ action: String) -> Bool {
    actions.contains { Self.matches(action, $0) } != negatesActions
  }

  /// Whether an action matches a pattern in which `*` stands for any text; only a final `*` and a plain `*` occur in practice.
  public static func matches(_ action: String, _ pattern: String) -> Bool {
    let pattern = pattern.lowercased()
    let action = action.lowercased()
    if pattern == "*" || pattern == action { return true }
    guard pattern.hasSuffix("*") else { return false }
    return action.hasPrefix(pattern.dropLast())
  }

  /// Whether a service may act by this statement; `logs.us-east-1.amazonaws.com` is also let in as `logs.amazonaws.com`.
  public func admits(service: String) -> Bool {
    guard isAllow else { return false }
    if isForAnyone || hasUnknownPrincipal { return true }
    let name = service.prefix { $0 != "." }
    return services.contains { $0 == service || $0.prefix { $0 != "." } == name }
  }

  /// The values that the condition compares a key with under an operator, both as they are spelled: `Bool` and `aws:SecureTransport`.
  public func condition(_ operation: String, _ key: String) -> [PropertyValue] {
    condition?[operation]?[key]?.oneOrMore ?? []
  }

  /// Whether the condition compares one of some keys, whatever the operator; IAM compares the names of keys without case.
  public func isConditional(on keys: String...) -> Bool {
    guard let condition else { return false }
    return condition.fields.contains { comparison in
      comparison.value.objectValue?.fields.contains { field in
        keys.contains { $0.lowercased() == field.key.lowercased() }
      } == true
    }
  }
}

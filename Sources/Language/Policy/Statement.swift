public import StrataModel

/// One statement of a policy document, made by ``Allow(_:on:id:)`` and ``Deny(_:on:id:)`` and completed by ``to(_:)`` and ``when(_:)``.
///
/// Each method returns a changed copy. What is given once is written as a text, what is given several times as a list, as AWS's own
/// documentation does.
public struct Statement: Sendable {
  /// Whether a statement grants or refuses.
  enum Effect: String {
    case allow = "Allow"
    case deny = "Deny"
  }

  private var fields = PropertyObject()
  private var principals: [Principal] = []
  private var excludedPrincipals: [Principal] = []
  private var conditions: [Condition] = []

  init(_ effect: Effect, actions: [String], resources: [any Input<String>], id: String?) {
    fields["Effect"] = .string(effect.rawValue)
    if !actions.isEmpty { fields["Action"] = Self.oneOrMany(actions.map(\.propertyValue)) }
    if !resources.isEmpty { fields["Resource"] = Self.oneOrMany(resources.map(\.propertyValue)) }
    if let id { fields["Sid"] = id.propertyValue }
  }

  /// Names who is meant; several principals, also by several calls, are all meant.
  public func to(_ principals: Principal...) -> Statement { to(principals) }

  /// Names who is meant.
  public func to(_ principals: [Principal]) -> Statement {
    var copy = self
    copy.principals += principals
    return copy
  }

  /// Means everyone but these (`NotPrincipal`); AWS advises it only together with `Deny`.
  public func toEveryone(except principals: Principal...) -> Statement {
    var copy = self
    copy.excludedPrincipals += principals
    return copy
  }

  /// Limits the statement to requests for which all conditions hold.
  public func when(_ conditions: Condition...) -> Statement { when(conditions) }

  /// Limits the statement to requests for which all conditions hold.
  public func when(_ conditions: [Condition]) -> Statement {
    var copy = self
    copy.conditions += conditions
    return copy
  }

  /// Adds resources.
  public func on(_ resources: any Input<String>...) -> Statement {
    var copy = self
    copy.fields["Resource"] = Self.oneOrMany(Self.elements(fields["Resource"]) + resources.map(\.propertyValue))
    return copy
  }

  /// Covers all resources but these (`NotResource`).
  public func onEverything(except resources: any Input<String>...) -> Statement {
    var copy = self
    copy.fields["NotResource"] = Self.oneOrMany(resources.map(\.propertyValue))
    return copy
  }

  /// Covers all actions but these (`NotAction`), for statements made without actions: `Deny().everything(except: "iam:*")`.
  public func everything(except actions: String...) -> Statement {
    var copy = self
    copy.fields["Action"] = nil
    copy.fields["NotAction"] = Self.oneOrMany(actions.map(\.propertyValue))
    return copy
  }

  /// The statement as the graph stores it.
  public var propertyValue: PropertyValue {
    var result = fields
    if !principals.isEmpty { result["Principal"] = Principal.propertyValue(of: principals) }
    if !excludedPrincipals.isEmpty { result["NotPrincipal"] = Principal.propertyValue(of: excludedPrincipals) }
    if !conditions.isEmpty { result["Condition"] = Condition.propertyValue(of: conditions) }
    return .object(result)
  }

  static func oneOrMany(_ values: [PropertyValue]) -> PropertyValue { values.count == 1 ? values[0] : .array(values) }

  private static func elements(_ value: PropertyValue?) -> [PropertyValue] {
    guard let value else { return [] }
    return value.arrayValue ?? [value]
  }
}

/// Grants actions on resources: `Allow("kms:Decrypt", on: key.arn)`.
///
/// Policies that are attached to a resource, such as key policies and trust policies, name principals with ``Statement/to(_:)-(Principal...)``.
// swift-format-ignore: AlwaysUseLowerCamelCase
public func Allow(_ actions: String..., on resources: any Input<String>..., id: String? = nil) -> Statement {
  Statement(.allow, actions: actions, resources: resources, id: id)
}

/// Grants actions on resources.
// swift-format-ignore: AlwaysUseLowerCamelCase
public func Allow(_ actions: [String], on resources: [any Input<String>], id: String? = nil) -> Statement {
  Statement(.allow, actions: actions, resources: resources, id: id)
}

/// Refuses actions on resources, whatever else grants them: `Deny("s3:*", on: bucket.arn).to(.anyone).when(.isFalse("aws:SecureTransport"))`.
// swift-format-ignore: AlwaysUseLowerCamelCase
public func Deny(_ actions: String..., on resources: any Input<String>..., id: String? = nil) -> Statement {
  Statement(.deny, actions: actions, resources: resources, id: id)
}

/// Refuses actions on resources, whatever else grants them.
// swift-format-ignore: AlwaysUseLowerCamelCase
public func Deny(_ actions: [String], on resources: [any Input<String>], id: String? = nil) -> Statement {
  Statement(.deny, actions: actions, resources: resources, id: id)
}

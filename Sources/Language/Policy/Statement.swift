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

  private let effect: Effect
  private let id: String?
  private var actions: [PropertyValue]
  private var excludedActions: [PropertyValue] = []
  private var resources: [PropertyValue]
  private var excludedResources: [PropertyValue] = []
  private var principals: [Principal] = []
  private var excludedPrincipals: [Principal] = []
  private var conditions: [Condition] = []

  init(_ effect: Effect, actions: [String], resources: [any Input<String>], id: String?) {
    self.effect = effect
    self.id = id
    self.actions = Self.values(of: actions)
    self.resources = Self.values(of: resources)
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
    copy.resources += Self.values(of: resources)
    return copy
  }

  /// Covers all resources but these (`NotResource`).
  public func onEverything(except resources: any Input<String>...) -> Statement {
    var copy = self
    copy.resources = []
    copy.excludedResources = Self.values(of: resources)
    return copy
  }

  /// Covers all actions but these (`NotAction`): `Deny().everything(except: "iam:*", "sts:*")`.
  public func everything(except actions: String...) -> Statement {
    var copy = self
    copy.actions = []
    copy.excludedActions = Self.values(of: actions)
    return copy
  }

  /// The statement as the graph stores it.
  public var propertyValue: PropertyValue {
    // Ascending by key, so that every field is appended.
    var fields = PropertyObject(minimumCapacity: 5)
    if !actions.isEmpty { fields["Action"] = Self.oneOrMany(actions) }
    if !conditions.isEmpty { fields["Condition"] = Condition.propertyValue(of: conditions) }
    fields["Effect"] = .string(effect.rawValue)
    if !excludedActions.isEmpty { fields["NotAction"] = Self.oneOrMany(excludedActions) }
    if !excludedPrincipals.isEmpty { fields["NotPrincipal"] = Principal.propertyValue(of: excludedPrincipals) }
    if !excludedResources.isEmpty { fields["NotResource"] = Self.oneOrMany(excludedResources) }
    if !principals.isEmpty { fields["Principal"] = Principal.propertyValue(of: principals) }
    if !resources.isEmpty { fields["Resource"] = Self.oneOrMany(resources) }
    if let id { fields["Sid"] = id.propertyValue }
    return .object(fields)
  }

  static func oneOrMany(_ values: [PropertyValue]) -> PropertyValue { values.count == 1 ? values[0] : .array(values) }

  // Loops rather than `map(\.propertyValue)`: applying a key path costs a microsecond in a debug build, and policies are most of a document.

  static func values(of inputs: [String]) -> [PropertyValue] {
    guard !inputs.isEmpty else { return [] }
    var values: [PropertyValue] = []
    values.reserveCapacity(inputs.count)
    for input in inputs { values.append(InterpolationToken.decode(input)) }
    return values
  }

  static func values(of inputs: [any Input<String>]) -> [PropertyValue] {
    guard !inputs.isEmpty else { return [] }
    var values: [PropertyValue] = []
    values.reserveCapacity(inputs.count)
    for input in inputs { values.append(input.propertyValue) }
    return values
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

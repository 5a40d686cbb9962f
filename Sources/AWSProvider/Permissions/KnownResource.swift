import ResourceCatalog
public import StrataModel

/// A resource as far as it is known before anything is done: enough to name it in a policy.
public struct KnownResource: Sendable, Hashable {
  /// The CloudFormation type name.
  public var type: String
  public var placement: Placement
  /// The properties; `*` within a text stands for what is not known yet.
  public var properties: PropertyObject
  /// The recorded primary identifier.
  public var identifier: String?
  /// The recorded attributes.
  public var attributes: PropertyObject

  /// Creates a resource.
  public init(type: String, placement: Placement, properties: PropertyObject, identifier: String? = nil, attributes: PropertyObject = [:]) {
    self.type = type
    self.placement = placement
    self.properties = properties
    self.identifier = identifier
    self.attributes = attributes
  }

  /// The ARNs by which policies name the resource, patterns where something is not known yet; none for a type without ARNs.
  public var names: [String] {
    let own = recorded
    if !own.isEmpty { return Self.withContents(own) }
    let derived = self.derived
    if !derived.isEmpty { return Self.withContents(derived) }
    let values = self.values
    return ActionResources.kinds(ofType: type).map { kind in
      let places = kind.places
      return kind.pattern(in: placement) { value(of: $0, isOnly: places.count == 1, values) }
    }
  }

  // MARK: What is recorded

  private var recorded: [String] {
    if let identifier, identifier.hasPrefix("arn:") { return [identifier] }
    let short = type.split(separator: ":").last.map(String.init)?.lowercased() ?? ""
    return attributes.fields.compactMap { field in
      let name = field.key.lowercased()
      guard name == "arn" || name == short + "arn", let text = field.value.stringValue, text.hasPrefix("arn:") else { return nil }
      return text
    }
  }

  // MARK: What follows from inputs

  private var derived: [String] {
    let behavior = ResourceBehavior.of(type)
    return behavior.derivedAttributes.filter { $0.value.hasPrefix("arn:") }.keys.sorted().compactMap { attribute in
      behavior.derivedValue(
        of: attribute, partition: placement.partition, account: placement.account, region: placement.region
      ) { input in
        guard let value = properties[input] else { return .absent }
        return .text(value.stringValue ?? "*")
      }
    }
  }

  /// A log group is named with and without what it contains: its tags are the group's alone (CloudWatch Logs user guide, "Resource ARNs").
  private static func withContents(_ arns: [String]) -> [String] {
    arns.flatMap { $0.contains(":log-group:") && $0.hasSuffix(":*") ? [String($0.dropLast(2)), $0] : [$0] }
  }

  // MARK: What the reference's form takes

  /// Properties, those that a type keeps in one object (`Budget`, `DistributionConfig`), and the parts of the identifier, by name.
  private var values: PropertyObject {
    var values = properties
    let short = type.split(separator: ":").last.map(String.init) ?? ""
    for container in [short, short + "Config"] {
      for field in properties[container]?.objectValue?.fields ?? [] where values[field.key] == nil { values[field.key] = field.value }
    }
    guard let identifier, let names = ResourceCatalog.aws.type(type)?.primaryIdentifier.strings else { return values }
    let parts = identifier.split(separator: "|", omittingEmptySubsequences: false)
    guard parts.count == names.count else { return values }
    for (name, part) in zip(names, parts) { values[name] = .string(String(part)) }
    return values
  }

  private func value(of place: Substring, isOnly: Bool, _ values: PropertyObject) -> String? {
    let names = ResourceCatalog.aws.type(type)?.primaryIdentifier.strings ?? []
    if isOnly, names.count == 1, let text = values[names[0]]?.stringValue, !text.hasPrefix("arn:") { return withPath(place, text) }
    let word = ActionResources.folded(place)
    let short = type.split(separator: ":").last.map { ActionResources.folded($0) } ?? ""
    guard word.hasSuffix("name") || word.hasSuffix("id") || word.hasSuffix("identifier") || Self.places[String(place)] != nil else {
      return nil
    }
    if let special = Self.places[String(place)], let text = values[special.property]?.stringValue { return text + special.end }
    for field in values.fields {
      let key = ActionResources.folded(field.key[...])
      guard let text = field.value.stringValue, !text.hasPrefix("arn:"), !text.isEmpty else { continue }
      let isMeant =
        switch key {
        case word: true
        case "name": word.hasSuffix("name")
        case "id": word == "id" || word == short + "id"
        default: isOnly && key == short + "name" && word.hasSuffix("name")
        }
      if isMeant { return withPath(place, text) }
    }
    return nil
  }

  private func withPath(_ place: Substring, _ text: String) -> String {
    guard place.hasSuffix("WithPath"), let path = properties["Path"]?.stringValue else { return text }
    return path.dropFirst() + text
  }

  /// Places whose property has another name, and what AWS puts behind its value.
  private static let places: [String: (property: String, end: String)] = [
    "GroupFriendlyName": ("AutoScalingGroupName", ""),
    "SecretId": ("Name", "-*"),
    "TaskDefinitionFamilyName": ("Family", ""),
  ]
}

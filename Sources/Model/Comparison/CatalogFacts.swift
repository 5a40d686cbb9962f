import ResourceCatalog

/// What AWS's resource schemas and the tables of behavior know of resource types.
public struct CatalogFacts: SchemaFacts {
  /// Creates the facts of the embedded catalogue.
  public init() {}

  public func type(_ name: String) -> TypeFacts {
    if name == ActionSpecification.type { return TypeFacts(behavior: Self.actionBehavior) }
    let behavior = ResourceBehavior.of(name)
    guard let schema = ResourceCatalog.aws.type(name) else { return TypeFacts(behavior: behavior) }
    var sets = [schema.primaryIdentifier.strings]
    for additional in schema.additionalIdentifiers { sets.append(additional.strings) }
    let settable = sets.filter { set in
      !set.isEmpty && set.allSatisfy { schema.property($0).map { !$0.isReadOnly } ?? false }
    }
    return TypeFacts(behavior: behavior, replacesByDeletingFirst: schema.replacesByDeletingFirst, identifiers: settable)
  }

  public func place(_ components: [String], in type: String) -> PlaceFacts {
    guard let schema = ResourceCatalog.aws.type(type) else { return PlaceFacts() }
    var facts = PlaceFacts()
    let traits = schema.traits(at: components)
    if traits.contains(.createOnly) {
      facts.mutability = .createOnly
    } else if traits.contains(.conditionalCreateOnly) {
      facts.mutability = .conditionalCreateOnly
    }
    facts.isWriteOnly = traits.contains(.writeOnly)
    facts.equivalence = PropertyTransform.equivalence(at: components, in: schema)
    guard let place = schema.schema(at: components) else { return facts }
    facts.form = Self.form(place, components, schema)
    facts.defaultValue = (place.defaultValue ?? place.resolved.defaultValue).map(Self.value)
    return facts
  }

  /// An action is made by an idempotent call, and its proof tells at once.
  private static let actionBehavior: ResourceBehavior = {
    var behavior = ResourceBehavior()
    behavior.apiClass = .upsert
    behavior.settleTime = 0
    return behavior
  }()

  private static func form(_ place: Schema, _ components: [String], _ type: TypeSchema) -> PlaceFacts.Form {
    let resolved = place.resolved
    if components.count == 1, type.tagProperty.map({ $0 == components[0] }) == true, case .list(let key, let value) = type.tagForm {
      return .tagList(key: key, value: value)
    }
    switch resolved.kind {
    case .map: return .map
    case .json: return .document
    case .array:
      if components.last?.hasSuffix("Tags") == true, let element = resolved.element?.resolved, element.property("Key") != nil,
        element.property("Value") != nil
      {
        return .tagList(key: "Key", value: "Value")
      }
      return place.isUnordered || resolved.isUnordered ? .unorderedList : .plain
    case .string: return resolved.formats.contains { $0 == "json" } ? .document : .plain
    case .any, .integer, .number, .boolean, .object, .reference: return .plain
    }
  }

  private static func value(_ value: CatalogValue) -> PropertyValue {
    switch value.content {
    case .null: return .null
    case .bool(let flag): return .bool(flag)
    case .number(let number): return Int(exactly: number).map(PropertyValue.integer) ?? .number(number)
    case .string(let text): return .string(String(text))
    case .array(let elements): return .array(elements.map(Self.value))
    case .object(let members): return .object(PropertyObject(members.map { (String($0.key), Self.value($0.value)) }))
    }
  }
}

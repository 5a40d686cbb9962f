import ResourceCatalog

/// Names the nested types of one resource and gives each property its Swift type.
///
/// A definition of the schema becomes a type directly inside of the resource, once, and only if a property needs it; so recursion costs nothing.
/// An object without a name of its own becomes a type inside of the object that it belongs to, named for the property.
struct SurfaceBuilder {
  let type: TypeSchema
  let typeName: String
  let swiftName: String

  private let resolver: ReferenceResolver
  private let nestedTraits: NestedTraits

  /// Swift names of definitions that are types.
  private var definitionTypes: [String: String] = [:]
  private var wanted: [String] = []
  private var wantedSet: Set<String> = []
  private var topTypes: [NestedType] = []
  private var topNames: Set<String> = []

  init(_ type: TypeSchema) {
    self.type = type
    typeName = String(type.name)
    swiftName = SwiftIdentifier.typeName(lastComponent(of: typeName))
    resolver = ReferenceResolver(type)
    nestedTraits = NestedTraits(type)
    nameDefinitions()
  }

  /// The parameters of the resource's initializer.
  mutating func topParameters() -> [Parameter] {
    var scope = Scope(taken: topNames.union([swiftName]))
    let tagProperty = type.tagForm == .none ? nil : type.tagProperty.map { String($0) }
    let result = parameters(of: type.schema.resolved, scope: &scope, isTop: true, tagProperty: tagProperty)
    topTypes += scope.nested
    topNames = scope.taken
    return result
  }

  /// The nested types that parameters use, in the order in which they are first used.
  mutating func reachableTypes() -> [NestedType] {
    var next = 0
    while next < wanted.count {
      let name = wanted[next]
      next += 1
      guard let swiftName = definitionTypes[name], let definition = type.definition(named: name) else { continue }
      topTypes.append(makeType(swiftName, Self.effective(definition)))
    }
    return topTypes
  }

  // MARK: Definitions

  private mutating func nameDefinitions() {
    for position in 0..<type.definitionCount {
      let definition = type.definition(at: position)
      let schema = Self.effective(definition.schema)
      guard Self.isType(schema) else { continue }
      var name = SwiftIdentifier.typeName(String(definition.name))
      while topNames.contains(name) { name += "Shape" }
      topNames.insert(name)
      definitionTypes[String(definition.name)] = name
    }
  }

  private static func isType(_ schema: Schema) -> Bool {
    switch schema.kind {
    case .object: !schema.properties.isEmpty
    case .string: choices(of: schema) != nil
    default: false
    }
  }

  /// The allowed strings, if they make a type.
  static func choices(of schema: Schema) -> [String]? {
    guard schema.kind == .string else { return nil }
    if let values = schema.enumValues ?? schema.caseInsensitiveEnumeration?.strings, !values.isEmpty { return values.strings }
    return nil
  }

  /// The schema itself, or of alternatives the one that a Swift type can stand for: a list, then an object, then what all have in common.
  ///
  /// The result may be a reference to a definition, so that recursion through alternatives ends at the definition's type.
  static func chosen(_ schema: Schema) -> Schema {
    let resolved = schema.resolved
    guard resolved.kind == .any || resolved.kind == .json, resolved.properties.isEmpty else { return schema }
    var alternatives: [Schema] = []
    for list in [resolved.oneOf, resolved.anyOf] { alternatives += list }
    if let list = alternatives.first(where: { $0.resolved.kind == .array && $0.resolved.element != nil }) { return list }
    if let object = alternatives.first(where: { $0.resolved.kind == .object && !$0.resolved.properties.isEmpty }) { return object }
    let kinds = Set(alternatives.map(\.resolved.kind))
    if kinds.count == 1, let kind = kinds.first, [.string, .integer, .number, .boolean].contains(kind) { return alternatives[0] }
    return schema
  }

  /// The schema that a Swift type stands for, without references.
  static func effective(_ schema: Schema) -> Schema { chosen(schema).resolved }

  // MARK: Types

  /// The names that are taken in a type, and the types declared in it.
  private struct Scope {
    var taken: Set<String>
    var nested: [NestedType] = []
    var byNode: [Schema: String] = [:]
  }

  private mutating func makeType(_ name: String, _ schema: Schema) -> NestedType {
    if let values = Self.choices(of: schema) { return NestedType(name: name, content: .choice(values)) }
    var scope = Scope(taken: topNames.union([name, swiftName]))
    let parameters = parameters(of: schema, scope: &scope, isTop: false, tagProperty: nil)
    return NestedType(name: name, content: .object(parameters, nested: scope.nested))
  }

  private mutating func parameters(
    of object: Schema, scope: inout Scope, isTop: Bool, tagProperty: String?
  ) -> [Parameter] {
    let properties = object.properties.filter { property in
      !property.schema.isNever && !(isTop && property.isReadOnly)
        && !(!isTop && nestedTraits.traits(of: String(property.name), in: object).contains(.readOnly) && !property.isRequired)
    }
    let names = properties.map { String($0.name) }
    let labels = PropertyLabel.labels(for: names)
    var result: [Parameter] = []
    result.reserveCapacity(properties.count)
    for (index, property) in properties.enumerated() {
      let name = names[index]
      let traits = isTop ? property.traits : property.traits.union(nestedTraits.traits(of: name, in: object))
      let valueType =
        name == tagProperty
        ? ValueType.tags
        : swiftType(of: property.schema, property: name, owner: object, isSecret: traits.contains(.writeOnly), formats: [], scope: &scope)
      result.append(
        Parameter(
          label: labels[index], property: name, type: valueType, isRequired: property.isRequired, traits: traits, schema: property.schema))
    }
    return result.sorted(by: Parameter.precedes)
  }

  private mutating func swiftType(
    of schema: Schema, property: String, owner: Schema, isSecret: Bool, formats: [CatalogString], scope: inout Scope
  ) -> ValueType {
    if let definition = schema.definitionName, let name = definitionTypes[String(definition)] {
      let key = String(definition)
      if wantedSet.insert(key).inserted { wanted.append(key) }
      return Self.effective(schema).kind == .object ? .shape(name) : .choice(name)
    }
    let chosen = Self.chosen(schema)
    if chosen != schema, chosen.definitionName != nil {
      return swiftType(of: chosen, property: property, owner: owner, isSecret: isSecret, formats: formats, scope: &scope)
    }
    let effective = chosen.resolved
    let ownFormats = effective.formats
    let allFormats = ownFormats.isEmpty ? formats : ownFormats
    switch effective.kind {
    case .string:
      if Self.choices(of: effective) != nil { return .choice(nestedName(effective, property, &scope)) }
      if let target = resolver.target(ofProperty: property, in: owner, formats: allFormats) { return .reference(target) }
      return isSecret ? .secret : .string
    case .integer: return .integer
    case .number: return .number
    case .boolean: return .boolean
    case .array:
      guard let element = effective.element else { return .list(.document) }
      return .list(swiftType(of: element, property: property, owner: owner, isSecret: false, formats: allFormats, scope: &scope))
    case .map:
      guard let element = effective.element else { return .document }
      return .map(swiftType(of: element, property: property, owner: owner, isSecret: false, formats: allFormats, scope: &scope))
    case .object:
      return effective.properties.isEmpty ? .document : .shape(nestedName(effective, property, &scope))
    case .any, .json, .reference: return .document
    }
  }

  /// The name of a type inside of the current one, made on first use.
  private mutating func nestedName(_ schema: Schema, _ property: String, _ scope: inout Scope) -> String {
    if let known = scope.byNode[schema] { return known }
    var name = SwiftIdentifier.typeName(property)
    while scope.taken.contains(name) { name += "Value" }
    scope.taken.insert(name)
    scope.byNode[schema] = name
    let outer = topNames
    topNames.formUnion(scope.taken)
    let nested = makeType(name, schema)
    topNames = outer
    scope.nested.append(nested)
    return name
  }
}

/// The part of a CloudFormation name behind the last `::`.
func lastComponent(of typeName: String) -> String {
  guard let colon = typeName.utf8.lastIndex(of: UInt8(ascii: ":")) else { return typeName }
  return String(typeName[typeName.utf8.index(after: colon)...])
}

import ResourceCatalog
import StrataModel

/// What the cloud needs of a type, worked out once: the schema's paths, the makers of attributes, references, rules.
final class TypeProfile: Sendable {
  let name: String
  /// The service part of the name, such as `AWS::EC2`.
  let service: String
  let resource: String
  let schema: TypeSchema
  let behavior: ResourceBehavior
  let isGlobal: Bool
  let primaryIdentifier: [[String]]
  let createOnly: [[String]]
  let conditional: [[String]]
  let writeOnly: [[String]]
  /// Write-only properties that are part of a key: the service knows them, and shows them to nobody.
  let hiddenKeyParts: [String]
  let required: [String]
  /// Read-only paths, for refusing documents that set them; those of one component.
  let readOnlyNames: Set<String>
  let attributes: [Attribute]
  /// Names that the service makes up when none is given, by property.
  let names: [(property: String, maker: AttributeMaker)]
  /// What reads show although nobody gave it.
  let defaults: [(String, PropertyValue)]
  /// Top-level lists whose order means nothing.
  let unordered: [String]
  /// Properties that hold JSON documents, which services store in a form of their own.
  let documents: Set<String>
  let tagProperty: String?
  let references: [ReferenceFacts.Fact]
  /// Attributes under which other objects refer to this one.
  let handles: [[String]]
  let occupancy: [Occupancy]
  let blockers: Set<String>?
  let contents: [String: String]
  let rules: [any CloudRule]
  let waits: OperationWaits
  let sensitive: Set<String>

  /// A key that one object holds.
  struct Occupancy: Sendable {
    let paths: [[String]]
    /// A property that holders give, whatever its value.
    let condition: String?
  }

  /// A read-only attribute.
  struct Attribute: Sendable {
    let path: [String]
    let condition: String?
    let maker: AttributeMaker
    /// Whether the behavior table says how inputs fix it.
    var isDerived = false
  }

  init(_ schema: TypeSchema) {
    self.schema = schema
    let name = String(schema.name)
    self.name = name
    service = schema.serviceName
    resource = String(name[name.index(name.startIndex, offsetBy: min(name.count, schema.serviceName.count + 2))...])
    behavior = BehaviorFacts.behavior(of: name)
    isGlobal = GlobalServices.contains(service: service, type: name)
    primaryIdentifier = schema.primaryIdentifier.map { Self.components($0) }
    createOnly = schema.createOnlyPaths.map { Self.components($0) }
    conditional = schema.conditionalCreateOnlyPaths.map { Self.components($0) }
    writeOnly = schema.writeOnlyPaths.map { Self.components($0) }
    let readOnly = schema.readOnlyPaths.map { Self.components($0) }
    readOnlyNames = Set(readOnly.filter { $0.count == 1 }.compactMap(\.first))
    required = schema.properties.filter(\.isRequired).map { String($0.name) }
    tagProperty = schema.tagProperty.map { String($0) }
    references = ReferenceFacts.facts(of: name)
    blockers = DeletionFacts.blockers(of: name)
    contents = DeletionFacts.contents(of: name) ?? [:]
    sensitive = Set(behavior.sensitiveAttributes).union(BehaviorFacts.sensitive[name] ?? [])
    waits = OperationWaits(of: name, behavior: behavior)
    rules = CloudRules.rules(of: name)
    occupancy = behavior.occupancyKeys.map { key in
      Occupancy(paths: key.paths.map { Self.components($0) }, condition: key.condition)
    }
    let keyParts = Set(occupancy.flatMap(\.paths).compactMap(\.first))
    hiddenKeyParts = writeOnly.compactMap { $0.count == 1 && keyParts.contains($0[0]) ? $0[0] : nil }
    var handles = primaryIdentifier.count == 1 ? primaryIdentifier : []
    handles += schema.additionalIdentifiers.flatMap { $0.count == 1 ? [Self.components($0[0])] : [] }
    let arn = resource.lowercased() + "arn"
    handles += readOnly.filter { $0.count == 1 && ($0[0] == "Arn" || $0[0].lowercased() == arn) }
    handles += (BehaviorFacts.handles[name] ?? []).map { [$0] }
    self.handles = handles.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }

    let plan = AttributePlan(
      schema: schema, service: service, resource: resource, isGlobal: isGlobal, readOnly: readOnly, behavior: behavior)
    attributes = plan.attributes
    names = plan.names
    defaults = plan.defaults
    unordered = schema.properties.filter { $0.schema.isUnordered || $0.schema.resolved.isUnordered }.map { String($0.name) }
    documents = Set(
      schema.properties.filter { property in
        let kind = property.schema.resolved.kind
        return kind == .json || kind == .map && property.schema.format.map { $0 == "json" } ?? false
      }.map { String($0.name) })
  }

  static func components(_ path: CatalogString) -> [String] { components(String(path)) }

  static func components(_ path: String) -> [String] {
    path.split(whereSeparator: { $0 == "/" || $0 == "." }).map(String.init)
  }
}

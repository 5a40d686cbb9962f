import ResourceCatalog
import StrataModel

/// Which attributes and names a service adds to objects of a type, and how each is made.
struct AttributePlan {
  private(set) var attributes: [TypeProfile.Attribute] = []
  private(set) var names: [(property: String, maker: AttributeMaker)] = []
  private(set) var defaults: [(String, PropertyValue)] = []

  /// Attributes that AWS shows only after a failure or not at all.
  private static let absent: Set<String> = [
    "FailureReason", "StatusMessage", "StatusReason", "StateReason", "StatusReasons", "LastModificationErrors", "ErrorMessage",
    "FailureMessage",
    "AutomaticRestartTime", "ResumeFullAutomationModeTime", "PercentProgress", "ReadReplicaDBClusterIdentifiers", "StatusInfos",
    "LatestRestorableTime", "SecondaryAvailabilityZone",
  ]

  init(schema: TypeSchema, service: String, resource: String, isGlobal: Bool, readOnly: [[String]], behavior: ResourceBehavior) {
    let type = String(schema.name)
    var sample = AttributeContext(
      scope: CloudScope(partition: "aws", account: "123456789012", region: isGlobal ? "" : "us-east-1"), region: "us-east-1",
      now: 1_795_253_400_000, random: CloudRandom(seed: 7, salt: 7), inputs: PropertyObject())
    let primary = schema.primaryIdentifier.map { TypeProfile.components($0) }
    let isReadOnly = { (path: [String]) in readOnly.contains(path) }
    let nameProperty = primary.first { !$0[0].hasSuffix("Arn") && !$0[0].hasSuffix("ARN") }?.first
    if let nameProperty, !isReadOnly([nameProperty]) { sample.inputs[nameProperty] = "sample-1" }
    var builder = AttributeMakerBuilder(
      service: GlobalServices.arnService(service), resource: resource, isGlobal: isGlobal, nameProperty: nameProperty, sample: sample)
    let forms = IdentityForms.forms(of: type)
    addNames(schema, forms: forms, primary: primary, readOnly: readOnly, &builder)

    var covered: [[String]] = []
    for form in forms where schema.property(form.path.first ?? "") != nil {
      let isNumber = schema.schema(at: form.path).map { $0.resolved.kind == .integer || $0.resolved.kind == .number } ?? false
      attributes.append(
        TypeProfile.Attribute(
          path: form.path, condition: form.condition, maker: isNumber ? .number(form.template) : .text(form.template)))
      covered.append(form.path)
    }
    // Identifiers first: ARNs are made of them.
    let order = { (path: [String]) in path.last?.lowercased().hasSuffix("arn") == true ? 1 : 0 }
    for path in readOnly.sorted(by: { (order($0), $0.count) < (order($1), $1.count) }) {
      guard !path.contains("*"), !covered.contains(where: { path.starts(with: $0) || $0.starts(with: path) && path.count == 1 }) else {
        continue
      }
      guard let name = path.last, !Self.absent.contains(name) || primary.contains(path), let property = schema.schema(at: path) else {
        continue
      }
      let parent = path.count > 1 ? String(path[0]) : nil
      let isWhollyReadOnly = parent.map { parent in
        schema.property(parent)?.schema.resolved.properties.allSatisfy { isReadOnly([parent, String($0.name)]) } ?? false
      }
      let maker = builder.maker(for: property, name: name)
      var probe = builder.sample
      probe.attributes.set(maker.value(in: &probe), at: path)
      builder.sample.attributes = probe.attributes
      attributes.append(TypeProfile.Attribute(path: path, condition: isWhollyReadOnly == false ? parent : nil, maker: maker))
      covered.append(path)
    }
    for index in attributes.indices where attributes[index].path.count == 1 {
      attributes[index].isDerived = behavior.derivedAttributes[attributes[index].path[0]] != nil
    }
    for property in schema.properties where !property.isReadOnly && !property.isWriteOnly && !property.isDeprecated && !property.isRequired
    {
      guard let value = property.schema.defaultValue ?? property.schema.resolved.defaultValue else { continue }
      switch value.content {
      case .bool, .number, .string: defaults.append((String(property.name), value.propertyValue))
      case .null, .array, .object: break
      }
    }
  }

  /// Adds the names that identifiers are made of and a document may leave out.
  private mutating func addNames(
    _ schema: TypeSchema, forms: [IdentityForms.Form], primary: [[String]], readOnly: [[String]], _ builder: inout AttributeMakerBuilder
  ) {
    var wanted = primary.filter { $0.count == 1 && !readOnly.contains($0) }.map { $0[0] }
    for form in forms {
      for case .value(let path, _, let fallback) in form.template.segments where path.count == 1 && fallback.isEmpty {
        if path[0].hasSuffix("Name"), !readOnly.contains(path) { wanted.append(path[0]) }
      }
    }
    for property in wanted {
      guard !names.contains(where: { $0.property == property }), let found = schema.property(property), !found.isRequired else { continue }
      guard found.schema.resolved.kind == .string || found.schema.resolved.kind == .any else { continue }
      names.append((property, builder.maker(for: found.schema, name: property)))
    }
  }
}

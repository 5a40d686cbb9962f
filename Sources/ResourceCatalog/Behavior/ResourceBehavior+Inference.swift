extension ResourceBehavior {
  /// What a type's schema alone tells about its API.
  ///
  /// An identifier that the client sets is a name. An identifier that AWS assigns, together with tags on create, is found by tag. Where every part
  /// of the identifier is set by the client, they are a key. What is left can only be created through Cloud Control, which takes tokens.
  static func inferred(for type: String) -> ResourceBehavior {
    var behavior = ResourceBehavior()
    guard let schema = ResourceCatalog.aws.type(type) else {
      behavior.apiClass = .none
      return behavior
    }
    behavior.holdsData = schema.holdsData
    if let name = nameProperty(of: schema) {
      behavior.apiClass = .name
      behavior.settleTime = 10
      if !name.isRequired { behavior.generatedName = generatedName(in: name) }
    } else if schema.isTaggable && schema.isTaggedOnCreate {
      behavior.apiClass = .tags
    } else if schema.primaryIdentifier.allSatisfy({ schema.property(String($0))?.isReadOnly == false }) {
      behavior.apiClass = .uniqueContent
      behavior.settleTime = 60
    } else {
      behavior = behavior.throughCloudControl
    }
    return behavior
  }

  /// The text property that alone identifies a resource and that the client sets, unless it is the identifier of another resource.
  private static func nameProperty(of type: TypeSchema) -> PropertySchema? {
    let single = type.primaryIdentifier.count == 1 ? [type.primaryIdentifier[0]] : []
    let candidates = single + type.additionalIdentifiers.filter { $0.count == 1 }.map { $0[0] }
    for candidate in candidates {
      guard let property = type.property(String(candidate)), !property.isReadOnly else { continue }
      let value = property.schema.resolved
      guard value.kind == .string, value.enumeration == nil, !value.formats.contains(where: { $0.hasPrefix("AWS::") }) else { continue }
      let name = String(property.name)
      if name.hasSuffix("Arn") || name.hasSuffix("ARN") { continue }
      return property
    }
    return nil
  }

  /// Limits of a name as its schema states them; 63 characters where it states none (unverified, the shortest that is common).
  private static func generatedName(in property: PropertySchema) -> GeneratedName {
    let value = property.schema.resolved
    let pattern = value.pattern.map { String($0) } ?? ""
    let admitsUppercase = pattern.isEmpty || ["A-Z", "\\w", "\\p", "\\S", "A-z", ".*", ".+", "[^"].contains { pattern.contains($0) }
    let admitsHyphen = pattern.isEmpty || pattern.contains("-]") || pattern.contains("\\-") || !pattern.contains("[a-zA-Z0-9_]")
    return GeneratedName(
      property: String(property.name), maximumLength: min(value.maxLength ?? 63, 255), isLowercase: !admitsUppercase,
      allowsHyphen: admitsHyphen)
  }
}

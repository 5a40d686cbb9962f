import CatalogData

extension TypeSchema {
  /// Everything that is wrong with a document of this type, in the order of the document.
  ///
  /// Linear in the size of the document. Values that are not known yet satisfy every rule that asks for their content.
  ///
  /// - Parameters:
  ///   - document: The properties, an object.
  ///   - options: How strictly to check; by default as for a document that is about to be sent.
  public func violations<Value: ValidatableValue>(in document: Value, options: ValidationOptions = ValidationOptions()) -> [RuleViolation] {
    var check = DocumentCheck(type: self, options: options)
    let view = LiteralValue(document)
    check.check(view, schema, readOnly: options.allowsReadOnlyProperties || !hasNestedReadOnlyPaths ? catalog_none : pathTrie)
    if options.checksRules, case .object(let fields) = view {
      check.checkLifecycle(of: self)
      check.checkRules(view, of: self)
      check.checkTags(fields, of: self)
    }
    return check.violations
  }

  /// Everything that is wrong with one value at a path, such as a literal that a macro sees; rules across properties are left out.
  ///
  /// - Parameters:
  ///   - value: The value; `.unknown` for a part that is not seen.
  ///   - path: Property names from the top of the document, with `*` for elements of lists and values of maps.
  ///   - options: How strictly to check.
  public func violations<Value: ValidatableValue>(
    in value: Value, at path: [String], options: ValidationOptions = ValidationOptions()
  ) -> [RuleViolation] {
    guard let schema = schema(at: path) else { return [] }
    var check = DocumentCheck(type: self, options: options)
    check.path = path.filter { $0 != "*" }.map { .key($0) }
    check.check(LiteralValue(value), schema, readOnly: catalog_none)
    return check.violations
  }

  /// The violation of a property that the type does not have, with the name that was probably meant.
  public func unknownProperty(_ name: String) -> RuleViolation {
    let nearest = NearestName.nearest(to: name, among: properties.lazy.map { String($0.name) })
    let message = "\(self.name) has no property '\(name)'" + (nearest.map { "; did you mean '\($0)'?" } ?? "")
    return RuleViolation(.unknownProperty, path: [.key(name)], message: message, replacements: nearest.map { [$0] } ?? [])
  }
}

extension Schema {
  /// Everything that is wrong with a value of this schema, for callers that hold a schema and no type.
  ///
  /// - Parameters:
  ///   - value: The value.
  ///   - name: What the value is called in messages.
  ///   - typeName: The resource type, for messages about objects.
  public func violations<Value: ValidatableValue>(
    in value: Value, named name: String, of typeName: String, options: ValidationOptions = ValidationOptions()
  ) -> [RuleViolation] {
    var check = DocumentCheck(typeName: typeName, options: options)
    check.path = [.key(name)]
    check.check(LiteralValue(value), self, readOnly: catalog_none)
    return check.violations
  }
}

extension ResourceCatalog {
  /// The name of a resource type that was probably meant.
  public func nearestType(to name: String) -> String? { NearestName.nearest(to: name, among: types.lazy.map { String($0.name) }) }
}

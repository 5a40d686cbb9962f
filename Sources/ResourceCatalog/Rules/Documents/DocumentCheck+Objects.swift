import CatalogData

extension DocumentCheck {
  mutating func checkObject(_ fields: [LiteralValue.Field], _ schema: Schema, _ flags: UInt32, _ presence: UInt32, _ readOnly: UInt32) {
    let table = presence >> SchemaField.properties & 1 != 0 ? schema.field(SchemaField.properties) : catalog_none
    let rows = table == catalog_none ? 0 : catalog_word(table)
    var requiredFound: UInt32 = 0
    for field in fields {
      let key = field.key
      let row = rows == 0 ? -1 : key.withCatalogBytes { catalog_find(table + 1, rows & 0xffff, 2, $0.baseAddress, $0.count) }
      if row < 0 {
        checkUnnamed(field, schema, flags, presence, readOnly)
        continue
      }
      let entry = table + 1 + 2 * UInt32(row)
      // Bits rather than the option set: a debug build calls through several layers for each of its questions.
      let traits = UInt8(catalog_word(entry) >> 24)
      let view = field.value
      if traits & 1 != 0 {
        if case .null = view {} else { requiredFound += 1 }
      }
      let below = readOnly == catalog_none ? (level: catalog_none, isReadOnly: false) : descend(key, in: readOnly)
      path.append(.key(key))
      if below.isReadOnly || traits & 2 != 0, !options.allowsReadOnlyProperties, probing == 0 {
        report(.readOnlyProperty, "\(key) of \(typeName) is read-only: AWS sets it; remove it")
      }
      check(view, Schema(node: catalog_word(entry + 1), definitions: schema.definitions), readOnly: below.level)
      path.removeLast()
    }
    if requiredFound < rows >> 16, !options.allowsMissingProperties { reportMissing(fields, schema.ownProperties) }
    if presence & SchemaField.objectMask != 0 { checkObjectRules(fields, schema, presence) }
  }

  /// The next level of the tree of paths, and whether the property itself is read-only.
  func descend(_ key: String, in level: UInt32) -> (level: UInt32, isReadOnly: Bool) {
    guard level != catalog_none else { return (catalog_none, false) }
    let count = catalog_word(level)
    var row = key.withCatalogBytes { catalog_find(level + 1, count, 3, $0.baseAddress, $0.count) }
    if row < 0 {
      var star = UInt8(ascii: "*")
      row = catalog_find(level + 1, count, 3, &star, 1)
    }
    guard row >= 0 else { return (catalog_none, false) }
    let entry = level + 1 + 3 * UInt32(row)
    return (catalog_word(entry + 2), catalog_word(entry + 1) >> 24 & UInt32(PropertyTraits.readOnly.rawValue) != 0)
  }

  private mutating func checkUnnamed(_ field: LiteralValue.Field, _ schema: Schema, _ flags: UInt32, _ presence: UInt32, _ readOnly: UInt32)
  {
    let key = field.key
    var isNamed = false
    if presence >> SchemaField.patternProperties & 1 != 0 {
      for (pattern, value) in schema.patternProperties where SchemaPattern.isFound(pattern, in: key) ?? true {
        isNamed = true
        path.append(.key(key))
        check(field.value, value, readOnly: descend(key, in: readOnly).level)
        path.removeLast()
      }
    }
    if isNamed { return }
    if let additional = schema.additionalProperties {
      path.append(.key(key))
      check(field.value, additional, readOnly: descend(key, in: readOnly).level)
      path.removeLast()
      return
    }
    guard flags & SchemaField.closed != 0, reports() else { return }
    let names = schema.properties
    let nearest = NearestName.nearest(to: key, among: names.lazy.map { String($0.name) })
    var message = "\(owner) has no property '\(key)'"
    if let nearest {
      message += "; did you mean '\(nearest)'?"
    } else if names.isEmpty, let pattern = schema.patternProperties.first?.pattern {
      message = "'\(key)' is no key of \(owner): keys must match \(pattern)"
    } else if names.count <= 12, !names.isEmpty {
      message += "; it has " + names.map { String($0.name) }.joined(separator: ", ")
    }
    report(.unknownProperty, message, replacements: nearest.map { [$0] } ?? [], at: .key(key))
  }

  private mutating func reportMissing(_ fields: [LiteralValue.Field], _ properties: PropertyTable) {
    guard reports() else { return }
    for property in properties where property.isRequired && !holds(fields, property.name) {
      report(.missingProperty, "\(owner) requires \(property.name)")
    }
  }

  /// Whether an object has a key, with another value than null.
  func holds(_ fields: [LiteralValue.Field], _ name: CatalogString) -> Bool {
    for field in fields where name == field.key {
      if case .null = field.value { return false }
      return true
    }
    return false
  }

  private mutating func checkObjectRules(_ fields: [LiteralValue.Field], _ schema: Schema, _ presence: UInt32) {
    if !options.allowsMissingProperties {
      for name in schema.looselyRequired where !holds(fields, name) {
        if reports() { report(.missingProperty, "\(owner) requires \(name)") }
      }
      for (name, needed) in schema.dependentRequired where holds(fields, name) {
        for other in needed where !holds(fields, other) {
          if reports() { report(.missingProperty, "\(owner) requires \(other) beside \(name)") }
        }
      }
      let choices = schema.requiredOr
      if !choices.isEmpty, !choices.contains(where: { holds(fields, $0) }), reports() {
        report(.missingProperty, "\(owner) requires at least one of \(choices.strings.joined(separator: ", "))")
      }
    }
    for (name, excluded) in schema.dependentExcluded where holds(fields, name) {
      for other in excluded where holds(fields, other) {
        if reports() {
          report(.exclusiveProperties, "\(owner) takes either \(name) or \(other), not both", at: .key(String(other)))
        }
      }
    }
    let exclusive = schema.requiredXor
    if !exclusive.isEmpty {
      let found = exclusive.filter { holds(fields, $0) }
      let names = exclusive.strings.joined(separator: ", ")
      if found.count > 1, reports() {
        report(
          .exclusiveProperties, "\(owner) takes exactly one of \(names), not \(found.map { String($0) }.joined(separator: " and "))",
          at: .key(String(found[1])))
      } else if found.isEmpty, !options.allowsMissingProperties, reports() {
        report(.missingProperty, "\(owner) requires exactly one of \(names)")
      }
    }
    guard presence >> SchemaField.rare & 1 != 0 else { return }
    if let least = schema.minProperties, fields.count < least, reports() {
      report(.wrongCount, "\(owner) must have at least \(least) keys, not \(fields.count)")
    }
    if let most = schema.maxProperties, fields.count > most, reports() {
      report(.wrongCount, "\(owner) must have at most \(most) keys, not \(fields.count)")
    }
    if let names = schema.propertyNames { checkKeys(fields, names) }
  }

  private mutating func checkKeys(_ fields: [LiteralValue.Field], _ names: Schema) {
    for field in fields {
      guard NameCheck.fails(field.key, names), reports() else { continue }
      report(.wrongKeyName, "'\(field.key)' is no allowed key of \(owner)", at: .key(field.key))
    }
  }
}

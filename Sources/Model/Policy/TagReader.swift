import ResourceCatalog

/// Reads the tags of resources, by the form that each type's schema gives them.
struct TagReader {
  private enum Form {
    case none
    case list(property: String, key: String, value: String)
    case map(property: String)
  }

  private var forms: [String: Form] = [:]

  /// The tags by key, with `*` for a value that is not known yet; `nil` for a type that cannot bear tags.
  mutating func tags(of node: ResourceNode) -> [String: String]? {
    switch form(of: node.type) {
    case .none: return nil
    case .list(let property, let key, let value):
      var tags: [String: String] = [:]
      for element in node.properties[property]?.elements ?? [] {
        if let key = element[key]?.stringValue { tags[key] = element[value]?.scalarText ?? "*" }
      }
      return tags
    case .map(let property):
      var tags: [String: String] = [:]
      for field in node.properties[property]?.objectValue?.fields ?? [] { tags[field.key] = field.value.scalarText ?? "*" }
      return tags
    }
  }

  private mutating func form(of type: String) -> Form {
    if let known = forms[type] { return known }
    var form = Form.none
    if let schema = ResourceCatalog.aws.type(type), schema.isTaggable, let property = schema.tagProperty {
      let name = String(property)
      switch schema.tagForm {
      case .list(let key, let value): form = .list(property: name, key: String(key), value: String(value))
      case .map: form = .map(property: name)
      case .none: break
      }
    }
    forms[type] = form
    return form
  }
}

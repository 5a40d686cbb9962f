import ResourceCatalog
import StrataModel

/// Writes tags in the form that each resource type wants.
struct DefaultTagging {
  private struct Form {
    let property: String
    let form: TypeSchema.TagForm
    /// A field that each tag of the type must have beside key and value.
    let extraField: String?
  }

  /// The forms that were asked for, by type name; `nil` for a type that takes no tags.
  private var forms: [String: Form?] = [:]

  /// Adds a resource's own tags and those of its surroundings to its properties; on equal keys its own win.
  mutating func apply(to properties: inout PropertyObject, type: String, own: Tags?, inherited: Tags?) {
    guard own != nil || inherited?.isEmpty == false, let form = form(of: type) else { return }
    let tags = own.map { inherited?.merging($0) ?? $0 } ?? inherited ?? [:]
    guard !tags.isEmpty else { return }
    switch form.form {
    case .none: break
    case .map: properties[form.property] = .object(tags.values)
    case .list(let keyName, let valueName):
      var list: [PropertyValue] = []
      list.reserveCapacity(tags.values.count)
      let fields = tags.values.fields
      var index = 0
      while index < fields.count {
        let field = fields[index]
        index += 1
        var tag = PropertyObject()
        tag[keyName] = .string(field.key)
        tag[valueName] = field.value
        if let extra = form.extraField { tag[extra] = true }
        list.append(.object(tag))
      }
      properties[form.property] = .array(list)
    }
  }

  private mutating func form(of type: String) -> Form? {
    if let known = forms[type] { return known }
    let form = Self.makeForm(of: type)
    forms[type] = .some(form)
    return form
  }

  private static func makeForm(of type: String) -> Form? {
    guard let schema = ResourceCatalog.aws.type(type), let property = schema.tagProperty, schema.tagForm != .none else { return nil }
    // The tags of an Auto Scaling group say for themselves whether instances get them; AWS has no default for it.
    let extraField = type == "AWS::AutoScaling::AutoScalingGroup" ? "PropagateAtLaunch" : nil
    return Form(property: String(property), form: schema.tagForm, extraField: extraField)
  }
}

import ResourceCatalog
import StrataModel

/// Writes tags in the form that each resource type wants.
struct DefaultTagging {
  private struct Form {
    let property: String
    let form: TypeSchema.TagForm
    /// A field that each tag of the type must have beside key and value.
    let extraField: String?

    func value(of tags: Tags) -> PropertyValue {
      guard case .list(let keyName, let valueName) = form else { return .object(tags.values) }
      let fields = tags.values.fields
      var list: [PropertyValue] = []
      list.reserveCapacity(fields.count)
      var index = 0
      while index < fields.count {
        var tag = PropertyObject(minimumCapacity: 2)
        tag[keyName] = .string(fields[index].key)
        tag[valueName] = fields[index].value
        if let extraField { tag[extraField] = true }
        list.append(.object(tag))
        index += 1
      }
      return .array(list)
    }
  }

  /// The tags that all resources of a type get in one scope if they have none of their own, as mostly.
  private struct InheritedValue {
    let scope: DeclarationScope
    let value: PropertyValue
  }

  /// The forms that were asked for, by type name; `nil` for a type that takes no tags.
  private var forms: [String: Form?] = [:]

  /// The last value written for tags that are only inherited, by type name.
  private var inheritedValues: [String: InheritedValue] = [:]

  /// Adds a resource's own tags and those of its surroundings to its properties; on equal keys its own win.
  mutating func apply(to properties: inout PropertyObject, type: String, own: Tags?, scope: DeclarationScope?) {
    let inherited = scope?.tags
    if type == "AWS::EC2::LaunchTemplate", let tags = own.map({ inherited?.merging($0) ?? $0 }) ?? inherited {
      Self.tagWhatIsLaunched(tags, &properties)
    }
    guard own != nil || inherited?.isEmpty == false, let form = form(of: type) else { return }
    if let own {
      let tags = inherited?.merging(own) ?? own
      if !tags.isEmpty { properties[form.property] = form.value(of: tags) }
    } else if let inherited {
      if let scope, let known = inheritedValues[type], known.scope === scope {
        properties[form.property] = known.value
        return
      }
      let value = form.value(of: inherited)
      properties[form.property] = value
      if let scope { inheritedValues[type] = InheritedValue(scope: scope, value: value) }
    }
  }

  /// Adds tags to what a launch template starts, where it does not say others.
  ///
  /// An Auto Scaling group hands its tags on to instances and not to their volumes, and a single instance to nothing.
  private static func tagWhatIsLaunched(_ tags: Tags, _ properties: inout PropertyObject) {
    guard case .object(var data)? = properties["LaunchTemplateData"], !tags.isEmpty else { return }
    var specifications: [PropertyValue] = []
    if let given = data["TagSpecifications"] {
      guard case .array(let elements) = given else { return }
      specifications = elements
    }
    for kind in ["instance", "volume"] {
      let index = specifications.firstIndex { $0["ResourceType"]?.stringValue == kind }
      let given = index.flatMap { specifications[$0]["Tags"]?.arrayValue } ?? []
      let keys = Set(given.compactMap { $0["Key"]?.stringValue })
      let added = tags.values.fields.filter { !keys.contains($0.key) }.map { tag -> PropertyValue in
        ["Key": .string(tag.key), "Value": tag.value]
      }
      let specification: PropertyValue = ["ResourceType": .string(kind), "Tags": .array(added + given)]
      if let index { specifications[index] = specification } else { specifications.append(specification) }
    }
    data["TagSpecifications"] = .array(specifications)
    properties["LaunchTemplateData"] = .object(data)
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

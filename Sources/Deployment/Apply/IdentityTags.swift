import ResourceCatalog
public import StrataModel

/// The tags that the engine gives to every object whose type takes tags when it is made.
///
/// The first proves that an object is the one that a record or an intent means; the second tells people where it is declared.
public struct IdentityTags: Sendable, Hashable {
  public var instanceKey: String
  public var addressKey: String

  /// Creates the names of the tags.
  public init(instanceKey: String = "strata:instance", addressKey: String = "strata:address") {
    self.instanceKey = instanceKey
    self.addressKey = addressKey
  }

  /// The properties with the tags added, or as they are for a type that takes no tags at creation.
  func adding(to properties: PropertyObject, type: String, instance: InstanceID, address: ResourceAddress, lineage: String)
    -> PropertyObject
  {
    guard let schema = ResourceCatalog.aws.type(type), schema.isTaggedOnCreate, let property = schema.tagProperty.map({ String($0) }) else {
      return properties
    }
    let tags = [(instanceKey, instance.identityTag(lineage: lineage)), (addressKey, address.path)]
    var result = properties
    switch (schema.tagForm, properties[property]) {
    case (.map, .object(let map)?): result[property] = .object(map.merging(PropertyObject(tags.map { ($0.0, .string($0.1)) })))
    case (.map, nil): result[property] = .object(PropertyObject(tags.map { ($0.0, .string($0.1)) }))
    case (.list(let key, let value), let present):
      guard let elements = present.map(\.arrayValue) ?? [] else { return properties }
      let known = elements.filter { element in !tags.contains { element[key]?.stringValue == $0.0 } }
      let own = tags.map { tag -> PropertyValue in
        var fields: PropertyObject = [key: .string(tag.0), value: .string(tag.1)]
        // The tags of an Auto Scaling group say for themselves whether instances get them; the group's identity is not theirs.
        if type == "AWS::AutoScaling::AutoScalingGroup" { fields["PropagateAtLaunch"] = false }
        return .object(fields)
      }
      result[property] = .array(known + own)
    default: break
    }
    return result
  }

  /// Whether objects of a type can be given the tags by the call that makes them.
  static func areTaken(by type: String) -> Bool {
    guard let schema = ResourceCatalog.aws.type(type), schema.isTaggedOnCreate, schema.tagProperty != nil else { return false }
    return schema.tagForm != .none
  }

  /// Where the tags stand in documents of a type; none for a type that takes no tags at creation.
  func paths(type: String) -> [PropertyPath] {
    guard let schema = ResourceCatalog.aws.type(type), schema.isTaggedOnCreate, let property = schema.tagProperty.map({ String($0) }) else {
      return []
    }
    return [instanceKey, addressKey].map { PropertyPath([.key(property), .key($0)]) }
  }

  /// The value of the tag that proves an object's identity, or `nil` where the object does not show one.
  public func instanceTag(of properties: PropertyObject, type: String) -> String? { tag(instanceKey, of: properties, type: type) }

  /// Where the object was declared when its tags were written last, or `nil` where the object does not show it.
  func addressTag(of properties: PropertyObject, type: String) -> String? { tag(addressKey, of: properties, type: type) }

  private func tag(_ name: String, of properties: PropertyObject, type: String) -> String? {
    guard let schema = ResourceCatalog.aws.type(type), let property = schema.tagProperty.map({ String($0) }) else { return nil }
    switch (schema.tagForm, properties[property]) {
    case (.map, .object(let map)?): return map[name]?.stringValue
    case (.list(let key, let value), .array(let elements)?): return elements.first { $0[key]?.stringValue == name }?[value]?.stringValue
    default: return nil
    }
  }
}

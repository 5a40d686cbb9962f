import StrataModel

/// What objects a rule is for: conditions side by side in a declaration, one of them or an `And` of several to the API.
enum BucketFilter {
  private static let conditions = ["AccessPointArn", "ObjectSizeGreaterThan", "ObjectSizeLessThan", "Prefix"]

  /// The filter of a rule; `nil` for one without conditions.
  static func encode(_ rule: PropertyValue) -> PropertyValue? {
    var filter = PropertyObject()
    for condition in conditions { filter[condition] = rule[condition] }
    let tags = rule["TagFilters"]?.arrayValue ?? []
    switch (filter.count, tags.count) {
    case (0, 0): return nil
    case (1, 0): return .object(filter)
    case (0, 1): return ["Tag": tags[0]]
    default:
      if !tags.isEmpty { filter["Tags"] = .array(tags) }
      return ["And": .object(filter)]
    }
  }

  /// The conditions of a filter; an empty prefix is none.
  static func decode(_ filter: PropertyValue?) -> PropertyObject {
    let found = filter?["And"] ?? filter
    var rule = PropertyObject()
    for condition in conditions where found?[condition] != "" { rule[condition] = found?[condition] }
    rule["TagFilters"] = found?["Tags"] ?? found?["Tag"].map { .array([$0]) }
    return rule
  }
}

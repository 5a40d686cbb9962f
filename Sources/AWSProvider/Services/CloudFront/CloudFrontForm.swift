import AWSClient

/// CloudFront's habits of form: counted lists, wrapped tags, and pages by marker.
enum CloudFrontForm {
  /// The value with the `Quantity` that each structure with `Items` wants.
  static func counted(_ value: AWSValue) -> AWSValue {
    switch value {
    case .list(let elements): return .list(elements.map(counted))
    case .structure(var members):
      members = members.mapValues(counted)
      if let items = members["Items"]?.list, members["Quantity"] == nil { members["Quantity"] = .integer(items.count) }
      return .structure(members)
    default: return value
    }
  }

  /// A list as CloudFront writes it.
  static func list(_ elements: [AWSValue]) -> AWSValue {
    elements.isEmpty ? ["Quantity": 0] : ["Quantity": .integer(elements.count), "Items": .list(elements)]
  }

  /// All items of a list that goes on after a marker.
  static func items(
    _ call: ResourceCall, _ operation: String, in member: String, _ input: [String: AWSValue?] = [:]
  ) async throws -> [AWSValue] {
    var input = input
    var items: [AWSValue] = []
    while true {
      let page = try await call.send("cloudfront", operation, input)[member]
      items += page?["Items"]?.list ?? []
      guard let marker = page?["NextMarker"]?.string, !marker.isEmpty else { return items }
      input["Marker"] = .string(marker)
    }
  }

  /// The tags of a resource, in the schema's form.
  static func tags(_ call: ResourceCall, of arn: AWSValue) async throws -> AWSValue {
    let answer = try await call.send("cloudfront", "ListTagsForResource", ["Resource": arn])
    return ["Tags": answer["Tags"]?["Items"] ?? []]
  }

  static func updateTags(_ call: ResourceCall, of arn: AWSValue) async throws {
    try await call.updateTags { tags in
      try await call.send("cloudfront", "TagResource", ["Resource": arn, "Tags": ["Items": .tagList(tags)]])
    } remove: { keys in
      try await call.send("cloudfront", "UntagResource", ["Resource": arn, "TagKeys": ["Items": .strings(keys)]])
    }
  }
}

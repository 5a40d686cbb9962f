import AWSClient
import StrataModel

/// Tags of Cost Explorer's resources.
enum CostTags {
  static func read(_ call: ResourceCall, renaming: [String: String] = [:]) async throws -> PropertyValue? {
    guard let property = call.tagProperty, call.has("ce", "ListTagsForResource") else { return nil }
    let tags = try await call.send("ce", "ListTagsForResource", ["ResourceArn": .string(call.identifier)])
    return call.document(tags, renaming: renaming)[property]
  }

  static func update(_ call: ResourceCall) async throws {
    let arn = AWSValue.string(call.identifier)
    try await call.updateTags { tags in
      try await call.send("ce", "TagResource", ["ResourceArn": arn, "ResourceTags": .tagList(tags)])
    } remove: { keys in
      try await call.send("ce", "UntagResource", ["ResourceArn": arn, "ResourceTagKeys": .strings(keys)])
    }
  }
}

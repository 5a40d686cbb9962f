import AWSClient
import StrataModel

extension ResourceCall {
  /// The tags of one of Systems Manager's resources, which it knows by kind and identifier.
  func systemsManagerTags(_ kind: String, _ identifier: String) async throws -> PropertyValue? {
    let answer = try await send(
      "ssm", "ListTagsForResource", ["ResourceType": .string(kind), "ResourceId": .string(identifier)])
    return document(answer, renaming: ["Tags": "TagList"])["Tags"]
  }

  func updateSystemsManagerTags(_ kind: String, _ identifier: String) async throws {
    let resource: [String: AWSValue?] = ["ResourceType": .string(kind), "ResourceId": .string(identifier)]
    try await updateTags { tags in
      try await send("ssm", "AddTagsToResource", resource.merging(["Tags": .tagList(tags)]) { _, new in new })
    } remove: { keys in
      try await send("ssm", "RemoveTagsFromResource", resource.merging(["TagKeys": .strings(keys)]) { _, new in new })
    }
  }
}

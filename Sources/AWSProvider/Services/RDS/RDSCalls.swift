import AWSClient
import StrataModel

extension ResourceCall {
  /// The one object that an operation of RDS or ElastiCache describes by name; `nil` when there is none.
  func describeNamed(_ service: String, _ operation: String, _ member: String, in results: String) async throws(AWSError) -> AWSValue? {
    do {
      return try await send(service, operation, [member: .string(identifier)])[results]?.list?.first
    } catch {
      if ErrorMapping.isAbsence(error) { return nil }
      throw error
    }
  }

  /// The tags that a service with RDS's operations has for an ARN.
  func namedTags(_ service: String, _ arn: String) async throws(AWSError) -> PropertyValue? {
    let answer = try await send(service, "ListTagsForResource", ["ResourceName": .string(arn)])
    return document(answer, renaming: ["Tags": "TagList"])["Tags"]
  }

  func updateNamedTags(_ service: String, _ arn: String) async throws {
    try await updateTags { tags in
      try await send(service, "AddTagsToResource", ["ResourceName": .string(arn), "Tags": .tagList(tags)])
    } remove: { keys in
      try await send(service, "RemoveTagsFromResource", ["ResourceName": .string(arn), "TagKeys": .strings(keys)])
    }
  }
}

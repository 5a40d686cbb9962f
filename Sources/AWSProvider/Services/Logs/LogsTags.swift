import AWSClient
import StrataModel

extension ResourceCall {
  /// The tags of what CloudWatch Logs knows by an ARN.
  func logsTags(_ arn: String) async throws -> PropertyValue? {
    document(try await send("logs", "ListTagsForResource", ["resourceArn": .string(arn)]))["Tags"]
  }

  /// Brings the tags of what CloudWatch Logs knows by an ARN.
  func updateLogsTags(_ arn: String) async throws {
    try await updateTags { tags in
      try await send("logs", "TagResource", ["resourceArn": .string(arn), "tags": .tagMap(tags)])
    } remove: { keys in
      try await send("logs", "UntagResource", ["resourceArn": .string(arn), "tagKeys": .strings(keys)])
    }
  }
}

import AWSClient

extension ResourceCall {
  /// Brings the tags of what CloudWatch Logs knows by an ARN.
  func updateLogsTags(_ arn: String) async throws {
    try await updateTags { tags in
      try await send("logs", "TagResource", ["resourceArn": .string(arn), "tags": .tagMap(tags)])
    } remove: { keys in
      try await send("logs", "UntagResource", ["resourceArn": .string(arn), "tagKeys": .strings(keys)])
    }
  }
}

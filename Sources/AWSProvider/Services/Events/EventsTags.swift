import AWSClient

extension ResourceCall {
  /// Brings the tags of a rule or event bus.
  func updateEventsTags(_ arn: String) async throws {
    try await updateTags { tags in
      try await send("events", "TagResource", ["ResourceARN": .string(arn), "Tags": .tagList(tags)])
    } remove: { keys in
      try await send("events", "UntagResource", ["ResourceARN": .string(arn), "TagKeys": .strings(keys)])
    }
  }
}

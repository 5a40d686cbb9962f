import AWSClient

/// What the resources of GuardDuty share.
enum GuardDutyDetectors {
  /// The detectors that a search is about: the one that the filter names, else all of the region.
  static func identifiers(_ call: ResourceCall, _ filter: ListFilter) async throws -> [String] {
    if let detector = filter.text("DetectorId") { return [detector] }
    return try await call.pages("guardduty", "ListDetectors").compactMap(\.string)
  }

  /// Whether a refusal says that there is no such object; GuardDuty has no code of its own for it.
  static func isAbsence(_ error: AWSError) -> Bool {
    guard error.code == "BadRequestException" else { return error.code == "ResourceNotFoundException" }
    return error.message.contains("not owned by the current account") || error.message.contains("does not exist")
  }

  /// Calls an operation that reads; `nil` when there is nothing.
  static func find(_ call: ResourceCall, _ operation: String, _ input: [String: AWSValue?]) async throws -> AWSValue? {
    try await call.unless(isAbsence) { () async throws(AWSError) in try await call.send("guardduty", operation, input) }
  }

  static func updateTags(_ call: ResourceCall, _ resource: String) async throws {
    let arn = AWSValue.string(call.arn("guardduty", resource))
    try await call.updateTags { tags in
      try await call.send("guardduty", "TagResource", ["ResourceArn": arn, "Tags": .tagMap(tags)])
    } remove: { keys in
      try await call.send("guardduty", "UntagResource", ["ResourceArn": arn, "TagKeys": .strings(keys)])
    }
  }
}

import AWSClient
import StrataModel

extension ResourceCall {
  /// What makes a create of Route 53 the same create when it is sent again.
  var callerReference: AWSValue { .string(token ?? "strata-\(now)") }

  /// The tags of a zone (`hostedzone`) or health check (`healthcheck`), as a document has them.
  func route53Tags(_ kind: String) async throws(AWSError) -> PropertyValue? {
    guard let property = tagProperty else { return nil }
    let answer = try await send(
      "route53", "ListTagsForResource", ["ResourceType": .string(kind), "ResourceId": .string(identifier)])
    return document(answer["ResourceTagSet"], renaming: [property: "Tags"])[property]
  }

  /// Brings the tags of a zone or health check to the desired ones, in one call; ``previous`` is empty after a create.
  func updateRoute53Tags(_ kind: String, _ identifier: String) async throws(AWSError) {
    guard let property = tagProperty else { return }
    let change = TagChange(from: previous[property], to: properties[property])
    guard !change.set.isEmpty || !change.removed.isEmpty else { return }
    try await send(
      "route53", "ChangeTagsForResource",
      [
        "ResourceType": .string(kind), "ResourceId": .string(identifier), "AddTags": change.set.isEmpty ? nil : .tagList(change.set),
        "RemoveTagKeys": .someStrings(change.removed),
      ])
  }
}

extension String {
  /// A domain name without the dot of the root.
  var withoutRootDot: String { hasSuffix(".") && count > 1 ? String(dropLast()) : self }
}

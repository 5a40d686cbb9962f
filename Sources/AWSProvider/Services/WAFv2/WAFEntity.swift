import AWSClient
import StrataModel

/// What web ACLs and IP sets share: identity by name, id and scope, and a lock token that each change states.
struct WAFEntity: Sendable {
  /// The noun of the operations, for example `WebACL`.
  let noun: String
  /// The member of list answers.
  let listMember: String

  static let service = "wafv2"
  static let absent: Set<String> = ["WAFNonexistentItemException"]

  func create(_ call: ResourceCall, _ properties: PropertyObject) async throws -> CreatedObject {
    let scope = try call.required("Scope")
    var input = call.input(Self.service, "Create" + noun, from: properties, omitting: ["Tags"])
    input["Tags"] = call.tagList()
    let summary = try await call.send(Self.service, "Create" + noun, input)["Summary"]
    guard let name = summary?["Name"]?.string, let id = summary?["Id"]?.string else {
      throw ProviderFailure.invalid("wafv2:Create\(noun) answered without an id")
    }
    return CreatedObject("\(name)|\(id)|\(scope)", attributes: call.document(summary, omitting: ["Name", "Description"]))
  }

  /// The answer about the entity; `nil` when there is none.
  func found(_ call: ResourceCall) async throws -> AWSValue? {
    try await call.find(Self.service, "Get" + noun, identity(call), absent: Self.absent)
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    guard let entity = try await found(call)?[noun] else { return nil }
    var document = call.document(entity)
    document["Scope"] = call.identifierPart(2).propertyValue
    // The API refuses an empty description, so there is none.
    if document["Description"] == "" { document["Description"] = nil }
    if let arn = entity["ARN"] {
      let tags = try await call.elements(
        Self.service, "ListTagsForResource", in: "TagInfoForResource.TagList", token: "NextMarker", ["ResourceARN": arn])
      document["Tags"] = call.document(["Tags": .list(tags)])["Tags"]
    }
    return document
  }

  /// Replaces everything but name, scope and tags: what is left out is gone.
  func update(_ call: ResourceCall, _ properties: PropertyObject) async throws {
    guard let found = try await found(call) else { throw ProviderFailure.notFound("There is no \(noun) '\(call.identifier)'.") }
    if call.changed != ["Tags"] {
      let input = call.input(Self.service, "Update" + noun, from: properties).merging(identity(call)) { _, own in own }
      try await call.send(Self.service, "Update" + noun, input.merging(["LockToken": found["LockToken"]]) { _, own in own })
    }
    let arn = found[noun]?["ARN"]
    try await call.updateTags { tags in
      try await call.send(Self.service, "TagResource", ["ResourceARN": arn, "Tags": .tagList(tags)])
    } remove: { keys in
      try await call.send(Self.service, "UntagResource", ["ResourceARN": arn, "TagKeys": .strings(keys)])
    }
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    guard let found = try await found(call) else { return .gone }
    try await call.send(
      Self.service, "Delete" + noun, identity(call).merging(["LockToken": found["LockToken"]]) { _, own in own })
    return .gone
  }

  func list(_ call: ResourceCall, _ filter: ListFilter) async throws -> [String] {
    var found: [String] = []
    let wanted = filter.text("Name")
    for scope in Self.scopes(call, filter) {
      for entity in try await Self.elements(call, "List\(noun)s", in: listMember, scope: scope) {
        guard let name = entity["Name"]?.string, let id = entity["Id"]?.string, wanted == nil || wanted == name else { continue }
        found.append("\(name)|\(id)|\(scope)")
      }
    }
    return found
  }

  static func elements(_ call: ResourceCall, _ operation: String, in member: String, scope: String) async throws -> [AWSValue] {
    try await call.elements(service, operation, in: member, token: "NextMarker", ["Scope": .string(scope), "Limit": 100])
  }

  /// The scopes to search; what belongs to CloudFront is kept in us-east-1.
  static func scopes(_ call: ResourceCall, _ filter: ListFilter) -> [String] {
    if let scope = filter.text("Scope") { return [scope] }
    return call.placement.region == "us-east-1" ? ["REGIONAL", "CLOUDFRONT"] : ["REGIONAL"]
  }

  private func identity(_ call: ResourceCall) -> [String: AWSValue?] {
    ["Name": call.identifierPart(0), "Id": call.identifierPart(1), "Scope": call.identifierPart(2)]
  }
}

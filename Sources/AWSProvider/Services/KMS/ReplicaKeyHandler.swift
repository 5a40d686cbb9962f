import AWSClient
import StrataModel

/// Replicas of multi-Region keys: kms:ReplicateKey, called in the primary key's region, and the operations of keys in the replica's.
struct ReplicaKeyHandler: ResourceHandler {
  static let type = "AWS::KMS::ReplicaKey"
  static let waits: Set<Intent.Operation> = [.create]

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let primary = try call.required("PrimaryKeyArn")
    let parts = primary.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 6 else { throw ProviderFailure.invalid("'\(primary)' is no ARN of a key.") }
    var input = call.input("kms", "ReplicateKey", renaming: ["KeyPolicy": "Policy"], omitting: ["Tags"])
    input["KeyId"] = .string(primary.lastPart)
    input["ReplicaRegion"] = .string(call.placement.region)
    input["Tags"] = call.tagList(key: "TagKey", value: "TagValue")
    let answer = try await call.inRegion(String(parts[3])).send("kms", "ReplicateKey", input)
    guard let metadata = answer["ReplicaKeyMetadata"], let key = metadata["KeyId"]?.string else {
      throw ProviderFailure.invalid("kms:ReplicateKey answered without a key")
    }
    try await call.complete(key) { try await settle(call, key, answer) }
    return CreatedObject(key, attributes: call.document(metadata, omitting: ["Enabled"]))
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    guard let metadata = try await metadata(call, call.identifier) else { return nil }
    let state = metadata["KeyState"]?.string ?? ""
    // A key that is going away cannot be used any more; to the engine it is gone.
    if state.hasPrefix("Pending"), state != "PendingImport" { return nil }
    let key = AWSValue.string(call.identifier)
    async let policy = call.send("kms", "GetKeyPolicy", ["KeyId": key, "PolicyName": "default"])
    async let tags = call.pages("kms", "ListResourceTags", ["KeyId": key])
    var document = call.document(metadata, omitting: ["Enabled"])
    document["Enabled"] = .bool(state != "Disabled")
    document["PrimaryKeyArn"] = metadata["MultiRegionConfiguration"]?["PrimaryKey"]?["Arn"]?.propertyValue
    document["KeyPolicy"] = call.document(try await policy, renaming: ["KeyPolicy": "Policy"])["KeyPolicy"]
    document["Tags"] = call.document(["Tags": .list(try await tags)])["Tags"]
    return document
  }

  func update(_ call: ResourceCall) async throws { try await KeyHandler().update(call) }

  func delete(_ call: ResourceCall) async throws -> Deletion { try await KeyHandler().delete(call) }

  func readiness(_ call: ResourceCall, after operation: Intent.Operation) async throws -> Readiness {
    let state = try await metadata(call, call.identifier)?["KeyState"]?.string
    return state == nil || state == "Creating" ? .pending(after: 1_000) : .ready
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    // A replica has the identifier of its primary.
    if let primary = filter.text("PrimaryKeyArn") { return [primary.lastPart] }
    return try await call.pages("kms", "ListKeys").compactMap { $0["KeyId"]?.string }.filter { $0.hasPrefix("mrk-") }
  }

  private func metadata(_ call: ResourceCall, _ key: String) async throws -> AWSValue? {
    try await call.find("kms", "DescribeKey", ["KeyId": .string(key)], absent: ["NotFoundException"])?["KeyMetadata"]
  }

  /// Brings the replica from what the answer shows to what is declared: a replica is enabled at first, and emulators forget the rest.
  private func settle(_ call: ResourceCall, _ key: String, _ answer: AWSValue) async throws {
    var made = call
    made.identifier = key
    made.previous = call.document(answer, renaming: ["KeyPolicy": "ReplicaPolicy", "Tags": "ReplicaTags"])
    made.previous["Description"] = answer["ReplicaKeyMetadata"]?["Description"]?.propertyValue
    made.previous["Enabled"] = true
    let policy = call.properties["KeyPolicy"].flatMap { ShapeOutput.json(AWSValue($0)) }
    if policy != made.previous["KeyPolicy"] { made.changed.insert("KeyPolicy") }
    if (call.text("Description") ?? "") != (made.previous["Description"]?.stringValue ?? "") { made.changed.insert("Description") }
    let isDisabled = call.properties["Enabled"]?.boolValue == false
    let hasTags = TagChange(from: made.previous["Tags"], to: call.properties["Tags"]) == TagChange(from: nil, to: nil)
    if made.changed.isEmpty, !isDisabled, hasTags { return }
    try await call.wait(every: .seconds(1), atMost: .seconds(120), for: "The replica of the key") {
      let state = try await metadata(call, key)?["KeyState"]?.string
      return state != nil && state != "Creating"
    }
    try await KeyHandler().update(made)
  }
}

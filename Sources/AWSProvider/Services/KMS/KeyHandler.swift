import AWSClient
import StrataModel

/// KMS keys: kms:CreateKey and its companions.
///
/// Rotation, the enabled state and the description are calls of their own. A deletion is scheduled, 30 days ahead unless the declaration says so.
struct KeyHandler: ResourceHandler {
  static let type = "AWS::KMS::Key"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    var input = call.input(
      "kms", "CreateKey", renaming: ["KeyPolicy": "Policy"],
      omitting: ["Tags"])
    input["Tags"] = call.tagList(key: "TagKey", value: "TagValue")
    let metadata = try await call.send("kms", "CreateKey", input)["KeyMetadata"]
    guard let key = metadata?["KeyId"]?.string else { throw ProviderFailure.invalid("kms:CreateKey answered without a key") }
    try await call.complete(key) {
      if call.properties["EnableKeyRotation"]?.boolValue == true { try await rotate(call, key, isEnabled: true) }
      if call.properties["Enabled"]?.boolValue == false { try await call.send("kms", "DisableKey", ["KeyId": .string(key)]) }
    }
    return CreatedObject(key, attributes: attributes(metadata))
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let key = AWSValue.string(call.identifier)
    guard let metadata = try await call.find("kms", "DescribeKey", ["KeyId": key], absent: ["NotFoundException"])?["KeyMetadata"] else {
      return nil
    }
    // A key that is going away cannot be used any more; to the engine it is gone.
    if metadata["KeyState"]?.string?.hasPrefix("Pending") == true, metadata["KeyState"]?.string != "PendingImport" { return nil }
    var document = call.document(metadata, omitting: ["Enabled"]).merging(attributes(metadata))
    document["Enabled"] = .bool(metadata["KeyState"]?.string != "Disabled")
    let policy = try await call.send("kms", "GetKeyPolicy", ["KeyId": key, "PolicyName": "default"])
    document["KeyPolicy"] = call.document(policy, renaming: ["KeyPolicy": "Policy"])["KeyPolicy"]
    if metadata["KeySpec"]?.string == "SYMMETRIC_DEFAULT", metadata["Origin"]?.string == "AWS_KMS" {
      let rotation = try await call.send("kms", "GetKeyRotationStatus", ["KeyId": key])
      document["EnableKeyRotation"] = .bool(rotation["KeyRotationEnabled"]?.bool ?? false)
      if let days = rotation["RotationPeriodInDays"]?.integer { document["RotationPeriodInDays"] = .integer(days) }
    }
    let tags = try await call.pages("kms", "ListResourceTags", ["KeyId": key])
    document["Tags"] = call.document(.structure(["Tags": .list(tags)]))["Tags"]
    return document
  }

  func update(_ call: ResourceCall) async throws {
    let key = AWSValue.string(call.identifier)
    let wasEnabled = call.previous["Enabled"]?.boolValue ?? true
    let isEnabled = call.properties["Enabled"]?.boolValue ?? true
    // Rotation can only be changed while the key is enabled.
    if isEnabled, !wasEnabled { try await call.send("kms", "EnableKey", ["KeyId": key]) }
    if call.changed.contains("KeyPolicy") {
      let input = call.input("kms", "PutKeyPolicy", renaming: ["KeyPolicy": "Policy"], omitting: ["Description"])
      try await call.send("kms", "PutKeyPolicy", input.merging(["KeyId": key, "PolicyName": "default"]) { _, new in new })
    }
    if call.changed.contains("Description") {
      try await call.send(
        "kms", "UpdateKeyDescription", ["KeyId": key, "Description": .string(call.text("Description") ?? "")])
    }
    if call.changed.contains("EnableKeyRotation") || call.changed.contains("RotationPeriodInDays") {
      try await rotate(call, call.identifier, isEnabled: call.properties["EnableKeyRotation"]?.boolValue ?? false)
    }
    if !isEnabled, wasEnabled { try await call.send("kms", "DisableKey", ["KeyId": key]) }
    try await call.updateTags { tags in
      try await call.send("kms", "TagResource", ["KeyId": key, "Tags": .tagList(tags, key: "TagKey", value: "TagValue")])
    } remove: { keys in
      try await call.send("kms", "UntagResource", ["KeyId": key, "TagKeys": .strings(keys)])
    }
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    let days = call.properties["PendingWindowInDays"]?.integerValue ?? 30
    let answer = try await call.send(
      "kms", "ScheduleKeyDeletion", ["KeyId": .string(call.identifier), "PendingWindowInDays": .integer(days)])
    if case .timestamp(let date)? = answer["DeletionDate"] { return .scheduled(until: Int(date)) }
    return .scheduled(until: call.now + days * 86_400)
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    try await call.pages("kms", "ListKeys").compactMap { $0["KeyId"]?.string }
  }

  private func rotate(_ call: ResourceCall, _ key: String, isEnabled: Bool) async throws {
    guard isEnabled else {
      try await call.send("kms", "DisableKeyRotation", ["KeyId": .string(key)])
      return
    }
    try await call.send(
      "kms", "EnableKeyRotation",
      ["KeyId": .string(key), "RotationPeriodInDays": AWSValue(call.properties["RotationPeriodInDays"])])
  }

  private func attributes(_ metadata: AWSValue?) -> PropertyObject {
    var attributes = PropertyObject()
    attributes["Arn"] = metadata?["Arn"]?.string.map { .string($0) }
    attributes["KeyId"] = metadata?["KeyId"]?.string.map { .string($0) }
    return attributes
  }
}

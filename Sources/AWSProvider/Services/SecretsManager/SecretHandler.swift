import AWSClient
import StrataModel

/// Secrets: secretsmanager:CreateSecret and its companions.
///
/// A value is written, never read.
///
/// A deleted secret holds its name for the recovery window, 30 days.
struct SecretHandler: ResourceHandler {
  static let type = "AWS::SecretsManager::Secret"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    var input = call.input("secretsmanager", "CreateSecret", renaming: ["ReplicaRegions": "AddReplicaRegions"])
    input["ClientRequestToken"] = call.token.map { .string($0) }
    if let generated = try await GeneratedSecret.text(call) { input["SecretString"] = .string(generated) }
    guard let arn = try await call.send("secretsmanager", "CreateSecret", input)["ARN"]?.string else {
      throw ProviderFailure.invalid("secretsmanager:CreateSecret answered without an ARN")
    }
    let known: PropertyObject = ["Id": .string(arn)]
    // The service names the keys of replicas.
    return call.properties["ReplicaRegions"] == nil
      ? CreatedObject(arn, attributes: known) : try await call.described(arn, by: self, known: known)
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let answer = try await call.find(
      "secretsmanager", "DescribeSecret", ["SecretId": .string(call.identifier)], absent: ["ResourceNotFoundException"])
    // A secret in its recovery window cannot be used; to the engine it is gone.
    guard let answer, answer["DeletedDate"] == nil else { return nil }
    return call.document(answer, renaming: ["Id": "ARN", "ReplicaRegions": "ReplicationStatus"])
  }

  func update(_ call: ResourceCall) async throws {
    let secret = AWSValue.string(call.identifier)
    if !call.changed.isDisjoint(with: ["Description", "GenerateSecretString", "KmsKeyId", "SecretString", "Type"]) {
      var input: [String: AWSValue?] = ["SecretId": secret, "ClientRequestToken": call.token.map { .string($0) }]
      if call.changed.contains("Description") { input["Description"] = .string(call.text("Description") ?? "") }
      // An empty text is the account's default key.
      if call.changed.contains("KmsKeyId") { input["KmsKeyId"] = .string(call.text("KmsKeyId") ?? "") }
      if call.changed.contains("Type") { input["Type"] = AWSValue(call.properties["Type"]) }
      if call.changed.contains("SecretString") { input["SecretString"] = AWSValue(call.properties["SecretString"]) }
      // What completes an interrupted change does not make another secret.
      let isRegenerated = call.properties["GenerateSecretString"] != call.previous["GenerateSecretString"]
      if call.changed.contains("GenerateSecretString"), isRegenerated, let generated = try await GeneratedSecret.text(call) {
        input["SecretString"] = .string(generated)
      }
      try await call.send("secretsmanager", "UpdateSecret", input)
    }
    if call.changed.contains("ReplicaRegions") { try await replicate(call) }
    try await call.updateTags { tags in
      try await call.send("secretsmanager", "TagResource", ["SecretId": secret, "Tags": .tagList(tags)])
    } remove: { keys in
      try await call.send("secretsmanager", "UntagResource", ["SecretId": secret, "TagKeys": .strings(keys)])
    }
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    let secret = AWSValue.string(call.identifier)
    let replicas = try await replicas(call)
    if !replicas.isEmpty {
      try await call.send(
        "secretsmanager", "RemoveRegionsFromReplication", ["SecretId": secret, "RemoveReplicaRegions": .strings(replicas)])
    }
    let days = 30
    let answer = try await call.send("secretsmanager", "DeleteSecret", ["SecretId": secret, "RecoveryWindowInDays": .integer(days)])
    if case .timestamp(let date)? = answer["DeletionDate"] { return .scheduled(until: Int(date)) }
    return .scheduled(until: call.now + days * 86_400)
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    var input: [String: AWSValue?] = [:]
    switch filter {
    // The filter takes prefixes too.
    case .properties: input["Filters"] = filter.text("Name").map { [["Key": "name", "Values": [.string($0)]]] }
    case .tag(let key, let value):
      input["Filters"] = [["Key": "tag-key", "Values": [.string(key)]], ["Key": "tag-value", "Values": [.string(value)]]]
    case .all: break
    }
    return try await call.pages("secretsmanager", "ListSecrets", input).compactMap { $0["ARN"]?.string }
  }

  // MARK: Replicas

  private func replicas(_ call: ResourceCall) async throws -> [String] {
    let answer = try await call.send("secretsmanager", "DescribeSecret", ["SecretId": .string(call.identifier)])
    return answer["ReplicationStatus"]?.list?.compactMap { $0["Region"]?.string } ?? []
  }

  /// A replica with another key is made anew.
  private func replicate(_ call: ResourceCall) async throws {
    let secret = AWSValue.string(call.identifier)
    let present = try await replicas(call)
    let before = call.previous["ReplicaRegions"]?.arrayValue ?? []
    let after = call.properties["ReplicaRegions"]?.arrayValue ?? []
    let region = { (replica: PropertyValue) in replica["Region"]?.stringValue ?? "" }
    let kept = after.filter { replica in
      let old = before.first { region($0) == region(replica) }
      return present.contains(region(replica)) && (old == nil || old?["KmsKeyId"] == replica["KmsKeyId"])
    }
    let removed = present.filter { !kept.map(region).contains($0) }
    let added = after.filter { !kept.contains($0) }
    if !removed.isEmpty {
      try await call.send(
        "secretsmanager", "RemoveRegionsFromReplication", ["SecretId": secret, "RemoveReplicaRegions": .strings(removed)])
    }
    if !added.isEmpty {
      try await call.send(
        "secretsmanager", "ReplicateSecretToRegions", ["SecretId": secret, "AddReplicaRegions": .list(added.map { AWSValue($0) })])
    }
  }
}

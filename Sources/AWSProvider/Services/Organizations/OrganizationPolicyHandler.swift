import AWSClient
import StrataModel

/// Policies of an organization: organizations:CreatePolicy and its companions.
///
/// The policy's type must be enabled in the root.
struct OrganizationPolicyHandler: ResourceHandler {
  static let type = "AWS::Organizations::Policy"

  private static let types = [
    "SERVICE_CONTROL_POLICY", "RESOURCE_CONTROL_POLICY", "TAG_POLICY", "BACKUP_POLICY", "AISERVICES_OPT_OUT_POLICY", "CHATBOT_POLICY",
    "DECLARATIVE_POLICY_EC2", "SECURITYHUB_POLICY",
  ]

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    var input = call.input("organizations", "CreatePolicy")
    // The API wants a description, though an empty one.
    if call.properties["Description"] == nil { input["Description"] = "" }
    let summary = try await call.send("organizations", "CreatePolicy", input)["Policy"]?["PolicySummary"]
    guard let identifier = summary?["Id"]?.string else {
      throw ProviderFailure.invalid("organizations:CreatePolicy answered without an id")
    }
    try await call.complete(identifier) {
      for target in texts(call.properties["TargetIds"]) { try await attach(call, identifier, target) }
    }
    return CreatedObject(identifier, attributes: call.document(summary, omitting: ["Name", "Description", "Type"]))
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let answer = try await call.find(
      "organizations", "DescribePolicy", ["PolicyId": .string(call.identifier)],
      absent: ["PolicyNotFoundException", "AWSOrganizationsNotInUseException"])
    guard let policy = answer?["Policy"] else { return nil }
    var document = call.document(policy["PolicySummary"])
    document["Content"] = call.document(policy)["Content"]
    document["TargetIds"] = .array(try await targets(call).map { .string($0) })
    document["Tags"] = try await OrganizationTree.tags(call)
    return document
  }

  func update(_ call: ResourceCall) async throws {
    if !call.changed.isDisjoint(with: ["Name", "Description", "Content"]) {
      var input = call.input("organizations", "UpdatePolicy")
      input["PolicyId"] = .string(call.identifier)
      if call.properties["Description"] == nil { input["Description"] = "" }
      try await call.send("organizations", "UpdatePolicy", input)
    }
    let before = texts(call.previous["TargetIds"])
    let after = texts(call.properties["TargetIds"])
    // First the new ones: a root or unit must never be without a policy of the type.
    for target in after where !before.contains(target) { try await attach(call, call.identifier, target) }
    for target in before where !after.contains(target) { try await detach(call, target) }
    try await OrganizationTree.updateTags(call)
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    for target in try await targets(call) { try await detach(call, target) }
    try await call.send("organizations", "DeletePolicy", ["PolicyId": .string(call.identifier)])
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    let name = filter.text("Name")
    var found: [String] = []
    for type in filter.text("Type").map({ [$0] }) ?? Self.types {
      // A partition need not have all types.
      let policies = try await call.unless({ $0.code == "InvalidInputException" }) { () async throws(AWSError) in
        try await call.pages("organizations", "ListPolicies", ["Filter": .string(type)])
      }
      found += (policies ?? []).filter { $0["AwsManaged"]?.bool != true && (name == nil || $0["Name"]?.string == name) }
        .compactMap { $0["Id"]?.string }
    }
    return found
  }

  // MARK: Parts

  private func texts(_ value: PropertyValue?) -> [String] { value?.arrayValue?.compactMap(\.stringValue) ?? [] }

  private func targets(_ call: ResourceCall) async throws -> [String] {
    try await call.pages("organizations", "ListTargetsForPolicy", ["PolicyId": .string(call.identifier)])
      .compactMap { $0["TargetId"]?.string }
  }

  private func attach(_ call: ResourceCall, _ policy: String, _ target: String) async throws {
    _ = try await call.unless({ $0.code == "DuplicatePolicyAttachmentException" }) { () async throws(AWSError) in
      try await call.send("organizations", "AttachPolicy", ["PolicyId": .string(policy), "TargetId": .string(target)])
    }
  }

  private func detach(_ call: ResourceCall, _ target: String) async throws {
    let isDetached = { (error: AWSError) in ["PolicyNotAttachedException", "TargetNotFoundException"].contains(error.code) }
    _ = try await call.unless(isDetached) { () async throws(AWSError) in
      try await call.send("organizations", "DetachPolicy", ["PolicyId": .string(call.identifier), "TargetId": .string(target)])
    }
  }
}

import AWSClient
import StrataModel

/// Permission sets: sso-admin:CreatePermissionSet and its companions.
///
/// Policies are attached one by one. A change reaches the accounts that use the set only when it is provisioned to them again.
struct PermissionSetHandler: ResourceHandler {
  static let type = "AWS::SSO::PermissionSet"
  static let waits: Set<Intent.Operation> = [.update]

  private static let service = "sso-admin"
  private static let names = ["RelayStateType": "RelayState"]

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let instance = try call.required("InstanceArn")
    let input = call.input(Self.service, "CreatePermissionSet", renaming: Self.names)
    let answer = try await call.send(Self.service, "CreatePermissionSet", input)
    guard let set = answer["PermissionSet"]?["PermissionSetArn"]?.string else {
      throw ProviderFailure.invalid("sso-admin:CreatePermissionSet answered without an ARN")
    }
    let identifier = "\(instance)|\(set)"
    try await call.complete(identifier) {
      var call = call
      call.identifier = identifier
      try await PermissionSetPolicies(call).update()
    }
    return CreatedObject(identifier, attributes: ["PermissionSetArn": .string(set)])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let answer = try await call.find(Self.service, "DescribePermissionSet", identity(call), absent: ["ResourceNotFoundException"])
    guard let set = answer?["PermissionSet"] else { return nil }
    var document = call.document(set, renaming: Self.names)
    document["InstanceArn"] = call.identifierPart(0).propertyValue
    document = document.merging(try await PermissionSetPolicies(call).read())
    if call.has(Self.service, "ListTagsForResource") {
      let tags = try await call.pages(
        Self.service, "ListTagsForResource", ["InstanceArn": call.identifierPart(0), "ResourceArn": call.identifierPart(1)])
      document["Tags"] = call.document(["Tags": .list(tags)])["Tags"]
    }
    return document
  }

  func update(_ call: ResourceCall) async throws {
    if !call.changed.isDisjoint(with: ["Description", "RelayStateType", "SessionDuration"]) {
      var input = call.input(Self.service, "UpdatePermissionSet", renaming: Self.names).merging(identity(call)) { _, own in own }
      if call.properties["SessionDuration"] == nil { input["SessionDuration"] = "PT1H" }
      try await call.send(Self.service, "UpdatePermissionSet", input)
    }
    try await PermissionSetPolicies(call).update()
    try await call.updateTags { tags in
      try await call.send(
        Self.service, "TagResource",
        ["InstanceArn": call.identifierPart(0), "ResourceArn": call.identifierPart(1), "Tags": .tagList(tags)])
    } remove: { keys in
      try await call.send(
        Self.service, "UntagResource",
        ["InstanceArn": call.identifierPart(0), "ResourceArn": call.identifierPart(1), "TagKeys": .strings(keys)])
    }
    if call.changed != ["Tags"], call.has(Self.service, "ProvisionPermissionSet") {
      try await call.send(
        Self.service, "ProvisionPermissionSet", identity(call).merging(["TargetType": "ALL_PROVISIONED_ACCOUNTS"]) { _, new in new })
    }
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send(Self.service, "DeletePermissionSet", identity(call))
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    var instances = filter.text("InstanceArn").map { [$0] } ?? []
    if instances.isEmpty { instances = try await call.pages(Self.service, "ListInstances").compactMap { $0["InstanceArn"]?.string } }
    var found: [String] = []
    for instance in instances {
      found += try await call.pages(Self.service, "ListPermissionSets", ["InstanceArn": .string(instance)]).compactMap(\.string)
        .map { "\(instance)|\($0)" }
    }
    return found
  }

  func readiness(_ call: ResourceCall, after operation: Intent.Operation) async throws -> Readiness {
    guard call.has(Self.service, "ListPermissionSetProvisioningStatus") else { return .ready }
    let working = try await call.pages(
      Self.service, "ListPermissionSetProvisioningStatus",
      ["InstanceArn": call.identifierPart(0), "Filter": ["Status": "IN_PROGRESS"]])
    return working.isEmpty ? .ready : .pending(after: 2_000)
  }

  private func identity(_ call: ResourceCall) -> [String: AWSValue?] {
    ["InstanceArn": call.identifierPart(0), "PermissionSetArn": call.identifierPart(1)]
  }
}

import AWSClient
import StrataModel

/// Instance profiles: iam:CreateInstanceProfile and its companions.
///
/// A profile holds one role.
struct InstanceProfileHandler: ResourceHandler {
  static let type = "AWS::IAM::InstanceProfile"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let name = try call.required("InstanceProfileName")
    let profile = try await call.send("iam", "CreateInstanceProfile", call.input("iam", "CreateInstanceProfile"))["InstanceProfile"]
    try await call.complete(name) {
      for role in call.texts("Roles") { try await change(call, name, "AddRoleToInstanceProfile", role) }
    }
    return CreatedObject(name, attributes: call.document(profile, omitting: ["Roles"]))
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    guard let profile = try await profile(call) else { return nil }
    var document = call.document(profile, omitting: ["Roles"])
    document["Roles"] = .texts(roles(profile))
    return document
  }

  func update(_ call: ResourceCall) async throws {
    guard call.changed.contains("Roles") else { return }
    let change = ListChange(from: roles(try await profile(call)), to: call.texts("Roles"))
    // The old role goes first: there is room for one only.
    for role in change.removed { try await self.change(call, call.identifier, "RemoveRoleFromInstanceProfile", role) }
    for role in change.added { try await self.change(call, call.identifier, "AddRoleToInstanceProfile", role) }
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    for role in roles(try await profile(call)) { try await change(call, call.identifier, "RemoveRoleFromInstanceProfile", role) }
    try await call.send("iam", "DeleteInstanceProfile", ["InstanceProfileName": .string(call.identifier)])
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    if let name = filter.text("InstanceProfileName") { return [name] }
    return try await call.pages("iam", "ListInstanceProfiles").compactMap { $0["InstanceProfileName"]?.string }
  }

  private func profile(_ call: ResourceCall) async throws -> AWSValue? {
    let name = AWSValue.string(call.identifier)
    return try await call.find("iam", "GetInstanceProfile", ["InstanceProfileName": name], absent: ["NoSuchEntity"])?["InstanceProfile"]
  }

  private func roles(_ profile: AWSValue?) -> [String] { profile?["Roles"]?.list?.compactMap { $0["RoleName"]?.string } ?? [] }

  private func change(_ call: ResourceCall, _ profile: String, _ operation: String, _ role: String) async throws {
    try await call.send("iam", operation, ["InstanceProfileName": .string(profile), "RoleName": .string(role)])
  }
}

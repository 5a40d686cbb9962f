import AWSClient
import StrataModel

/// Roles: iam:CreateRole and its companions.
///
/// Inline and attached policies are calls of their own, and both must be gone before the role can be deleted. Policies that other resources
/// add (`AWS::IAM::RolePolicy`, a managed policy that names the role) are theirs: a read of a declared role leaves them out, an update alone.
struct RoleHandler: ResourceHandler {
  static let type = "AWS::IAM::Role"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let name = try call.required("RoleName")
    let role = try await call.send("iam", "CreateRole", call.input("iam", "CreateRole"))["Role"]
    try await call.complete(name) {
      for policy in call.texts("ManagedPolicyArns") { try await attach(call, name, policy) }
      for policy in inlinePolicies(call) { try await put(call, name, policy) }
    }
    return CreatedObject(name, attributes: call.document(role, omitting: ["PermissionsBoundary"]))
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let name = AWSValue.string(call.identifier)
    guard let role = try await call.find("iam", "GetRole", ["RoleName": name], absent: ["NoSuchEntity"])?["Role"] else { return nil }
    async let attached = call.pages("iam", "ListAttachedRolePolicies", ["RoleName": name])
    async let inline = call.pages("iam", "ListRolePolicies", ["RoleName": name])
    var document = call.document(role, omitting: ["PermissionsBoundary"])
    document["PermissionsBoundary"] = role["PermissionsBoundary"]?["PermissionsBoundaryArn"]?.propertyValue
    let isOwn = Self.ownership(call, "ManagedPolicyArns") { $0.texts }
    document["ManagedPolicyArns"] = .array(
      try await attached.compactMap { $0["PolicyArn"]?.string }.filter(isOwn).map { .string($0) })
    let isOwnInline = Self.ownership(call, "Policies", Self.names)
    var policies: [AWSValue] = []
    for policy in try await inline where policy.string.map(isOwnInline) ?? false {
      if let found = try await call.find("iam", "GetRolePolicy", ["RoleName": name, "PolicyName": policy], absent: ["NoSuchEntity"]) {
        policies.append(found)
      }
    }
    document["Policies"] = call.document(["Policies": .list(policies)])["Policies"]
    return document
  }

  func update(_ call: ResourceCall) async throws {
    let name = AWSValue.string(call.identifier)
    if call.changed.contains("AssumeRolePolicyDocument") {
      var input = call.input("iam", "UpdateAssumeRolePolicy", renaming: ["AssumeRolePolicyDocument": "PolicyDocument"])
      input["RoleName"] = name
      try await call.send("iam", "UpdateAssumeRolePolicy", input)
    }
    if call.changed.contains("Description") || call.changed.contains("MaxSessionDuration") {
      let duration = AWSValue(call.properties["MaxSessionDuration"]) ?? 3600
      try await call.send(
        "iam", "UpdateRole",
        ["RoleName": name, "Description": .string(call.text("Description") ?? ""), "MaxSessionDuration": duration])
    }
    if call.changed.contains("PermissionsBoundary") {
      if let boundary = AWSValue(call.properties["PermissionsBoundary"]) {
        try await call.send("iam", "PutRolePermissionsBoundary", ["RoleName": name, "PermissionsBoundary": boundary])
      } else {
        try await call.send("iam", "DeleteRolePermissionsBoundary", ["RoleName": name])
      }
    }
    if call.changed.contains("ManagedPolicyArns") {
      let attached = Set(try await attachedPolicies(call))
      let change = ListChange(from: call.previous["ManagedPolicyArns"].texts, to: call.texts("ManagedPolicyArns"))
      for policy in call.texts("ManagedPolicyArns") where !attached.contains(policy) { try await attach(call, call.identifier, policy) }
      // What others attached, such as a managed policy that names the role, is theirs.
      for policy in change.removed where attached.contains(policy) { try await detach(call, policy) }
    }
    if call.changed.contains("Policies") {
      let policies = inlinePolicies(call)
      for policy in policies { try await put(call, call.identifier, policy) }
      let present = Set(try await inlinePolicyNames(call))
      let change = ListChange(from: Self.names(call.previous["Policies"]), to: Self.names(call.properties["Policies"]))
      // Only what the role itself declared before goes; a policy that is a resource of its own stays.
      for policy in change.removed where present.contains(policy) { try await delete(call, inline: policy) }
    }
    try await call.updateTags { tags in
      try await call.send("iam", "TagRole", ["RoleName": name, "Tags": .tagList(tags)])
    } remove: { keys in
      try await call.send("iam", "UntagRole", ["RoleName": name, "TagKeys": .strings(keys)])
    }
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    let name = AWSValue.string(call.identifier)
    for policy in try await attachedPolicies(call) { try await detach(call, policy) }
    for policy in try await inlinePolicyNames(call) { try await delete(call, inline: policy) }
    for profile in try await call.pages("iam", "ListInstanceProfilesForRole", ["RoleName": name]) {
      try await call.send(
        "iam", "RemoveRoleFromInstanceProfile", ["RoleName": name, "InstanceProfileName": profile["InstanceProfileName"]])
    }
    try await call.send("iam", "DeleteRole", ["RoleName": name])
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    if let name = filter.text("RoleName") { return [name] }
    return try await call.pages("iam", "ListRoles").compactMap { $0["RoleName"]?.string }
  }

  // MARK: Policies

  private func inlinePolicies(_ call: ResourceCall) -> [PropertyValue] { call.properties["Policies"]?.arrayValue ?? [] }

  /// Whether the role's own declaration names a policy; where nobody knows the declaration, every policy counts as its own.
  private static func ownership(
    _ call: ResourceCall, _ property: String, _ names: (PropertyValue?) -> [String]
  ) -> (String) -> Bool {
    let own = Set(call.declared.flatMap { names($0[property]) })
    return { call.declared.isEmpty || own.contains($0) }
  }

  private static func names(_ policies: PropertyValue?) -> [String] {
    policies?.arrayValue?.compactMap { $0["PolicyName"]?.stringValue } ?? []
  }

  private func attachedPolicies(_ call: ResourceCall) async throws -> [String] {
    try await call.pages("iam", "ListAttachedRolePolicies", ["RoleName": .string(call.identifier)]).compactMap { $0["PolicyArn"]?.string }
  }

  private func inlinePolicyNames(_ call: ResourceCall) async throws -> [String] {
    try await call.pages("iam", "ListRolePolicies", ["RoleName": .string(call.identifier)]).compactMap(\.string)
  }

  private func attach(_ call: ResourceCall, _ role: String, _ policy: String) async throws {
    try await call.send("iam", "AttachRolePolicy", ["RoleName": .string(role), "PolicyArn": .string(policy)])
  }

  private func detach(_ call: ResourceCall, _ policy: String) async throws {
    try await call.send("iam", "DetachRolePolicy", ["RoleName": .string(call.identifier), "PolicyArn": .string(policy)])
  }

  private func put(_ call: ResourceCall, _ role: String, _ policy: PropertyValue) async throws {
    var input = call.input("iam", "PutRolePolicy", from: policy.objectValue ?? [:])
    input["RoleName"] = .string(role)
    try await call.send("iam", "PutRolePolicy", input)
  }

  private func delete(_ call: ResourceCall, inline policy: String) async throws {
    try await call.send("iam", "DeleteRolePolicy", ["RoleName": .string(call.identifier), "PolicyName": .string(policy)])
  }
}

import AWSClient
import StrataModel

/// The policies of a permission set: an inline one, managed ones by ARN or by name in each account, and a boundary.
struct PermissionSetPolicies {
  private static let service = "sso-admin"

  private let call: ResourceCall

  init(_ call: ResourceCall) { self.call = call }

  func read() async throws -> PropertyObject {
    var document = PropertyObject()
    let inline = try await call.send(Self.service, "GetInlinePolicyForPermissionSet", identity())["InlinePolicy"]
    if let inline, inline.string?.isEmpty == false { document["InlinePolicy"] = call.document(["InlinePolicy": inline])["InlinePolicy"] }
    let managed = try await call.pages(Self.service, "ListManagedPoliciesInPermissionSet", identity())
    document["ManagedPolicies"] = .array(managed.compactMap { $0["Arn"]?.propertyValue })
    let own = try await call.pages(Self.service, "ListCustomerManagedPolicyReferencesInPermissionSet", identity())
    document["CustomerManagedPolicyReferences"] =
      call.document(["CustomerManagedPolicyReferences": .list(own)])["CustomerManagedPolicyReferences"]
    if call.has(Self.service, "GetPermissionsBoundaryForPermissionSet") {
      let boundary = try await call.find(
        Self.service, "GetPermissionsBoundaryForPermissionSet", identity(), absent: ["ResourceNotFoundException"])
      document["PermissionsBoundary"] = call.document(boundary)["PermissionsBoundary"]
    }
    return document
  }

  /// Brings the policies from the previous to the desired ones.
  func update() async throws {
    try await updateInline()
    try await updateManaged()
    try await updateReferences()
    try await updateBoundary()
  }

  private func updateInline() async throws {
    guard call.properties["InlinePolicy"] != call.previous["InlinePolicy"] else { return }
    if call.properties["InlinePolicy"] != nil {
      let input = call.input(Self.service, "PutInlinePolicyToPermissionSet").merging(identity()) { _, own in own }
      try await call.send(Self.service, "PutInlinePolicyToPermissionSet", input)
    } else {
      try await call.send(Self.service, "DeleteInlinePolicyFromPermissionSet", identity())
    }
  }

  private func updateManaged() async throws {
    let (added, removed) = difference("ManagedPolicies")
    for policy in added {
      try await call.send(Self.service, "AttachManagedPolicyToPermissionSet", identity(["ManagedPolicyArn": AWSValue(policy)]))
    }
    for policy in removed {
      try await call.send(Self.service, "DetachManagedPolicyFromPermissionSet", identity(["ManagedPolicyArn": AWSValue(policy)]))
    }
  }

  private func updateReferences() async throws {
    let (added, removed) = difference("CustomerManagedPolicyReferences")
    for reference in added {
      try await call.send(
        Self.service, "AttachCustomerManagedPolicyReferenceToPermissionSet",
        identity(["CustomerManagedPolicyReference": AWSValue(reference)]))
    }
    for reference in removed {
      try await call.send(
        Self.service, "DetachCustomerManagedPolicyReferenceFromPermissionSet",
        identity(["CustomerManagedPolicyReference": AWSValue(reference)]))
    }
  }

  private func updateBoundary() async throws {
    guard call.properties["PermissionsBoundary"] != call.previous["PermissionsBoundary"] else { return }
    if let boundary = AWSValue(call.properties["PermissionsBoundary"]) {
      try await call.send(Self.service, "PutPermissionsBoundaryToPermissionSet", identity(["PermissionsBoundary": boundary]))
    } else {
      try await call.send(Self.service, "DeletePermissionsBoundaryFromPermissionSet", identity())
    }
  }

  private func identity(_ more: [String: AWSValue?] = [:]) -> [String: AWSValue?] {
    more.merging(["InstanceArn": call.identifierPart(0), "PermissionSetArn": call.identifierPart(1)]) { _, own in own }
  }

  private func difference(_ property: String) -> (added: [PropertyValue], removed: [PropertyValue]) {
    let before = call.previous[property]?.arrayValue ?? []
    let after = call.properties[property]?.arrayValue ?? []
    return (after.filter { !before.contains($0) }, before.filter { !after.contains($0) })
  }
}

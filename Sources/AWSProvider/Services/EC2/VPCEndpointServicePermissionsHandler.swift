import AWSClient
import StrataModel

/// Who may connect to an endpoint service: ec2:ModifyVpcEndpointServicePermissions.
struct VPCEndpointServicePermissionsHandler: ResourceHandler {
  static let type = "AWS::EC2::VPCEndpointServicePermissions"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let service = try call.required("ServiceId")
    try await change(call, service, MemberChange(from: nil, to: call.properties["AllowedPrincipals"]))
    return CreatedObject(service, attributes: [:])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    guard let principals = try await principals(call), !principals.isEmpty else { return nil }
    return ["ServiceId": .string(call.identifier), "AllowedPrincipals": .array(principals.map { .string($0) })]
  }

  func update(_ call: ResourceCall) async throws { try await change(call, call.identifier, call.memberChange("AllowedPrincipals")) }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    let standing = try await principals(call) ?? []
    let own = MemberChange.texts(call.properties["AllowedPrincipals"]).filter { standing.contains($0) }
    try await change(call, call.identifier, MemberChange(from: .array(own.map { .string($0) }), to: nil))
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    if let service = filter.text("ServiceId") { return [service] }
    return try await VPCEndpointServiceHandler().list(call, matching: .all)
  }

  private func principals(_ call: ResourceCall) async throws -> [String]? {
    do {
      let found = try await call.pages("ec2", "DescribeVpcEndpointServicePermissions", ["ServiceId": .string(call.identifier)])
      return found.compactMap { $0["Principal"]?.string }
    } catch {
      guard ErrorMapping.isAbsence(error) else { throw error }
      return nil
    }
  }

  private func change(_ call: ResourceCall, _ service: String, _ change: MemberChange) async throws {
    guard !change.added.isEmpty || !change.removed.isEmpty else { return }
    try await call.send(
      "ec2", "ModifyVpcEndpointServicePermissions",
      [
        "ServiceId": .string(service), "AddAllowedPrincipals": .someStrings(change.added),
        "RemoveAllowedPrincipals": .someStrings(change.removed),
      ])
  }
}

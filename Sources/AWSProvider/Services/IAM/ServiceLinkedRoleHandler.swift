import AWSClient
import StrataDeployment
import StrataModel

/// Service-linked roles: iam:CreateServiceLinkedRole and its companions.
///
/// An account has one for each service, or for each suffix.
struct ServiceLinkedRoleHandler: ResourceHandler {
  static let type = "AWS::IAM::ServiceLinkedRole"
  static let waits: Set<Intent.Operation> = [.delete]

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    do {
      let answer = try await call.send("iam", "CreateServiceLinkedRole", call.input("iam", "CreateServiceLinkedRole"))
      guard let name = answer["Role"]?["RoleName"]?.string else {
        throw ProviderFailure.invalid("iam:CreateServiceLinkedRole answered without a name")
      }
      return CreatedObject(name, attributes: ["RoleName": .string(name)])
    } catch let error as AWSError where error.code == "InvalidInput" && error.message.contains("has been taken") {
      throw ProviderError(.alreadyExists, error.message, serviceCode: error.code)
    }
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let name = AWSValue.string(call.identifier)
    guard let role = try await call.find("iam", "GetRole", ["RoleName": name], absent: ["NoSuchEntity"])?["Role"] else { return nil }
    var document = call.document(role)
    // The path is /aws-service-role/<service>/.
    let path = role["Path"]?.string?.split(separator: "/") ?? []
    if path.count == 2 { document["AWSServiceName"] = .string(String(path[1])) }
    // The name ends in the suffix that was asked for.
    document["CustomSuffix"] = call.identifier.firstIndex(of: "_").map { .string(String(call.identifier[$0...].dropFirst())) }
    return document
  }

  func update(_ call: ResourceCall) async throws {
    try await call.send(
      "iam", "UpdateRole", ["RoleName": .string(call.identifier), "Description": .string(call.text("Description") ?? "")])
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    let task = try await call.send("iam", "DeleteServiceLinkedRole", ["RoleName": .string(call.identifier)])["DeletionTaskId"]
    let status = try await call.send("iam", "GetServiceLinkedRoleDeletionStatus", ["DeletionTaskId": task])
    switch status["Status"]?.string {
    case "SUCCEEDED": return .gone
    case "FAILED":
      throw ProviderError(.conflict, status["Reason"]?["Reason"]?.string ?? "IAM could not delete the role; a resource may still use it.")
    default: return .started
    }
  }

  /// The identifier of the deletion is not kept; that the role is gone shows its end.
  func readiness(_ call: ResourceCall, after operation: Intent.Operation) async throws -> Readiness { .pending(after: 2_000) }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    let path = filter.text("AWSServiceName").map { "/aws-service-role/\($0)/" } ?? "/aws-service-role/"
    return try await call.pages("iam", "ListRoles", ["PathPrefix": .string(path)]).compactMap { $0["RoleName"]?.string }
  }
}

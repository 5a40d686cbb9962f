import AWSClient
import StrataModel

/// The account that administers Security Hub for an organization: securityhub:EnableOrganizationAdminAccount and its companions.
///
/// The identifier is the account and the region: `123456789012/us-east-1`.
struct SecurityHubDelegatedAdminHandler: ResourceHandler {
  static let type = "AWS::SecurityHub::DelegatedAdmin"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let account = try call.required("AdminAccountId")
    try await call.send("securityhub", "EnableOrganizationAdminAccount", ["AdminAccountId": .string(account)])
    let identifier = "\(account)/\(call.placement.region)"
    return CreatedObject(identifier, attributes: ["DelegatedAdminIdentifier": .string(identifier), "Status": "ENABLED"])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let accounts = try await call.pages("securityhub", "ListOrganizationAdminAccounts")
    guard let found = accounts.first(where: { $0["AccountId"]?.string == account(call) }) else { return nil }
    var document = call.document(found, renaming: ["AdminAccountId": "AccountId"])
    document["DelegatedAdminIdentifier"] = .string(call.identifier)
    return document
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("securityhub", "DisableOrganizationAdminAccount", ["AdminAccountId": .string(account(call))])
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    try await call.pages("securityhub", "ListOrganizationAdminAccounts").compactMap { $0["AccountId"]?.string }
      .map { "\($0)/\(call.placement.region)" }
  }

  private func account(_ call: ResourceCall) -> String {
    call.identifier.split(separator: "/").first.map { String($0) } ?? ""
  }
}

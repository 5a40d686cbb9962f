import AWSClient
import StrataModel

/// How Security Hub treats the accounts of an organization: securityhub:UpdateOrganizationConfiguration.
///
/// Every administering account has this configuration; its deletion sets the defaults again.
struct SecurityHubOrganizationHandler: ResourceHandler {
  static let type = "AWS::SecurityHub::OrganizationConfiguration"
  static let waits: Set<Intent.Operation> = [.create, .update]

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    try await set(call)
    let identifier = identifier(call)
    return CreatedObject(identifier, attributes: ["OrganizationConfigurationIdentifier": .string(identifier)])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    guard let answer = try await found(call) else { return nil }
    var document = call.document(answer).merging(call.document(answer["OrganizationConfiguration"]))
    document["OrganizationConfigurationIdentifier"] = .string(call.identifier)
    return document
  }

  func update(_ call: ResourceCall) async throws { try await set(call) }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    var input: [String: AWSValue?] = ["AutoEnable": false, "AutoEnableStandards": "NONE"]
    if call.text("ConfigurationType") == "CENTRAL" { input["OrganizationConfiguration"] = ["ConfigurationType": "LOCAL"] }
    try await call.send("securityhub", "UpdateOrganizationConfiguration", input)
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    try await found(call) == nil ? [] : [identifier(call)]
  }

  func readiness(_ call: ResourceCall, after operation: Intent.Operation) async throws -> Readiness {
    let configuration = try await found(call)?["OrganizationConfiguration"]
    switch configuration?["Status"]?.string {
    case "PENDING": return .pending(after: 5_000)
    case "FAILED": return .failed(configuration?["StatusMessage"]?.string ?? "Central configuration of Security Hub failed.")
    default: return .ready
    }
  }

  private func identifier(_ call: ResourceCall) -> String {
    "\(call.placement.account)/\(call.placement.region)/securityhub-organization-configuration"
  }

  private func found(_ call: ResourceCall) async throws -> AWSValue? {
    try await call.find("securityhub", "DescribeOrganizationConfiguration", absent: SecurityHubAbsence.codes)
  }

  private func set(_ call: ResourceCall) async throws {
    var input = call.input("securityhub", "UpdateOrganizationConfiguration")
    if let type = AWSValue(call.properties["ConfigurationType"]) {
      input["OrganizationConfiguration"] = ["ConfigurationType": type]
    } else if call.previous["ConfigurationType"] != nil {
      input["OrganizationConfiguration"] = ["ConfigurationType": "LOCAL"]
    }
    try await call.send("securityhub", "UpdateOrganizationConfiguration", input)
  }
}

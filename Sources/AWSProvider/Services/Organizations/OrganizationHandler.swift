import AWSClient
import StrataDeployment
import StrataModel

/// The organization of a management account: organizations:CreateOrganization and its companions.
struct OrganizationHandler: ResourceHandler {
  static let type = "AWS::Organizations::Organization"

  private static let names = [
    "ManagementAccountArn": "MasterAccountArn", "ManagementAccountEmail": "MasterAccountEmail", "ManagementAccountId": "MasterAccountId",
  ]

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let isMember = { (error: AWSError) in error.code == "AlreadyInOrganizationException" }
    let answer = try await call.unless(isMember) { () async throws(AWSError) in
      try await call.send("organizations", "CreateOrganization", call.input("organizations", "CreateOrganization"))
    }
    guard let answer else { throw ProviderError(.alreadyExists, "The account is in an organization already.") }
    guard let organization = answer["Organization"], let identifier = organization["Id"]?.string else {
      throw ProviderFailure.invalid("organizations:CreateOrganization answered without an id")
    }
    return try await call.complete(identifier) {
      CreatedObject(identifier, attributes: try await document(call, organization))
    }
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    guard let organization = try await organization(call), organization["Id"]?.string == call.identifier else { return nil }
    return try await document(call, organization)
  }

  func update(_ call: ResourceCall) async throws {
    guard call.changed.contains("FeatureSet") else { return }
    guard call.text("FeatureSet") != "CONSOLIDATED_BILLING" else {
      throw ProviderFailure.invalid("An organization with all features cannot return to consolidated billing alone.")
    }
    try await call.send("organizations", "EnableAllFeatures")
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("organizations", "DeleteOrganization")
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    try await organization(call)?["Id"]?.string.map { [$0] } ?? []
  }

  private func organization(_ call: ResourceCall) async throws -> AWSValue? {
    try await call.find("organizations", "DescribeOrganization", absent: ["AWSOrganizationsNotInUseException"])?["Organization"]
  }

  private func document(_ call: ResourceCall, _ organization: AWSValue) async throws -> PropertyObject {
    var document = call.document(organization, renaming: Self.names)
    document["RootId"] = try await OrganizationTree.roots(call).first.map { .string($0) }
    return document
  }
}

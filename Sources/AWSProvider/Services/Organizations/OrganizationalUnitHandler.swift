import AWSClient
import StrataModel

/// Organizational units: organizations:CreateOrganizationalUnit and its companions.
struct OrganizationalUnitHandler: ResourceHandler {
  static let type = "AWS::Organizations::OrganizationalUnit"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let input = call.input("organizations", "CreateOrganizationalUnit")
    let unit = try await call.send("organizations", "CreateOrganizationalUnit", input)["OrganizationalUnit"]
    guard let identifier = unit?["Id"]?.string else {
      throw ProviderFailure.invalid("organizations:CreateOrganizationalUnit answered without an id")
    }
    return CreatedObject(identifier, attributes: call.document(unit, omitting: ["Name"]))
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let answer = try await call.find(
      "organizations", "DescribeOrganizationalUnit", ["OrganizationalUnitId": .string(call.identifier)],
      absent: ["OrganizationalUnitNotFoundException", "AWSOrganizationsNotInUseException"])
    guard let unit = answer?["OrganizationalUnit"] else { return nil }
    var document = call.document(unit)
    document["ParentId"] = try await OrganizationTree.parent(call, of: call.identifier).map { .string($0) }
    document["Tags"] = try await OrganizationTree.tags(call)
    return document
  }

  func update(_ call: ResourceCall) async throws {
    if call.changed.contains("Name") {
      try await call.send(
        "organizations", "UpdateOrganizationalUnit",
        ["OrganizationalUnitId": .string(call.identifier), "Name": .string(try call.required("Name"))])
    }
    try await OrganizationTree.updateTags(call)
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("organizations", "DeleteOrganizationalUnit", ["OrganizationalUnitId": .string(call.identifier)])
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    if let parent = filter.text("ParentId") { return try await children(call, of: parent) }
    var found: [String] = []
    var parents = try await OrganizationTree.roots(call)
    while let parent = parents.popLast() {
      let units = try await children(call, of: parent)
      found += units
      parents += units
    }
    return found
  }

  private func children(_ call: ResourceCall, of parent: String) async throws -> [String] {
    try await call.pages("organizations", "ListOrganizationalUnitsForParent", ["ParentId": .string(parent)])
      .compactMap { $0["Id"]?.string }
  }
}

import AWSClient
import StrataModel

/// Member accounts of a detector: guardduty:CreateMembers, InviteMembers and their companions.
///
/// The property `Status` tells whether a member is only made (`Created`) or invited, too (`Invited`, which is the default). An invitation that
/// was accepted reads as `Invited`.
struct GuardDutyMemberHandler: ResourceHandler {
  static let type = "AWS::GuardDuty::Member"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let detector = try call.required("DetectorId")
    let member = try call.required("MemberId")
    let details: AWSValue = [["AccountId": .string(member), "Email": .string(try call.required("Email"))]]
    try await perform(call, "CreateMembers", ["DetectorId": .string(detector), "AccountDetails": details])
    let identifier = "\(detector)|\(member)"
    if call.text("Status") != "Created" {
      try await call.complete(identifier) {
        try await invite(call, detector, member)
      }
    }
    return CreatedObject(identifier, attributes: [:])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    guard let member = try await GuardDutyDetectors.find(call, "GetMembers", identity(call))?["Members"]?.list?.first else { return nil }
    var document = call.document(member, renaming: ["MemberId": "AccountId"])
    document["DetectorId"] = call.identifierPart(0).propertyValue
    let status = member["RelationshipStatus"]?.string ?? ""
    document["Status"] = .string(status.lowercased() == "created" ? "Created" : isInvited(status) ? "Invited" : status)
    return document
  }

  func update(_ call: ResourceCall) async throws {
    if call.changed.contains("Email") {
      throw ProviderFailure.invalid("GuardDuty does not change the e-mail address of a member; replace it.")
    }
    guard call.changed.contains("Status") else { return }
    if call.text("Status") == "Created" {
      try await perform(call, "DisassociateMembers", identity(call))
    } else {
      try await invite(call, call.identifierText(0), call.identifierText(1))
    }
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    guard let status = try await read(call)?["Status"] else { return .gone }
    if status == "Invited" { try await perform(call, "DisassociateMembers", identity(call)) }
    try await perform(call, "DeleteMembers", identity(call))
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    var found: [String] = []
    for detector in try await GuardDutyDetectors.identifiers(call, filter) {
      if let member = filter.text("MemberId") {
        found.append("\(detector)|\(member)")
        continue
      }
      found += try await call.pages("guardduty", "ListMembers", ["DetectorId": .string(detector), "OnlyAssociated": "false"])
        .compactMap { $0["AccountId"]?.string }.map { "\(detector)|\($0)" }
    }
    return found
  }

  private func identity(_ call: ResourceCall) -> [String: AWSValue?] {
    ["DetectorId": call.identifierPart(0), "AccountIds": [call.identifierPart(1)]]
  }

  private func isInvited(_ status: String) -> Bool { ["invited", "enabled", "disabled"].contains(status.lowercased()) }

  private func invite(_ call: ResourceCall, _ detector: String, _ member: String) async throws {
    var input = call.input("guardduty", "InviteMembers", omitting: ["DetectorId"])
    input["DetectorId"] = .string(detector)
    input["AccountIds"] = [.string(member)]
    try await perform(call, "InviteMembers", input)
  }

  /// Calls an operation on accounts; what it did not do is in its answer, not an error.
  private func perform(_ call: ResourceCall, _ operation: String, _ input: [String: AWSValue?]) async throws {
    let answer = try await call.send("guardduty", operation, input)
    if let refusal = answer["UnprocessedAccounts"]?.list?.first?["Result"]?.string {
      throw ProviderFailure.invalid("guardduty:\(operation): \(refusal)")
    }
  }
}

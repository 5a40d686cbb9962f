import AWSClient
import StrataModel

/// Accounts of an organization: organizations:CreateAccount and its companions.
///
/// An account takes minutes to make and has no number until then; its identifier is meanwhile that of the request, with the parent that it moves
/// to when it is there: `car-…|ou-…`. Closing leaves it suspended for 90 days.
struct OrganizationAccountHandler: ResourceHandler {
  static let type = "AWS::Organizations::Account"
  static let waits: Set<Intent.Operation> = [.create]

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let input = call.input("organizations", "CreateAccount")
    let status = try await call.send("organizations", "CreateAccount", input)["CreateAccountStatus"]
    guard let request = status?["Id"]?.string else {
      throw ProviderFailure.invalid("organizations:CreateAccount answered without a request")
    }
    let parent = parent(call)
    return CreatedObject(parent.map { "\(request)|\($0)" } ?? request, attributes: nil)
  }

  func readiness(_ call: ResourceCall, after operation: Intent.Operation) async throws -> Readiness {
    guard call.identifier.hasPrefix("car-") else { return .ready }
    let answer = try await call.send(
      "organizations", "DescribeCreateAccountStatus", ["CreateAccountRequestId": call.identifierPart(0)])
    let status = answer["CreateAccountStatus"]
    switch status?["State"]?.string {
    case "SUCCEEDED":
      guard let account = status?["AccountId"]?.string else { return .failed("The request succeeded without an account.") }
      if call.identifierParts.count > 1 { try await move(call, account, to: call.identifierText(1)) }
      return .identified(account)
    case "FAILED": return .failed("The account could not be made: \(status?["FailureReason"]?.string ?? "no reason given").")
    default: return .pending(after: 10_000)
    }
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let call = try await identified(call)
    let answer = try await call.find(
      "organizations", "DescribeAccount", ["AccountId": .string(call.identifier)],
      absent: ["AccountNotFoundException", "AWSOrganizationsNotInUseException"])
    // A closed account stays for 90 days; to the engine it is gone.
    guard let account = answer?["Account"], !["SUSPENDED", "PENDING_CLOSURE", "CLOSED"].contains(state(account)) else { return nil }
    var document = call.document(account, renaming: ["AccountId": "Id", "AccountName": "Name"])
    document["ParentIds"] = try await OrganizationTree.parent(call, of: call.identifier).map { .array([.string($0)]) }
    document["Tags"] = try await OrganizationTree.tags(call)
    return document
  }

  func update(_ call: ResourceCall) async throws {
    let call = try await identified(call)
    if call.changed.contains("Email") {
      throw ProviderFailure.invalid("The e-mail address of an account can only be changed with a code that is sent to it.")
    }
    if call.changed.contains("AccountName") {
      try await call.send(
        "account", "PutAccountName",
        ["AccountId": .string(call.identifier), "AccountName": .string(try call.required("AccountName"))])
    }
    if call.changed.contains("ParentIds"), let parent = parent(call) { try await move(call, call.identifier, to: parent) }
    try await OrganizationTree.updateTags(call)
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    let call = try await identified(call)
    try await call.send("organizations", "CloseAccount", ["AccountId": .string(call.identifier)])
    return .scheduled(until: call.now + 90 * 86_400)
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    let email = filter.text("Email")
    return try await call.pages("organizations", "ListAccounts").filter { email == nil || $0["Email"]?.string == email }
      .compactMap { $0["Id"]?.string }
  }

  // MARK: Parts

  /// The call with the account's number where its identifier is still that of the request.
  private func identified(_ call: ResourceCall) async throws -> ResourceCall {
    guard call.identifier.hasPrefix("car-") else { return call }
    var call = call
    let answer = try await call.send(
      "organizations", "DescribeCreateAccountStatus", ["CreateAccountRequestId": call.identifierPart(0)])
    guard let account = answer["CreateAccountStatus"]?["AccountId"]?.string else {
      throw ProviderFailure.notFound("The request '\(call.identifierText(0))' has made no account.")
    }
    call.identifier = account
    return call
  }

  private func parent(_ call: ResourceCall) -> String? { call.properties["ParentIds"]?.arrayValue?.first?.stringValue }

  private func state(_ account: AWSValue) -> String { (account["State"] ?? account["Status"])?.string ?? "" }

  private func move(_ call: ResourceCall, _ account: String, to parent: String) async throws {
    guard let current = try await OrganizationTree.parent(call, of: account), current != parent else { return }
    try await call.send(
      "organizations", "MoveAccount",
      ["AccountId": .string(account), "SourceParentId": .string(current), "DestinationParentId": .string(parent)])
  }
}

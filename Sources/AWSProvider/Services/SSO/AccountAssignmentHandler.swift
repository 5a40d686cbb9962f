import AWSClient
import StrataModel

/// Assignments of people to accounts: sso-admin:CreateAccountAssignment and its companions, which work on after they answered.
struct AccountAssignmentHandler: ResourceHandler {
  static let type = "AWS::SSO::Assignment"
  static let waits: Set<Intent.Operation> = [.create, .delete]

  private static let parts = ["InstanceArn", "TargetId", "TargetType", "PermissionSetArn", "PrincipalType", "PrincipalId"]

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let identifier = try Self.parts.map { try call.required($0) }.joined(separator: "|")
    let answer = try await call.send("sso-admin", "CreateAccountAssignment", call.input("sso-admin", "CreateAccountAssignment"))
    let status = answer["AccountAssignmentCreationStatus"]
    if status?["Status"]?.string == "FAILED" {
      throw ProviderFailure.invalid("sso-admin:CreateAccountAssignment: \(status?["FailureReason"]?.string ?? "no reason given")")
    }
    return CreatedObject(identifier, attributes: [:])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let input: [String: AWSValue?] = [
      "InstanceArn": call.identifierPart(0), "AccountId": call.identifierPart(1), "PermissionSetArn": call.identifierPart(3),
    ]
    let assignments = try await call.unless({ $0.code == "ResourceNotFoundException" }) { () async throws(AWSError) in
      try await call.pages("sso-admin", "ListAccountAssignments", input)
    }
    let isThere = assignments?.contains {
      $0["PrincipalType"] == call.identifierPart(4) && $0["PrincipalId"] == call.identifierPart(5)
    }
    guard isThere == true else { return nil }
    return PropertyObject(zip(Self.parts, call.identifierParts).map { ($0, .string($1)) })
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    let input = zip(Self.parts, call.identifierParts).map { ($0, AWSValue?.some(.string($1))) }
    try await call.send("sso-admin", "DeleteAccountAssignment", Dictionary(input) { first, _ in first })
    return .started
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    guard let instance = filter.text("InstanceArn"), let account = filter.text("TargetId"), let set = filter.text("PermissionSetArn") else {
      return []
    }
    let input: [String: AWSValue?] = ["InstanceArn": .string(instance), "AccountId": .string(account), "PermissionSetArn": .string(set)]
    return try await call.pages("sso-admin", "ListAccountAssignments", input).compactMap { assignment in
      guard let type = assignment["PrincipalType"]?.string, let principal = assignment["PrincipalId"]?.string else { return nil }
      return [instance, account, "AWS_ACCOUNT", set, type, principal].joined(separator: "|")
    }
  }

  func readiness(_ call: ResourceCall, after operation: Intent.Operation) async throws -> Readiness {
    if operation == .delete { return .pending(after: 2_000) }
    if try await read(call) != nil { return .ready }
    // What is in progress does not say which assignment it makes; so this one is awaited as long as anything is.
    let isWorking = try await !call.pages(
      "sso-admin", "ListAccountAssignmentCreationStatus",
      ["InstanceArn": call.identifierPart(0), "Filter": ["Status": "IN_PROGRESS"]]
    ).isEmpty
    // It may have ended between the two questions.
    if isWorking { return .pending(after: 2_000) }
    return try await read(call) != nil ? .ready : .failed("The account assignment ended without effect.")
  }
}

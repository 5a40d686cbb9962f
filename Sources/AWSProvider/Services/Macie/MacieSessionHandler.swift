import AWSClient
import StrataModel

/// Macie in one region of an account: macie2:EnableMacie and its companions.
struct MacieSessionHandler: ResourceHandler {
  static let type = "AWS::Macie::Session"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    var input = call.input("macie2", "EnableMacie")
    input["clientToken"] = call.token.map { .string($0) }
    try await call.send("macie2", "EnableMacie", input)
    return CreatedObject(call.placement.account, attributes: ["AwsAccountId": .string(call.placement.account)])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    guard let session = try await session(call) else { return nil }
    var document = call.document(session)
    document["AwsAccountId"] = .string(call.identifier)
    if session["status"]?.string == "ENABLED", call.has("macie2", "GetAutomatedDiscoveryConfiguration") {
      let discovery = try await call.send("macie2", "GetAutomatedDiscoveryConfiguration")
      document["AutomatedDiscoveryStatus"] = discovery["status"]?.propertyValue
    }
    return document
  }

  func update(_ call: ResourceCall) async throws {
    var input = call.input("macie2", "UpdateMacieSession")
    if call.properties["FindingPublishingFrequency"] == nil { input["findingPublishingFrequency"] = "SIX_HOURS" }
    if call.properties["Status"] == nil { input["status"] = "ENABLED" }
    try await call.send("macie2", "UpdateMacieSession", input)
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("macie2", "DisableMacie")
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    try await session(call) == nil ? [] : [call.placement.account]
  }

  /// The session; where Macie is not enabled, it answers that access is denied.
  private func session(_ call: ResourceCall) async throws -> AWSValue? {
    let isAbsence = { (error: AWSError) in
      error.code == "ResourceNotFoundException" || error.kind == .accessDenied && error.message.contains("Macie is not enabled")
    }
    return try await call.unless(isAbsence) { () async throws(AWSError) in try await call.send("macie2", "GetMacieSession") }
  }
}

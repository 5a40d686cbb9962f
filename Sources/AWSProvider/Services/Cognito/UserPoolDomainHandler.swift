import AWSClient
import StrataModel

/// Domains of user pools: cognito-idp:CreateUserPoolDomain and its companions.
///
/// A prefix of Cognito's own domain is there at once; a custom domain waits for its CloudFront distribution.
struct UserPoolDomainHandler: ResourceHandler {
  static let type = "AWS::Cognito::UserPoolDomain"
  static let waits: Set<Intent.Operation> = [.create, .update, .delete]

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let identifier = "\(try call.required("UserPoolId"))|\(try call.required("Domain"))"
    let answer = try await call.send(
      UserPools.service, "CreateUserPoolDomain", call.input(UserPools.service, "CreateUserPoolDomain"))
    let attributes = call.document(answer, renaming: ["CloudFrontDistribution": "CloudFrontDomain"])
    return CreatedObject(identifier, attributes: attributes)
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    guard let domain = try await description(call) else { return nil }
    return call.document(domain)
  }

  func update(_ call: ResourceCall) async throws {
    try await call.send(UserPools.service, "UpdateUserPoolDomain", call.input(UserPools.service, "UpdateUserPoolDomain"))
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send(
      UserPools.service, "DeleteUserPoolDomain", ["UserPoolId": call.identifierPart(0), "Domain": call.identifierPart(1)])
    return call.properties["CustomDomainConfig"] == nil ? .gone : .started
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    var found: [String] = []
    for pool in try await UserPools.identifiers(call, filter) {
      let answer = try await call.find(
        UserPools.service, "DescribeUserPool", ["UserPoolId": .string(pool)], absent: UserPools.absent)?["UserPool"]
      found += ["Domain", "CustomDomain"].compactMap { answer?[$0]?.string }.map { "\(pool)|\($0)" }
    }
    // An emulator's pool need not know its domain.
    if let pool = filter.text("UserPoolId"), let domain = filter.text("Domain"), !found.contains("\(pool)|\(domain)") {
      found.append("\(pool)|\(domain)")
    }
    return found
  }

  func readiness(_ call: ResourceCall, after operation: Intent.Operation) async throws -> Readiness {
    switch try await description(call)?["Status"]?.string {
    case "CREATING", "UPDATING", "DELETING": .pending(after: 10_000)
    case "FAILED": .failed("The domain '\(call.identifierText(1))' has the status FAILED.")
    default: .ready
    }
  }

  /// The description, which is empty for a domain that there is not, and may be that of another pool.
  private func description(_ call: ResourceCall) async throws -> AWSValue? {
    let answer = try await call.find(
      UserPools.service, "DescribeUserPoolDomain", ["Domain": call.identifierPart(1)], absent: UserPools.absent)
    guard let domain = answer?["DomainDescription"], domain["UserPoolId"] == call.identifierPart(0) else { return nil }
    return domain
  }
}

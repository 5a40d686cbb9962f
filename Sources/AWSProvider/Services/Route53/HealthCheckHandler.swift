import AWSClient
import StrataModel

/// Health checks: route53:CreateHealthCheck and its companions.
///
/// Tags are a call of their own.
struct HealthCheckHandler: ResourceHandler {
  static let type = "AWS::Route53::HealthCheck"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    var input = call.input("route53", "CreateHealthCheck")
    input["CallerReference"] = call.callerReference
    let answer = try await call.send("route53", "CreateHealthCheck", input)
    guard let check = answer["HealthCheck"], let identifier = check["Id"]?.string else {
      throw ProviderFailure.invalid("route53:CreateHealthCheck answered without a health check.")
    }
    try await call.complete(identifier) {
      try await call.updateRoute53Tags("healthcheck", identifier)
    }
    return CreatedObject(identifier, attributes: call.document(check, renaming: ["HealthCheckId": "Id"]))
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let answer = try await call.find(
      "route53", "GetHealthCheck", ["HealthCheckId": .string(call.identifier)], absent: ["NoSuchHealthCheck"])
    guard let check = answer?["HealthCheck"] else { return nil }
    var document = call.document(check, renaming: ["HealthCheckId": "Id"])
    document["HealthCheckTags"] = try await call.route53Tags("healthcheck")
    return document
  }

  func update(_ call: ResourceCall) async throws {
    if call.changed.contains("HealthCheckConfig") {
      let wanted = call.properties["HealthCheckConfig"]?.objectValue ?? [:]
      let before = call.previous["HealthCheckConfig"]?.objectValue ?? [:]
      // What is no longer declared gets its default; lists and names can be emptied only by name.
      let standards = PropertyObject(Self.defaults.fields.filter { before[$0.key] != nil }.map { ($0.key, $0.value) })
      var input = call.input("route53", "UpdateHealthCheck", from: standards.merging(wanted))
      input["HealthCheckId"] = .string(call.identifier)
      input["ResetElements"] = .someStrings(Self.resettable.filter { before[$0] != nil && wanted[$0] == nil })
      try await call.send("route53", "UpdateHealthCheck", input)
    }
    try await call.updateRoute53Tags("healthcheck", call.identifier)
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("route53", "DeleteHealthCheck", ["HealthCheckId": .string(call.identifier)])
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    try await call.pages("route53", "ListHealthChecks").compactMap { $0["Id"]?.string }
  }

  func list(_ call: ResourceCall, madeWith callerReference: String) async throws -> [String] {
    let all = try await call.pages("route53", "ListHealthChecks")
    return all.filter { $0["CallerReference"]?.string == callerReference }.compactMap { $0["Id"]?.string }
  }

  /// What UpdateHealthCheck can empty by `ResetElements`.
  private static let resettable = ["ChildHealthChecks", "FullyQualifiedDomainName", "Regions", "ResourcePath"]

  private static let defaults: PropertyObject = ["FailureThreshold": .integer(3), "Inverted": .bool(false)]
}

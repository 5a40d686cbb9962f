import AWSClient
import StrataModel

/// Protections of Shield Advanced: shield:CreateProtection and its companions.
struct ShieldProtectionHandler: ResourceHandler {
  static let type = "AWS::Shield::Protection"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let answer = try await call.send("shield", "CreateProtection", call.input("shield", "CreateProtection"))
    guard let protection = answer["ProtectionId"]?.string else {
      throw ProviderFailure.invalid("shield:CreateProtection answered without an id")
    }
    let arn = call.arn("shield", "protection/\(protection)", isGlobal: true)
    try await call.complete(arn) {
      try await setHealthChecks(call, protection)
      try await setResponse(call)
    }
    return CreatedObject(arn, attributes: ["ProtectionId": .string(protection), "ProtectionArn": .string(arn)])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let answer = try await call.find(
      "shield", "DescribeProtection", ["ProtectionId": .string(call.identifierTail)], absent: ["ResourceNotFoundException"])
    guard let protection = answer?["Protection"] else { return nil }
    var document = call.document(protection, renaming: ["ProtectionId": "Id"])
    let checks = protection["HealthCheckIds"]?.list?.compactMap(\.string) ?? []
    document["HealthCheckArns"] = .array(checks.map { .string("arn:\(call.placement.partition):route53:::healthcheck/\($0)") })
    let tags = try await call.send("shield", "ListTagsForResource", ["ResourceARN": .string(call.identifier)])
    document["Tags"] = call.document(tags)["Tags"]
    return document
  }

  func update(_ call: ResourceCall) async throws {
    if call.changed.contains("HealthCheckArns") { try await setHealthChecks(call, call.identifierTail) }
    if call.changed.contains("ApplicationLayerAutomaticResponseConfiguration") { try await setResponse(call) }
    let arn = AWSValue.string(call.identifier)
    try await call.updateTags { tags in
      try await call.send("shield", "TagResource", ["ResourceARN": arn, "Tags": .tagList(tags)])
    } remove: { keys in
      try await call.send("shield", "UntagResource", ["ResourceARN": arn, "TagKeys": .strings(keys)])
    }
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("shield", "DeleteProtection", ["ProtectionId": .string(call.identifierTail)])
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    let resource = filter.text("ResourceArn")
    return try await call.pages("shield", "ListProtections").filter { resource == nil || $0["ResourceArn"]?.string == resource }
      .compactMap { $0["ProtectionArn"]?.string }
  }

  // MARK: Parts

  private func setHealthChecks(_ call: ResourceCall, _ protection: String) async throws {
    let before = call.previous["HealthCheckArns"]?.arrayValue ?? []
    let after = call.properties["HealthCheckArns"]?.arrayValue ?? []
    for check in before where !after.contains(check) {
      try await call.send(
        "shield", "DisassociateHealthCheck", ["ProtectionId": .string(protection), "HealthCheckArn": AWSValue(check)])
    }
    for check in after where !before.contains(check) {
      try await call.send("shield", "AssociateHealthCheck", ["ProtectionId": .string(protection), "HealthCheckArn": AWSValue(check)])
    }
  }

  private func setResponse(_ call: ResourceCall) async throws {
    let property = "ApplicationLayerAutomaticResponseConfiguration"
    let resource = AWSValue.string(try call.required("ResourceArn"))
    let wasEnabled = call.previous[property]?["Status"] == "ENABLED"
    if let response = call.properties[property], response["Status"] == "ENABLED" {
      let operation = wasEnabled ? "UpdateApplicationLayerAutomaticResponse" : "EnableApplicationLayerAutomaticResponse"
      try await call.send("shield", operation, ["ResourceArn": resource, "Action": AWSValue(response["Action"])])
    } else if wasEnabled {
      try await call.send("shield", "DisableApplicationLayerAutomaticResponse", ["ResourceArn": resource])
    }
  }
}

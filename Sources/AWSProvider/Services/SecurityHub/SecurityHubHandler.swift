import AWSClient
import StrataModel

/// Security Hub in one region of an account: securityhub:EnableSecurityHub and its companions.
struct SecurityHubHandler: ResourceHandler {
  static let type = "AWS::SecurityHub::Hub"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    try await call.send("securityhub", "EnableSecurityHub", call.input("securityhub", "EnableSecurityHub"))
    let arn = call.arn("securityhub", "hub/default")
    if call.properties["AutoEnableControls"]?.boolValue == false {
      try await call.complete(arn) {
        try await call.send("securityhub", "UpdateSecurityHubConfiguration", ["AutoEnableControls": false])
      }
    }
    return CreatedObject(arn, attributes: ["ARN": .string(arn)])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    guard let hub = try await call.find("securityhub", "DescribeHub", absent: SecurityHubAbsence.codes) else { return nil }
    var document = call.document(hub, renaming: ["ARN": "HubArn"])
    if call.has("securityhub", "ListTagsForResource") {
      let tags = try await call.send("securityhub", "ListTagsForResource", ["ResourceArn": .string(call.identifier)])
      document["Tags"] = call.document(tags)["Tags"]
    }
    return document
  }

  func update(_ call: ResourceCall) async throws {
    if !call.changed.isDisjoint(with: ["AutoEnableControls", "ControlFindingGenerator"]) {
      var input = call.input("securityhub", "UpdateSecurityHubConfiguration")
      if call.properties["AutoEnableControls"] == nil { input["AutoEnableControls"] = true }
      try await call.send("securityhub", "UpdateSecurityHubConfiguration", input)
    }
    let arn = AWSValue.string(call.identifier)
    try await call.updateTags { tags in
      try await call.send("securityhub", "TagResource", ["ResourceArn": arn, "Tags": .tagMap(tags)])
    } remove: { keys in
      try await call.send("securityhub", "UntagResource", ["ResourceArn": arn, "TagKeys": .strings(keys)])
    }
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    _ = try await call.find("securityhub", "DisableSecurityHub", absent: SecurityHubAbsence.codes)
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    let hub = try await call.find("securityhub", "DescribeHub", absent: SecurityHubAbsence.codes)
    return hub?["HubArn"]?.string.map { [$0] } ?? []
  }
}

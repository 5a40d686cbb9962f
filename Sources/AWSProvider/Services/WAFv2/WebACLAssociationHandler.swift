import AWSClient
import StrataModel

/// Associations of web ACLs with regional resources: wafv2:AssociateWebACL and its companions.
struct WebACLAssociationHandler: ResourceHandler {
  static let type = "AWS::WAFv2::WebACLAssociation"

  private static let resourceTypes = [
    "APPLICATION_LOAD_BALANCER", "API_GATEWAY", "APPSYNC", "COGNITO_USER_POOL", "APP_RUNNER_SERVICE", "VERIFIED_ACCESS_INSTANCE", "AMPLIFY",
  ]

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let identifier = "\(try call.required("ResourceArn"))|\(try call.required("WebACLArn"))"
    try await call.send(WAFEntity.service, "AssociateWebACL", call.input(WAFEntity.service, "AssociateWebACL"))
    return CreatedObject(identifier, attributes: [:])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    guard try await webACL(call, of: call.identifierPart(0)) == call.identifierPart(1) else { return nil }
    return ["ResourceArn": call.identifierPart(0).propertyValue, "WebACLArn": call.identifierPart(1).propertyValue]
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    // A resource has one web ACL; if it has another by now, that association is not this one.
    guard try await read(call) != nil else { return .gone }
    try await call.send(WAFEntity.service, "DisassociateWebACL", ["ResourceArn": call.identifierPart(0)])
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    if let resource = filter.text("ResourceArn") {
      guard let webACL = try await webACL(call, of: .string(resource))?.string else { return [] }
      return ["\(resource)|\(webACL)"]
    }
    var webACLs = filter.text("WebACLArn").map { [$0] } ?? []
    if webACLs.isEmpty {
      webACLs = try await WAFEntity.elements(call, "ListWebACLs", in: "WebACLs", scope: "REGIONAL").compactMap { $0["ARN"]?.string }
    }
    var found: [String] = []
    for webACL in webACLs {
      for type in Self.resourceTypes {
        let answer = try await call.send(
          WAFEntity.service, "ListResourcesForWebACL", ["WebACLArn": .string(webACL), "ResourceType": .string(type)])
        found += answer["ResourceArns"]?.list?.compactMap(\.string).map { "\($0)|\(webACL)" } ?? []
      }
    }
    return found
  }

  private func webACL(_ call: ResourceCall, of resource: AWSValue) async throws -> AWSValue? {
    let answer = try await call.find(
      WAFEntity.service, "GetWebACLForResource", ["ResourceArn": resource], absent: WAFEntity.absent)
    return answer?["WebACL"]?["ARN"]
  }
}

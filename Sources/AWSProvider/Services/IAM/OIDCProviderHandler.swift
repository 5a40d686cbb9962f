import AWSClient
import StrataModel

/// OpenID Connect providers: iam:CreateOpenIDConnectProvider and its companions.
///
/// An account has one for each URL.
struct OIDCProviderHandler: ResourceHandler {
  static let type = "AWS::IAM::OIDCProvider"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let answer = try await call.send("iam", "CreateOpenIDConnectProvider", call.input("iam", "CreateOpenIDConnectProvider"))
    guard let arn = answer["OpenIDConnectProviderArn"]?.string else {
      throw ProviderFailure.invalid("iam:CreateOpenIDConnectProvider answered without an ARN")
    }
    return CreatedObject(arn, attributes: ["Arn": .string(arn)])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    guard let provider = try await provider(call) else { return nil }
    var document = call.document(provider)
    document["Arn"] = .string(call.identifier)
    // IAM keeps the URL without its scheme, which is always the same.
    if let url = document["Url"]?.stringValue, !url.hasPrefix("https://") { document["Url"] = .string("https://" + url) }
    return document
  }

  func update(_ call: ResourceCall) async throws {
    let arn = AWSValue.string(call.identifier)
    if call.changed.contains("ThumbprintList"), let thumbprints = AWSValue(call.properties["ThumbprintList"]) {
      try await call.send(
        "iam", "UpdateOpenIDConnectProviderThumbprint", ["OpenIDConnectProviderArn": arn, "ThumbprintList": thumbprints])
    }
    if call.changed.contains("ClientIdList") {
      let present = try await provider(call)?["ClientIDList"]?.list?.compactMap(\.string) ?? []
      let change = ListChange(from: present, to: call.texts("ClientIdList"))
      for client in change.added {
        try await call.send(
          "iam", "AddClientIDToOpenIDConnectProvider", ["OpenIDConnectProviderArn": arn, "ClientID": .string(client)])
      }
      for client in change.removed {
        try await call.send(
          "iam", "RemoveClientIDFromOpenIDConnectProvider", ["OpenIDConnectProviderArn": arn, "ClientID": .string(client)])
      }
    }
    try await call.updateTags { tags in
      try await call.send("iam", "TagOpenIDConnectProvider", ["OpenIDConnectProviderArn": arn, "Tags": .tagList(tags)])
    } remove: { keys in
      try await call.send("iam", "UntagOpenIDConnectProvider", ["OpenIDConnectProviderArn": arn, "TagKeys": .strings(keys)])
    }
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("iam", "DeleteOpenIDConnectProvider", ["OpenIDConnectProviderArn": .string(call.identifier)])
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    let answer = try await call.send("iam", "ListOpenIDConnectProviders")
    let arns = answer["OpenIDConnectProviderList"]?.list?.compactMap { $0["Arn"]?.string } ?? []
    guard let url = filter.text("Url") else { return arns }
    let host = url.hasPrefix("https://") ? String(url.dropFirst("https://".count)) : url
    return arns.filter { $0.hasSuffix(":oidc-provider/" + host) }
  }

  private func provider(_ call: ResourceCall) async throws -> AWSValue? {
    let arn = AWSValue.string(call.identifier)
    return try await call.find("iam", "GetOpenIDConnectProvider", ["OpenIDConnectProviderArn": arn], absent: ["NoSuchEntity"])
  }
}

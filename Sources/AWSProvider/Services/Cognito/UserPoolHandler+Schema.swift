import AWSClient
import StrataModel

extension UserPoolHandler {
  /// What Cognito puts before the names of custom attributes and of those for developers only.
  private static let prefixes = ["custom:", "dev:custom:"]

  /// The attributes that differ from every pool's: custom ones, without the prefix that Cognito gives them, and required standard ones.
  func schema(_ call: ResourceCall, _ pool: AWSValue) -> PropertyValue? {
    let attributes = pool["SchemaAttributes"]?.list?.compactMap { attribute -> AWSValue? in
      guard var members = attribute.structure, let name = members["Name"]?.string else { return nil }
      guard let prefix = Self.prefixes.first(where: { name.hasPrefix($0) }) else {
        // Every pool has `sub`, and says that it is required.
        return name != "sub" && members["Required"]?.bool == true ? attribute : nil
      }
      members["Name"] = .string(String(name.dropFirst(prefix.count)))
      return .structure(members)
    }
    guard let attributes, !attributes.isEmpty else { return nil }
    return call.document(["Schema": .list(attributes)])["Schema"]
  }

  /// Adds the custom attributes that are new; Cognito neither changes nor removes one.
  func addAttributes(_ call: ResourceCall) async throws {
    let before = names(call.previous["Schema"])
    let added = call.properties["Schema"]?.arrayValue?.filter { !before.contains($0["Name"]?.stringValue ?? "") } ?? []
    guard !added.isEmpty else { return }
    var input = call.input(
      UserPools.service, "AddCustomAttributes", from: ["Schema": .array(added)], renaming: ["Schema": "CustomAttributes"])
    input["UserPoolId"] = .string(call.identifier)
    try await call.send(UserPools.service, "AddCustomAttributes", input)
  }

  private func names(_ schema: PropertyValue?) -> Set<String> {
    Set(schema?.arrayValue?.compactMap { $0["Name"]?.stringValue } ?? [])
  }
}

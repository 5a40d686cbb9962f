import AWSClient
import StrataModel

/// Groups of resources, by a query or by a configuration: resource-groups:CreateGroup and its companions.
struct ResourceGroupHandler: ResourceHandler {
  static let type = "AWS::ResourceGroups::Group"

  private static let service = "resource-groups"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let name = try call.required("Name")
    let answer = try await call.send(Self.service, "CreateGroup", call.input(Self.service, "CreateGroup", from: withTypes(call)))
    try await call.complete(name) {
      try await group(call, name, MemberDifference(call))
    }
    return CreatedObject(
      name, attributes: call.document(answer["Group"], renaming: ["Arn": "GroupArn"], omitting: ["Name", "Description"]))
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    guard let group = try await found(call) else { return nil }
    var document = call.document(group, renaming: ["Arn": "GroupArn"])
    // A group has a query or a configuration; asked for the other one, the service refuses.
    let absent: Set<String> = ["BadRequestException", "NotFoundException"]
    let query = try await call.find(Self.service, "GetGroupQuery", name(call), absent: absent)
    document["ResourceQuery"] = call.document(query?["GroupQuery"])["ResourceQuery"]
    if document["ResourceQuery"] == nil {
      let answer = try await call.find(Self.service, "GetGroupConfiguration", ["Group": .string(call.identifier)], absent: absent)
      document["Configuration"] = call.document(answer?["GroupConfiguration"])["Configuration"]
      let members = try await call.elements(
        Self.service, "ListGroupResources", in: "ResourceIdentifiers", ["Group": .string(call.identifier)])
      let arns = members.compactMap { $0["ResourceArn"] }
      if !arns.isEmpty { document["Resources"] = call.document(["Resources": .list(arns)])["Resources"] }
    }
    document["Tags"] = call.document(try await call.send(Self.service, "GetTags", ["Arn": group["GroupArn"]]))["Tags"]
    return document
  }

  func update(_ call: ResourceCall) async throws {
    if call.changed.contains("Description") {
      let description = AWSValue.string(call.text("Description") ?? "")
      try await call.send(Self.service, "UpdateGroup", name(call).merging(["Description": description]) { _, new in new })
    }
    if call.changed.contains("ResourceQuery"), call.properties["ResourceQuery"] != nil {
      let input = call.input(Self.service, "UpdateGroupQuery", from: withTypes(call))
      try await call.send(Self.service, "UpdateGroupQuery", input.merging(name(call)) { _, own in own })
    }
    if call.changed.contains("Configuration") {
      var input = call.input(Self.service, "PutGroupConfiguration")
      input["Group"] = .string(call.identifier)
      try await call.send(Self.service, "PutGroupConfiguration", input)
    }
    try await group(call, call.identifier, MemberDifference(call))
    guard call.changed.contains("Tags") else { return }
    let arn = try await found(call)?["GroupArn"]
    try await call.updateTags { tags in
      try await call.send(Self.service, "Tag", ["Arn": arn, "Tags": .tagMap(tags)])
    } remove: { keys in
      try await call.send(Self.service, "Untag", ["Arn": arn, "Keys": .strings(keys)])
    }
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send(Self.service, "DeleteGroup", name(call))
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    if let name = filter.text("Name") { return [name] }
    return try await call.elements(Self.service, "ListGroups", in: "GroupIdentifiers").compactMap { $0["GroupName"]?.string }
  }

  // MARK: Parts

  private struct MemberDifference {
    var added: [String]
    var removed: [String]

    init(_ call: ResourceCall) {
      let before = call.previous["Resources"]?.arrayValue?.compactMap(\.stringValue) ?? []
      let after = call.properties["Resources"]?.arrayValue?.compactMap(\.stringValue) ?? []
      added = after.filter { !before.contains($0) }
      removed = before.filter { !after.contains($0) }
    }
  }

  /// The group's name under the member that every endpoint knows.
  private func name(_ call: ResourceCall) -> [String: AWSValue?] { ["GroupName": .string(call.identifier)] }

  private func found(_ call: ResourceCall) async throws -> AWSValue? {
    try await call.find(Self.service, "GetGroup", name(call), absent: ["NotFoundException"])?["Group"]
  }

  private func group(_ call: ResourceCall, _ name: String, _ difference: MemberDifference) async throws {
    if !difference.removed.isEmpty {
      try await call.send(
        Self.service, "UngroupResources", ["Group": .string(name), "ResourceArns": .strings(difference.removed)])
    }
    if !difference.added.isEmpty {
      try await call.send(Self.service, "GroupResources", ["Group": .string(name), "ResourceArns": .strings(difference.added)])
    }
  }

  /// The properties with the types of resources that a query by tags must name; without one it means all.
  private func withTypes(_ call: ResourceCall) -> PropertyObject {
    var properties = call.properties
    guard var resources = properties["ResourceQuery"]?.objectValue, resources["Type"] == "TAG_FILTERS_1_0",
      var query = resources["Query"]?.objectValue, query["ResourceTypeFilters"] == nil
    else { return properties }
    query["ResourceTypeFilters"] = ["AWS::AllSupported"]
    resources["Query"] = .object(query)
    properties["ResourceQuery"] = .object(resources)
    return properties
  }
}

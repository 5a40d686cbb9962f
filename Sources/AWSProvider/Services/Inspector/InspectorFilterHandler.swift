import AWSClient
import StrataModel

/// Filters of findings: inspector2:CreateFilter and its companions.
struct InspectorFilterHandler: ResourceHandler {
  static let type = "AWS::InspectorV2::Filter"

  private static let service = "inspector2"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let input = call.input(Self.service, "CreateFilter", renaming: ["FilterAction": "action"])
    let answer = try await call.send(Self.service, "CreateFilter", input)
    guard let arn = answer["arn"]?.string else { throw ProviderFailure.invalid("inspector2:CreateFilter answered without an ARN") }
    return CreatedObject(arn, attributes: ["Arn": .string(arn)])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let answer = try await call.find(
      Self.service, "ListFilters", ["arns": [.string(call.identifier)]], absent: ["ResourceNotFoundException"])
    let filter = answer?["filters"]?.list?.first { $0["arn"]?.string == call.identifier }
    return filter.map { call.document($0, renaming: ["FilterAction": "action", "FilterCriteria": "criteria"]) }
  }

  func update(_ call: ResourceCall) async throws {
    let arn = AWSValue.string(call.identifier)
    if call.changed != ["Tags"] {
      var input = call.input(Self.service, "UpdateFilter", renaming: ["FilterAction": "action"])
      input["filterArn"] = arn
      if call.properties["Description"] == nil, call.changed.contains("Description") { input["description"] = "" }
      try await call.send(Self.service, "UpdateFilter", input)
    }
    try await call.updateTags { tags in
      try await call.send(Self.service, "TagResource", ["resourceArn": arn, "tags": .tagMap(tags)])
    } remove: { keys in
      try await call.send(Self.service, "UntagResource", ["resourceArn": arn, "tagKeys": .strings(keys)])
    }
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send(Self.service, "DeleteFilter", ["arn": .string(call.identifier)])
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    let name = filter.text("Name")
    return try await call.pages(Self.service, "ListFilters").filter { name == nil || $0["name"]?.string == name }
      .compactMap { $0["arn"]?.string }
  }
}

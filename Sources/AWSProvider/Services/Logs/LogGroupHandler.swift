import AWSClient
import StrataModel

/// Log groups: logs:CreateLogGroup and its companions.
struct LogGroupHandler: ResourceHandler {
  static let type = "AWS::Logs::LogGroup"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let name = try call.required("LogGroupName")
    var input = call.input("logs", "CreateLogGroup", omitting: ["Tags"])
    input["tags"] = call.tagMap
    try await call.send("logs", "CreateLogGroup", input)
    try await call.complete(name) {
      try await retain(call, name)
    }
    return CreatedObject(name, attributes: ["Arn": .string(call.arn("logs", "log-group:\(name):*"))])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let groups = try await call.pages("logs", "DescribeLogGroups", ["logGroupNamePrefix": .string(call.identifier)])
    guard let group = groups.first(where: { $0["logGroupName"]?.string == call.identifier }) else { return nil }
    var document = call.document(group)
    let tags = try await call.send("logs", "ListTagsForResource", ["resourceArn": arn(call)])
    document["Tags"] = call.document(tags)["Tags"]
    return document
  }

  func update(_ call: ResourceCall) async throws {
    let name = AWSValue.string(call.identifier)
    if call.changed.contains("RetentionInDays") { try await retain(call, call.identifier) }
    if call.changed.contains("KmsKeyId") {
      if let key = AWSValue(call.properties["KmsKeyId"]) {
        try await call.send("logs", "AssociateKmsKey", ["logGroupName": name, "kmsKeyId": key])
      } else {
        try await call.send("logs", "DisassociateKmsKey", ["logGroupName": name])
      }
    }
    try await call.updateTags { tags in
      try await call.send("logs", "TagResource", ["resourceArn": arn(call), "tags": .tagMap(tags)])
    } remove: { keys in
      try await call.send("logs", "UntagResource", ["resourceArn": arn(call), "tagKeys": .strings(keys)])
    }
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("logs", "DeleteLogGroup", ["logGroupName": .string(call.identifier)])
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    if let name = filter.text("LogGroupName") { return [name] }
    return try await call.pages("logs", "DescribeLogGroups").compactMap { $0["logGroupName"]?.string }
  }

  /// Tags belong to the ARN without the `:*` that stands for the streams.
  private func arn(_ call: ResourceCall) -> AWSValue { .string(call.arn("logs", "log-group:\(call.identifier)")) }

  private func retain(_ call: ResourceCall, _ name: String) async throws {
    if let days = AWSValue(call.properties["RetentionInDays"]) {
      try await call.send("logs", "PutRetentionPolicy", ["logGroupName": .string(name), "retentionInDays": days])
    } else if call.previous["RetentionInDays"] != nil {
      try await call.send("logs", "DeleteRetentionPolicy", ["logGroupName": .string(name)])
    }
  }
}

import AWSClient
import StrataModel

/// What alarms on metrics and on other alarms have in common.
enum AlarmCalls {
  static func arn(_ call: ResourceCall, _ name: String) -> String { call.arn("cloudwatch", "alarm:\(name)") }

  /// The alarm with its tags; DescribeAlarms shows composite alarms only where they are asked for.
  static func read(_ call: ResourceCall, kind: String) async throws -> PropertyObject? {
    let answer = try await call.send(
      "cloudwatch", "DescribeAlarms", ["AlarmNames": [.string(call.identifier)], "AlarmTypes": [.string(kind)]])
    guard let alarm = answer[kind + "s"]?.list?.first else { return nil }
    var document = call.document(alarm, renaming: ["Arn": "AlarmArn"])
    let tags = try await call.send("cloudwatch", "ListTagsForResource", ["ResourceARN": .string(arn(call, call.identifier))])
    document["Tags"] = call.document(tags)["Tags"]
    return document
  }

  /// Writes all properties; the put operations leave the tags of an alarm that exists as they are.
  static func update(_ call: ResourceCall, _ operation: String) async throws {
    if call.changed != ["Tags"] {
      var input = call.input("cloudwatch", operation, omitting: ["Tags"])
      input["AlarmName"] = .string(call.identifier)
      try await call.send("cloudwatch", operation, input)
    }
    let arn = AWSValue.string(arn(call, call.identifier))
    try await call.updateTags { tags in
      try await call.send("cloudwatch", "TagResource", ["ResourceARN": arn, "Tags": .tagList(tags)])
    } remove: { keys in
      try await call.send("cloudwatch", "UntagResource", ["ResourceARN": arn, "TagKeys": .strings(keys)])
    }
  }

  static func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("cloudwatch", "DeleteAlarms", ["AlarmNames": [.string(call.identifier)]])
    return .gone
  }

  static func list(_ call: ResourceCall, _ filter: ListFilter, kind: String) async throws -> [String] {
    if let name = filter.text("AlarmName") { return [name] }
    let alarms = try await call.pages("cloudwatch", "DescribeAlarms", ["AlarmTypes": [.string(kind)]], of: kind + "s")
    return alarms.compactMap { $0["AlarmName"]?.string }
  }
}

import StrataModel

extension BucketConfiguration {
  /// Events that go to functions, queues, topics and EventBridge.
  static let notifications = BucketConfiguration(
    property: "NotificationConfiguration", get: "GetBucketNotificationConfiguration", put: "PutBucketNotificationConfiguration",
    removal: .value([:]),
    encode: { value in
      var configuration = PropertyObject()
      for target in NotificationTarget.all {
        configuration[target.member] = value[target.property]?.arrayValue.map { .array($0.map { target.encode($0) }) }
      }
      if value["EventBridgeConfiguration"] != nil, value["EventBridgeConfiguration"]?["EventBridgeEnabled"] != false {
        configuration["EventBridgeConfiguration"] = [:]
      }
      return ["NotificationConfiguration": .object(configuration)]
    },
    decode: { answer in
      var configuration = PropertyObject()
      for target in NotificationTarget.all {
        configuration[target.property] = answer[target.member]?.arrayValue.map { .array($0.flatMap { target.decode($0) }) }
      }
      if answer["EventBridgeConfiguration"] != nil { configuration["EventBridgeConfiguration"] = ["EventBridgeEnabled": true] }
      return configuration.isEmpty ? nil : .object(configuration)
    })
}

/// A kind of target, with its names in a declaration and to the API.
private struct NotificationTarget: Sendable {
  let property: String
  let member: String
  let target: String
  let arn: String

  static let all = [
    NotificationTarget(
      property: "LambdaConfigurations", member: "LambdaFunctionConfigurations", target: "Function", arn: "LambdaFunctionArn"),
    NotificationTarget(property: "QueueConfigurations", member: "QueueConfigurations", target: "Queue", arn: "QueueArn"),
    NotificationTarget(property: "TopicConfigurations", member: "TopicConfigurations", target: "Topic", arn: "TopicArn"),
  ]

  func encode(_ value: PropertyValue) -> PropertyValue {
    var result = PropertyObject()
    result[arn] = value[target]
    result["Events"] = value["Event"].map { .array([$0]) }
    result["Filter"] = value["Filter"]?.renamingFields(["S3Key": "Key", "Rules": "FilterRules"])
    return .object(result)
  }

  /// A declaration has one event in each entry, the API a list.
  func decode(_ value: PropertyValue) -> [PropertyValue] {
    (value["Events"]?.arrayValue ?? []).map { event in
      var result: PropertyObject = ["Event": event]
      result[target] = value[arn]
      // The API answers `Prefix` where `prefix` was sent.
      let rules = value["Filter"]?["Key"]?["FilterRules"]?.arrayValue?.map { rule -> PropertyValue in
        var rule = rule.objectValue ?? [:]
        rule["Name"] = rule["Name"]?.stringValue.map { .string($0.lowercased()) }
        return .object(rule)
      }
      if let rules, !rules.isEmpty { result["Filter"] = ["S3Key": ["Rules": .array(rules)]] }
      return .object(result)
    }
  }
}

import AWSClient
import StrataModel

/// Topics: sns:CreateTopic and its companions.
///
/// Subscriptions inside of a topic and its policy of data protection are written but not read: the first cannot be told from those that are
/// declared apart, the second would be a call more for every topic.
struct TopicHandler: ResourceHandler {
  static let type = "AWS::SNS::Topic"

  /// The attributes that are properties, with the values that they have unless they are set.
  private static let defaults = [
    "ArchivePolicy": "{}", "ContentBasedDeduplication": "false", "DisplayName": "", "FifoThroughputScope": "Topic", "KmsMasterKeyId": "",
    "SignatureVersion": "1", "TracingConfig": "PassThrough",
  ]

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    var attributes = call.attributeMap(Self.defaults.keys)
    // Only FIFO topics know the attribute.
    if call.properties["FifoTopic"]?.boolValue == true { attributes["FifoTopic"] = "true" }
    for (name, value) in DeliveryStatus.attributes(call.properties["DeliveryStatusLogging"]) { attributes[name] = .string(value) }
    let answer = try await call.send(
      "sns", "CreateTopic",
      [
        "Name": .string(try call.required("TopicName")), "Attributes": .structure(attributes), "Tags": call.tagList(),
        "DataProtectionPolicy": call.attributeText("DataProtectionPolicy").map { .string($0) },
      ])
    guard let arn = answer["TopicArn"]?.string else { throw ProviderFailure.invalid("sns:CreateTopic answered without an ARN") }
    try await call.complete(arn) {
      for subscription in call.properties["Subscription"]?.arrayValue ?? [] { try await subscribe(call, arn, subscription) }
    }
    return CreatedObject(arn, attributes: ["TopicArn": .string(arn)])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let arn = AWSValue.string(call.identifier)
    guard let answer = try await call.find("sns", "GetTopicAttributes", ["TopicArn": arn], absent: ["NotFound"]) else { return nil }
    let attributes = answer["Attributes"] ?? [:]
    var document = call.document(attributes)
    document["TopicName"] = .string(call.identifierTail)
    document["DeliveryStatusLogging"] = DeliveryStatus.properties(attributes)
    let tags = try await call.send("sns", "ListTagsForResource", ["ResourceArn": arn])
    document["Tags"] = call.document(tags)["Tags"]
    return document
  }

  func update(_ call: ResourceCall) async throws {
    let arn = AWSValue.string(call.identifier)
    for (name, value) in Self.defaults.sorted(by: { $0.key < $1.key }) where call.changed.contains(name) {
      try await set(call, name, call.attributeText(name) ?? value)
    }
    if call.changed.contains("DeliveryStatusLogging") {
      let wanted = DeliveryStatus.attributes(call.properties["DeliveryStatusLogging"])
      for name in DeliveryStatus.attributes(call.previous["DeliveryStatusLogging"]).keys.sorted() where wanted[name] == nil {
        try await set(call, name, "")
      }
      for (name, value) in wanted.sorted(by: { $0.key < $1.key }) { try await set(call, name, value) }
    }
    if call.changed.contains("DataProtectionPolicy") {
      let policy = AWSValue.string(call.attributeText("DataProtectionPolicy") ?? "")
      try await call.send("sns", "PutDataProtectionPolicy", ["ResourceArn": arn, "DataProtectionPolicy": policy])
    }
    if call.changed.contains("Subscription") { try await updateSubscriptions(call) }
    try await call.updateTags { tags in
      try await call.send("sns", "TagResource", ["ResourceArn": arn, "Tags": .tagList(tags)])
    } remove: { keys in
      try await call.send("sns", "UntagResource", ["ResourceArn": arn, "TagKeys": .strings(keys)])
    }
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("sns", "DeleteTopic", ["TopicArn": .string(call.identifier)])
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    if let name = filter.text("TopicName") { return [call.arn("sns", name)] }
    return try await call.pages("sns", "ListTopics").compactMap { $0["TopicArn"]?.string }
  }

  private func set(_ call: ResourceCall, _ name: String, _ value: String) async throws {
    try await call.send(
      "sns", "SetTopicAttributes",
      ["TopicArn": .string(call.identifier), "AttributeName": .string(name), "AttributeValue": .string(value)])
  }

  // MARK: Subscriptions

  private func subscribe(_ call: ResourceCall, _ arn: String, _ subscription: PropertyValue) async throws {
    try await call.send(
      "sns", "Subscribe",
      ["TopicArn": .string(arn), "Protocol": AWSValue(subscription["Protocol"]), "Endpoint": AWSValue(subscription["Endpoint"])])
  }

  private func updateSubscriptions(_ call: ResourceCall) async throws {
    let before = call.previous["Subscription"]?.arrayValue ?? []
    let after = call.properties["Subscription"]?.arrayValue ?? []
    for subscription in after where !before.contains(subscription) { try await subscribe(call, call.identifier, subscription) }
    let removed = before.filter { !after.contains($0) }
    if removed.isEmpty { return }
    for found in try await call.pages("sns", "ListSubscriptionsByTopic", ["TopicArn": .string(call.identifier)]) {
      let pair: PropertyValue = [
        "Endpoint": found["Endpoint"]?.propertyValue ?? .null, "Protocol": found["Protocol"]?.propertyValue ?? .null,
      ]
      // One that waits for its confirmation has no ARN, and ends by itself after three days.
      guard removed.contains(pair), let arn = found["SubscriptionArn"]?.string, arn.hasPrefix("arn:") else { continue }
      try await call.send("sns", "Unsubscribe", ["SubscriptionArn": .string(arn)])
    }
  }
}

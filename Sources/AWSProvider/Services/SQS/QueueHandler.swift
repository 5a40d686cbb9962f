import AWSClient
import StrataModel

/// Queues: sqs:CreateQueue and its companions.
///
/// The name of a deleted queue is free after 60 seconds.
struct QueueHandler: ResourceHandler {
  static let type = "AWS::SQS::Queue"
  static let absent: Set = ["AWS.SimpleQueueService.NonExistentQueue", "QueueDoesNotExist"]

  /// The attributes that are properties, with the values that they have unless they are set.
  private static let defaults = [
    "ContentBasedDeduplication": "false", "DeduplicationScope": "queue", "DelaySeconds": "0", "FifoThroughputLimit": "perQueue",
    "KmsDataKeyReusePeriodSeconds": "300", "KmsMasterKeyId": "", "MaximumMessageSize": "1048576", "MessageRetentionPeriod": "345600",
    "ReceiveMessageWaitTimeSeconds": "0", "RedriveAllowPolicy": "", "RedrivePolicy": "", "SqsManagedSseEnabled": "true",
    "VisibilityTimeout": "30",
  ]

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let name = try call.required("QueueName")
    var attributes = call.attributeMap(Self.defaults.keys)
    // Only FIFO queues know the attribute.
    if call.properties["FifoQueue"]?.boolValue == true { attributes["FifoQueue"] = "true" }
    let answer = try await call.send(
      "sqs", "CreateQueue", ["QueueName": .string(name), "Attributes": .structure(attributes), "tags": call.tagMap])
    guard let url = answer["QueueUrl"]?.string else { throw ProviderFailure.invalid("sqs:CreateQueue answered without a URL") }
    return CreatedObject(url, attributes: ["Arn": .string(call.arn("sqs", name)), "QueueUrl": .string(url)])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let url = AWSValue.string(call.identifier)
    let answer = try await call.find("sqs", "GetQueueAttributes", ["QueueUrl": url, "AttributeNames": ["All"]], absent: Self.absent)
    guard let attributes = answer?["Attributes"] else { return nil }
    var document = call.document(attributes, renaming: ["Arn": "QueueArn"])
    document["QueueName"] = .string(call.identifierTail)
    document["QueueUrl"] = .string(call.identifier)
    let tags = try await call.find("sqs", "ListQueueTags", ["QueueUrl": url], absent: Self.absent)
    document["Tags"] = call.document(["Tags": tags?["Tags"] ?? [:]])["Tags"]
    return document
  }

  func update(_ call: ResourceCall) async throws {
    let url = AWSValue.string(call.identifier)
    var attributes: [String: AWSValue] = [:]
    for (name, value) in Self.defaults where call.changed.contains(name) { attributes[name] = .string(call.attributeText(name) ?? value) }
    if !attributes.isEmpty {
      try await call.send("sqs", "SetQueueAttributes", ["QueueUrl": url, "Attributes": .structure(attributes)])
    }
    try await call.updateTags { tags in
      try await call.send("sqs", "TagQueue", ["QueueUrl": url, "Tags": .tagMap(tags)])
    } remove: { keys in
      try await call.send("sqs", "UntagQueue", ["QueueUrl": url, "TagKeys": .strings(keys)])
    }
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("sqs", "DeleteQueue", ["QueueUrl": .string(call.identifier)])
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    if let name = filter.text("QueueName") {
      let answer = try await call.find("sqs", "GetQueueUrl", ["QueueName": .string(name)], absent: Self.absent)
      return answer?["QueueUrl"]?.string.map { [$0] } ?? []
    }
    return try await call.pages("sqs", "ListQueues", of: "QueueUrls").compactMap(\.string)
  }
}

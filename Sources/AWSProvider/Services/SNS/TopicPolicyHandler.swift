import AWSClient
import StrataModel

/// Policies of topics: the attribute `Policy` of sns:SetTopicAttributes.
///
/// The identifier is the topics' ARNs as they were at the creation, with commas between. A topic always has a policy: deleting one brings the
/// default back, which lets the owner's account do everything.
struct TopicPolicyHandler: ResourceHandler {
  static let type = "AWS::SNS::TopicPolicy"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let topics = call.texts("Topics")
    guard let first = topics.first else { throw ProviderFailure.invalid("A topic policy needs a topic.") }
    let identifier = topics.joined(separator: ",")
    try await put(call, first)
    try await call.complete(identifier) { for topic in topics.dropFirst() { try await put(call, topic) } }
    return CreatedObject(identifier, attributes: ["Id": .string(identifier)])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let topics = topics(of: call)
    let answer = try await call.find(
      "sns", "GetTopicAttributes", ["TopicArn": topics.first.map { .string($0) }], absent: ["NotFound"])
    guard let policy = answer?["Attributes"]?["Policy"], let parsed = ShapeOutput.json(policy), parsed["Id"] != "__default_policy_ID" else {
      return nil
    }
    return ["Id": .string(call.identifier), "PolicyDocument": parsed, "Topics": .texts(topics)]
  }

  func update(_ call: ResourceCall) async throws {
    for topic in call.texts("Topics") { try await put(call, topic) }
    for topic in ListChange(from: call.previous["Topics"].texts, to: call.texts("Topics")).removed { try await reset(call, topic) }
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    let topics = call.properties["Topics"] == nil ? topics(of: call) : call.texts("Topics")
    for topic in topics { try await reset(call, topic) }
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    if case .properties(let properties) = filter, properties["Topics"] != nil { return [properties["Topics"].texts.joined(separator: ",")] }
    return try await call.pages("sns", "ListTopics").compactMap { $0["TopicArn"]?.string }
  }

  private func topics(of call: ResourceCall) -> [String] { call.identifier.split(separator: ",").map { String($0) } }

  private func put(_ call: ResourceCall, _ topic: String) async throws {
    try await set(call, topic, call.attributeText("PolicyDocument") ?? "")
  }

  private func reset(_ call: ResourceCall, _ topic: String) async throws {
    let actions = [
      "AddPermission", "DeleteTopic", "GetTopicAttributes", "ListSubscriptionsByTopic", "Publish", "RemovePermission", "SetTopicAttributes",
      "Subscribe",
    ]
    let policy: PropertyValue = [
      "Version": "2008-10-17", "Id": "__default_policy_ID",
      "Statement": [
        [
          "Sid": "__default_statement_ID", "Effect": "Allow", "Principal": ["AWS": "*"], "Action": .texts(actions.map { "SNS:" + $0 }),
          "Resource": .string(topic), "Condition": ["StringEquals": ["AWS:SourceOwner": .string(call.placement.account)]],
        ]
      ],
    ]
    try await set(call, topic, JSONWriter.plainText(of: policy))
  }

  private func set(_ call: ResourceCall, _ topic: String, _ policy: String) async throws {
    try await call.send(
      "sns", "SetTopicAttributes", ["TopicArn": .string(topic), "AttributeName": "Policy", "AttributeValue": .string(policy)])
  }
}

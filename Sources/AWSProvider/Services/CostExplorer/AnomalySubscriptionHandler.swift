import AWSClient
import StrataModel

/// Who hears of unusual costs: ce:CreateAnomalySubscription and its companions.
struct AnomalySubscriptionHandler: ResourceHandler {
  static let type = "AWS::CE::AnomalySubscription"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    var subscription = try call.properties.readingJSON(of: ["ThresholdExpression"])
    subscription["ResourceTags"] = nil
    var input = call.input("ce", "CreateAnomalySubscription", from: ["AnomalySubscription": .object(subscription)])
    input["ResourceTags"] = call.tagList()
    let answer = try await call.send("ce", "CreateAnomalySubscription", input)
    guard let arn = answer["SubscriptionArn"]?.string else {
      throw ProviderFailure.invalid("ce:CreateAnomalySubscription answered without an ARN")
    }
    return CreatedObject(arn, attributes: ["SubscriptionArn": .string(arn), "AccountId": .string(call.placement.account)])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let answer = try await call.find(
      "ce", "GetAnomalySubscriptions", ["SubscriptionArnList": [.string(call.identifier)]], absent: ["UnknownSubscriptionException"])
    guard let subscription = answer?["AnomalySubscriptions"]?.list?.first else { return nil }
    var document = call.document(subscription)
    document["ResourceTags"] = try await CostTags.read(call)
    return document
  }

  func update(_ call: ResourceCall) async throws {
    var input = call.input("ce", "UpdateAnomalySubscription", from: try call.properties.readingJSON(of: ["ThresholdExpression"]))
    input["SubscriptionArn"] = .string(call.identifier)
    try await call.send("ce", "UpdateAnomalySubscription", input)
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("ce", "DeleteAnomalySubscription", ["SubscriptionArn": .string(call.identifier)])
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    let name = filter.text("SubscriptionName")
    return try await call.pages("ce", "GetAnomalySubscriptions").filter { name == nil || $0["SubscriptionName"]?.string == name }
      .compactMap { $0["SubscriptionArn"]?.string }
  }
}

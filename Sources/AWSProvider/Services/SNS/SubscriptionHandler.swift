import AWSClient
import StrataModel

/// Subscriptions: sns:Subscribe and its companions.
///
/// One by e-mail waits until a person confirms it. It cannot be deleted before, and ends by itself after three days.
struct SubscriptionHandler: ResourceHandler {
  static let type = "AWS::SNS::Subscription"

  /// The attributes that are properties, with the values that take them away; a role cannot be taken away.
  private static let defaults = [
    "DeliveryPolicy": "{}", "FilterPolicy": "{}", "FilterPolicyScope": "MessageAttributes", "RawMessageDelivery": "false",
    "RedrivePolicy": "{}", "ReplayPolicy": "{}", "SubscriptionRoleArn": "",
  ]

  private static let pendingSeconds = 3 * 86_400

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    if let region = call.text("Region"), region != call.placement.region {
      throw ProviderFailure.unsupported("A subscription is made in its topic's region; place it in \(region).")
    }
    var input = call.input("sns", "Subscribe")
    input["Attributes"] = .structure(call.attributeMap(Self.defaults.keys))
    input["ReturnSubscriptionArn"] = true
    guard let arn = try await call.send("sns", "Subscribe", input)["SubscriptionArn"]?.string else {
      throw ProviderFailure.invalid("sns:Subscribe answered without an ARN")
    }
    return CreatedObject(arn, attributes: ["Arn": .string(arn)])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    guard let attributes = try await attributes(call) else { return nil }
    var document = call.document(attributes)
    document["Arn"] = .string(call.identifier)
    return document
  }

  func update(_ call: ResourceCall) async throws {
    // A policy is read in the light of its scope, so the scope goes first.
    let order = ["FilterPolicyScope"] + Self.defaults.keys.filter { $0 != "FilterPolicyScope" }.sorted()
    for name in order where call.changed.contains(name) {
      let value = call.attributeText(name) ?? Self.defaults[name] ?? ""
      try await call.send(
        "sns", "SetSubscriptionAttributes",
        ["SubscriptionArn": .string(call.identifier), "AttributeName": .string(name), "AttributeValue": .string(value)])
    }
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    do {
      try await call.send("sns", "Unsubscribe", ["SubscriptionArn": .string(call.identifier)])
      return .gone
    } catch {
      guard error.code == "InvalidParameter" else { throw error }
      guard try await attributes(call)?["PendingConfirmation"]?.string == "true" else { throw error }
      return .scheduled(until: call.now + Self.pendingSeconds)
    }
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    let topic = filter.text("TopicArn").map { AWSValue.string($0) }
    let found = try await call.pages(
      "sns", topic == nil ? "ListSubscriptions" : "ListSubscriptionsByTopic", ["TopicArn": topic], absent: ["NotFound"])
    return found.compactMap { subscription in
      for name in ["Protocol", "Endpoint"] {
        if let wanted = filter.text(name), subscription[name]?.string != wanted { return nil }
      }
      // What waits for its confirmation is listed without an ARN.
      return subscription["SubscriptionArn"]?.string.flatMap { $0.hasPrefix("arn:") ? $0 : nil }
    }
  }

  private func attributes(_ call: ResourceCall) async throws -> AWSValue? {
    let arn = AWSValue.string(call.identifier)
    return try await call.find("sns", "GetSubscriptionAttributes", ["SubscriptionArn": arn], absent: ["NotFound"])?["Attributes"]
  }
}

import AWSClient
import StrataModel

/// Subscriptions to events of RDS: rds:CreateEventSubscription and its companions.
struct EventSubscriptionHandler: ResourceHandler {
  static let type = "AWS::RDS::EventSubscription"
  static let waits: Set<Intent.Operation> = [.create, .update, .delete]
  private static let renaming = [
    "SubscriptionName": "CustSubscriptionId", "SourceIds": "SourceIdsList", "EventCategories": "EventCategoriesList",
  ]

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let answer = try await call.send("rds", "CreateEventSubscription", call.input("rds", "CreateEventSubscription"))
    guard let subscription = answer["EventSubscription"], let name = subscription["CustSubscriptionId"]?.string else {
      throw ProviderFailure.invalid("rds:CreateEventSubscription answered without a subscription.")
    }
    return CreatedObject(name, attributes: call.document(subscription, renaming: Self.renaming))
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    guard let subscription = try await describe(call) else { return nil }
    var document = call.document(subscription, renaming: Self.renaming)
    document["Tags"] = try await call.namedTags("rds", arn(call))
    return document
  }

  func update(_ call: ResourceCall) async throws {
    let name = AWSValue.string(call.identifier)
    if !call.changed.isDisjoint(with: ["Enabled", "EventCategories", "SourceType"]) {
      var input = call.input("rds", "ModifyEventSubscription")
      input["SubscriptionName"] = name
      if call.properties["Enabled"] == nil { input["Enabled"] = true }
      if call.properties["EventCategories"] == nil { input["EventCategories"] = [] }
      try await call.send("rds", "ModifyEventSubscription", input)
    }
    let sources = call.memberChange("SourceIds")
    for source in sources.added {
      try await call.send(
        "rds", "AddSourceIdentifierToSubscription", ["SubscriptionName": name, "SourceIdentifier": .string(source)])
    }
    for source in sources.removed {
      try await call.send(
        "rds", "RemoveSourceIdentifierFromSubscription", ["SubscriptionName": name, "SourceIdentifier": .string(source)])
    }
    try await call.updateNamedTags("rds", arn(call))
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("rds", "DeleteEventSubscription", ["SubscriptionName": .string(call.identifier)])
    return .started
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    if let name = filter.text("SubscriptionName") { return [name] }
    return try await call.pages("rds", "DescribeEventSubscriptions").compactMap { $0["CustSubscriptionId"]?.string }
  }

  func readiness(_ call: ResourceCall, after operation: Intent.Operation) async throws -> Readiness {
    switch try await describe(call)?["Status"]?.string {
    case "active": .ready
    case "no-permission": .failed("RDS may not publish to the topic.")
    case "topic-not-exist": .failed("The topic does not exist.")
    default: .pending(after: 2_000)
    }
  }

  private func arn(_ call: ResourceCall) -> String { call.arn("rds", "es:\(call.identifier)") }

  private func describe(_ call: ResourceCall) async throws -> AWSValue? {
    try await call.describeNamed("rds", "DescribeEventSubscriptions", "SubscriptionName", in: "EventSubscriptionsList")
  }
}

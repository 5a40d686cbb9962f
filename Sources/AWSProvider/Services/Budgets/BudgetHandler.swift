import AWSClient
import StrataModel

/// Budgets: budgets:CreateBudget and its companions.
///
/// The name of a budget is its identifier.
struct BudgetHandler: ResourceHandler {
  static let type = "AWS::Budgets::Budget"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    guard let name = call.properties["Budget"]?["BudgetName"]?.stringValue else {
      throw ProviderFailure.invalid("A budget needs the property Budget.BudgetName.")
    }
    var properties = call.properties
    properties["Budget"] = withDates(call)
    var input = call.input("budgets", "CreateBudget", from: properties)
    input["AccountId"] = account(call)
    try await call.send("budgets", "CreateBudget", input)
    return CreatedObject(name, attributes: ["Id": .string(name)])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    guard let answer = try await call.find("budgets", "DescribeBudget", identity(call), absent: ["NotFoundException"]) else { return nil }
    var document = call.document(answer)
    document["Id"] = .string(call.identifier)
    if call.has("budgets", "DescribeSubscribersForNotification") {
      document["NotificationsWithSubscribers"] = try await notifications(call)
    }
    if call.has("budgets", "ListTagsForResource") {
      let tags = try await call.send("budgets", "ListTagsForResource", ["ResourceARN": arn(call)])
      document["ResourceTags"] = call.document(tags)["ResourceTags"]
    }
    return document
  }

  func update(_ call: ResourceCall) async throws {
    if call.changed.contains("Budget") {
      guard call.properties["Budget"]?["BudgetName"]?.stringValue == call.identifier else {
        throw ProviderFailure.invalid("The name of the budget '\(call.identifier)' cannot be changed; replace it.")
      }
      var input = call.input("budgets", "UpdateBudget", from: ["NewBudget": withDates(call)])
      input["AccountId"] = account(call)
      try await call.send("budgets", "UpdateBudget", input)
    }
    let change = TagChange(from: call.previous["ResourceTags"], to: call.properties["ResourceTags"])
    if !change.removed.isEmpty {
      try await call.send("budgets", "UntagResource", ["ResourceARN": arn(call), "ResourceTagKeys": .strings(change.removed)])
    }
    if !change.set.isEmpty {
      try await call.send("budgets", "TagResource", ["ResourceARN": arn(call), "ResourceTags": .tagList(change.set)])
    }
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("budgets", "DeleteBudget", identity(call))
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    try await call.pages("budgets", "DescribeBudgets", ["AccountId": account(call)]).compactMap { $0["BudgetName"]?.string }
  }

  // MARK: Parts

  private func account(_ call: ResourceCall) -> AWSValue { .string(call.placement.account) }

  private func identity(_ call: ResourceCall) -> [String: AWSValue?] {
    ["AccountId": account(call), "BudgetName": .string(call.identifier)]
  }

  private func arn(_ call: ResourceCall) -> AWSValue { .string(call.arn("budgets", "budget/\(call.identifier)", isGlobal: true)) }

  /// The declared budget; the ends of its period may be seconds since 1970, as CloudFormation allows.
  private func withDates(_ call: ResourceCall) -> PropertyValue {
    guard var budget = call.properties["Budget"]?.objectValue, var period = budget["TimePeriod"]?.objectValue else {
      return call.properties["Budget"] ?? .object([:])
    }
    for end in ["Start", "End"] {
      if let seconds = period[end]?.stringValue.flatMap({ Double($0) }) { period[end] = .string(TimestampText.text(seconds)) }
    }
    budget["TimePeriod"] = .object(period)
    return .object(budget)
  }

  private func notifications(_ call: ResourceCall) async throws -> PropertyValue? {
    var found: [AWSValue] = []
    for notification in try await call.pages("budgets", "DescribeNotificationsForBudget", identity(call)) {
      let asked = notification.structure?.filter { $0.key != "NotificationState" } ?? [:]
      let subscribers = try await call.pages(
        "budgets", "DescribeSubscribersForNotification", identity(call).merging(["Notification": .structure(asked)]) { _, new in new })
      found.append(["Notification": notification, "Subscribers": .list(subscribers)])
    }
    return call.document(["NotificationsWithSubscribers": .list(found)])["NotificationsWithSubscribers"]
  }
}

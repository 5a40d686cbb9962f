import AWSClient
import StrataModel

/// Rules with their targets: events:PutRule, events:PutTargets and their companions.
struct RuleHandler: ResourceHandler {
  static let type = "AWS::Events::Rule"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    _ = try call.required("Name")
    guard let arn = try await call.send("events", "PutRule", call.input("events", "PutRule"))["RuleArn"]?.string else {
      throw ProviderFailure.invalid("events:PutRule answered without an ARN")
    }
    try await call.complete(arn) { try await putTargets(call, RuleName(arn)) }
    return CreatedObject(arn, attributes: ["Arn": .string(arn), "EventBusName": .string(RuleName(arn).bus)])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let rule = RuleName(call.identifier)
    guard let answer = try await call.find("events", "DescribeRule", rule.input("Name"), absent: ["ResourceNotFoundException"]) else {
      return nil
    }
    async let tags = call.send("events", "ListTagsForResource", ["ResourceARN": .string(call.identifier)])
    async let targets = targets(call)
    var document = call.document(answer)
    let found = PropertyValue.array(try await targets.map(\.propertyValue))
    let renamed = found.renamingFields(["Tags": "TagList", "PlacementStrategy": "PlacementStrategies"])
    document["Targets"] = call.document(["Targets": AWSValue(renamed)])["Targets"]
    document["Tags"] = call.document(try await tags)["Tags"]
    return document
  }

  func update(_ call: ResourceCall) async throws {
    let rule = RuleName(call.identifier)
    // PutRule gives what it is not told its default again.
    if !call.changed.isSubset(of: ["Tags", "Targets"]) {
      let input = call.input("events", "PutRule", omitting: ["Tags"])
      try await call.send("events", "PutRule", input.merging(rule.input("Name")) { _, new in new })
    }
    if call.changed.contains("Targets") {
      try await putTargets(call, rule)
      let wanted = call.properties["Targets"]?.arrayValue?.compactMap { $0["Id"]?.stringValue } ?? []
      let present = try await targets(call).compactMap { $0["Id"]?.string }
      try await removeTargets(call, ListChange(from: present, to: wanted).removed)
    }
    try await call.updateEventsTags(call.identifier)
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await removeTargets(call, try await targets(call).compactMap { $0["Id"]?.string })
    try await call.send("events", "DeleteRule", RuleName(call.identifier).input("Name"))
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    var buses: [String] = []
    if case .properties(let properties) = filter {
      buses = [properties["EventBusName"]?.stringValue ?? "default"]
    } else {
      buses = try await EventBusHandler().list(call, matching: .all)
    }
    var found: [String] = []
    for bus in buses {
      let rules = try await call.pages(
        "events", "ListRules", ["EventBusName": .string(bus), "NamePrefix": filter.text("Name").map { .string($0) }], of: "Rules",
        absent: ["ResourceNotFoundException"])
      found += rules.compactMap { $0["Arn"]?.string }
    }
    return found
  }

  // MARK: Targets

  private func targets(_ call: ResourceCall) async throws -> [AWSValue] {
    try await call.pages("events", "ListTargetsByRule", RuleName(call.identifier).input("Rule"), of: "Targets")
  }

  private func putTargets(_ call: ResourceCall, _ rule: RuleName) async throws {
    guard let targets = call.properties["Targets"], targets.arrayValue?.isEmpty == false else { return }
    let renamed = targets.renamingFields(["TagList": "Tags", "PlacementStrategies": "PlacementStrategy"])
    let input = call.input("events", "PutTargets", from: ["Targets": renamed])
    try check(try await call.send("events", "PutTargets", input.merging(rule.input("Rule")) { _, new in new }), "PutTargets")
  }

  private func removeTargets(_ call: ResourceCall, _ identifiers: [String]) async throws {
    if identifiers.isEmpty { return }
    let input: [String: AWSValue?] = ["Ids": .strings(identifiers)]
    let rule = RuleName(call.identifier)
    try check(try await call.send("events", "RemoveTargets", input.merging(rule.input("Rule")) { _, new in new }), "RemoveTargets")
  }

  /// Targets can fail one by one while the call succeeds.
  private func check(_ answer: AWSValue, _ operation: String) throws {
    guard let failed = answer["FailedEntries"]?.list?.first else { return }
    throw AWSError(
      .refused, code: failed["ErrorCode"]?.string ?? "",
      "target \(failed["TargetId"]?.string ?? ""): \(failed["ErrorMessage"]?.string ?? "")",
      service: "events", operation: operation)
  }
}

/// The parts of a rule's ARN, which has the bus in it unless that is the default one.
private struct RuleName: Sendable {
  var bus = "default"
  var name: String

  init(_ arn: String) {
    let path = arn.split(separator: ":", maxSplits: 5).last?.split(separator: "/").dropFirst() ?? []
    name = path.last.map { String($0) } ?? ""
    if path.count > 1 { bus = path.dropLast().joined(separator: "/") }
  }

  func input(_ member: String) -> [String: AWSValue?] { [member: .string(name), "EventBusName": .string(bus)] }
}

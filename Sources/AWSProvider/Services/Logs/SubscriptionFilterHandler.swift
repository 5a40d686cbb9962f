import AWSClient
import StrataModel

/// Subscription filters of log groups: logs:PutSubscriptionFilter and its companions.
///
/// The service sends a test message before it answers, so that the destination and the role must work already.
struct SubscriptionFilterHandler: ResourceHandler {
  static let type = "AWS::Logs::SubscriptionFilter"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let identifier = "\(try call.required("FilterName"))|\(try call.required("LogGroupName"))"
    try await call.send("logs", "PutSubscriptionFilter", call.input("logs", "PutSubscriptionFilter"))
    return CreatedObject(identifier, attributes: [:])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let name = call.identifierParts.first ?? ""
    let filters = try await filters(call, of: call.identifierParts.last ?? "")
    return filters.first { $0["filterName"]?.string == name }.map { call.document($0) }
  }

  func update(_ call: ResourceCall) async throws {
    let input = call.input("logs", "PutSubscriptionFilter")
    try await call.send("logs", "PutSubscriptionFilter", input.merging(names(call)) { _, name in name })
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("logs", "DeleteSubscriptionFilter", names(call))
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    var groups: [String] = []
    if let group = filter.text("LogGroupName") {
      if let name = filter.text("FilterName") { return ["\(name)|\(group)"] }
      groups = [group]
    } else {
      groups = try await call.pages("logs", "DescribeLogGroups").compactMap { $0["logGroupName"]?.string }
    }
    var found: [String] = []
    for group in groups { found += try await filters(call, of: group).compactMap { $0["filterName"]?.string }.map { "\($0)|\(group)" } }
    return found
  }

  private func filters(_ call: ResourceCall, of group: String) async throws -> [AWSValue] {
    try await call.pages(
      "logs", "DescribeSubscriptionFilters", ["logGroupName": .string(group)], absent: ["ResourceNotFoundException"])
  }

  private func names(_ call: ResourceCall) -> [String: AWSValue?] {
    let parts = call.identifierParts
    return ["filterName": parts.first.map { .string($0) }, "logGroupName": parts.last.map { .string($0) }]
  }
}

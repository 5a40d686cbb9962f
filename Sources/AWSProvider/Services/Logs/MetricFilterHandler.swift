import AWSClient
import StrataModel

/// Metric filters of log groups: logs:PutMetricFilter and its companions.
struct MetricFilterHandler: ResourceHandler {
  static let type = "AWS::Logs::MetricFilter"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let identifier = "\(try call.required("LogGroupName"))|\(try call.required("FilterName"))"
    try await call.send("logs", "PutMetricFilter", call.input("logs", "PutMetricFilter"))
    return CreatedObject(identifier, attributes: [:])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let name = call.identifierParts.last ?? ""
    let filters = try await call.pages(
      "logs", "DescribeMetricFilters",
      ["logGroupName": call.identifierParts.first.map { .string($0) }, "filterNamePrefix": .string(name)],
      absent: ["ResourceNotFoundException"])
    // Emulators append what AWS replaces.
    return filters.last { $0["filterName"]?.string == name }.map { call.document($0) }
  }

  func update(_ call: ResourceCall) async throws {
    try await call.send("logs", "PutMetricFilter", call.input("logs", "PutMetricFilter").merging(names(call)) { _, name in name })
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("logs", "DeleteMetricFilter", names(call))
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    if let group = filter.text("LogGroupName"), let name = filter.text("FilterName") { return ["\(group)|\(name)"] }
    let filters = try await call.pages(
      "logs", "DescribeMetricFilters", ["logGroupName": filter.text("LogGroupName").map { .string($0) }],
      absent: ["ResourceNotFoundException"])
    return filters.compactMap { found in
      guard let group = found["logGroupName"]?.string, let name = found["filterName"]?.string else { return nil }
      return "\(group)|\(name)"
    }
  }

  private func names(_ call: ResourceCall) -> [String: AWSValue?] {
    let parts = call.identifierParts
    return ["logGroupName": parts.first.map { .string($0) }, "filterName": parts.last.map { .string($0) }]
  }
}

import AWSClient
import StrataModel

/// DB parameter groups: rds:CreateDBParameterGroup and its companions.
///
/// Parameters are calls of their own, at most 20 in each. Dynamic ones take effect at once, static ones with the next reboot.
struct DBParameterGroupHandler: ResourceHandler {
  static let type = "AWS::RDS::DBParameterGroup"
  private static let renaming = ["Family": "DBParameterGroupFamily"]

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let input = call.input("rds", "CreateDBParameterGroup", renaming: Self.renaming)
    guard let group = try await call.send("rds", "CreateDBParameterGroup", input)["DBParameterGroup"],
      let name = group["DBParameterGroupName"]?.string
    else { throw ProviderFailure.invalid("rds:CreateDBParameterGroup answered without a group.") }
    try await call.complete(name) {
      try await set(call, name, parameters(call.properties))
    }
    return CreatedObject(name, attributes: call.document(group, renaming: Self.renaming))
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let group = try await call.describeNamed("rds", "DescribeDBParameterGroups", "DBParameterGroupName", in: "DBParameterGroups")
    guard let group else { return nil }
    var document = call.document(group, renaming: Self.renaming)
    let own = try await call.pages(
      "rds", "DescribeDBParameters", ["DBParameterGroupName": .string(call.identifier), "Source": "user"])
    document["Parameters"] = .object(
      PropertyObject(
        own.compactMap { parameter in
          guard let name = parameter["ParameterName"]?.string, let value = parameter["ParameterValue"]?.string else { return nil }
          return (name, .string(value))
        }))
    document["Tags"] = try await call.namedTags("rds", arn(call))
    return document
  }

  func update(_ call: ResourceCall) async throws {
    if call.changed.contains("Parameters") {
      let wanted = parameters(call.properties)
      let before = parameters(call.previous)
      try await set(call, call.identifier, wanted.filter { before[$0.key] != $0.value })
      let dropped = before.filter { wanted[$0.key] == nil }
      try await send(call, "ResetDBParameterGroup", call.identifier, dropped, withValues: false)
    }
    try await call.updateNamedTags("rds", arn(call))
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("rds", "DeleteDBParameterGroup", ["DBParameterGroupName": .string(call.identifier)])
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    if let name = filter.text("DBParameterGroupName") { return [name.lowercased()] }
    return try await call.pages("rds", "DescribeDBParameterGroups").compactMap { $0["DBParameterGroupName"]?.string }
  }

  private func arn(_ call: ResourceCall) -> String { call.arn("rds", "pg:\(call.identifier)") }

  private func parameters(_ properties: PropertyObject) -> [String: String] {
    Dictionary((properties["Parameters"]?.objectValue?.fields ?? []).map { ($0.key, AWSValue($0.value).scalarText ?? "") }) { $1 }
  }

  private func set(_ call: ResourceCall, _ group: String, _ parameters: [String: String]) async throws {
    try await send(call, "ModifyDBParameterGroup", group, parameters, withValues: true)
  }

  private func send(
    _ call: ResourceCall, _ operation: String, _ group: String, _ parameters: [String: String], withValues: Bool
  ) async throws {
    guard !parameters.isEmpty else { return }
    let known = try await call.pages("rds", "DescribeDBParameters", ["DBParameterGroupName": .string(group)])
    let dynamic = Set(known.filter { $0["ApplyType"]?.string == "dynamic" }.compactMap { $0["ParameterName"]?.string })
    let entries = parameters.sorted { $0.key < $1.key }.map { name, value -> AWSValue in
      var entry: [String: AWSValue] = ["ParameterName": .string(name)]
      if withValues { entry["ParameterValue"] = .string(value) }
      entry["ApplyMethod"] = dynamic.contains(name) ? "immediate" : "pending-reboot"
      return .structure(entry)
    }
    for start in stride(from: 0, to: entries.count, by: 20) {
      let batch = AWSValue.list(Array(entries[start..<min(start + 20, entries.count)]))
      try await call.send("rds", operation, ["DBParameterGroupName": .string(group), "Parameters": batch])
    }
  }
}

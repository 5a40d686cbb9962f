import AWSClient
import StrataModel

/// Analyzers: accessanalyzer:CreateAnalyzer and its companions.
///
/// Archive rules are resources of their own to the API.
struct AnalyzerHandler: ResourceHandler {
  static let type = "AWS::AccessAnalyzer::Analyzer"
  static let waits: Set<Intent.Operation> = [.create]

  private static let service = "accessanalyzer"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    var input = call.input(Self.service, "CreateAnalyzer", from: renamed(call.properties), omitting: ["ArchiveRules"])
    input["archiveRules"] = archiveRules(call.properties).map { rules in .list(rules.map { .structure($0) }) }
    input["clientToken"] = call.token.map { .string($0) }
    let answer = try await call.send(Self.service, "CreateAnalyzer", input)
    guard let arn = answer["arn"]?.string else { throw ProviderFailure.invalid("accessanalyzer:CreateAnalyzer answered without an ARN") }
    return CreatedObject(arn, attributes: ["Arn": .string(arn)])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    guard let analyzer = try await analyzer(call) else { return nil }
    var document = call.document(analyzer, renaming: ["AnalyzerName": "name"])
    if let configuration = analyzer["configuration"] {
      let unused = configuration["unusedAccess"]
      let own = configuration["internalAccess"].map { rules -> AWSValue in
        ["InternalAccessAnalysisRule": rules["analysisRule"] ?? [:]]
      }
      var members: [String: AWSValue] = [:]
      members["UnusedAccessConfiguration"] = unused
      members["InternalAccessConfiguration"] = own
      document["AnalyzerConfiguration"] = call.document(["AnalyzerConfiguration": .structure(members)])["AnalyzerConfiguration"]
    }
    let rules = try await call.pages(Self.service, "ListArchiveRules", ["analyzerName": name(call)])
    document["ArchiveRules"] = call.document(["ArchiveRules": .list(rules.map(document(ofRule:)))])["ArchiveRules"]
    return document
  }

  func update(_ call: ResourceCall) async throws {
    if call.changed.contains("AnalyzerConfiguration") {
      var input = call.input(Self.service, "UpdateAnalyzer", from: renamed(call.properties))
      input["analyzerName"] = name(call)
      try await call.send(Self.service, "UpdateAnalyzer", input)
    }
    if call.changed.contains("ArchiveRules") { try await updateRules(call) }
    let arn = AWSValue.string(call.identifier)
    try await call.updateTags { tags in
      try await call.send(Self.service, "TagResource", ["resourceArn": arn, "tags": .tagMap(tags)])
    } remove: { keys in
      try await call.send(Self.service, "UntagResource", ["resourceArn": arn, "tagKeys": .strings(keys)])
    }
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send(
      Self.service, "DeleteAnalyzer", ["analyzerName": name(call), "clientToken": call.token.map { .string($0) }])
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    let name = filter.text("AnalyzerName")
    return try await call.pages(Self.service, "ListAnalyzers").filter { name == nil || $0["name"]?.string == name }
      .compactMap { $0["arn"]?.string }
  }

  func readiness(_ call: ResourceCall, after operation: Intent.Operation) async throws -> Readiness {
    let analyzer = try await analyzer(call)
    switch analyzer?["status"]?.string {
    case "CREATING": return .pending(after: 2_000)
    case "FAILED": return .failed("The analyzer failed: \(analyzer?["statusReason"]?["code"]?.string ?? "no reason given").")
    default: return .ready
    }
  }

  // MARK: Parts

  private func name(_ call: ResourceCall) -> AWSValue { .string(call.identifierTail) }

  private func analyzer(_ call: ResourceCall) async throws -> AWSValue? {
    try await call.find(Self.service, "GetAnalyzer", ["analyzerName": name(call)], absent: ["ResourceNotFoundException"])?["analyzer"]
  }

  /// The properties with the API's names for the configuration.
  private func renamed(_ properties: PropertyObject) -> PropertyObject {
    var properties = properties
    guard let configuration = properties["AnalyzerConfiguration"]?.objectValue else { return properties }
    var members = PropertyObject()
    members["unusedAccess"] = configuration["UnusedAccessConfiguration"]
    if let rule = configuration["InternalAccessConfiguration"]?["InternalAccessAnalysisRule"] {
      members["internalAccess"] = .object(["analysisRule": rule])
    }
    properties["configuration"] = .object(members)
    properties["AnalyzerConfiguration"] = nil
    return properties
  }

  /// The archive rules in the API's form, where a filter is a map by property.
  private func archiveRules(_ properties: PropertyObject) -> [[String: AWSValue]]? {
    properties["ArchiveRules"]?.arrayValue?.map { rule in
      var filter: [String: AWSValue] = [:]
      for criterion in rule["Filter"]?.arrayValue ?? [] {
        var members: [String: AWSValue] = [:]
        for (name, member) in [("Contains", "contains"), ("Eq", "eq"), ("Exists", "exists"), ("Neq", "neq")] {
          members[member] = AWSValue(criterion[name])
        }
        if let property = criterion["Property"]?.stringValue { filter[property] = .structure(members) }
      }
      return ["ruleName": AWSValue(rule["RuleName"]) ?? "", "filter": .structure(filter)]
    }
  }

  private func document(ofRule rule: AWSValue) -> AWSValue {
    let filter = (rule["filter"]?.structure ?? [:]).sorted { $0.key < $1.key }.map { property, criterion in
      AWSValue.structure((criterion.structure ?? [:]).merging(["Property": .string(property)]) { _, own in own })
    }
    return ["RuleName": rule["ruleName"] ?? "", "Filter": .list(filter)]
  }

  private func updateRules(_ call: ResourceCall) async throws {
    let before = archiveRules(call.previous) ?? []
    let after = archiveRules(call.properties) ?? []
    for rule in before where !after.contains(where: { $0["ruleName"] == rule["ruleName"] }) {
      try await call.send(Self.service, "DeleteArchiveRule", ["analyzerName": name(call), "ruleName": rule["ruleName"]])
    }
    for rule in after where !before.contains(rule) {
      let isNew = !before.contains { $0["ruleName"] == rule["ruleName"] }
      try await call.send(
        Self.service, isNew ? "CreateArchiveRule" : "UpdateArchiveRule",
        ["analyzerName": name(call), "ruleName": rule["ruleName"], "filter": rule["filter"]])
    }
  }
}

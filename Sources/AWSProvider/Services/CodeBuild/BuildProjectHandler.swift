import AWSClient
import StrataModel

/// Build projects: codebuild:CreateProject and its companions.
///
/// Webhook and visibility are calls of their own.
struct BuildProjectHandler: ResourceHandler {
  static let type = "AWS::CodeBuild::Project"

  private static let service = "codebuild"
  private static let ownCalls: Set<String> = ["Triggers", "Visibility", "ResourceAccessRole"]

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let name = try call.required("Name")
    let project = try await call.send(Self.service, "CreateProject", call.input(Self.service, "CreateProject"))["project"]
    try await call.complete(name) {
      try await setWebhook(call, name)
      if call.properties["Visibility"] != nil { try await setVisibility(call, name) }
    }
    return CreatedObject(name, attributes: attributes(call, name, project))
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let answer = try await call.send(Self.service, "BatchGetProjects", ["names": [.string(call.identifier)]])
    guard let project = answer["projects"]?.list?.first else { return nil }
    var document = call.document(project, renaming: ["Visibility": "projectVisibility"])
    document["BadgeEnabled"] = project["badge"]?["badgeEnabled"]?.propertyValue
    if let webhook = project["webhook"]?.structure {
      // The schema does not say what a filter consists of, so its names are made here.
      let triggers = call.document(["Triggers": .structure(webhook.filter { $0.key != "filterGroups" })])["Triggers"]
      var members = triggers?.objectValue ?? [:]
      members["Webhook"] = true
      members["FilterGroups"] = filterGroups(webhook["filterGroups"])
      document["Triggers"] = .object(members)
    }
    return document.merging(attributes(call, call.identifier, project))
  }

  func update(_ call: ResourceCall) async throws {
    if !call.changed.isSubset(of: Self.ownCalls) {
      var input = call.input(Self.service, "UpdateProject")
      input["name"] = .string(call.identifier)
      // UpdateProject leaves alone what it does not get; removed properties are set to what stands for none.
      for property in call.changed where call.properties[property] == nil {
        if let (member, none) = Self.emptyValues[property] { input[member] = none }
      }
      try await call.send(Self.service, "UpdateProject", input)
    }
    if call.changed.contains("Triggers") { try await setWebhook(call, call.identifier) }
    if !call.changed.isDisjoint(with: ["Visibility", "ResourceAccessRole"]) { try await setVisibility(call, call.identifier) }
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send(Self.service, "DeleteProject", ["name": .string(call.identifier)])
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    if let name = filter.text("Name") { return [name] }
    return try await call.pages(Self.service, "ListProjects").compactMap(\.string)
  }

  // MARK: Parts

  private static let emptyValues: [String: (member: String, none: AWSValue)] = [
    "AutoRetryLimit": ("autoRetryLimit", 0), "BadgeEnabled": ("badgeEnabled", false), "BuildBatchConfig": ("buildBatchConfig", [:]),
    "Cache": ("cache", ["type": "NO_CACHE"]), "ConcurrentBuildLimit": ("concurrentBuildLimit", -1), "Description": ("description", ""),
    "EncryptionKey": ("encryptionKey", ""), "FileSystemLocations": ("fileSystemLocations", []),
    "LogsConfig": ("logsConfig", ["cloudWatchLogs": ["status": "ENABLED"], "s3Logs": ["status": "DISABLED"]]),
    "QueuedTimeoutInMinutes": ("queuedTimeoutInMinutes", 480), "SecondaryArtifacts": ("secondaryArtifacts", []),
    "SecondarySources": ("secondarySources", []), "SecondarySourceVersions": ("secondarySourceVersions", []),
    "SourceVersion": ("sourceVersion", ""), "Tags": ("tags", []), "TimeoutInMinutes": ("timeoutInMinutes", 60),
    "VpcConfig": ("vpcConfig", [:]),
  ]

  private func arn(_ call: ResourceCall, _ name: String) -> String { call.arn("codebuild", "project/\(name)") }

  private func attributes(_ call: ResourceCall, _ name: String, _ project: AWSValue?) -> PropertyObject {
    ["Id": .string(name), "Arn": .string(project?["arn"]?.string ?? arn(call, name))]
  }

  private func setVisibility(_ call: ResourceCall, _ name: String) async throws {
    try await call.send(
      Self.service, "UpdateProjectVisibility",
      [
        "projectArn": .string(arn(call, name)), "projectVisibility": AWSValue(call.properties["Visibility"]) ?? "PRIVATE",
        "resourceAccessRole": AWSValue(call.properties["ResourceAccessRole"]),
      ])
  }

  private func setWebhook(_ call: ResourceCall, _ name: String) async throws {
    let had = call.previous["Triggers"]?["Webhook"]?.boolValue ?? false
    guard let triggers = call.properties["Triggers"]?.objectValue, triggers["Webhook"]?.boolValue == true else {
      if had { try await call.send(Self.service, "DeleteWebhook", ["projectName": .string(name)]) }
      return
    }
    let operation = had ? "UpdateWebhook" : "CreateWebhook"
    var input = call.input(Self.service, operation, from: triggers)
    input["projectName"] = .string(name)
    if triggers["FilterGroups"] == nil, had { input["filterGroups"] = [] }
    try await call.send(Self.service, operation, input)
  }

  private func filterGroups(_ groups: AWSValue?) -> PropertyValue? {
    groups?.list.map { groups in
      .array(
        groups.map { group in
          .array(
            (group.list ?? []).map { filter in
              var members = PropertyObject()
              members["Type"] = filter["type"]?.propertyValue
              members["Pattern"] = filter["pattern"]?.propertyValue
              members["ExcludeMatchedPattern"] = filter["excludeMatchedPattern"]?.propertyValue
              return .object(members)
            })
        })
    }
  }
}

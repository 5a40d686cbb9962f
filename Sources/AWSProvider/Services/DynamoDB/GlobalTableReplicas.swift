import AWSClient
import StrataModel

/// The replicas of a global table, the one at home among them.
struct GlobalTableReplicas: Sendable {
  private let call: ResourceCall
  private let name: String

  init(_ call: ResourceCall, _ name: String) {
    self.call = call
    self.name = name
  }

  var wanted: [PropertyValue] { call.properties["Replicas"]?.arrayValue ?? [] }

  func region(_ replica: PropertyValue) -> String { replica["Region"]?.stringValue ?? "" }

  /// The regions in which there is a replica, but for the one at home.
  func present(_ table: AWSValue?) -> [String] {
    let regions = table?["Replicas"]?.list?.compactMap { $0["RegionName"]?.string } ?? []
    return regions.filter { $0 != call.placement.region }
  }

  // MARK: Making and deleting

  func create(_ replicas: [PropertyValue]) async throws {
    for replica in replicas {
      try await change("Create", region(replica), overrides(replica))
    }
  }

  func delete(_ regions: [String]) async throws {
    for region in regions {
      if call.liftsProtection, GlobalTableInput.replica(call.properties, in: region)?["DeletionProtectionEnabled"] == true {
        try await protect(region, isProtected: false)
      }
      try await change("Delete", region, [:])
    }
  }

  func update(_ table: AWSValue?) async throws {
    let present = present(table)
    let others = wanted.filter { region($0) != call.placement.region }
    try await delete(present.filter { region in !others.contains { self.region($0) == region } })
    try await create(others.filter { !present.contains(region($0)) })
    for replica in others where present.contains(region(replica)) {
      let before = GlobalTableInput.replica(call.previous, in: region(replica)).map { overrides($0) } ?? [:]
      let after = overrides(replica)
      if before != after, !after.isEmpty { try await change("Update", region(replica), after) }
    }
    for replica in wanted {
      let previous = GlobalTableInput.replica(call.previous, in: region(replica))
      if previous != replica { try await putSettings(replica, previous: previous) }
    }
  }

  private func change(_ verb: String, _ region: String, _ members: [String: AWSValue]) async throws {
    var members = members
    members["RegionName"] = .string(region)
    let update: AWSValue = [["\(verb)": .structure(members)]]
    try await call.send("dynamodb", "UpdateTable", ["TableName": .string(name), "ReplicaUpdates": update])
    try await TableState(call, name).waitUntilActive()
  }

  private func overrides(_ replica: PropertyValue) -> [String: AWSValue] {
    var members: [String: AWSValue] = [:]
    members["KMSMasterKeyId"] = AWSValue(replica["SSESpecification"]?["KMSMasterKeyId"])
    members["TableClassOverride"] = AWSValue(replica["TableClass"])
    return members
  }

  // MARK: Settings

  /// Backups, protection and tags, which every replica has of its own.
  func putSettings(_ replica: PropertyValue, previous: PropertyValue?) async throws {
    let region = region(replica)
    var regional = try call.inRegion(region)
    regional.properties = replica.objectValue ?? [:]
    regional.previous = previous?.objectValue ?? [:]
    if regional.properties["PointInTimeRecoverySpecification"] != regional.previous["PointInTimeRecoverySpecification"] {
      try await TableSettings(regional, name).putBackups()
    }
    let isProtected = replica["DeletionProtectionEnabled"] == true
    // The table at home was made with its own protection and tags.
    if region != call.placement.region, isProtected != (previous?["DeletionProtectionEnabled"] == true) {
      try await protect(region, isProtected: isProtected)
    }
    if region == call.placement.region, previous == nil { return }
    let arn = AWSValue.string(TableOutput.arn(regional, name))
    let tags = TagChange(from: previous?["Tags"], to: replica["Tags"])
    if !tags.removed.isEmpty {
      try await regional.send("dynamodb", "UntagResource", ["ResourceArn": arn, "TagKeys": .strings(tags.removed)])
    }
    if !tags.set.isEmpty { try await regional.send("dynamodb", "TagResource", ["ResourceArn": arn, "Tags": .tagList(tags.set)]) }
  }

  private func protect(_ region: String, isProtected: Bool) async throws {
    let regional = try call.inRegion(region)
    try await regional.send("dynamodb", "UpdateTable", ["TableName": .string(name), "DeletionProtectionEnabled": .bool(isProtected)])
    try await TableState(regional, name).waitUntilActive()
  }

  // MARK: Reading

  /// All replicas by region, without what is as it is by default.
  func read(_ table: AWSValue) async throws -> PropertyValue {
    var replicas: [PropertyValue] = []
    for region in (present(table) + [call.placement.region]).sorted() {
      let regional = try call.inRegion(region)
      guard let found = try await TableState(regional, name).description() else { continue }
      var replica: PropertyObject = ["Region": .string(region)]
      if found["DeletionProtectionEnabled"]?.bool == true { replica["DeletionProtectionEnabled"] = true }
      let tableClass = found["TableClassSummary"]?["TableClass"]
      if let tableClass, tableClass.string != "STANDARD" { replica["TableClass"] = tableClass.propertyValue }
      if let key = found["SSEDescription"]?["KMSMasterKeyArn"] { replica["SSESpecification"] = ["KMSMasterKeyId": key.propertyValue] }
      if var backups = try await TableSettings(regional, name).backups()?.objectValue, backups["PointInTimeRecoveryEnabled"] == true {
        if backups["RecoveryPeriodInDays"] == 35 { backups["RecoveryPeriodInDays"] = nil }
        replica["PointInTimeRecoverySpecification"] = .object(backups)
      }
      let tags = try await regional.pages("dynamodb", "ListTagsOfResource", ["ResourceArn": found["TableArn"]], of: "Tags")
      let own = tags.filter { $0["Key"]?.string?.hasPrefix("aws:") != true }
      if !own.isEmpty { replica["Tags"] = .array(own.map(\.propertyValue)) }
      replicas.append(.object(replica))
    }
    return .array(replicas)
  }
}

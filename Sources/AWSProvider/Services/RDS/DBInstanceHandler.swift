import AWSClient
import StrataModel

/// DB instances: rds:CreateDBInstance and its companions.
///
/// An instance comes into being in one of four ways: new, as a read replica, from a snapshot, or from a point in time. What it keeps is not
/// lost with it: a delete leaves a final snapshot, as CloudFormation's default does, unless it is a replica or a member of a cluster.
struct DBInstanceHandler: ResourceHandler {
  static let type = "AWS::RDS::DBInstance"
  static let waits: Set<Intent.Operation> = [.create, .update, .delete]

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let (operation, renaming) = origin(call.properties)
    var input = call.input("rds", operation, renaming: Self.inputNames.merging(renaming) { $1 }, omitting: ["MasterUserSecret"])
    input["MasterUserSecretKmsKeyId"] = AWSValue(call.properties["MasterUserSecret"]?["KmsKeyId"])
    guard let instance = try await call.send("rds", operation, input)["DBInstance"], let name = instance["DBInstanceIdentifier"]?.string
    else { throw ProviderFailure.invalid("rds:\(operation) answered without an instance.") }
    try await call.complete(name) {
      for role in call.properties["AssociatedRoles"]?.arrayValue ?? [] { try await change(call, "AddRoleToDBInstance", name, role) }
    }
    return CreatedObject(name, attributes: document(call, instance))
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    guard let instance = try await describe(call) else { return nil }
    return document(call, instance).merging(try await BackupReplication.found(call, instance))
  }

  func update(_ call: ResourceCall) async throws {
    if call.changed.contains("SourceDBInstanceIdentifier"), call.text("SourceDBInstanceIdentifier") ?? "" == "" {
      try await call.send("rds", "PromoteReadReplica", ["DBInstanceIdentifier": .string(call.identifier)])
      return
    }
    let input = DBInstanceChange(call: call).input
    if !input.isEmpty {
      try await call.send("rds", "ModifyDBInstance", input)
    }
    if call.changed.contains("AssociatedRoles") {
      let before = call.previous["AssociatedRoles"]?.arrayValue ?? []
      let wanted = call.properties["AssociatedRoles"]?.arrayValue ?? []
      for role in before where !wanted.contains(role) { try await change(call, "RemoveRoleFromDBInstance", call.identifier, role) }
      for role in wanted where !before.contains(role) { try await change(call, "AddRoleToDBInstance", call.identifier, role) }
    }
    // Copies under another key, or for another time, are made anew: the wait that follows starts them.
    if BackupReplication.properties.contains(where: call.changed.contains), let instance = try await describe(call) {
      for region in BackupReplication.regions(of: instance) { try await BackupReplication.stop(call, instance, in: region) }
    }
    try await call.updateNamedTags("rds", call.arn("rds", "db:\(call.identifier)"))
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    guard let instance = try await describe(call) else { return .gone }
    let name = AWSValue.string(call.identifier)
    for region in BackupReplication.regions(of: instance) { try await BackupReplication.stop(call, instance, in: region) }
    if call.liftsProtection, instance["DeletionProtection"]?.bool == true {
      try await call.send(
        "rds", "ModifyDBInstance", ["DBInstanceIdentifier": name, "DeletionProtection": false, "ApplyImmediately": true])
    }
    var input: [String: AWSValue?] = ["DBInstanceIdentifier": name]
    let isMember = instance["DBClusterIdentifier"]?.string != nil
    let isReplica = instance["ReadReplicaSourceDBInstanceIdentifier"]?.string != nil
    if isMember || isReplica || Self.unreadable.contains(instance["DBInstanceStatus"]?.string ?? "") {
      input["SkipFinalSnapshot"] = true
    } else {
      input["FinalDBSnapshotIdentifier"] = .string("\(call.identifier)-final-\(call.now)")
    }
    if !isMember { input["DeleteAutomatedBackups"] = AWSValue(call.properties["DeleteAutomatedBackups"]) }
    try await call.send("rds", "DeleteDBInstance", input)
    return .started
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    if let name = filter.text("DBInstanceIdentifier") { return [name.lowercased()] }
    return try await call.pages("rds", "DescribeDBInstances").compactMap { $0["DBInstanceIdentifier"]?.string }
  }

  func readiness(_ call: ResourceCall, after operation: Intent.Operation) async throws -> Readiness {
    guard let instance = try await describe(call), let status = instance["DBInstanceStatus"]?.string else { return .pending(after: 5_000) }
    if operation == .delete { return .pending(after: 15_000) }
    // The storage is optimized and its layout upgraded while the instance works.
    if ["available", "storage-optimization", "storage-config-upgrade", "stopped"].contains(status) {
      guard status != "stopped", let copies = call.memo.map(BackupReplication.init(text:)) else { return .ready }
      return try await copies.isReached(call, instance) ? .ready : .pending(after: 5_000)
    }
    let hasFailed = status.hasPrefix("incompatible") || ["failed", "restore-error", "inaccessible-encryption-credentials"].contains(status)
    return hasFailed ? .failed("The instance is in state '\(status)'.") : .pending(after: 10_000)
  }

  func memo(_ call: ResourceCall) -> String? {
    let copies = BackupReplication(declared: call.properties)
    let changes = BackupReplication.properties.contains(where: call.changed.contains)
    return copies.region != nil || changes ? copies.text : nil
  }

  // MARK: Parts

  /// States in which no final snapshot can be taken (API reference, DeleteDBInstance).
  private static let unreadable: Set<String> = ["failed", "incompatible-restore", "incompatible-network", "creating"]
  private static let inputNames = ["VPCSecurityGroups": "VpcSecurityGroupIds"]
  private static let outputNames = [
    "EnableCloudwatchLogsExports": "EnabledCloudwatchLogsExports", "EnableIAMDatabaseAuthentication": "IAMDatabaseAuthenticationEnabled",
    "EnablePerformanceInsights": "PerformanceInsightsEnabled", "Tags": "TagList",
    "SourceDBInstanceIdentifier": "ReadReplicaSourceDBInstanceIdentifier",
  ]

  /// The operation that makes the instance, with the names that it has for the target and its source.
  private func origin(_ properties: PropertyObject) -> (operation: String, renaming: [String: String]) {
    let isFromTime = ["RestoreTime", "UseLatestRestorableTime", "SourceDbiResourceId", "SourceDBInstanceAutomatedBackupsArn"]
      .contains { properties[$0] != nil }
    if isFromTime { return ("RestoreDBInstanceToPointInTime", ["DBInstanceIdentifier": "TargetDBInstanceIdentifier"]) }
    if properties["SourceDBInstanceIdentifier"] != nil || properties["SourceDBClusterIdentifier"] != nil {
      return ("CreateDBInstanceReadReplica", [:])
    }
    if properties["DBSnapshotIdentifier"] != nil || properties["DBClusterSnapshotIdentifier"] != nil {
      return ("RestoreDBInstanceFromDBSnapshot", [:])
    }
    return ("CreateDBInstance", [:])
  }

  private func describe(_ call: ResourceCall) async throws -> AWSValue? {
    try await call.describeNamed("rds", "DescribeDBInstances", "DBInstanceIdentifier", in: "DBInstances")
  }

  private func change(_ call: ResourceCall, _ operation: String, _ name: String, _ role: PropertyValue) async throws {
    try await call.send(
      "rds", operation,
      [
        "DBInstanceIdentifier": .string(name), "RoleArn": AWSValue(role["RoleArn"]), "FeatureName": AWSValue(role["FeatureName"]),
      ])
  }

  private func document(_ call: ResourceCall, _ instance: AWSValue) -> PropertyObject {
    var document = call.document(instance, renaming: Self.outputNames, omitting: ["DBSecurityGroups", "Port"])
    func names(_ list: String, _ member: String) -> [PropertyValue] {
      (instance[list]?.list ?? []).compactMap { $0[member]?.string.map { .string($0) } }
    }
    document["VPCSecurityGroups"] = .array(names("VpcSecurityGroups", "VpcSecurityGroupId"))
    document["DBSecurityGroups"] = .array(names("DBSecurityGroups", "DBSecurityGroupName"))
    document["DBParameterGroupName"] = names("DBParameterGroups", "DBParameterGroupName").first
    document["OptionGroupName"] = names("OptionGroupMemberships", "OptionGroupName").first
    document["DBSubnetGroupName"] = instance["DBSubnetGroup"]?["DBSubnetGroupName"]?.string.map { .string($0) }
    let port = instance["Endpoint"]?["Port"]?.scalarText ?? instance["DbInstancePort"]?.scalarText
    document["Port"] = port.flatMap { $0 == "0" ? nil : .string($0) }
    document["ManageMasterUserPassword"] = .bool(instance["MasterUserSecret"] != nil)
    if let domain = instance["DomainMemberships"]?.list?.first {
      let names = ["Domain": "Domain", "DomainFqdn": "FQDN", "DomainIAMRoleName": "IAMRoleName", "DomainOu": "OU"]
      for (property, member) in names { document[property] = domain[member]?.string.map { .string($0) } }
    }
    // What waits for the maintenance window has been asked for already.
    if let pending = instance["PendingModifiedValues"] {
      document = document.merging(call.document(pending, renaming: Self.outputNames, omitting: ["MasterUserPassword"]))
    }
    return document
  }
}

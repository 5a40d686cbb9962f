import AWSClient
import StrataModel

/// Where a DB instance's automated backups are copied to: rds:StartDBInstanceAutomatedBackupsReplication in the region of the copies.
///
/// The copying starts and ends only while the instance is available, so it is done between two questions for the instance's readiness. A
/// change of the copies' key or retention ends the copying and starts it anew.
struct BackupReplication: Sendable, Hashable {
  /// The region of the copies; `nil` for none.
  var region: String?
  var key: String?
  var retentionDays: Int?

  static let properties = [
    "AutomaticBackupReplicationKmsKeyId", "AutomaticBackupReplicationRegion", "AutomaticBackupReplicationRetentionPeriod",
  ]

  /// What is declared.
  init(declared properties: PropertyObject) {
    region = properties["AutomaticBackupReplicationRegion"]?.stringValue.flatMap { $0.isEmpty ? nil : $0 }
    guard region != nil else { return }
    key = properties["AutomaticBackupReplicationKmsKeyId"]?.stringValue
    retentionDays = properties["AutomaticBackupReplicationRetentionPeriod"]?.integerValue
  }

  /// What a wait's memo holds.
  init(text: String) {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    region = parts.first.flatMap { $0.isEmpty ? nil : $0 }
    retentionDays = parts.count > 1 ? Int(parts[1]) : nil
    key = parts.count > 2 && !parts[2].isEmpty ? parts[2].replacing("|", with: "/") : nil
  }

  /// The text of a wait's memo, in which no slash may stand.
  var text: String {
    [region ?? "", retentionDays.map(String.init) ?? "", key?.replacing("/", with: "|") ?? ""].joined(separator: ",")
  }

  /// The regions that an instance's backups are copied to.
  static func regions(of instance: AWSValue) -> [String] {
    (instance["DBInstanceAutomatedBackupsReplications"]?.list ?? []).compactMap { copy in
      let fields = copy["DBInstanceAutomatedBackupsArn"]?.string?.split(separator: ":", omittingEmptySubsequences: false) ?? []
      return fields.count > 3 ? String(fields[3]) : nil
    }
  }

  /// What is copied now, with the copies' key and retention, which only their own region tells.
  static func found(_ call: ResourceCall, _ instance: AWSValue) async throws -> PropertyObject {
    guard let region = regions(of: instance).first else { return [:] }
    var properties: PropertyObject = ["AutomaticBackupReplicationRegion": .string(region)]
    let regional = try call.inRegion(region)
    let copies = try await regional.find(
      "rds", "DescribeDBInstanceAutomatedBackups", ["DbiResourceId": instance["DbiResourceId"]],
      absent: ["DBInstanceAutomatedBackupNotFound"])
    if let copy = copies?["DBInstanceAutomatedBackups"]?.list?.first {
      properties["AutomaticBackupReplicationKmsKeyId"] = copy["KmsKeyId"]?.propertyValue
      properties["AutomaticBackupReplicationRetentionPeriod"] = copy["BackupRetentionPeriod"]?.propertyValue
    }
    return properties
  }

  /// Ends the copying to a region.
  static func stop(_ call: ResourceCall, _ instance: AWSValue, in region: String) async throws {
    let source = instance["DBInstanceArn"]
    _ = try await call.inRegion(region).find(
      "rds", "StopDBInstanceAutomatedBackupsReplication", ["SourceDBInstanceArn": source], absent: ["DBInstanceNotFound"])
  }

  /// Brings an available instance one step nearer; `true` when there is nothing left to do.
  func isReached(_ call: ResourceCall, _ instance: AWSValue) async throws -> Bool {
    let present = Self.regions(of: instance)
    for other in present where other != region { try await Self.stop(call, instance, in: other) }
    guard let region else { return present.isEmpty }
    if present.contains(region) { return present.count == 1 }
    try await call.inRegion(region).send(
      "rds", "StartDBInstanceAutomatedBackupsReplication",
      [
        "SourceDBInstanceArn": instance["DBInstanceArn"], "KmsKeyId": key.map { .string($0) },
        "BackupRetentionPeriod": retentionDays.map { .integer($0) },
      ])
    return false
  }
}

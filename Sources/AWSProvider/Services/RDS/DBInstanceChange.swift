import AWSClient
import StrataModel

/// The input of rds:ModifyDBInstance for what differs.
struct DBInstanceChange {
  let call: ResourceCall

  /// The input; empty when nothing that the operation changes differs.
  var input: [String: AWSValue?] {
    var parts = call.changed.subtracting(Self.elsewhere)
    for group in Self.companions where !parts.isDisjoint(with: group) { parts.formUnion(group) }
    guard !parts.isEmpty else { return [:] }
    let wanted = Self.defaults.merging(call.properties)
    let properties = PropertyObject(wanted.fields.filter { parts.contains($0.key) }.map { ($0.key, $0.value) })
    var input = call.input(
      "rds", "ModifyDBInstance", from: properties, renaming: ["VPCSecurityGroups": "VpcSecurityGroupIds", "Port": "DBPortNumber"])
    if call.changed.contains("EnableCloudwatchLogsExports") {
      let logs = call.memberChange("EnableCloudwatchLogsExports")
      var configuration: [String: AWSValue] = [:]
      configuration["EnableLogTypes"] = .someStrings(logs.added)
      configuration["DisableLogTypes"] = .someStrings(logs.removed)
      if !configuration.isEmpty { input["CloudwatchLogsExportConfiguration"] = .structure(configuration) }
    }
    if call.changed.contains("MasterUserSecret") || call.changed.contains("ManageMasterUserPassword") {
      input["MasterUserSecretKmsKeyId"] = AWSValue(call.properties["MasterUserSecret"]?["KmsKeyId"])
    }
    if call.changed.contains("Domain"), call.properties["Domain"] == nil { input["DisableDomain"] = true }
    if call.changed.contains("ProcessorFeatures"), call.properties["ProcessorFeatures"] == nil {
      input["UseDefaultProcessorFeatures"] = true
    }
    input = input.filter { $0.value != nil }
    guard !input.isEmpty else { return [:] }
    input["DBInstanceIdentifier"] = .string(call.identifier)
    input["ApplyImmediately"] = .bool(call.properties["ApplyImmediately"]?.boolValue ?? true)
    if call.changed.contains("EngineVersion") { input["AllowMajorVersionUpgrade"] = AWSValue(call.properties["AllowMajorVersionUpgrade"]) }
    if call.changed.contains("CACertificateIdentifier") {
      input["CertificateRotationRestart"] = AWSValue(call.properties["CertificateRotationRestart"])
    }
    return input
  }

  /// What other operations change, or what only goes with other changes.
  private static let elsewhere: Set<String> = [
    "Tags", "AssociatedRoles", "ApplyImmediately", "AllowMajorVersionUpgrade", "CertificateRotationRestart", "DeleteAutomatedBackups",
    "SourceDBInstanceIdentifier", "DBInstanceIdentifier", "AutomaticBackupReplicationKmsKeyId", "AutomaticBackupReplicationRegion",
    "AutomaticBackupReplicationRetentionPeriod",
  ]

  /// Properties that RDS wants to see together.
  private static let companions: [Set<String>] = [
    ["AllocatedStorage", "Iops", "StorageThroughput", "StorageType"], ["MonitoringInterval", "MonitoringRoleArn"],
    ["EnablePerformanceInsights", "PerformanceInsightsKMSKeyId", "PerformanceInsightsRetentionPeriod", "DatabaseInsightsMode"],
    ["ManageMasterUserPassword", "MasterUserSecret"],
    ["Domain", "DomainFqdn", "DomainOu", "DomainAuthSecretArn", "DomainDnsIps", "DomainIAMRoleName"],
  ]

  /// What a property is when nobody declares it (API reference, CreateDBInstance).
  private static let defaults: PropertyObject = [
    "AutoMinorVersionUpgrade": .bool(true), "BackupRetentionPeriod": .integer(1), "CopyTagsToSnapshot": .bool(false),
    "DeletionProtection": .bool(false), "EnableIAMDatabaseAuthentication": .bool(false), "EnablePerformanceInsights": .bool(false),
    "MonitoringInterval": .integer(0), "MultiAZ": .bool(false),
  ]
}

import AWSClient
import StrataModel

/// Backup vaults: backup:CreateBackupVault and its companions.
///
/// Policy, notifications and lock are calls of their own, the lock last.
struct BackupVaultHandler: ResourceHandler {
  static let type = "AWS::Backup::BackupVault"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let name = try call.required("BackupVaultName")
    var input = call.input("backup", "CreateBackupVault")
    input["CreatorRequestId"] = call.token.map { .string($0) }
    let answer = try await call.send("backup", "CreateBackupVault", input)
    try await call.complete(name) {
      for property in ["AccessPolicy", "Notifications", "LockConfiguration"] where call.properties[property] != nil {
        try await set(call, property, name)
      }
    }
    let arn = answer["BackupVaultArn"]?.string ?? call.arn("backup", "backup-vault:\(name)")
    return CreatedObject(name, attributes: ["BackupVaultArn": .string(arn)])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    guard let vault = try await vault(call) else { return nil }
    var document = call.document(vault)
    let lock = vault.structure?.filter { ["MinRetentionDays", "MaxRetentionDays"].contains($0.key) } ?? [:]
    if vault["Locked"]?.bool == true || !lock.isEmpty {
      document["LockConfiguration"] = call.document(["LockConfiguration": .structure(lock)])["LockConfiguration"]
    }
    if let policy = try await part(call, "GetBackupVaultAccessPolicy") {
      document["AccessPolicy"] = call.document(policy, renaming: ["AccessPolicy": "Policy"])["AccessPolicy"]
    }
    if let notifications = try await part(call, "GetBackupVaultNotifications") {
      document["Notifications"] = call.document(["Notifications": notifications])["Notifications"]
    }
    return document.merging(try await BackupResources.tags(call, of: vault["BackupVaultArn"]))
  }

  func update(_ call: ResourceCall) async throws {
    for property in ["AccessPolicy", "Notifications", "LockConfiguration"] where call.changed.contains(property) {
      try await set(call, property, call.identifier)
    }
    try await BackupResources.updateTags(call, of: .string(call.arn("backup", "backup-vault:\(call.identifier)")))
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    // Such a policy may deny the deletion of the vault.
    if call.properties["AccessPolicy"] != nil { try await send(call, "DeleteBackupVaultAccessPolicy", call.identifier) }
    try await send(call, "DeleteBackupVault", call.identifier)
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    if let name = filter.text("BackupVaultName") { return [name] }
    return try await call.pages("backup", "ListBackupVaults").compactMap { $0["BackupVaultName"]?.string }
  }

  // MARK: Parts

  /// The vault; for one that there is not AWS Backup may answer that access is denied.
  private func vault(_ call: ResourceCall) async throws -> AWSValue? {
    let name = AWSValue.string(call.identifier)
    do {
      return try await call.find("backup", "DescribeBackupVault", ["BackupVaultName": name], absent: BackupResources.absent)
    } catch {
      guard error.kind == .accessDenied else { throw error }
      let vaults = try await call.pages("backup", "ListBackupVaults")
      if vaults.contains(where: { $0["BackupVaultName"] == name }) { throw error }
      return nil
    }
  }

  /// A part of the vault that has a call of its own; `nil` where there is none.
  private func part(_ call: ResourceCall, _ operation: String) async throws -> AWSValue? {
    guard call.has("backup", operation) else { return nil }
    return try await call.find("backup", operation, ["BackupVaultName": .string(call.identifier)], absent: BackupResources.absent)
  }

  private func set(_ call: ResourceCall, _ property: String, _ name: String) async throws {
    let value = call.properties[property]
    switch property {
    case "AccessPolicy":
      guard let value else { return try await send(call, "DeleteBackupVaultAccessPolicy", name) }
      try await send(call, "PutBackupVaultAccessPolicy", name, call.input("backup", "PutBackupVaultAccessPolicy", from: ["Policy": value]))
    case "Notifications":
      guard let value = value?.objectValue else { return try await send(call, "DeleteBackupVaultNotifications", name) }
      try await send(call, "PutBackupVaultNotifications", name, call.input("backup", "PutBackupVaultNotifications", from: value))
    default:
      guard let value = value?.objectValue else { return try await send(call, "DeleteBackupVaultLockConfiguration", name) }
      try await send(call, "PutBackupVaultLockConfiguration", name, call.input("backup", "PutBackupVaultLockConfiguration", from: value))
    }
  }

  private func send(_ call: ResourceCall, _ operation: String, _ name: String, _ input: [String: AWSValue?] = [:]) async throws {
    guard call.has("backup", operation) else { return }
    try await call.send("backup", operation, input.merging(["BackupVaultName": .string(name)]) { _, own in own })
  }
}

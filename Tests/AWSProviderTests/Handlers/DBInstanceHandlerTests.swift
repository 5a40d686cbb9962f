import StrataDeployment
import StrataModel
import Testing

@testable import AWSClient
@testable import AWSProvider

@Suite("DB instances")
struct DBInstanceHandlerTests {
  private let database = ResourceFixture("AWS::RDS::DBInstance")
  private let arn: AWSValue = "arn:aws:rds:eu-central-1:123456789012:db:main"
  private let key = "arn:aws:kms:eu-west-1:123456789012:key/1234"

  private func instance(_ status: String, copiedTo regions: [String] = []) -> AWSValue {
    [
      "DBInstanceIdentifier": "main", "DBInstanceArn": arn, "DBInstanceStatus": .string(status), "DbiResourceId": "db-1",
      "DBInstanceAutomatedBackupsReplications": .list(
        regions.map { ["DBInstanceAutomatedBackupsArn": .string("arn:aws:rds:\($0):123456789012:auto-backup:ab-1")] }),
    ]
  }

  private func show(_ instances: AWSValue...) {
    database.services.script("rds:DescribeDBInstances", instances.map { .success(["DBInstances": .list([$0])]) })
  }

  private var copies: PropertyObject {
    [
      "AutomaticBackupReplicationRegion": "eu-west-1", "AutomaticBackupReplicationKmsKeyId": .string(key),
      "AutomaticBackupReplicationRetentionPeriod": 14,
    ]
  }

  private var start: SentCall {
    SentCall(
      "rds:StartDBInstanceAutomatedBackupsReplication",
      ["SourceDBInstanceArn": arn, "KmsKeyId": .string(key), "BackupRetentionPeriod": 14])
  }

  private var stop: SentCall { SentCall("rds:StopDBInstanceAutomatedBackupsReplication", ["SourceDBInstanceArn": arn]) }

  @Test("Copies of backups in another region begin when the new instance is available, and are waited for")
  func create() async throws {
    database.answer("rds:CreateDBInstance", ["DBInstance": instance("creating")])
    show(instance("creating"))
    let declared = copies.merging(["DBInstanceClass": "db.t4g.micro", "DBInstanceIdentifier": "main", "Engine": "postgres"])
    let first = try #require(try await database.create(declared).pending)
    database.expectChanges(
      SentCall("rds:CreateDBInstance", ["DBInstanceClass": "db.t4g.micro", "DBInstanceIdentifier": "main", "Engine": "postgres"]))
    show(instance("available"))
    let second = try #require(try await database.poll(.create, first.waitToken).pending)
    database.expectChanges(start)
    show(instance("available", copiedTo: ["eu-west-1"]))
    database.answer(
      "rds:DescribeDBInstanceAutomatedBackups", ["DBInstanceAutomatedBackups": [["KmsKeyId": .string(key), "BackupRetentionPeriod": 14]]])
    let made = try #require(try await database.poll(.create, second.waitToken).object)
    database.expectChanges()
    #expect(copies.fields.allSatisfy { made.properties[$0.key] == $0.value })
  }

  @Test("Copies elsewhere, or under another key, are ended before new ones begin, and copies that are no longer declared end")
  func update() async throws {
    show(instance("available", copiedTo: ["eu-west-2"]), instance("available"))
    let pending = try #require(
      try await database.update("main", from: copies.merging(["AutomaticBackupReplicationRegion": "eu-west-2"]), to: copies).pending)
    database.expectChanges(stop, start)
    show(instance("available", copiedTo: ["eu-west-1"]))
    #expect(try await database.poll(.update, pending.waitToken).object != nil)
    show(instance("available", copiedTo: ["eu-west-1"]), instance("available"))
    #expect(try await database.update("main", from: copies, to: [:]).object != nil)
    database.expectChanges(stop)
  }

  @Test("Copies end before the instance is deleted, with a final snapshot")
  func delete() async throws {
    show(instance("available", copiedTo: ["eu-west-1"]))
    try await database.delete("main")
    let sent = database.services.takeSent().filter { !$0.isRead }
    #expect(sent.map(\.operation) == ["rds:StopDBInstanceAutomatedBackupsReplication", "rds:DeleteDBInstance"])
    #expect(sent.last?.input["FinalDBSnapshotIdentifier"]?.string?.hasPrefix("main-final-") == true)
  }
}

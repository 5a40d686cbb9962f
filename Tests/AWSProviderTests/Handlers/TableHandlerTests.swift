import StrataDeployment
import StrataModel
import Testing

@testable import AWSClient
@testable import AWSProvider

@Suite("Tables")
struct TableHandlerTests {
  private let table = ResourceFixture("AWS::DynamoDB::Table")
  private let name: AWSValue = ["TableName": "app"]

  private func show(_ members: [String: AWSValue] = [:], status: AWSValue = "ACTIVE") {
    let table: [String: AWSValue] = ["TableName": "app", "TableStatus": status, "TableArn": "arn"]
    self.table.answer("dynamodb:DescribeTable", ["Table": .structure(table.merging(members) { _, own in own })])
  }

  private func change(_ members: [String: AWSValue]) -> SentCall {
    SentCall("dynamodb:UpdateTable", .structure(members.merging(["TableName": "app"]) { own, _ in own }))
  }

  private let declaration: PropertyObject = [
    "TableName": "app", "BillingMode": "PAY_PER_REQUEST", "AttributeDefinitions": [["AttributeName": "id", "AttributeType": "S"]],
    "KeySchema": [["AttributeName": "id", "KeyType": "HASH"]], "StreamSpecification": ["StreamViewType": "NEW_IMAGE"],
    "SSESpecification": ["SSEEnabled": true, "SSEType": "KMS"], "Tags": [["Key": "team", "Value": "core"]],
  ]

  @Test("A table is created in one call, and pending until it is active")
  func create() async throws {
    table.answer("dynamodb:CreateTable", ["TableDescription": ["TableName": "app", "TableStatus": "CREATING", "TableArn": "arn"]])
    show(status: "CREATING")
    let pending = try await table.create(declaration).pending
    table.expectCalls(
      SentCall(
        "dynamodb:CreateTable",
        [
          "TableName": "app", "BillingMode": "PAY_PER_REQUEST",
          "AttributeDefinitions": [["AttributeName": "id", "AttributeType": "S"]],
          "KeySchema": [["AttributeName": "id", "KeyType": "HASH"]],
          "StreamSpecification": ["StreamEnabled": true, "StreamViewType": "NEW_IMAGE"],
          "SSESpecification": ["Enabled": true, "SSEType": "KMS"], "Tags": [["Key": "team", "Value": "core"]],
        ]),
      SentCall("dynamodb:DescribeTable", name))
    #expect(pending?.pollAfter == 1_000)
    #expect(pending?.description?.properties == ["Arn": "arn"])
  }

  @Test("Backups and expiry are switched on once the table is active")
  func createWithSettings() async throws {
    show()
    try await table.create([
      "TableName": "app", "KeySchema": [["AttributeName": "id", "KeyType": "HASH"]],
      "AttributeDefinitions": [["AttributeName": "id", "AttributeType": "S"]],
      "PointInTimeRecoverySpecification": ["PointInTimeRecoveryEnabled": true],
      "TimeToLiveSpecification": ["AttributeName": "expires", "Enabled": true],
    ])
    let changes = table.services.takeSent().filter { !$0.isRead }
    #expect(changes.map(\.operation) == ["dynamodb:CreateTable", "dynamodb:UpdateContinuousBackups", "dynamodb:UpdateTimeToLive"])
    let backups: AWSValue = ["TableName": "app", "PointInTimeRecoverySpecification": ["PointInTimeRecoveryEnabled": true]]
    #expect(changes[1].input == backups)
    let expiry: AWSValue = ["TableName": "app", "TimeToLiveSpecification": ["Enabled": true, "AttributeName": "expires"]]
    #expect(changes[2].input == expiry)
  }

  @Test("UpdateTable takes one change at a time")
  func update() async throws {
    show()
    try await table.update(
      "app", from: ["BillingMode": "PROVISIONED", "TableClass": "STANDARD_INFREQUENT_ACCESS", "DeletionProtectionEnabled": true],
      to: ["BillingMode": "PAY_PER_REQUEST"])
    table.expectChanges(
      change(["BillingMode": "PAY_PER_REQUEST"]), change(["TableClass": "STANDARD"]), change(["DeletionProtectionEnabled": false]))
  }

  @Test("Another view of changes needs another stream, and none at all switches it off")
  func stream() async throws {
    show(["StreamSpecification": ["StreamEnabled": true, "StreamViewType": "NEW_IMAGE"]])
    let before: PropertyObject = ["StreamSpecification": ["StreamViewType": "NEW_IMAGE"]]
    let off = change(["StreamSpecification": ["StreamEnabled": false]])
    try await table.update("app", from: before, to: ["StreamSpecification": ["StreamViewType": "KEYS_ONLY"]])
    table.expectChanges(off, change(["StreamSpecification": ["StreamEnabled": true, "StreamViewType": "KEYS_ONLY"]]))
    try await table.update("app", from: before, to: [:])
    table.expectChanges(off)
  }

  @Test("Indexes that are no longer declared go before new ones come, each in a call of its own")
  func indexes() async throws {
    func index(_ name: String) -> PropertyValue {
      [
        "IndexName": .string(name), "KeySchema": [["AttributeName": "id", "KeyType": "HASH"]],
        "Projection": ["ProjectionType": "ALL"],
      ]
    }
    var shown = AWSValue(index("old")).structure ?? [:]
    shown["IndexStatus"] = "ACTIVE"
    show(["GlobalSecondaryIndexes": [.structure(shown)]])
    let attributes: PropertyValue = [["AttributeName": "id", "AttributeType": "S"]]
    try await table.update(
      "app", from: ["AttributeDefinitions": attributes, "GlobalSecondaryIndexes": [index("old")]],
      to: ["AttributeDefinitions": attributes, "GlobalSecondaryIndexes": [index("new")]])
    table.expectChanges(
      change(["GlobalSecondaryIndexUpdates": [["Delete": ["IndexName": "old"]]]]),
      change(["AttributeDefinitions": AWSValue(attributes), "GlobalSecondaryIndexUpdates": [["Create": AWSValue(index("new"))]]]))
  }

  @Test("Expiry and backups that are no longer declared are switched off")
  func removal() async throws {
    show()
    table.answer(
      "dynamodb:DescribeTimeToLive", ["TimeToLiveDescription": ["TimeToLiveStatus": "ENABLED", "AttributeName": "expires"]])
    try await table.update(
      "app",
      from: [
        "TimeToLiveSpecification": ["AttributeName": "expires", "Enabled": true],
        "PointInTimeRecoverySpecification": ["PointInTimeRecoveryEnabled": true],
      ], to: [:])
    table.expectChanges(
      SentCall(
        "dynamodb:UpdateContinuousBackups",
        ["TableName": "app", "PointInTimeRecoverySpecification": ["PointInTimeRecoveryEnabled": false]]),
      SentCall(
        "dynamodb:UpdateTimeToLive", ["TableName": "app", "TimeToLiveSpecification": ["Enabled": false, "AttributeName": "expires"]]))
  }

  @Test("A delete is awaited; protection is lifted first where the loss was acknowledged, and not otherwise")
  func delete() async throws {
    show()
    let protected: PropertyObject = ["DeletionProtectionEnabled": true]
    #expect(try await table.delete("app", protected).pending?.waitToken == "direct/delete/app")
    table.expectCalls(SentCall("dynamodb:DeleteTable", name))
    try await table.delete("app", protected, liftsProtection: true)
    table.expectChanges(change(["DeletionProtectionEnabled": false]), SentCall("dynamodb:DeleteTable", name))
    table.refuse("dynamodb:DescribeTable", "ResourceNotFoundException")
    #expect(try await table.poll(.delete, "direct/delete/app") == .gone)
  }
}

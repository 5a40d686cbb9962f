import AWSClient
import StrataDeployment
import Testing

@testable import AWSProvider

@Suite("A lock in DynamoDB")
struct DynamoDBLeaseStoreTests {
  private let service = StateService()
  private let owner = LockOwner(principal: "p", host: "h", process: 7, command: "deploy x", since: 3)
  private var store: DynamoDBLeaseStore {
    DynamoDBLeaseStore(table: "locks", location: S3StateLocation(bucket: "b", prefix: "p", environment: "e"), caller: service)
  }
  private var record: LeaseRecord { LeaseRecord(epoch: 3, status: .held, nonce: "n", owner: owner, ttl: 60) }

  @Test("The first record is written only where there is none, a later one only over the one that was read")
  func conditions() async throws {
    let store = store
    let revision = try await store.write(record, replacing: nil)
    let first = try #require(service.lastInput("dynamodb:PutItem"))
    #expect(first["ConditionExpression"] == "attribute_not_exists(LockID)")
    #expect(first["Item"]?["LockID"]?["S"] == "b/p/e")
    #expect(first["Item"]?["WrittenAt"]?["N"] == "1800000000")
    let next = try await store.write(record, replacing: revision)
    #expect(next != revision)
    let second = try #require(service.lastInput("dynamodb:PutItem"))
    #expect(second["ConditionExpression"] == "Revision = :revision")
    #expect(second["ExpressionAttributeValues"]?[":revision"]?["S"] == .string(revision))
    service.script("dynamodb:PutItem", StateService.failure("ConditionalCheckFailedException", 400))
    let error = await #expect(throws: ObjectStoreError.self) { try await store.write(record, replacing: revision) }
    #expect(error?.code == .conditionFailed)
  }

  @Test("What is written is read back, with its age by the service's clock")
  func reading() async throws {
    let store = store
    #expect(try await store.read() == nil)
    let revision = try await store.write(record, replacing: nil)
    service.script("dynamodb:GetItem", .success(["Item": try #require(service.lastInput("dynamodb:PutItem")?["Item"])]))
    service.pass(seconds: 42)
    #expect(try await store.read() == StoredLease(record: record, revision: revision, age: 42))
    #expect(service.lastInput("dynamodb:GetItem")?["ConsistentRead"] == true)
  }

  @Test("A missing table, and an item that is no lock of ours, are refused with a remedy")
  func refusals() async throws {
    service.script("dynamodb:GetItem", StateService.failure("ResourceNotFoundException", 400))
    #expect(await #expect(throws: ObjectStoreError.self) { try await store.read() }?.message.contains("init e") == true)
    service.script("dynamodb:GetItem", .success(["Item": ["LockID": ["S": "b/p/e"], "Info": ["S": "{}"]]]))
    #expect(await #expect(throws: ObjectStoreError.self) { try await store.read() }?.code == .refused)
  }
}

import AWSClient
import StrataDeployment
import Testing

@testable import AWSProvider

@Suite("Objects of state in S3")
struct S3ObjectStoreTests {
  private let service = StateService()
  private var store: S3ObjectStore {
    S3ObjectStore(
      S3StateLocation(bucket: "b", prefix: "/teams/x/", environment: "pilot", key: "alias/k", account: "123456789012"), caller: service)
  }

  @Test("Every write has its condition, the key and the owner")
  func writes() async throws {
    service.script("s3:PutObject", .success(["ETag": "\"t\""]))
    #expect(try await store.write([1, 2], to: "log/1", if: .absent) == "\"t\"")
    let first = try #require(service.lastInput("s3:PutObject"))
    #expect(first["Key"] == "teams/x/pilot/log/1")
    #expect(first["IfNoneMatch"] == "*")
    #expect(first["IfMatch"] == nil)
    #expect(first["ServerSideEncryption"] == "aws:kms")
    #expect(first["SSEKMSKeyId"] == "alias/k")
    #expect(first["ExpectedBucketOwner"] == "123456789012")
    _ = try await store.write([1], to: "lock", if: .tag("\"t\""))
    #expect(service.lastInput("s3:PutObject")?["IfMatch"] == "\"t\"")
    #expect(service.lastInput("s3:PutObject")?["IfNoneMatch"] == nil)
    #expect(store.location == "s3://b/teams/x/pilot")
  }

  @Test("An object's age is by the service's clock on both sides")
  func age() async throws {
    service.script(
      "s3:GetObject", .success(["Body": .blob([7]), "ETag": "\"t\"", "LastModified": .timestamp(1_800_000_000 - 75)]))
    #expect(try await store.read("lock") == StoredObject(bytes: [7], tag: "\"t\"", age: 75))
    service.script("s3:GetObject", StateService.failure("NoSuchKey", 404))
    #expect(try await store.read("lock") == nil)
  }

  @Test("Listings are read to their end, without the place's own prefix")
  func listing() async throws {
    func page(_ key: String, next: String?) -> AWSValue {
      var page: [String: AWSValue] = [
        "Contents": [["Key": .string("teams/x/pilot/\(key)"), "Size": 5, "LastModified": .timestamp(9)]], "IsTruncated": .bool(next != nil),
      ]
      page["NextContinuationToken"] = next.map { .string($0) }
      return .structure(page)
    }
    service.script("s3:ListObjectsV2", .success(page("log/1", next: "more")), .success(page("log/2", next: nil)))
    let listed = try await store.list("log/", after: "log/0")
    #expect(listed.map(\.key) == ["log/1", "log/2"])
    #expect(listed.first == ListedObject(key: "log/1", size: 5, writtenAt: 9))
    #expect(service.lastInput("s3:ListObjectsV2")?["ContinuationToken"] == "more")
    #expect(service.lastInput("s3:ListObjectsV2")?["StartAfter"] == "teams/x/pilot/log/0")
  }

  @Test("More than a thousand objects are removed in several calls")
  func removal() async throws {
    try await store.remove((0..<2_500).map { "log/\($0)" })
    #expect(service.sent.map { $0.input["Delete"]?["Objects"]?.list?.count } == [1_000, 1_000, 500])
    try await store.remove([])
    #expect(service.sent.count == 3)
  }

  @Test(
    "Answers are told apart by what a writer does about them",
    arguments: [
      ("PreconditionFailed", 412, AWSError.Kind.refused, AWSError.Execution.notExecuted, ObjectStoreError.Code.conditionFailed),
      ("ConditionalRequestConflict", 409, .refused, .notExecuted, .conflict),
      ("OperationAborted", 409, .refused, .notExecuted, .conflict),
      ("SlowDown", 503, .throttled, .notExecuted, .notSent),
      ("InternalError", 500, .serviceFailure, .unknown, .unknown),
      ("", 0, .network, .unknown, .unknown),
      ("", 0, .network, .notExecuted, .notSent),
      ("AccessDenied", 403, .accessDenied, .notExecuted, .refused),
      ("NoSuchBucket", 404, .refused, .notExecuted, .refused),
      ("NoSuchKey", 404, .refused, .notExecuted, .conditionFailed),
    ])
  func failures(_ code: String, _ status: Int, _ kind: AWSError.Kind, _ execution: AWSError.Execution, _ expected: ObjectStoreError.Code)
    async throws
  {
    service.script("s3:PutObject", StateService.failure(code, status, kind: kind, execution: execution))
    let error = await #expect(throws: ObjectStoreError.self) { try await store.write([], to: "k", if: .absent) }
    #expect(error?.code == expected)
    if code == "NoSuchBucket" { #expect(error?.message.contains("init pilot") == true) }
  }

  @Test("A store that ignores conditions is found out")
  func proof() async throws {
    service.script("s3:PutObject", .success(["ETag": "\"t\""]))
    #expect(try await ConditionalWrites.violation(of: store, name: "n")?.contains("If-None-Match") == true)
    #expect(service.sent.last?.operation == "s3:DeleteObjects")
    let refused = StateService.failure("PreconditionFailed", 412)
    service.script("s3:PutObject", .success(["ETag": "\"t\""]), refused, .success(["ETag": "\"u\""]))
    #expect(try await ConditionalWrites.violation(of: store, name: "n")?.contains("If-Match") == true)
    service.script("s3:PutObject", .success(["ETag": "\"t\""]), refused, refused, .success(["ETag": "\"u\""]))
    #expect(try await ConditionalWrites.violation(of: store, name: "n") == nil)
  }
}

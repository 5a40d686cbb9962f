import StrataDeployment
import StrataModel
import Testing

@testable import AWSClient
@testable import AWSProvider

@Suite("Buckets")
struct BucketHandlerTests {
  private let bucket = ResourceFixture("AWS::S3::Bucket")

  @Test("A bucket is created in its region and tagged; then each part of it is written by its own operation, one after another")
  func create() async throws {
    let object = try await bucket.create([
      "BucketName": "app", "VersioningConfiguration": ["Status": "Enabled"],
      "BucketEncryption": ["ServerSideEncryptionConfiguration": [["ServerSideEncryptionByDefault": ["SSEAlgorithm": "AES256"]]]],
      "PublicAccessBlockConfiguration": ["BlockPublicAcls": true],
      "OwnershipControls": ["Rules": [["ObjectOwnership": "BucketOwnerEnforced"]]],
      "Tags": [["Key": "team", "Value": "core"]],
    ]).object
    bucket.expectChanges(
      SentCall(
        "s3:CreateBucket",
        [
          "Bucket": "app", "ObjectOwnership": "BucketOwnerEnforced",
          "CreateBucketConfiguration": ["LocationConstraint": "eu-central-1", "Tags": [["Key": "team", "Value": "core"]]],
        ]),
      SentCall("s3:PutBucketTagging", ["Bucket": "app", "Tagging": ["TagSet": [["Key": "team", "Value": "core"]]]]),
      SentCall("s3:PutPublicAccessBlock", ["Bucket": "app", "PublicAccessBlockConfiguration": ["BlockPublicAcls": true]]),
      SentCall("s3:PutBucketVersioning", ["Bucket": "app", "VersioningConfiguration": ["Status": "Enabled"]]),
      SentCall(
        "s3:PutBucketEncryption",
        [
          "Bucket": "app",
          "ServerSideEncryptionConfiguration": ["Rules": [["ApplyServerSideEncryptionByDefault": ["SSEAlgorithm": "AES256"]]]],
        ]))
    #expect(object?.identifier == "app")
    #expect(object?.properties["Arn"] == "arn:aws:s3:::app")
    #expect(object?.properties["RegionalDomainName"] == "app.s3.eu-central-1.amazonaws.com")
  }

  @Test("The one region that a creation does not name is us-east-1")
  func firstRegion() async throws {
    let bucket = ResourceFixture("AWS::S3::Bucket", region: "us-east-1")
    try await bucket.create(["BucketName": "app"])
    bucket.expectChanges(SentCall("s3:CreateBucket", ["Bucket": "app"]))
  }

  @Test("A part that fails leaves a bucket that is known")
  func partialCreate() async {
    bucket.refuse("s3:PutBucketVersioning", "OperationAborted")
    let error = await failure { () throws(ProviderError) in
      try await bucket.create(["BucketName": "app", "VersioningConfiguration": ["Status": "Enabled"]])
    }
    #expect(error?.code == .conflict)
    #expect(error?.execution == .executed)
    #expect(error?.identifier == "app")
  }

  @Test("A part that is no longer declared is deleted; versions can only be suspended")
  func removal() async throws {
    try await bucket.update(
      "app",
      from: [
        "VersioningConfiguration": ["Status": "Enabled"], "LifecycleConfiguration": ["Rules": []],
        "PublicAccessBlockConfiguration": ["BlockPublicAcls": true],
      ], to: [:])
    bucket.expectChanges(
      SentCall("s3:DeleteBucketLifecycle", ["Bucket": "app"]),
      SentCall("s3:PutBucketVersioning", ["Bucket": "app", "VersioningConfiguration": ["Status": "Suspended"]]),
      SentCall("s3:DeletePublicAccessBlock", ["Bucket": "app"]))
  }

  @Test("Only the part that differs is written")
  func update() async throws {
    try await bucket.update(
      "app", from: ["PublicAccessBlockConfiguration": ["BlockPublicAcls": true], "CorsConfiguration": ["CorsRules": []]],
      to: ["PublicAccessBlockConfiguration": ["BlockPublicAcls": false], "CorsConfiguration": ["CorsRules": []]])
    bucket.expectChanges(
      SentCall("s3:PutPublicAccessBlock", ["Bucket": "app", "PublicAccessBlockConfiguration": ["BlockPublicAcls": false]]))
  }

  @Test("Tags are replaced as a whole, so those of AWS and of others are sent again")
  func tags() async throws {
    bucket.answer(
      "s3:GetBucketTagging", ["TagSet": [["Key": "aws:x", "Value": "1"], ["Key": "theirs", "Value": "2"], ["Key": "old", "Value": "3"]]])
    try await bucket.update("app", from: ["Tags": [["Key": "old", "Value": "3"]]], to: ["Tags": [["Key": "new", "Value": "4"]]])
    let tags: AWSValue = [["Key": "aws:x", "Value": "1"], ["Key": "new", "Value": "4"], ["Key": "theirs", "Value": "2"]]
    bucket.expectChanges(SentCall("s3:PutBucketTagging", ["Bucket": "app", "Tagging": ["TagSet": tags]]))
  }

  @Test("A property without an operation here is refused before anything is made")
  func unsupported() async {
    let error = await failure { () throws(ProviderError) in
      try await bucket.create(["BucketName": "app", "MetadataConfiguration": [:]])
    }
    #expect(error?.code == .unsupported)
    bucket.expectCalls()
  }

  @Test("A bucket is deleted by its name, and one with objects is not")
  func delete() async throws {
    #expect(try await bucket.delete("app") == .gone)
    bucket.expectCalls(SentCall("s3:DeleteBucket", ["Bucket": "app"]))
    bucket.refuse("s3:DeleteBucket", "BucketNotEmpty", status: 409)
    #expect(await failure { () throws(ProviderError) in try await bucket.delete("app") }?.code == .conflict)
  }
}

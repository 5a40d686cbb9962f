import AWSClient
import StrataModel

/// Policies of buckets: s3:PutBucketPolicy and its companions.
struct BucketPolicyHandler: ResourceHandler {
  static let type = "AWS::S3::BucketPolicy"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let bucket = try call.required("Bucket")
    try await put(call, bucket)
    return CreatedObject(bucket, attributes: [:])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let bucket = AWSValue.string(call.identifier)
    guard let answer = try await call.find("s3", "GetBucketPolicy", ["Bucket": bucket], absent: ["NoSuchBucketPolicy", "NoSuchBucket"])
    else { return nil }
    var document = call.document(answer, renaming: ["PolicyDocument": "Policy"])
    document["Bucket"] = .string(call.identifier)
    return document
  }

  func update(_ call: ResourceCall) async throws { try await put(call, call.identifier) }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("s3", "DeleteBucketPolicy", ["Bucket": .string(call.identifier)])
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    if let bucket = filter.text("Bucket") { return [bucket] }
    return try await BucketHandler().list(call, matching: .all)
  }

  private func put(_ call: ResourceCall, _ bucket: String) async throws {
    var input = call.input("s3", "PutBucketPolicy", renaming: ["PolicyDocument": "Policy"])
    input["Bucket"] = .string(bucket)
    try await call.send("s3", "PutBucketPolicy", input)
  }
}

import AWSClient
public import StrataDeployment

/// Objects in S3, written under conditions, each encrypted by KMS.
///
/// Conditional writes: https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html
public struct S3ObjectStore: ObjectStore {
  private let place: S3StateLocation
  private let caller: any StateServiceCaller

  /// Creates a store.
  public init(_ location: S3StateLocation, caller: any StateServiceCaller) {
    place = location
    self.caller = caller
  }

  public var location: String { "s3://\(place.bucket)/\(place.folder.dropLast())" }

  public func read(_ key: String) async throws(ObjectStoreError) -> StoredObject? {
    do throws(AWSError) {
      let answer = try await caller.exchange("s3", "GetObject", .structure(address(key)))
      guard case .blob(let bytes)? = answer.output["Body"], let tag = answer.output["ETag"]?.string,
        case .timestamp(let written)? = answer.output["LastModified"]
      else { throw AWSError(.malformedResponse, execution: .unknown, "the answer lacks the object's content, tag or time") }
      // Without the server's time nothing is old: a lease without age is never taken over.
      return StoredObject(bytes: bytes, tag: tag, age: answer.servedAt.map { max(0, Int($0 - written)) } ?? 0)
    } catch {
      if error.code == "NoSuchKey" { return nil }
      throw failure(error)
    }
  }

  public func write(_ bytes: [UInt8], to key: String, if condition: WriteCondition) async throws(ObjectStoreError) -> String {
    var input = address(key)
    input["Body"] = .blob(bytes)
    input["ContentType"] = "application/octet-stream"
    input["ServerSideEncryption"] = "aws:kms"
    input["BucketKeyEnabled"] = true
    if let key = place.key { input["SSEKMSKeyId"] = .string(key) }
    switch condition {
    case .absent: input["IfNoneMatch"] = "*"
    case .tag(let tag): input["IfMatch"] = .string(tag)
    }
    do throws(AWSError) {
      return try await caller.exchange("s3", "PutObject", .structure(input)).output["ETag"]?.string ?? ""
    } catch {
      throw failure(error)
    }
  }

  public func list(_ folder: String, after start: String?) async throws(ObjectStoreError) -> [ListedObject] {
    var found: [ListedObject] = []
    var token: String?
    repeat {
      var input: [String: AWSValue] = ["Bucket": .string(place.bucket), "Prefix": .string(place.folder + folder)]
      input["ExpectedBucketOwner"] = place.account.map { .string($0) }
      input["StartAfter"] = start.map { .string(place.folder + $0) }
      input["ContinuationToken"] = token.map { .string($0) }
      let output: AWSValue
      do throws(AWSError) { output = try await caller.exchange("s3", "ListObjectsV2", .structure(input)).output } catch {
        throw failure(error)
      }
      for object in output["Contents"]?.list ?? [] {
        guard let key = object["Key"]?.string, key.hasPrefix(place.folder) else { continue }
        let written = if case .timestamp(let time)? = object["LastModified"] { Int(time) } else { 0 }
        found.append(
          ListedObject(key: String(key.dropFirst(place.folder.count)), size: object["Size"]?.integer ?? 0, writtenAt: written))
      }
      token = output["IsTruncated"]?.bool == true ? output["NextContinuationToken"]?.string : nil
    } while token != nil
    return found
  }

  public func remove(_ keys: [String]) async throws(ObjectStoreError) {
    var rest = keys[...]
    while !rest.isEmpty {
      let objects = rest.prefix(1_000).map { AWSValue.structure(["Key": .string(place.folder + $0)]) }
      rest = rest.dropFirst(1_000)
      var input: [String: AWSValue] = [
        "Bucket": .string(place.bucket), "Delete": ["Objects": .list(objects), "Quiet": true],
      ]
      input["ExpectedBucketOwner"] = place.account.map { .string($0) }
      do throws(AWSError) { _ = try await caller.exchange("s3", "DeleteObjects", .structure(input)) } catch { throw failure(error) }
    }
  }

  private func address(_ key: String) -> [String: AWSValue] {
    var input: [String: AWSValue] = ["Bucket": .string(place.bucket), "Key": .string(place.folder + key)]
    input["ExpectedBucketOwner"] = place.account.map { .string($0) }
    return input
  }

  private func failure(_ error: AWSError) -> ObjectStoreError {
    switch error.code {
    case "NoSuchBucket":
      ObjectStoreError(
        .refused, "there is no bucket '\(place.bucket)'. Run 'init \(place.environment)' to make it.")
    default: ObjectStoreError(error)
    }
  }
}

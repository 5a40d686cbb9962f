import AWSClient
import StrataDeployment
import StrataModel

/// Buckets: s3:CreateBucket and the operations of each part of a bucket's configuration.
///
/// S3 takes one change of a bucket at a time (`OperationAborted` otherwise), so writes follow one another; reads go in parallel.
struct BucketHandler: ResourceHandler {
  static let type = "AWS::S3::Bucket"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let name = try call.required("BucketName")
    if let property = Self.refused.first(where: { call.properties[$0] != nil }) {
      throw ProviderFailure.unsupported("\(property) of a bucket has no operation here.")
    }
    try await call.send("s3", "CreateBucket", creation(call, name))
    try await call.complete(name) {
      // Implementations of S3 older than November 2025 pass over the tags of a creation. They come first,
      // because they tell whose the bucket is when the rest is interrupted.
      if let tags = call.tagList() {
        try await call.send("s3", "PutBucketTagging", ["Bucket": .string(name), "Tagging": ["TagSet": tags]])
      }
      // The rule of ownership went into the creation.
      for part in BucketConfiguration.all where part.property != "OwnershipControls" {
        if let value = call.properties[part.property] { try await part.write(call, name, value) }
      }
      for parts in BucketConfigurationList.all where call.properties[parts.property] != nil {
        try await parts.write(call, name, isNew: true)
      }
      if let access = call.text("AccessControl") { try await putAccess(call, name, access) }
    }
    return try await call.described(name, by: self, known: BucketAddresses(call, name).attributes)
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let bucket = AWSValue.string(call.identifier)
    // First, because a creation asks about buckets that are not there, and each part of the configuration is a call of its own.
    guard try await call.find("s3", "HeadBucket", ["Bucket": bucket], absent: ["NoSuchBucket", "404", "NotFound"]) != nil else {
      return nil
    }
    async let tags = call.find("s3", "GetBucketTagging", ["Bucket": bucket], absent: ["NoSuchTagSet", "NoSuchTagSetError", "NoSuchBucket"])
    async let parts = configuration(call)
    var document = BucketAddresses(call, call.identifier).attributes.merging(try await parts)
    document["BucketName"] = .string(call.identifier)
    if document["ObjectLockConfiguration"]?["ObjectLockEnabled"] == "Enabled" { document["ObjectLockEnabled"] = true }
    document["Tags"] = call.document(["Tags": try await tags?["TagSet"] ?? []])["Tags"]
    return document
  }

  func update(_ call: ResourceCall) async throws {
    let name = call.identifier
    if let property = Self.refused.first(where: { call.changed.contains($0) && call.properties[$0] != nil }) {
      throw ProviderFailure.unsupported("\(property) of a bucket has no operation here.")
    }
    // What is taken away goes first, in the other order: replication before the versions that it needs.
    for part in BucketConfiguration.all.reversed() where call.changed.contains(part.property) && call.properties[part.property] == nil {
      try await part.remove(call, name)
    }
    for part in BucketConfiguration.all where call.changed.contains(part.property) {
      if let value = call.properties[part.property] { try await part.write(call, name, value) }
    }
    if call.changed.contains("ObjectLockEnabled"), call.properties["ObjectLockConfiguration"] == nil { try await lock(call) }
    for parts in BucketConfigurationList.all where call.changed.contains(parts.property) {
      try await parts.write(call, name, isNew: false)
    }
    if call.changed.contains("AccessControl") { try await putAccess(call, name, call.text("AccessControl") ?? "Private") }
    try await replaceTags(call)
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("s3", "DeleteBucket", ["Bucket": .string(call.identifier)])
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    if let name = filter.text("BucketName") { return [name] }
    let buckets = try await call.pages("s3", "ListBuckets", ["BucketRegion": .string(call.placement.region), "MaxBuckets": 1000])
    return buckets.compactMap { $0["Name"]?.string }
  }

  // MARK: Parts

  /// Properties whose operations are not used here.
  private static let refused = ["AbacStatus", "BucketNamePrefix", "MetadataConfiguration", "MetadataTableConfiguration"]

  private func creation(_ call: ResourceCall, _ name: String) -> [String: AWSValue?] {
    var configuration: [String: AWSValue] = [:]
    // us-east-1 is the one region that is not named (S3 API reference, CreateBucketConfiguration).
    if call.placement.region != "us-east-1" { configuration["LocationConstraint"] = .string(call.placement.region) }
    if let tags = call.tagList() { configuration["Tags"] = tags }
    var input = call.input("s3", "CreateBucket", from: call.properties["BucketNamespace"].map { ["BucketNamespace": $0] } ?? [:])
    input["Bucket"] = .string(name)
    if !configuration.isEmpty { input["CreateBucketConfiguration"] = .structure(configuration) }
    if call.properties["ObjectLockEnabled"]?.boolValue == true || call.properties["ObjectLockConfiguration"] != nil {
      input["ObjectLockEnabledForBucket"] = true
    }
    input["ObjectOwnership"] = AWSValue(call.properties["OwnershipControls"]?["Rules"]?.arrayValue?.first?["ObjectOwnership"])
    return input
  }

  private func configuration(_ call: ResourceCall) async throws -> PropertyObject {
    try await withThrowingTaskGroup(of: (String, PropertyValue?).self) { group in
      for part in BucketConfiguration.all {
        group.addTask {
          let value = try await part.read(call)
          return (part.property, value)
        }
      }
      for parts in BucketConfigurationList.all {
        group.addTask {
          let value = try await parts.read(call)
          return (parts.property, value)
        }
      }
      var document = PropertyObject()
      for try await (property, value) in group { document[property] = value }
      return document
    }
  }

  private func lock(_ call: ResourceCall) async throws {
    guard call.properties["ObjectLockEnabled"]?.boolValue == true else {
      throw ProviderFailure.invalid("Object Lock of a bucket cannot be switched off.")
    }
    try await BucketConfiguration.objectLock.write(call, call.identifier, ["ObjectLockEnabled": "Enabled"])
  }

  /// A canned list: `LogDeliveryWrite` is `log-delivery-write` to the API.
  private func putAccess(_ call: ResourceCall, _ name: String, _ access: String) async throws {
    var canned = ""
    for letter in access {
      if letter.isUppercase, !canned.isEmpty { canned.append("-") }
      canned += letter.lowercased()
    }
    try await call.send("s3", "PutBucketAcl", ["Bucket": .string(name), "ACL": .string(canned)])
  }

  /// PutBucketTagging replaces all tags; those of AWS and of others stay.
  private func replaceTags(_ call: ResourceCall) async throws {
    let change = TagChange(from: call.previous["Tags"], to: call.properties["Tags"])
    if change.set.isEmpty, change.removed.isEmpty { return }
    let bucket = AWSValue.string(call.identifier)
    let answer = try await call.find("s3", "GetBucketTagging", ["Bucket": bucket], absent: ["NoSuchTagSet", "NoSuchTagSetError"])
    var tags: [String: String] = [:]
    for tag in answer?["TagSet"]?.list ?? [] {
      if let key = tag["Key"]?.string { tags[key] = tag["Value"]?.string ?? "" }
    }
    for key in change.removed { tags[key] = nil }
    for tag in change.set { tags[tag.key] = tag.value }
    if tags.isEmpty {
      try await call.send("s3", "DeleteBucketTagging", ["Bucket": bucket])
    } else {
      let list = AWSValue.tagList(tags.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
      try await call.send("s3", "PutBucketTagging", ["Bucket": bucket, "Tagging": ["TagSet": list]])
    }
  }
}

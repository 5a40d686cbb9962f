import AWSClient
import StrataModel

/// A part of a bucket's configuration that has operations of its own.
struct BucketConfiguration: Sendable {
  /// How a part is taken away.
  enum Removal: Sendable {
    case operation(String)
    /// There is no operation for it; this value is written instead.
    case value(PropertyValue)
  }

  let property: String
  let get: String
  let put: String
  let removal: Removal
  /// The codes that say that the part is not there, or does not exist in the region.
  var absent: Set<String> = []
  /// The members of the writing operation's input, from the property.
  let encode: @Sendable (PropertyValue) -> PropertyObject
  /// The property, from the reading operation's answer.
  let decode: @Sendable (PropertyValue) -> PropertyValue?

  func write(_ call: ResourceCall, _ bucket: String, _ value: PropertyValue) async throws {
    var input = call.input("s3", put, from: encode(value))
    input["Bucket"] = .string(bucket)
    try await call.send("s3", put, input)
  }

  func remove(_ call: ResourceCall, _ bucket: String) async throws {
    switch removal {
    case .operation(let operation): try await call.send("s3", operation, ["Bucket": .string(bucket)])
    case .value(let value): try await write(call, bucket, value)
    }
  }

  func read(_ call: ResourceCall) async throws -> PropertyValue? {
    guard let answer = try await call.find("s3", get, ["Bucket": .string(call.identifier)], absent: absent),
      let value = decode(answer.propertyValue)
    else { return nil }
    return call.document(.structure([property: AWSValue(value)]))[property]
  }

  /// In the order in which they are written.
  static let all = [
    publicAccess, ownership, versioning, encryption, objectLock, lifecycle, cors, website, logging, notifications, acceleration,
    replication,
  ]
}

// MARK: - Parts whose form is nearly the API's

extension BucketConfiguration {
  /// A part that differs from the API's form by names only.
  private static func renamed(
    _ property: String, get: String, put: String, removal: Removal, absent: Set<String> = [], member: String, names: [String: String] = [:],
    isAnswer: Bool = false
  ) -> BucketConfiguration {
    let inverse = Dictionary(names.map { ($0.value, $0.key) }) { first, _ in first }
    return BucketConfiguration(
      property: property, get: get, put: put, removal: removal, absent: absent,
      encode: { [member: $0.renamingFields(names)] },
      decode: { answer in
        guard let value = isAnswer ? answer : answer[member], value.objectValue?.isEmpty == false else { return nil }
        return value.renamingFields(inverse)
      })
  }

  static let publicAccess = renamed(
    "PublicAccessBlockConfiguration", get: "GetPublicAccessBlock", put: "PutPublicAccessBlock",
    removal: .operation("DeletePublicAccessBlock"), absent: ["NoSuchPublicAccessBlockConfiguration"],
    member: "PublicAccessBlockConfiguration")

  static let ownership = renamed(
    "OwnershipControls", get: "GetBucketOwnershipControls", put: "PutBucketOwnershipControls",
    removal: .operation("DeleteBucketOwnershipControls"), absent: ["OwnershipControlsNotFoundError"], member: "OwnershipControls")

  /// Versions cannot be switched off again, only suspended.
  static let versioning = BucketConfiguration(
    property: "VersioningConfiguration", get: "GetBucketVersioning", put: "PutBucketVersioning",
    removal: .value(["Status": "Suspended"]),
    encode: { ["VersioningConfiguration": $0] },
    decode: { answer in answer["Status"].map { ["Status": $0] } })

  static let encryption = renamed(
    "BucketEncryption", get: "GetBucketEncryption", put: "PutBucketEncryption", removal: .operation("DeleteBucketEncryption"),
    absent: ["ServerSideEncryptionConfigurationNotFoundError"], member: "ServerSideEncryptionConfiguration",
    names: ["ServerSideEncryptionConfiguration": "Rules", "ServerSideEncryptionByDefault": "ApplyServerSideEncryptionByDefault"])

  /// Object Lock stays on; what is taken away is the default retention.
  static let objectLock = renamed(
    "ObjectLockConfiguration", get: "GetObjectLockConfiguration", put: "PutObjectLockConfiguration",
    removal: .value(["ObjectLockEnabled": "Enabled"]), absent: ["ObjectLockConfigurationNotFoundError"],
    member: "ObjectLockConfiguration")

  static let cors = renamed(
    "CorsConfiguration", get: "GetBucketCors", put: "PutBucketCors", removal: .operation("DeleteBucketCors"),
    absent: ["NoSuchCORSConfiguration"], member: "CORSConfiguration",
    names: ["CorsRules": "CORSRules", "Id": "ID", "ExposedHeaders": "ExposeHeaders", "MaxAge": "MaxAgeSeconds"], isAnswer: true)

  static let replication = renamed(
    "ReplicationConfiguration", get: "GetBucketReplication", put: "PutBucketReplication", removal: .operation("DeleteBucketReplication"),
    absent: ["ReplicationConfigurationNotFoundError"], member: "ReplicationConfiguration",
    names: ["Id": "ID", "TagFilter": "Tag", "TagFilters": "Tags"])

  /// Some regions do not have it, nor buckets with a period in their name.
  static let acceleration = BucketConfiguration(
    property: "AccelerateConfiguration", get: "GetBucketAccelerateConfiguration", put: "PutBucketAccelerateConfiguration",
    removal: .value(["AccelerationStatus": "Suspended"]), absent: ["MethodNotAllowed", "UnsupportedArgument", "NotImplemented"],
    encode: { ["AccelerateConfiguration": ["Status": $0["AccelerationStatus"] ?? .null]] },
    decode: { answer in answer["Status"].map { ["AccelerationStatus": $0] } })

  /// Without a destination a bucket keeps its own logs.
  static let logging = BucketConfiguration(
    property: "LoggingConfiguration", get: "GetBucketLogging", put: "PutBucketLogging", removal: .value(.null),
    encode: { value in
      guard let logging = value.objectValue else { return ["BucketLoggingStatus": [:]] }
      return [
        "BucketLoggingStatus": [
          "LoggingEnabled": [
            "TargetBucket": logging["DestinationBucketName"] ?? .null, "TargetPrefix": logging["LogFilePrefix"] ?? "",
            "TargetObjectKeyFormat": logging["TargetObjectKeyFormat"] ?? .null,
          ]
        ]
      ]
    },
    decode: { answer in
      answer["LoggingEnabled"]?.renamingFields(["TargetBucket": "DestinationBucketName", "TargetPrefix": "LogFilePrefix"])
    })

  static let website = BucketConfiguration(
    property: "WebsiteConfiguration", get: "GetBucketWebsite", put: "PutBucketWebsite", removal: .operation("DeleteBucketWebsite"),
    absent: ["NoSuchWebsiteConfiguration"],
    encode: { value in
      var website = value.renamingFields(["RedirectRule": "Redirect", "RoutingRuleCondition": "Condition"]).objectValue ?? [:]
      website["IndexDocument"] = website["IndexDocument"].map { ["Suffix": $0] }
      website["ErrorDocument"] = website["ErrorDocument"].map { ["Key": $0] }
      return ["WebsiteConfiguration": .object(website)]
    },
    decode: { answer in
      guard var website = answer.renamingFields(["Redirect": "RedirectRule", "Condition": "RoutingRuleCondition"]).objectValue,
        !website.isEmpty
      else { return nil }
      website["IndexDocument"] = website["IndexDocument"]?["Suffix"]
      website["ErrorDocument"] = website["ErrorDocument"]?["Key"]
      return .object(website)
    })
}

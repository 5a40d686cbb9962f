import AWSClient
import StrataModel

/// A list of configurations of a bucket, each with an id and written by itself.
struct BucketConfigurationList: Sendable {
  /// The middle of the operations' names: `PutBucketMetricsConfiguration` and so on.
  let name: String
  let encode: @Sendable (PropertyValue) -> PropertyObject
  let decode: @Sendable (PropertyValue) -> PropertyObject

  var property: String { name + "Configurations" }
  private var member: String { name + "Configuration" }

  static let all = [analytics, intelligentTiering, inventory, metrics]

  /// Writes all desired configurations, and deletes the others of a bucket that is not new.
  func write(_ call: ResourceCall, _ bucket: String, isNew: Bool) async throws {
    let wanted = call.properties[property]?.arrayValue ?? []
    for value in wanted {
      guard let id = value["Id"] else { throw ProviderFailure.invalid("\(property) of a bucket need an Id each.") }
      var configuration = encode(value)
      configuration["Id"] = id
      var input = call.input("s3", "PutBucket\(member)", from: ["Id": id, member: .object(configuration)])
      input["Bucket"] = .string(bucket)
      try await call.send("s3", "PutBucket\(member)", input)
    }
    if isNew { return }
    let kept = wanted.compactMap { $0["Id"]?.stringValue }
    for case let id? in try await configurations(call).map({ $0["Id"]?.string }) where !kept.contains(id) {
      try await call.send("s3", "DeleteBucket\(member)", ["Bucket": .string(bucket), "Id": .string(id)])
    }
  }

  func read(_ call: ResourceCall) async throws -> PropertyValue? {
    let found = try await configurations(call).map { configuration -> AWSValue in
      let value = configuration.propertyValue
      var result = decode(value)
      result["Id"] = value["Id"]
      return AWSValue(.object(result))
    }
    return call.document(.structure([property: .list(found)]))[property]
  }

  private func configurations(_ call: ResourceCall) async throws -> [AWSValue] {
    var found: [AWSValue] = []
    var token: AWSValue?
    repeat {
      let answer = try await call.find(
        "s3", "ListBucket\(member)s", ["Bucket": .string(call.identifier), "ContinuationToken": token], absent: ["NoSuchConfiguration"])
      found += answer?[member + "List"]?.list ?? []
      token = answer?["NextContinuationToken"]
    } while token != nil
    return found
  }
}

extension BucketConfigurationList {
  static let metrics = BucketConfigurationList(
    name: "Metrics",
    encode: { value in
      var result = PropertyObject()
      result["Filter"] = BucketFilter.encode(value)
      return result
    },
    decode: { BucketFilter.decode($0["Filter"]) })

  static let intelligentTiering = BucketConfigurationList(
    name: "IntelligentTiering",
    encode: { value in
      var result = PropertyObject()
      result["Filter"] = BucketFilter.encode(value)
      result["Status"] = value["Status"]
      result["Tierings"] = value["Tierings"]
      return result
    },
    decode: { value in
      var result = BucketFilter.decode(value["Filter"])
      result["Status"] = value["Status"]
      result["Tierings"] = value["Tierings"]
      return result
    })

  static let analytics = BucketConfigurationList(
    name: "Analytics",
    encode: { value in
      var analysis = value["StorageClassAnalysis"]?.objectValue ?? [:]
      if var export = analysis["DataExport"]?.objectValue {
        export["Destination"] = export["Destination"].map { ["S3BucketDestination": $0.renamingFields(["BucketArn": "Bucket"])] }
        analysis["DataExport"] = .object(export)
      }
      var result: PropertyObject = ["StorageClassAnalysis": .object(analysis)]
      result["Filter"] = BucketFilter.encode(value)
      return result
    },
    decode: { value in
      var analysis = value["StorageClassAnalysis"]?.objectValue ?? [:]
      if var export = analysis["DataExport"]?.objectValue {
        export["Destination"] = export["Destination"]?["S3BucketDestination"]?.renamingFields(["Bucket": "BucketArn"])
        analysis["DataExport"] = .object(export)
      }
      return BucketFilter.decode(value["Filter"]).merging(["StorageClassAnalysis": .object(analysis)])
    })

  static let inventory = BucketConfigurationList(
    name: "Inventory",
    encode: { value in
      var result = value.objectValue ?? [:]
      result["Enabled"] = nil
      result["IsEnabled"] = value["Enabled"]
      result["ScheduleFrequency"] = nil
      result["Schedule"] = value["ScheduleFrequency"].map { ["Frequency": $0] }
      result["Prefix"] = nil
      result["Filter"] = value["Prefix"].map { ["Prefix": $0] }
      let names = ["BucketArn": "Bucket", "BucketAccountId": "AccountId"]
      result["Destination"] = value["Destination"].map { ["S3BucketDestination": $0.renamingFields(names)] }
      return result
    },
    decode: { value in
      var result = value.objectValue ?? [:]
      result["Enabled"] = value["IsEnabled"]
      result["ScheduleFrequency"] = value["Schedule"]?["Frequency"]
      result["Prefix"] = value["Filter"]?["Prefix"]
      let names = ["Bucket": "BucketArn", "AccountId": "BucketAccountId"]
      result["Destination"] = value["Destination"]?["S3BucketDestination"]?.renamingFields(names)
      return result
    })
}

import AWSClient
import StrataModel

/// Trails: cloudtrail:CreateTrail and its companions.
///
/// A trail is made silent; its selectors come next, and logging starts last. Aggregations are written and not read.
struct TrailHandler: ResourceHandler {
  static let type = "AWS::CloudTrail::Trail"

  private static let names = ["TrailName": "Name", "Arn": "TrailARN", "EnableLogFileValidation": "LogFileValidationEnabled"]

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let name = try call.required("TrailName")
    let answer = try await call.send(
      "cloudtrail", "CreateTrail", call.input("cloudtrail", "CreateTrail", renaming: ["TrailName": "Name", "Tags": "TagsList"]))
    try await call.complete(name) {
      if call.properties["EventSelectors"] != nil || call.properties["AdvancedEventSelectors"] != nil { try await putEvents(call, name) }
      if call.properties["InsightSelectors"] != nil { try await putInsights(call, name) }
      if call.properties["AggregationConfigurations"] != nil { try await putAggregations(call, name) }
      if call.properties["IsLogging"]?.boolValue == true { try await call.send("cloudtrail", "StartLogging", ["Name": .string(name)]) }
    }
    var known = PropertyObject()
    known["Arn"] = answer["TrailARN"]?.propertyValue
    known["SnsTopicArn"] = answer["SnsTopicARN"]?.propertyValue
    // The service completes basic selectors.
    return call.properties["EventSelectors"] == nil
      ? CreatedObject(name, attributes: known) : try await call.described(name, by: self, known: known)
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let name = AWSValue.string(call.identifier)
    let absent: Set = ["TrailNotFoundException"]
    guard let trail = try await call.find("cloudtrail", "GetTrail", ["Name": name], absent: absent)?["Trail"], let arn = trail["TrailARN"]
    else {
      return nil
    }
    async let status = call.send("cloudtrail", "GetTrailStatus", ["Name": arn])
    async let events = call.send("cloudtrail", "GetEventSelectors", ["TrailName": name])
    async let insights = call.find("cloudtrail", "GetInsightSelectors", ["TrailName": name], absent: ["InsightNotEnabledException"])
    async let tags = call.send("cloudtrail", "ListTags", ["ResourceIdList": [arn]])
    var document = call.document(trail, renaming: Self.names)
    document = document.merging(call.document(try await events, omitting: ["Arn"]))
    document["InsightSelectors"] = call.document(try await insights)["InsightSelectors"]
    document["IsLogging"] = .bool(try await status["IsLogging"]?.bool ?? false)
    let list = try await tags["ResourceTagList"]?.list?.first?["TagsList"] ?? []
    document["Tags"] = call.document(["Tags": list])["Tags"]
    return document
  }

  func update(_ call: ResourceCall) async throws {
    let name = call.identifier
    try await updateTrail(call)
    if call.changed.contains("EventSelectors") || call.changed.contains("AdvancedEventSelectors") { try await putEvents(call, name) }
    if call.changed.contains("InsightSelectors") { try await putInsights(call, name) }
    if call.changed.contains("AggregationConfigurations") { try await putAggregations(call, name) }
    if call.changed.contains("IsLogging") {
      let isLogging = call.properties["IsLogging"]?.boolValue == true
      try await call.send("cloudtrail", isLogging ? "StartLogging" : "StopLogging", ["Name": .string(name)])
    }
    let arn = AWSValue.string(call.arn("cloudtrail", "trail/\(name)"))
    try await call.updateTags { tags in
      try await call.send("cloudtrail", "AddTags", ["ResourceId": arn, "TagsList": .tagList(tags)])
    } remove: { keys in
      let tags = AWSValue.list(keys.map { ["Key": .string($0)] })
      try await call.send("cloudtrail", "RemoveTags", ["ResourceId": arn, "TagsList": tags])
    }
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("cloudtrail", "DeleteTrail", ["Name": .string(call.identifier)])
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    if let name = filter.text("TrailName") { return [name] }
    let trails = try await call.pages("cloudtrail", "ListTrails", of: "Trails")
    return trails.filter { $0["HomeRegion"]?.string == call.placement.region }.compactMap { $0["Name"]?.string }
  }

  // MARK: Parts

  /// UpdateTrail leaves what it is not told as it is: what was taken away is told as empty or as its default.
  private func updateTrail(_ call: ResourceCall) async throws {
    let defaults: [String: AWSValue] = [
      "CloudWatchLogsLogGroupArn": "", "CloudWatchLogsRoleArn": "", "EnableLogFileValidation": false, "IncludeGlobalServiceEvents": true,
      "IsMultiRegionTrail": false, "IsOrganizationTrail": false, "KMSKeyId": "", "S3BucketName": "", "S3KeyPrefix": "", "SnsTopicName": "",
    ]
    guard !call.changed.isDisjoint(with: defaults.keys) else { return }
    var input = call.input("cloudtrail", "UpdateTrail", renaming: ["TrailName": "Name"])
    for (property, value) in defaults where call.changed.contains(property) && call.properties[property] == nil {
      input[property == "KMSKeyId" ? "KmsKeyId" : property] = value
    }
    input["Name"] = .string(call.identifier)
    try await call.send("cloudtrail", "UpdateTrail", input)
  }

  private func putEvents(_ call: ResourceCall, _ name: String) async throws {
    var input = call.input("cloudtrail", "PutEventSelectors")
    if input["EventSelectors"] == nil, input["AdvancedEventSelectors"] == nil {
      // What a new trail has: all management events.
      input["EventSelectors"] = [["IncludeManagementEvents": true, "ReadWriteType": "All"]]
    }
    input["TrailName"] = .string(name)
    try await call.send("cloudtrail", "PutEventSelectors", input)
  }

  private func putInsights(_ call: ResourceCall, _ name: String) async throws {
    var input = call.input("cloudtrail", "PutInsightSelectors", from: ["InsightSelectors": call.properties["InsightSelectors"] ?? []])
    input["TrailName"] = .string(name)
    try await call.send("cloudtrail", "PutInsightSelectors", input)
  }

  private func putAggregations(_ call: ResourceCall, _ name: String) async throws {
    let aggregations = call.properties["AggregationConfigurations"] ?? []
    var input = call.input("cloudtrail", "PutEventConfiguration", from: ["AggregationConfigurations": aggregations])
    input["TrailName"] = .string(name)
    try await call.send("cloudtrail", "PutEventConfiguration", input)
  }
}

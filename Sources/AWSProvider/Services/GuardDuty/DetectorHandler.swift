import AWSClient
import StrataDeployment
import StrataModel

/// Detectors, one in each region of an account: guardduty:CreateDetector and its companions.
struct DetectorHandler: ResourceHandler {
  static let type = "AWS::GuardDuty::Detector"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    var input = call.input("guardduty", "CreateDetector")
    input["ClientToken"] = call.token.map { .string($0) }
    let isThere = { (error: AWSError) in error.code == "BadRequestException" && error.message.contains("already exists") }
    let answer = try await call.unless(isThere) { () async throws(AWSError) in
      try await call.send("guardduty", "CreateDetector", input)
    }
    guard let answer else { throw ProviderError(.alreadyExists, "The region has a detector already.") }
    guard let identifier = answer["DetectorId"]?.string else {
      throw ProviderFailure.invalid("guardduty:CreateDetector answered without an id")
    }
    return CreatedObject(identifier, attributes: ["Id": .string(identifier)])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    guard let detector = try await GuardDutyDetectors.find(call, "GetDetector", ["DetectorId": .string(call.identifier)]) else {
      return nil
    }
    var document = call.document(detector, omitting: ["DataSources"])
    document["Id"] = .string(call.identifier)
    document["Enable"] = .bool(isEnabled(detector))
    document["DataSources"] = call.document(["DataSources": sources(detector)])["DataSources"]
    return document
  }

  func update(_ call: ResourceCall) async throws {
    if call.changed != ["Tags"] {
      var properties = call.properties
      properties["Features"] = features(call)
      if properties["FindingPublishingFrequency"] == nil, call.changed.contains("FindingPublishingFrequency") {
        properties["FindingPublishingFrequency"] = "SIX_HOURS"
      }
      var input = call.input("guardduty", "UpdateDetector", from: properties)
      input["DetectorId"] = .string(call.identifier)
      try await call.send("guardduty", "UpdateDetector", input)
    }
    try await GuardDutyDetectors.updateTags(call, "detector/\(call.identifier)")
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    guard try await GuardDutyDetectors.find(call, "DeleteDetector", ["DetectorId": .string(call.identifier)]) != nil else { return .gone }
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    try await GuardDutyDetectors.identifiers(call, filter)
  }

  // MARK: Parts

  private func isEnabled(_ value: AWSValue?) -> Bool { value?["Status"]?.string == "ENABLED" }

  /// The data sources, which are set by `Enable` and shown by `Status`.
  private func sources(_ detector: AWSValue) -> AWSValue {
    let sources = detector["DataSources"]
    var result: [String: AWSValue] = [:]
    if let logs = sources?["S3Logs"] { result["S3Logs"] = ["Enable": .bool(isEnabled(logs))] }
    if let logs = sources?["Kubernetes"]?["AuditLogs"] { result["Kubernetes"] = ["AuditLogs": ["Enable": .bool(isEnabled(logs))]] }
    if let volumes = sources?["MalwareProtection"]?["ScanEc2InstanceWithFindings"]?["EbsVolumes"] {
      result["MalwareProtection"] = ["ScanEc2InstanceWithFindings": ["EbsVolumes": .bool(isEnabled(volumes))]]
    }
    return .structure(result)
  }

  /// The declared features; those that are declared no more are disabled, since UpdateDetector leaves alone what it does not get.
  private func features(_ call: ResourceCall) -> PropertyValue? {
    let declared = call.properties["Features"]?.arrayValue ?? []
    let names = Set(declared.compactMap { $0["Name"]?.stringValue })
    let removed = (call.previous["Features"]?.arrayValue ?? []).compactMap { $0["Name"]?.stringValue }.filter { !names.contains($0) }
    let all = declared + removed.map { .object(["Name": .string($0), "Status": "DISABLED"]) }
    return all.isEmpty ? nil : .array(all)
  }
}

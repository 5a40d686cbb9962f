import AWSClient
import StrataModel

/// The parts of a table that have operations of their own.
struct TableSettings {
  private let call: ResourceCall
  private let name: AWSValue
  private let arn: AWSValue

  init(_ call: ResourceCall, _ name: String) {
    self.call = call
    self.name = .string(name)
    arn = .string(TableOutput.arn(call, name))
  }

  // MARK: Backups

  func backups() async throws -> PropertyValue? {
    let answer = try await call.find(
      "dynamodb", "DescribeContinuousBackups", ["TableName": name], absent: ["TableNotFoundException", "ResourceNotFoundException"])
    guard let recovery = answer?["ContinuousBackupsDescription"]?["PointInTimeRecoveryDescription"] else { return nil }
    var specification: PropertyObject = [
      "PointInTimeRecoveryEnabled": .bool(recovery["PointInTimeRecoveryStatus"]?.string == "ENABLED")
    ]
    specification["RecoveryPeriodInDays"] = recovery["RecoveryPeriodInDays"]?.propertyValue
    return .object(specification)
  }

  /// A new table answers `ContinuousBackupsUnavailableException` for about a minute.
  func putBackups() async throws {
    let specification = call.properties["PointInTimeRecoverySpecification"]
    if specification == nil, call.previous["PointInTimeRecoverySpecification"] == nil { return }
    let input: [String: AWSValue?] = [
      "TableName": name,
      "PointInTimeRecoverySpecification": AWSValue(specification ?? ["PointInTimeRecoveryEnabled": false]),
    ]
    try await call.wait(every: .seconds(2), atMost: .seconds(180), for: "The start of the table's backups") {
      do {
        try await call.send("dynamodb", "UpdateContinuousBackups", input)
        return true
      } catch let error as AWSError where error.code == "ContinuousBackupsUnavailableException" {
        return false
      }
    }
  }

  // MARK: Expiry

  func expiry() async throws -> PropertyValue? {
    let answer = try await call.find(
      "dynamodb", "DescribeTimeToLive", ["TableName": name], absent: ["ResourceNotFoundException", "ResourceNotFound"])
    guard let description = answer?["TimeToLiveDescription"] else { return nil }
    let status = description["TimeToLiveStatus"]?.string
    var specification: PropertyObject = ["Enabled": .bool(status == "ENABLED" || status == "ENABLING")]
    specification["AttributeName"] = description["AttributeName"]?.propertyValue
    return .object(specification)
  }

  /// DynamoDB refuses to switch to the state that is there, and a second switch within an hour.
  func putExpiry() async throws {
    let present = try await expiry()
    let wanted = call.properties["TimeToLiveSpecification"]
    let isEnabled = wanted?["Enabled"]?.boolValue ?? false
    if present?["Enabled"] == true, !isEnabled || present?["AttributeName"] != wanted?["AttributeName"] {
      try await switchExpiry(present?["AttributeName"], isEnabled: false)
    } else if present?["Enabled"] == true {
      return
    }
    if isEnabled { try await switchExpiry(wanted?["AttributeName"], isEnabled: true) }
  }

  private func switchExpiry(_ attribute: PropertyValue?, isEnabled: Bool) async throws {
    guard let attribute = AWSValue(attribute) else { throw ProviderFailure.invalid("TimeToLiveSpecification needs AttributeName.") }
    try await call.send(
      "dynamodb", "UpdateTimeToLive",
      ["TableName": name, "TimeToLiveSpecification": ["Enabled": .bool(isEnabled), "AttributeName": attribute]])
  }

  // MARK: Streaming to Kinesis

  func putStreaming() async throws {
    let before = call.previous["KinesisStreamSpecification"]
    let after = call.properties["KinesisStreamSpecification"]
    if let stream = AWSValue(before?["StreamArn"]), before != after {
      try await call.send("dynamodb", "DisableKinesisStreamingDestination", ["TableName": name, "StreamArn": stream])
      try await TableState(call, call.identifier).waitUntilActive()
    }
    guard let stream = AWSValue(after?["StreamArn"]), before != after else { return }
    var input: [String: AWSValue?] = ["TableName": name, "StreamArn": stream]
    if let precision = AWSValue(after?["ApproximateCreationDateTimePrecision"]) {
      input["EnableKinesisStreamingConfiguration"] = ["ApproximateCreationDateTimePrecision": precision]
    }
    try await call.send("dynamodb", "EnableKinesisStreamingDestination", input)
  }

  // MARK: Policy

  func policy() async throws -> PropertyValue? {
    let absent: Set = ["PolicyNotFoundException", "ResourceNotFoundException"]
    guard let text = try await call.find("dynamodb", "GetResourcePolicy", ["ResourceArn": arn], absent: absent)?["Policy"],
      let document = ShapeOutput.json(text)
    else { return nil }
    return ["PolicyDocument": document]
  }

  func putPolicy() async throws {
    if let policy = TableInput.policy(call.properties["ResourcePolicy"]) {
      try await call.send("dynamodb", "PutResourcePolicy", ["ResourceArn": arn, "Policy": policy])
    } else {
      try await call.send("dynamodb", "DeleteResourcePolicy", ["ResourceArn": arn])
    }
  }
}

import AWSClient
import StrataModel

/// Tables: dynamodb:CreateTable and its companions.
///
/// Expiry, backups and streaming to Kinesis have operations of their own, which an active table takes only. The destination in Kinesis is
/// written and not read.
struct TableHandler: ResourceHandler {
  static let type = "AWS::DynamoDB::Table"
  static let waits: Set<Intent.Operation> = [.create, .update, .delete]

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let name = try call.required("TableName")
    try TableInput.check(call)
    let table = try await call.send("dynamodb", "CreateTable", TableInput.creation(call))["TableDescription"]
    let settings = TableSettings(call, name)
    let hasSettings = ["KinesisStreamSpecification", "PointInTimeRecoverySpecification", "TimeToLiveSpecification"].contains {
      call.properties[$0] != nil
    }
    if hasSettings {
      try await call.complete(name) {
        try await TableState(call, name).waitUntilActive()
        try await settings.putBackups()
        try await settings.putExpiry()
        try await settings.putStreaming()
      }
    }
    // What is active already can be read at once; what is not is read when it is.
    if hasSettings || table?["TableStatus"]?.string == "ACTIVE" { return CreatedObject(name) }
    return CreatedObject(name, attributes: TableOutput.attributes(call, table))
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    guard let table = try await TableState(call, call.identifier).description() else { return nil }
    let settings = TableSettings(call, call.identifier)
    async let expiry = settings.expiry()
    async let backups = settings.backups()
    async let policy = settings.policy()
    async let tags = call.pages("dynamodb", "ListTagsOfResource", ["ResourceArn": table["TableArn"]], of: "Tags")
    var document = TableOutput.document(call, table)
    document["TimeToLiveSpecification"] = try await expiry
    document["PointInTimeRecoverySpecification"] = try await backups
    document["ResourcePolicy"] = try await policy
    document["Tags"] = call.document(["Tags": .list(try await tags)])["Tags"]
    return document
  }

  func update(_ call: ResourceCall) async throws {
    try TableInput.check(call)
    let state = TableState(call, call.identifier)
    let settings = TableSettings(call, call.identifier)
    for input in try await TableUpdates(call, state.description()).steps() {
      try await state.waitUntilActive()
      try await call.send("dynamodb", "UpdateTable", input)
    }
    let changesSettings = ["KinesisStreamSpecification", "PointInTimeRecoverySpecification", "TimeToLiveSpecification"].contains {
      call.changed.contains($0)
    }
    if changesSettings { try await state.waitUntilActive() }
    if call.changed.contains("PointInTimeRecoverySpecification") { try await settings.putBackups() }
    if call.changed.contains("TimeToLiveSpecification") { try await settings.putExpiry() }
    if call.changed.contains("KinesisStreamSpecification") { try await settings.putStreaming() }
    if call.changed.contains("ResourcePolicy") { try await settings.putPolicy() }
    let arn = AWSValue.string(TableOutput.arn(call, call.identifier))
    try await call.updateTags { tags in
      try await call.send("dynamodb", "TagResource", ["ResourceArn": arn, "Tags": .tagList(tags)])
    } remove: { keys in
      try await call.send("dynamodb", "UntagResource", ["ResourceArn": arn, "TagKeys": .strings(keys)])
    }
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await TableState(call, call.identifier).delete()
    return .started
  }

  func readiness(_ call: ResourceCall, after operation: Intent.Operation) async throws -> Readiness {
    try await TableState(call, call.identifier).readiness()
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    if let name = filter.text("TableName") { return [name] }
    return try await call.pages("dynamodb", "ListTables").compactMap(\.string)
  }
}

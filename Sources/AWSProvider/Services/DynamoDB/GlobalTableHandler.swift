import AWSClient
import StrataModel

/// Tables with replicas in other regions: dynamodb:CreateTable at home, then dynamodb:UpdateTable for each replica.
///
/// DynamoDB makes and deletes one replica at a time, and each takes minutes. Capacity is on demand; what a declaration says of provisioned
/// capacity and its scaling is refused.
struct GlobalTableHandler: ResourceHandler {
  static let type = "AWS::DynamoDB::GlobalTable"
  static let waits: Set<Intent.Operation> = [.create, .update, .delete]

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let name = try call.required("TableName")
    let replicas = GlobalTableReplicas(call, name)
    try GlobalTableInput.check(call)
    var home = call
    home.properties = GlobalTableInput.table(call.properties, in: call.placement.region)
    var input = TableInput.creation(home)
    input["Tags"] = GlobalTableInput.tags(call.properties, in: call.placement.region)
    let table = try await call.send("dynamodb", "CreateTable", input)["TableDescription"]
    try await call.complete(name) {
      try await TableState(call, name).waitUntilActive()
      try await replicas.create(replicas.wanted.filter { replicas.region($0) != call.placement.region })
      for replica in replicas.wanted { try await replicas.putSettings(replica, previous: nil) }
      try await TableSettings(call, name).putExpiry()
    }
    return try await call.described(name, by: self, known: TableOutput.attributes(call, table))
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    guard let table = try await TableState(call, call.identifier).description() else { return nil }
    var document = TableOutput.document(call, table)
    document["ProvisionedThroughput"] = nil
    document["TableClass"] = nil
    if var encryption = document["SSESpecification"]?.objectValue {
      // Keys belong to replicas.
      encryption["KMSMasterKeyId"] = nil
      document["SSESpecification"] = .object(encryption)
    }
    document["TimeToLiveSpecification"] = try await TableSettings(call, call.identifier).expiry()
    document["Replicas"] = try await GlobalTableReplicas(call, call.identifier).read(table)
    return document
  }

  func update(_ call: ResourceCall) async throws {
    try GlobalTableInput.check(call)
    let state = TableState(call, call.identifier)
    let replicas = GlobalTableReplicas(call, call.identifier)
    let table = try await state.description()
    var home = call
    home.properties = GlobalTableInput.table(call.properties, in: call.placement.region)
    home.previous = GlobalTableInput.table(call.previous, in: call.placement.region)
    home.changed = Set(Set(home.properties.keys + home.previous.keys).filter { home.properties[$0] != home.previous[$0] })
    for input in TableUpdates(home, table).steps() {
      try await state.waitUntilActive()
      try await call.send("dynamodb", "UpdateTable", input)
    }
    if call.changed.contains("Replicas") {
      try await state.waitUntilActive()
      try await replicas.update(table)
    }
    if call.changed.contains("TimeToLiveSpecification") {
      try await state.waitUntilActive()
      try await TableSettings(call, call.identifier).putExpiry()
    }
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    let state = TableState(call, call.identifier)
    let replicas = GlobalTableReplicas(call, call.identifier)
    try await replicas.delete(replicas.present(try await state.description()))
    var home = call
    home.properties = GlobalTableInput.table(call.properties, in: call.placement.region)
    try await TableState(home, call.identifier).delete()
    return .started
  }

  func readiness(_ call: ResourceCall, after operation: Intent.Operation) async throws -> Readiness {
    try await TableState(call, call.identifier).readiness()
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    try await TableHandler().list(call, matching: filter)
  }
}

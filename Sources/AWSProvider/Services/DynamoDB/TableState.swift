import AWSClient
import StrataModel

/// A table as DescribeTable shows it, and what depends on its status.
struct TableState {
  private let call: ResourceCall
  private let name: String

  init(_ call: ResourceCall, _ name: String) {
    self.call = call
    self.name = name
  }

  func description() async throws -> AWSValue? {
    try await call.find("dynamodb", "DescribeTable", ["TableName": .string(name)], absent: ["ResourceNotFoundException"])?["Table"]
  }

  /// A table is ready when it, its indexes and its replicas are; one that is not seen yet is on its way.
  func readiness() async throws -> Readiness {
    guard let table = try await description() else { return .pending(after: 1_000) }
    switch table["TableStatus"]?.string {
    case "ACTIVE":
      let parts = (table["GlobalSecondaryIndexes"]?.list ?? []) + (table["Replicas"]?.list ?? [])
      let states = parts.compactMap { ($0["IndexStatus"] ?? $0["ReplicaStatus"])?.string }
      if let failed = states.first(where: { $0.hasSuffix("FAILED") || $0.hasPrefix("INACCESSIBLE") }) {
        return .failed("A replica of the table is \(failed).")
      }
      return states.allSatisfy { $0 == "ACTIVE" } ? .ready : .pending(after: 5_000)
    case "INACCESSIBLE_ENCRYPTION_CREDENTIALS": return .failed("DynamoDB cannot use the table's key.")
    case "ARCHIVING", "ARCHIVED": return .failed("The table is archived: its key could not be used for too long.")
    default: return .pending(after: 1_000)
    }
  }

  /// An index of a large table takes long to build; what does not end in time is left to the next plan.
  func waitUntilActive() async throws {
    try await call.wait(every: .milliseconds(500), atMost: .seconds(900), for: "Another change of the table") {
      switch try await readiness() {
      case .ready, .identified: return true
      case .pending: return false
      case .failed(let reason): throw ProviderFailure.invalid(reason)
      }
    }
  }

  func delete() async throws {
    if call.liftsProtection, call.properties["DeletionProtectionEnabled"]?.boolValue == true {
      try await call.send("dynamodb", "UpdateTable", ["TableName": .string(name), "DeletionProtectionEnabled": false])
      try await waitUntilActive()
    }
    try await call.send("dynamodb", "DeleteTable", ["TableName": .string(name)])
  }
}

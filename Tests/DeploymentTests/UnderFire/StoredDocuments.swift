import Foundation
import StrataModel
import StrataPlanning

@testable import StrataDeployment

/// Real documents of every kind, made by real deployments, to damage.
struct StoredDocuments {
  /// How many inputs a test tries: some hundreds in an ordinary run, `STRATA_FUZZ_INPUTS` in a long one.
  static let inputCount = ProcessInfo.processInfo.environment["STRATA_FUZZ_INPUTS"].flatMap(Int.init) ?? 2_000
  /// Another one tries other inputs.
  static let seed = ProcessInfo.processInfo.environment["STRATA_FUZZ_SEED"].flatMap(UInt64.init) ?? 1

  var snapshots: [StateSnapshot] = []
  var entries: [JournalEntry] = []
  var plans: [Plan] = []

  static func make() async throws -> StoredDocuments {
    let world = World()
    var documents = StoredDocuments()
    documents.plans.append(try await world.plan(Sample.everyClass))
    world.cloud.onCall { $0.type == "AWS::Route53::HostedZone" ? .loseAnswer : nil }
    try await world.deploy(Sample.everyClass, run: "first")
    if let state = try await world.backend.load() { documents.snapshots.append(state) }
    world.cloud.onCall { _ in nil }
    try await world.deploy(Sample.everyClass, run: "second")
    let smaller = Sample.graph([Sample.node("net/vpc", "AWS::EC2::VPC", ["CidrBlock": "10.0.0.0/16", "EnableDnsSupport": true])])
    documents.plans.append(try await world.plan(smaller))
    try await world.deploy(smaller, run: "third")
    if let state = try await world.backend.load() { documents.snapshots.append(state) }
    documents.entries = world.backend.entries
    return documents
  }
}

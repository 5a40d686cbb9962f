import StrataDeployment
import StrataModel
import StrataPlanning

/// Proves a deployment from what was read of it: pure, so that every check can be tested without a cloud.
struct Verifier {
  /// What is recorded, with what was declared as it was sent.
  let snapshot: StateSnapshot
  /// What the program declares now; `nil` to prove only what is recorded.
  let graph: ResourceGraph?
  /// The reads.
  let observed: Observer.Result
  /// How objects do, as far as the cloud tells.
  let live: [InstanceID: LiveReading]

  /// Everything that can be proven or refuted.
  func report() -> VerificationReport {
    var checks: [VerificationReport.Check] = []
    let drift = DriftReport.make(from: snapshot, observations: observed.observations, schema: CatalogFacts())
    let drifted = Dictionary(drift.resources.map { ($0.instance, $0) }) { first, _ in first }
    let failures = Dictionary(observed.failures.compactMap { failure in failure.address.map { ($0, failure) } }) { first, _ in first }
    let records = snapshot.currentRecords
    for record in records.values where !record.isUnsupported {
      var resource = ResourceVerification(record)
      if record.isAction {
        let isProven = observed.descriptions[record.instance] != nil
        resource.add(
          .existence, isProven ? .passed : .failed,
          isProven ? "its proof holds" : failures[record.address]?.message ?? "its proof does not hold any more")
        checks += resource.checks
        continue
      }
      guard let found = observed.descriptions[record.instance]?.properties else {
        resource.add(.existence, .failed, failures[record.address]?.message ?? "the object does not exist")
        checks += resource.checks
        continue
      }
      resource.add(.existence, .passed, record.identifier ?? "found")
      resource.checkConfiguration(drifted[record.instance])
      resource.checkEncryption(found, keys: keys)
      resource.checkPublicAccess(found)
      resource.checkAlarm(found)
      resource.checkHealth(found, live[record.instance])
      checks += resource.checks
    }
    let leftOut = Dictionary(snapshot.unsupported.map { ($0.address, $0.reason) }) { first, _ in first }
    for node in graph?.resources ?? [] where records[node.address] == nil {
      let reason = leftOut[node.address]
      checks.append(
        VerificationReport.Check(
          address: node.address, type: node.type, source: node.source, aspect: .existence, outcome: reason == nil ? .failed : .skipped,
          evidence: reason.map { "left out: \($0)" } ?? "it is declared and was never deployed"))
    }
    checks.sort { ($0.address, $0.aspect.rank) < ($1.address, $1.aspect.rank) }
    return VerificationReport(environment: snapshot.environment, checks: checks)
  }

  /// The keys that were deployed along, as they were read, by what they can be named with.
  private var keys: [String: PropertyObject] {
    var keys: [String: PropertyObject] = [:]
    for record in snapshot.records.values where record.type == "AWS::KMS::Key" && record.status == .current {
      guard let found = observed.descriptions[record.instance]?.properties else { continue }
      for name in [record.identifier, found["KeyId"]?.stringValue, found["Arn"]?.stringValue].compactMap(\.self) {
        keys[KeyName(name).text] = found
      }
    }
    return keys
  }
}

/// What came of asking how an object does.
enum LiveReading: Sendable, Hashable {
  case state(LiveState)
  case failed(String)
}

/// The name of a KMS key, by which its ARN and its id are one.
struct KeyName: Hashable {
  let text: String

  init(_ name: String) {
    text = name.firstRange(of: ":key/").map { String(name[$0.upperBound...]) } ?? name
  }
}

extension VerificationReport.Aspect {
  fileprivate var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

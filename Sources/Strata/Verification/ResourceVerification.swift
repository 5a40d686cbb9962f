import StrataDeployment
import StrataModel

/// The checks of one resource while they are being made.
struct ResourceVerification {
  let record: ResourceRecord
  /// What was declared, as it was sent.
  let declared: PropertyObject
  private(set) var checks: [VerificationReport.Check] = []

  init(_ record: ResourceRecord) {
    self.record = record
    declared = record.appliedProperties
  }

  mutating func add(_ aspect: VerificationReport.Aspect, _ outcome: VerificationReport.Outcome, _ evidence: String) {
    checks.append(
      VerificationReport.Check(
        address: record.address, type: record.type, source: record.source, aspect: aspect, outcome: outcome, evidence: evidence))
  }

  /// Whether what the program says stands as it was left.
  mutating func checkConfiguration(_ drift: DriftReport.Resource?) {
    guard let drift else { return }
    if drift.changes.isEmpty {
      let unknown = drift.unknown.isEmpty ? "" : "; \(DiagnosticRenderer.count(drift.unknown.count, "value")) cannot be compared"
      add(.configuration, .passed, "as deployed" + unknown)
    } else {
      add(.configuration, .failed, "changed outside of the program: " + drift.changes.map(\.path.description).joined(separator: ", "))
    }
  }

  // MARK: Data

  /// Whether data at rest is encrypted, and with the declared key, and whether that key can be used.
  mutating func checkEncryption(_ found: PropertyObject, keys: [String: PropertyObject]) {
    guard let facts = EncryptionFacts.byType[record.type] else { return }
    let document = PropertyValue.object(found)
    if let flag = facts.flag, PropertyValue.object(declared)[flag]?.boolValue == true || facts.isFlagRequired {
      switch document[flag]?.boolValue {
      case true?: break
      case false?: return add(.encryption, .failed, "\(flag) is false")
      case nil: return add(.encryption, .skipped, "the read does not show \(flag)")
      }
    }
    let wanted = PropertyValue.object(declared)[facts.key]?.stringValue
    let actual = document[facts.key]?.stringValue
    guard let wanted else {
      return facts.flag != nil || facts.isAlwaysEncrypted
        ? add(.encryption, .passed, actual.map { "encrypted with \($0)" } ?? "encrypted with a key of AWS")
        : add(.encryption, .skipped, "no key is declared")
    }
    guard let actual else { return add(.encryption, .skipped, "the read does not show \(facts.key)") }
    guard KeyName(actual) == KeyName(wanted) || isAlias(wanted) else {
      return add(.encryption, .failed, "encrypted with \(actual) instead of \(wanted)")
    }
    if let key = keys[KeyName(actual).text], key["Enabled"]?.boolValue == false {
      return add(.encryption, .failed, "encrypted with \(actual), which is disabled: the data cannot be read")
    }
    add(.encryption, .passed, "encrypted with \(actual)")
  }

  /// An alias is not resolved: which key it leads to, its own record proves.
  private func isAlias(_ name: String) -> Bool { name.contains("alias/") }

  /// Whether nobody from outside reaches a store.
  mutating func checkPublicAccess(_ found: PropertyObject) {
    switch record.type {
    case "AWS::S3::Bucket":
      guard let block = found["PublicAccessBlockConfiguration"] else {
        return add(.publicAccess, .failed, "the bucket does not block public access")
      }
      let open = ["BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets"].filter {
        block[$0]?.boolValue != true
      }
      if open.isEmpty {
        add(.publicAccess, .passed, "all public access is blocked")
      } else {
        add(.publicAccess, .failed, "not set: \(open.joined(separator: ", "))")
      }
    case "AWS::RDS::DBInstance":
      switch found["PubliclyAccessible"]?.boolValue {
      case true?: add(.publicAccess, .failed, "the instance has a public address")
      case false?: add(.publicAccess, .passed, "the instance has no public address")
      case nil: add(.publicAccess, .skipped, "the read does not show PubliclyAccessible")
      }
    default: break
    }
  }

  // MARK: Operation

  /// Whether an alarm does something when it rings.
  mutating func checkAlarm(_ found: PropertyObject) {
    guard record.type == "AWS::CloudWatch::Alarm" || record.type == "AWS::CloudWatch::CompositeAlarm" else { return }
    let actions = found["AlarmActions"]?.arrayValue ?? []
    if found["ActionsEnabled"]?.boolValue == false {
      add(.alarm, .failed, "its actions are disabled")
    } else if !actions.isEmpty {
      add(.alarm, .passed, DiagnosticRenderer.count(actions.count, "action"))
    } else if declared["AlarmActions"] != nil {
      add(.alarm, .failed, "it has no action")
    } else {
      add(.alarm, .skipped, "it declares no action")
    }
  }

  /// Whether it works, as far as its document or the service tells.
  mutating func checkHealth(_ found: PropertyObject, _ live: LiveReading?) {
    if record.type == "AWS::KMS::Key" { return checkKey(found) }
    switch live {
    case .state(let state)?:
      switch state.condition {
      case .healthy: add(.health, .passed, state.text)
      case .unsettled: add(.health, .skipped, state.text)
      case .unhealthy: add(.health, .failed, state.text)
      }
    case .failed(let reason)?: add(.health, .skipped, "the service cannot be asked: \(reason)")
    case nil:
      if Self.typesWithHealth.contains(record.type) { add(.health, .skipped, "this cloud does not tell") }
    }
  }

  private mutating func checkKey(_ found: PropertyObject) {
    if found["Enabled"]?.boolValue == false { return add(.health, .failed, "the key is disabled") }
    guard declared["EnableKeyRotation"]?.boolValue == true else { return add(.health, .passed, "the key is enabled") }
    switch found["EnableKeyRotation"]?.boolValue {
    case true?: add(.health, .passed, "the key is enabled and rotates")
    case false?: add(.health, .failed, "the key does not rotate")
    case nil: add(.health, .skipped, "the read does not show whether the key rotates")
    }
  }

  /// Types that people mean when they ask whether a deployment is healthy.
  private static let typesWithHealth: Set<String> = [
    "AWS::ECS::Service", "AWS::ElasticLoadBalancingV2::TargetGroup", "AWS::RDS::DBInstance", "AWS::ElastiCache::ReplicationGroup",
  ]
}

import AWSClient
import StrataModel

/// What is left to do before state can lie in a place, and why it cannot lie there.
///
/// Pure: made of what was found, shown by a dry run, carried out by a ``StateBootstrapper``. Where nothing is left to do it is empty.
public struct StateBootstrap: Sendable, Hashable {
  public var steps: [BootstrapStep] = []
  /// What stands in the way, each with what to do about it.
  public var problems: [String] = []

  /// The tag that marks what was made, or adopted, for state.
  static let tag = "strata:state"
  /// How long earlier versions of objects are kept, in days.
  static let versionDays = 90
  private static let ruleID = "strata-earlier-versions"

  /// Decides.
  ///
  /// - Parameters:
  ///   - region: where the bucket shall be.
  ///   - usesTLS: whether S3 is reached over TLS; an emulator on this machine could not be reached any more if its policy wanted that.
  ///   - adopts: whether a bucket or table that serves others may be changed as a whole.
  public init(_ location: S3StateLocation, region: String, facts: BootstrapFacts, usesTLS: Bool = true, adopts: Bool) {
    let owner = location.account ?? facts.account
    switch facts.key {
    case .unconfigured, .usable: break
    case .unusable(let reason): problems.append("The KMS key \(location.key ?? "") cannot encrypt: \(reason). Name another key.")
    case .absent:
      if let key = location.key, key.hasPrefix("alias/"), !key.hasPrefix("alias/aws/") {
        steps.append(.makeKey(alias: key))
      } else {
        problems.append(
          "There is no KMS key \(location.key ?? ""). Name one that exists, or an alias such as alias/strata-state to have it made.")
      }
    }
    var arn: String?
    if case .usable(let found) = facts.key { arn = found }
    switch facts.bucket {
    case .foreign:
      problems.append(
        "The bucket \(location.bucket) belongs to another account than \(owner), or this caller may not see it. Choose another name, or use credentials of its owner."
      )
    case .absent:
      if owner != facts.account {
        problems.append(
          "The bucket \(location.bucket) shall belong to account \(owner), and the caller acts in \(facts.account). Use its credentials.")
      }
      steps.append(.makeBucket(region: region))
      var fresh = BootstrapFacts.BucketFacts(region: region)
      fresh.enforcesOwnership = true
      steps += Self.bucketSteps(location, fresh, partition: facts.partition, key: arn, usesTLS: usesTLS)
    case .present(let bucket):
      if bucket.region != region {
        problems.append(
          "The bucket \(location.bucket) is in \(bucket.region), and the environment says \(region). Correct `region:` of its state.")
      }
      let changes = Self.bucketSteps(location, bucket, partition: facts.partition, key: arn, usesTLS: usesTLS)
      if bucket.tags[Self.tag] == nil, changes.contains(where: \.concernsOthers), !adopts {
        problems.append(Self.notOurs("bucket \(location.bucket)", changes.filter(\.concernsOthers), location))
      }
      steps += changes
    }
    switch facts.table {
    case .unconfigured: break
    case .absent: steps += [.makeTable, .keepTableRestorable]
    case .present(let table):
      guard table.hasLockKey else {
        problems.append("The table \(location.lockTable ?? "") has another key than the string LockID alone. Choose another table.")
        break
      }
      var changes: [BootstrapStep] = []
      if !table.isProtected { changes.append(.protectTable) }
      if !table.isRestorable { changes.append(.keepTableRestorable) }
      if table.tags[Self.tag] == nil {
        if !changes.isEmpty, !adopts { problems.append(Self.notOurs("table \(location.lockTable ?? "")", changes, location)) }
        changes.append(.tagTable(arn: table.arn))
      }
      steps += changes
    }
  }

  private static func notOurs(_ subject: String, _ changes: [BootstrapStep], _ location: S3StateLocation) -> String {
    "The \(subject) was not made for state, and adopting it would change it for all who use it: "
      + changes.map { $0.text(location) }.joined(separator: "; ") + ". Add --adopt if that is meant, or choose another one."
  }

  private static func bucketSteps(
    _ location: S3StateLocation, _ bucket: BootstrapFacts.BucketFacts, partition: String, key: String?, usesTLS: Bool
  ) -> [BootstrapStep] {
    var steps: [BootstrapStep] = []
    if !bucket.blocksPublicAccess { steps.append(.blockPublicAccess) }
    if !bucket.enforcesOwnership { steps.append(.enforceOwnership) }
    if !bucket.isVersioned { steps.append(.turnVersioningOn) }
    let isEncrypted =
      bucket.encryption?.algorithm == "aws:kms"
      && (location.key == nil || [key, location.key].contains(bucket.encryption?.key) && bucket.encryption?.key != nil)
    if !isEncrypted { steps.append(.encryptByDefault) }
    if let policy = BucketPolicy.adding(to: bucket.policy, bucket: location.bucket, partition: partition, requiresTLS: usesTLS) {
      steps.append(.putPolicy(policy))
    }
    let rule = lifecycleRule(location)
    if !bucket.lifecycleRules.contains(where: { $0["ID"]?.string == ruleID && $0["Status"]?.string == "Enabled" }) {
      steps.append(.putLifecycle(bucket.lifecycleRules.filter { $0["ID"]?.string != ruleID } + [rule]))
    }
    if bucket.tags[tag] == nil { steps.append(.tagBucket(bucket.tags.merging([tag: "true"]) { old, _ in old })) }
    return steps
  }

  private static func lifecycleRule(_ location: S3StateLocation) -> AWSValue {
    [
      "ID": .string(ruleID), "Status": "Enabled", "Filter": ["Prefix": .string(location.prefix.isEmpty ? "" : location.prefix + "/")],
      "NoncurrentVersionExpiration": ["NoncurrentDays": .integer(versionDays)], "Expiration": ["ExpiredObjectDeleteMarker": true],
      "AbortIncompleteMultipartUpload": ["DaysAfterInitiation": 7],
    ]
  }
}

extension BootstrapStep {
  /// Whether others who use the bucket notice it.
  fileprivate var concernsOthers: Bool {
    switch self {
    case .tagBucket, .putLifecycle: false
    default: true
    }
  }
}

import ResourceCatalog
import StrataModel

/// What to do about a violation: AWS's reason where a document commonly asks for what AWS does not offer, else the value that was probably meant.
enum SchemaRemedies {
  static func remedy(for violation: RuleViolation, at path: PropertyPath, of type: String) -> String? {
    for known in reasons where known.type == type && path.description == known.path { return known.remedy }
    guard let first = violation.replacements.first, !violation.message.contains("did you mean") else { return nil }
    return violation.replacements.count == 1 ? "write '\(first)'" : "the nearest are " + list(violation.replacements)
  }

  private static func list(_ texts: [String]) -> String { texts.prefix(3).map { "'\($0)'" }.joined(separator: ", ") }

  /// Sources: KMS RotateKeyOnDemand, CloudWatch Logs PutRetentionPolicy, S3 user guide "Configuring MFA delete" and "Object Lock".
  private static let reasons: [(type: String, path: String, remedy: String)] = [
    (
      "AWS::KMS::Key", "RotationPeriodInDays",
      "AWS rotates keys every 90 to 2560 days; 30 is the most that PendingWindowInDays takes, which may be what is meant"
    ),
    (
      "AWS::Logs::LogGroup", "RetentionInDays",
      "log groups keep events for a fixed list of days only; seven years are 2557, ten years 3653"
    ),
    ("AWS::S3::Bucket", "VersioningConfiguration.MFADelete", mfaDelete),
    ("AWS::S3::Bucket", "VersioningConfiguration.MfaDelete", mfaDelete),
  ]

  private static let mfaDelete =
    "only the root user with its MFA device can set MFA delete, and never together with a lifecycle; use Object Lock instead"
}

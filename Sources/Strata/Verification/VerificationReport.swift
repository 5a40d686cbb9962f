import StrataModel

/// What was proven of a deployment by reading it back, check by check.
struct VerificationReport: Sendable, Hashable {
  /// What a check is about.
  enum Aspect: String, Sendable, Hashable, CaseIterable {
    /// Whether the object is there.
    case existence
    /// Whether it is as it was deployed.
    case configuration
    /// Whether data is encrypted, and with the declared key.
    case encryption
    /// Whether nobody from outside reaches data.
    case publicAccess = "public-access"
    /// Whether an alarm tells somebody.
    case alarm
    /// Whether it works.
    case health
  }

  enum Outcome: String, Sendable, Hashable, CaseIterable {
    case passed
    case failed
    /// Could be neither proven nor refuted.
    case skipped
  }

  /// One thing that was to be proven of one resource.
  struct Check: Sendable, Hashable {
    var address: ResourceAddress
    var type: String
    var source: SourceLocation
    var aspect: Aspect
    var outcome: Outcome
    /// What was seen, in a few words without a full stop.
    var evidence: String
  }

  var environment: String
  /// Ascending by address, and in the order of the aspects.
  var checks: [Check]

  var failed: [Check] { checks.filter { $0.outcome == .failed } }

  /// Whether nothing was refuted.
  var isProven: Bool { !checks.contains { $0.outcome == .failed } }

  func count(_ outcome: Outcome) -> Int { checks.count { $0.outcome == outcome } }
}

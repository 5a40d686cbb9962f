import Strata

extension KMSEverywhere {
  /// What could differ between environments.
  ///
  /// 1.17 "Ensure uniform security controls across all environments": encryption is none of it.
  struct Settings: Sendable {
    /// What all names begin with: `kms-baseline`.
    var prefix: String

    /// The letters of the zones.
    var zones = ["a", "b"]

    /// Who hears of alarms and reviews.
    var security: String

    static let baseline = Settings(prefix: "kms-baseline", security: "security@example.com")

    /// The trail, database and function are named before they exist: a key's policy cannot refer to what refers to the key.
    var trail: String { "\(prefix)-trail" }
    var database: String { "\(prefix)-main" }
    var notifier: String { "\(prefix)-notifier" }

    /// A bucket's name: bucket names are unique in all of AWS, so they end in the account.
    func bucket(_ purpose: String) -> String { "\(prefix)-\(purpose)-\(AWS.accountId)" }
  }
}

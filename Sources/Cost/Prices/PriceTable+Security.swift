import StrataModel

extension PriceTable {
  private static let kms = "https://aws.amazon.com/kms/pricing/"
  private static let secrets = "https://aws.amazon.com/secrets-manager/pricing/"
  private static let waf = "https://aws.amazon.com/waf/pricing/"
  private static let guardDuty = "https://aws.amazon.com/guardduty/pricing/"
  private static let securityHub = "https://aws.amazon.com/security-hub/pricing/"
  private static let macie = "https://aws.amazon.com/macie/pricing/"
  private static let analyzer = "https://aws.amazon.com/iam/access-analyzer/pricing/"
  private static let cognito = "https://aws.amazon.com/cognito/pricing/"
  private static let firewallManager = "https://aws.amazon.com/firewall-manager/pricing/"

  /// Keys, secrets, identities, and what watches over them.
  static let securityPrices: [Price] = [
    Price("kms.key", 1, "key-month", source: kms),
    Price("kms.rotation", 1, "rotation-month", effective: "2024-04", source: kms),
    Price("kms.requests", 0.03, per: 10_000, "request", source: kms),
    Price("secrets.secret", 0.40, "secret-month", source: secrets),
    Price("secrets.requests", 0.05, per: 10_000, "request", source: secrets),
    Price("waf.acl", 5, "ACL-month", source: waf),
    Price("waf.rule", 1, "rule-month", source: waf),
    Price("waf.requests", 0.60, per: 1_000_000, "request", source: waf),
    Price("guardduty.events", 4, per: 1_000_000, "event", source: guardDuty),
    Price("guardduty.logs", 1, "GB", source: guardDuty),
    Price("guardduty.s3-events", 0.80, per: 1_000_000, "event", source: guardDuty),
    Price("guardduty.runtime", 1.50, "vCPU-month", source: guardDuty),
    Price("security-hub.checks", 0.001, "check", source: securityHub),
    Price("macie.buckets", 0.10, "bucket-month", source: macie),
    Price("macie.inspected", 1, "GB", source: macie),
    Price("access-analyzer.roles", 0.20, "role-month", source: analyzer),
    Price("cognito.essentials", 0.015, "user", effective: "2024-11", source: cognito),
    Price("cognito.plus", 0.02, "user", effective: "2024-11", source: cognito),
    Price("firewall-manager.policy", 100, "policy-month", source: firewallManager),
  ]
}

import Strata

extension Financial {
  /// The document's "Future Enhancements", each of which deploys.
  enum Enhancement: String, Sendable, CaseIterable {
    /// 4.33 "Transit Gateway: For simplified connectivity between VPCs and on-premises networks".
    case transitGateway
    /// 4.34 "PrivateLink: For secure access to AWS services without traversing the public internet".
    case privateLink
    /// 4.35 "WAF & Shield: For enhanced protection of public-facing applications", the first of the two.
    case webFirewall
    /// 4.35 The second: a subscription to Shield Advanced costs $3,000 a month for a year, and no resource type makes it. Never on by default.
    case shieldAdvanced
    /// 4.36 "AWS Control Tower: For streamlined multi-account management". It brings a trail and recorders of its own and does not bear others
    /// beside them, so it stands in the place of ours (4.3, 4.5).
    case controlTower
    /// 4.37 "AWS Firewall Manager: For centralized management of security rules".
    case firewallManager
    /// 4.38 "AWS Network Firewall: For enhanced network security filtering".
    case networkFirewall
    /// 4.39 "AWS IAM Identity Center: For simplified access management".
    case identityCenter
    /// 4.40 "AWS Secrets Manager: For enhanced secrets rotation and management": each 30 days instead of 90, the cache's token too, and secrets
    /// also in the recovery region.
    case secretsManager

    /// All that cost no subscription and exclude nothing else.
    static let usual = Set(allCases).subtracting([.shieldAdvanced, .controlTower])
  }
}

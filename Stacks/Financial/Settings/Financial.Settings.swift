import Strata

extension Financial {
  /// What may differ between deployments of the whole.
  struct Settings: Sendable {
    /// The seven accounts; `nil` for the first deployment, which makes them.
    var accounts: Accounts?

    /// Where everything lives that has no other place.
    var region: Region = .usEast1

    /// Where copies and second sites live.
    var recoveryRegion: Region = .usWest2

    /// The strategy for production; the other workloads are rebuilt from their backups.
    var recovery: DisasterRecovery = .warmStandby

    var enhancements: Set<Enhancement> = []

    /// The domain of production, which the document does not name; the others are below it.
    var domain = "financial.example.com"

    /// Where AWS writes to the accounts' owners: each account has an address of its own below it.
    var mailDomain = "financial.example.com"

    /// Where the pipeline finds its source: owner and name.
    var repository = "financial/platform"

    /// Whether servers start from the hardened image, or from Amazon's own.
    ///
    /// The first build of the hardened image takes 20 to 60 minutes and is no part of a deployment.
    var usesHardenedImage = false

    /// The other end of the VPN, for ``Enhancement/transitGateway``: a documentation address (RFC 5737) until there is one.
    var onPremises = OnPremises(address: "203.0.113.10", number: 65_010, range: "172.16.0.0/12")

    /// The instance of IAM Identity Center, for ``Enhancement/identityCenter``: it is switched on in the console of the management account, and
    /// the one resource type for it makes instances of single accounts.
    var identityCenter = IdentityCenter(instance: "arn:aws:sso:::instance/ssoins-1234567890abcdef", store: "d-1234567890")

    /// The other end of a VPN.
    struct OnPremises: Sendable {
      var address: String
      /// The number of the autonomous system.
      var number: Int
      var range: CIDR
      /// The transit gateway's attachment of the VPN, as AWS shows it once the connection is there: `tgw-attach-` and digits.
      var attachment: String?
    }

    /// An instance of IAM Identity Center and its store of identities.
    struct IdentityCenter: Sendable {
      var instance: String
      var store: String
    }

    /// The names of accounts in mail addresses: each account's address must be unique in all of AWS.
    func mail(_ account: String) -> String { "aws+\(account)@\(mailDomain)" }

    /// Whom alarms are sent to.
    var operations: String { "security-operations@\(mailDomain)" }

    func has(_ enhancement: Enhancement) -> Bool { enhancements.contains(enhancement) }

    /// The name of the organization's trail: key and bucket name it before it exists.
    var trail: String { "financial-organization" }

    /// The parameter that holds the id of the hardened image.
    var imageParameter: String { "/financial/images/hardened" }

    /// What servers start from: the hardened image, which its pipeline makes after the deployment and a launch template reads by itself, or the
    /// latest of AWS, which stays the same until a deployment refreshes it.
    var image: any Input<String> {
      usesHardenedImage ? "resolve:ssm:\(imageParameter)" : Lookup.latestImage()
    }

    /// The three environments of "Environment-Specific Configurations".
    func workloads(in accounts: Accounts) -> [Workload] {
      [
        Workload(
          name: "development", account: accounts.development, range: "10.10.0.0/16", domain: "development.\(domain)",
          instanceType: "t3.small", capacity: 2...3, databaseClass: "db.t4g.medium", databaseStorage: 20,
          cacheNodeType: "cache.t4g.small", recoveryRange: "10.110.0.0/16"),
        Workload(
          name: "testing", account: accounts.testing, range: "10.20.0.0/16", domain: "testing.\(domain)", instanceType: "t3.medium",
          capacity: 2...4, databaseClass: "db.t4g.large", databaseStorage: 50, cacheNodeType: "cache.t4g.medium",
          recoveryRange: "10.120.0.0/16"),
        Workload(
          name: "production", account: accounts.production, range: "10.30.0.0/16", domain: domain, instanceType: "m6i.large",
          capacity: 3...12, databaseClass: "db.m6g.large", databaseStorage: 200, cacheNodeType: "cache.m6g.large", isProduction: true,
          recovery: recovery, recoveryRange: "10.130.0.0/16"),
      ]
    }
  }
}

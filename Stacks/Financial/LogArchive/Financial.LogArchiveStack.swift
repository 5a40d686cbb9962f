import Strata

extension Financial {
  /// "Log Archive Account - Centralized logging account for all audit logs".
  ///
  /// Key and buckets come before everything that writes here, so their policies name accounts, trail and patterns, never a resource that refers to
  /// them.
  @Stack final class LogArchiveStack {
    let settings: Settings
    let accounts: Accounts
    let organization: OrganizationStack

    lazy var key = EncryptedKey(
      "key", alias: "financial-log-archive", description: "Financial: logs of all accounts",
      uses: [
        .organizationTrail(named: settings.trail, in: accounts.management), .logDelivery(from: accounts.workloads),
        .guardDutyFindings(of: accounts.security), .objects(ofAccounts: accounts.all), configuration, .logGroups("/financial/*"),
      ], deniesOtherAccounts: true, admittedAccounts: accounts.all)

    // 4.4 "S3::Bucket Object Lock, BucketPolicy for org trail with aws:SourceOrgID": the trail, flow logs and findings, for seven years. PCI-DSS
    // asks for one year, the law on bookkeeping in many countries for seven and more.
    lazy var audit = AuditBucket(
      "audit", name: bucket("audit"), key: key, retention: .years(7),
      writers: [
        .organizationTrail(named: settings.trail, in: accounts.management, of: organization.organization.id),
        .flowLogs(of: accounts.workloads), .guardDutyFindings(of: accounts.security),
      ])

    // AWS Config cannot deliver to a bucket with a default Object Lock retention: versions stand in for it.
    lazy var configurations = EncryptedBucket(
      "configurations", name: bucket("configurations"), key: key, oldVersionDays: Retention.sevenYears.days,
      writers: [.configuration(of: accounts.all)]
    ).tagged(["Purpose": "configuration-history", "RetentionDays": "\(Retention.sevenYears.days)"])

    // Load balancers deliver only to buckets with S3's own keys, and only in their own region.
    lazy var loadBalancerLogs = LoadBalancerLogBucket(
      "load-balancer-logs", name: bucket("alb-logs"), writers: [.loadBalancers(of: accounts.workloads)])

    lazy var recoveryLoadBalancerLogs = LoadBalancerLogBucket(
      "recovery-load-balancer-logs", name: bucket("alb-logs-recovery"), writers: [.loadBalancers(of: [accounts.production])]
    ).placed(in: settings.recoveryRegion)

    var body: some Infrastructure {
      Output("audit-bucket", audit.bucket.bucketName)
    }

    private func bucket(_ purpose: String) -> String { "financial-\(purpose)-\(accounts.logArchive)" }

    /// AWS Config in each account, through its own service principal.
    private var configuration: KeyUse {
      KeyUse(
        Allow("kms:Decrypt", "kms:GenerateDataKey*", on: "*", id: "Configurations").to(.service("config"))
          .when(accounts.all.map { .equals("aws:SourceAccount", $0) }))
    }
  }
}

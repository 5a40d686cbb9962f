import Strata

extension Financial {
  /// One of the document's environments, "dev, staging, prod", which are its accounts Development, Testing and Production.
  struct Workload: Sendable {
    /// The environment in names and addresses: `production`.
    var name: String
    var account: Account
    var range: CIDR
    var domain: String
    var instanceType: String
    var capacity: ClosedRange<Int>
    var databaseClass: String
    var databaseStorage: Int
    var cacheNodeType: String

    /// "Higher resource allocations and stricter security": data that cannot be deleted by mistake, a bastion without which nobody gets in.
    var isProduction = false

    /// What happens when the region is lost.
    var recovery: DisasterRecovery = .backupAndRestore

    /// The block of addresses of the network in the recovery region.
    var recoveryRange: CIDR
  }

  /// A workload in one of its regions.
  struct Site: Sendable {
    var workload: Workload
    var region: Region
    var isRecovery = false

    /// What the addresses of the site's stacks begin with.
    var id: String { isRecovery ? "\(workload.name)-recovery" : workload.name }

    /// What the names of the site's objects begin with.
    var prefix: String { "financial-\(id)" }

    var range: CIDR { isRecovery ? workload.recoveryRange : workload.range }
    var capacity: ClosedRange<Int> { isRecovery ? workload.recovery.capacity(of: workload.capacity) : workload.capacity }

    /// "Load Balancer (AZ1), Load Balancer (AZ2)": two zones.
    var zones: [String] { ["a", "b"].map { "\(region)\($0)" } }

    /// A log group's name, which the site's key covers.
    func logGroup(_ purpose: String) -> String { "/financial/\(id)/\(purpose)" }

    /// A bucket's name: bucket names are unique in all of AWS, so they end in the account.
    func bucket(_ purpose: String) -> String { "\(prefix)-\(purpose)-\(workload.account)" }
  }
}

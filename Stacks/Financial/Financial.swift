import Strata

/// Financial services: seven accounts, three workloads, and what guards them.
///
/// Source: "AWS Infrastructure Architecture". Comments in the stacks quote it, with the row of the requirements list that they meet; where AWS
/// refuses what it asks for, they say what stands there instead, and why.
@InfrastructureBuilder
func financial(_ settings: Financial.Settings) -> Group {
  let organization = Financial.OrganizationStack(settings: settings)
  organization
  // The first deployment makes the accounts; with their numbers in the settings, the second deploys into them.
  if let accounts = settings.accounts { Financial.accounts(settings, accounts, organization) }
}

/// The name space of the system's own types, and the order of its stacks.
package enum Financial {
  /// 4.32 "State storage setup in S3 with DynamoDB locking", in the management account: `deploy init financial --target aws` makes it.
  static func state(of accounts: Accounts) -> StateStore {
    .s3(bucket: "financial-state-\(accounts.management)", key: "alias/financial-state", lock: .dynamoDB(table: "financial-locks"))
  }

  /// 4.32 "Base networking components, Security groups and IAM roles, Database and storage resources, Application and compute resources, Monitoring
  /// and logging components": the order follows from what refers to what, and is this one.
  @InfrastructureBuilder
  static func accounts(_ settings: Settings, _ accounts: Accounts, _ organization: OrganizationStack) -> Group {
    let archive = LogArchiveStack(settings: settings, accounts: accounts, organization: organization)
    let baseline = { (name: String, account: Account, holdsData: Bool) in
      AccountBaselineStack("baseline-\(name)", settings: settings, archive: archive, holdsData: holdsData).placed(in: account)
    }
    let management = baseline("management", accounts.management, false)
    let security = baseline("security", accounts.security, false)
    let shared = baseline("shared-services", accounts.sharedServices, false)
    let members =
      [baseline("log-archive", accounts.logArchive, true), shared]
      + zip(["development", "testing", "production"], accounts.workloads).map { baseline($0, $1, true) }

    archive.placed(in: accounts.logArchive)
    management
    security
    members
    if settings.has(.controlTower) {
      ControlTowerStack(settings: settings, accounts: accounts, organization: organization).placed(in: accounts.management)
    } else {
      AuditStack(settings: settings, archive: archive, baseline: management).placed(in: accounts.management)
        .after(organization.trustedAccess)
    }
    SecurityServicesStack(
      settings: settings, accounts: accounts, archive: archive, baseline: security, members: members, management: management
    ).placed(in: accounts.security).after(organization.delegations)

    ObservabilityStack(accounts: accounts, organization: organization).placed(in: accounts.sharedServices)
    ImageStack(settings: settings, accounts: accounts, baseline: shared).placed(in: accounts.sharedServices)
    PipelineStack(settings: settings, accounts: accounts, baseline: shared).placed(in: accounts.sharedServices)

    let workloads = Self.workloads(settings, accounts, archive)
    for (workload, baseline) in zip(workloads, members.dropFirst(2)) {
      workload.group.tagged(["Environment": "\(workload.name)"])
      if let recorder = baseline.recorder {
        ComplianceStack("compliance-\(workload.name)", recorder: recorder).placed(in: workload.account)
      }
    }

    if settings.has(.transitGateway) {
      TransitStack(settings: settings, organization: organization, networks: workloads.map(\.network)).placed(in: accounts.sharedServices)
    }
    if settings.has(.firewallManager) {
      FirewallManagerStack(organization: organization, baseline: security).placed(in: accounts.security)
        .after(members, organization.firewallDelegation)
    }
    if settings.has(.identityCenter) {
      IdentityCenterStack(settings: settings, accounts: accounts).placed(in: accounts.management)
    }
  }
}

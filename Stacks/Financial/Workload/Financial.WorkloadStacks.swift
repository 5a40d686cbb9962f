import Strata

extension Financial {
  /// The stacks of one workload in all its regions.
  struct WorkloadStacks {
    var name: String
    var account: Account
    var network: NetworkStack
    var domain: DomainStack
    var group: Group
  }

  /// The stacks of all workloads; the domains of the others lie below production's.
  static func workloads(_ settings: Settings, _ accounts: Accounts, _ archive: LogArchiveStack) -> [WorkloadStacks] {
    let all = settings.workloads(in: accounts)
    let parent = all.last.map { DomainStack("\($0.name)-domain", workload: $0, parent: nil).placed(in: $0.account) }
    return all.compactMap { workload in
      guard let parent else { return nil }
      let domain =
        workload.isProduction
        ? parent : DomainStack("\(workload.name)-domain", workload: workload, parent: parent).placed(in: workload.account)
      return stacks(of: workload, settings, accounts, archive, domain)
    }
  }

  private static func stacks(
    of workload: Workload, _ settings: Settings, _ accounts: Accounts, _ archive: LogArchiveStack, _ domain: DomainStack
  ) -> WorkloadStacks {
    let site = Site(workload: workload, region: settings.region)
    let network = NetworkStack("\(site.id)-network", settings: settings, site: site).placed(in: workload.account)
    let security = SecurityStack("\(site.id)-security", settings: settings, site: site, network: network, archive: archive)
      .placed(in: workload.account)
    let second =
      workload.isProduction && workload.recovery >= .pilotLight ? secondSite(of: workload, settings, archive, security) : nil
    let vault =
      workload.isProduction
      ? VaultStack("\(site.id)-vault", site: site).placed(in: settings.recoveryRegion, of: workload.account) : nil
    let data = DataStack(
      "\(site.id)-data", settings: settings, site: site, network: network, security: security, vault: vault, recovery: second?.security
    ).placed(in: workload.account).tagged(purpose)
    let compute = ComputeStack(
      "\(site.id)-compute", settings: settings, site: site, network: network, security: security, stores: data.stores, archive: archive,
      domain: domain
    ).placed(in: workload.account)

    let group = Group {
      domain
      network
      security
      vault
      data
      compute
      MonitoringStack(
        "\(site.id)-monitoring", site: site, network: network, security: security, compute: compute, stores: data.stores
      ).placed(in: workload.account)
      BackupStack("\(site.id)-backup", site: site, security: security, data: data, vault: vault).placed(in: workload.account)
      enhancements(settings, accounts, site, network, security, compute)
      if let second {
        recovery(settings, accounts, archive, domain, second, data, compute)
      } else {
        TrafficStack("\(workload.name)-traffic", workload: workload, domain: domain, primary: compute, recovery: nil)
          .placed(in: workload.account)
      }
    }
    return WorkloadStacks(name: workload.name, account: workload.account, network: network, domain: domain, group: group)
  }

  /// 4.27 "Data minimization and purpose limitation": what the data is and what it is for.
  ///
  /// Pseudonymization, "Data encryption and
  /// pseudonymization", is the application's work before it stores anything: no resource can do it.
  private static let purpose: Tags = ["DataClassification": "personal", "Purpose": "payments", "RetentionDays": "2557"]

  // MARK: The second region

  private struct SecondSite {
    var site: Site
    var network: NetworkStack
    var security: SecurityStack
  }

  private static func secondSite(
    of workload: Workload, _ settings: Settings, _ archive: LogArchiveStack, _ primary: SecurityStack
  ) -> SecondSite {
    let site = Site(workload: workload, region: settings.recoveryRegion, isRecovery: true)
    let network = NetworkStack("\(site.id)-network", settings: settings, site: site).placed(in: site.region, of: workload.account)
    let security = SecurityStack(
      "\(site.id)-security", settings: settings, site: site, network: network, archive: archive, primary: primary
    ).placed(in: site.region, of: workload.account)
    return SecondSite(site: site, network: network, security: security)
  }

  @InfrastructureBuilder
  private static func recovery(
    _ settings: Settings, _ accounts: Accounts, _ archive: LogArchiveStack, _ domain: DomainStack, _ second: SecondSite,
    _ primary: DataStack, _ primaryCompute: ComputeStack
  ) -> Group {
    let (site, account) = (second.site, second.site.workload.account)
    let data = RecoveryDataStack(
      "\(site.id)-data", settings: settings, site: site, network: second.network, security: second.security, primary: primary
    ).placed(in: site.region, of: account).tagged(purpose)
    let compute = ComputeStack(
      "\(site.id)-compute", settings: settings, site: site, network: second.network, security: second.security, stores: data.stores,
      archive: archive, domain: domain
    ).placed(in: site.region, of: account)
    second.network
    second.security
    data
    compute
    MonitoringStack(
      "\(site.id)-monitoring", site: site, network: second.network, security: second.security, compute: compute, stores: data.stores
    ).placed(in: site.region, of: account)
    Group { enhancements(settings, accounts, site, second.network, second.security, compute) }
    TrafficStack(
      "\(site.workload.name)-traffic", workload: site.workload, domain: domain, primary: primaryCompute, recovery: compute
    ).placed(in: account)
  }

  // MARK: Future enhancements of a site

  @InfrastructureBuilder
  private static func enhancements(
    _ settings: Settings, _ accounts: Accounts, _ site: Site, _ network: NetworkStack, _ security: SecurityStack, _ compute: ComputeStack
  ) -> Group {
    let account = site.workload.account
    if settings.has(.privateLink) {
      PrivateLinkStack("\(site.id)-private-link", accounts: accounts, network: network, compute: compute)
        .placed(in: site.region, of: account)
    }
    if settings.has(.webFirewall) {
      FirewallStack("\(site.id)-firewall", settings: settings, site: site, security: security, compute: compute)
        .placed(in: site.region, of: account)
    }
    if network.isInspected {
      InspectionStack("\(site.id)-inspection", network: network, security: security, site: site).placed(in: site.region, of: account)
    }
  }
}

import Strata

extension Financial {
  /// Where a workload is found: its zone, and the way there from production's.
  @Stack final class DomainStack {
    let id: String
    let workload: Workload
    /// The stack of production's domain, for the domains below it.
    let parent: DomainStack?

    lazy var zone = Route53.HostedZone("zone", name: workload.domain)

    var body: some Infrastructure {
      if let parent {
        Route53.RecordSet(
          "delegation", name: workload.domain, type: "NS", hostedZoneId: parent.zone, resourceRecords: .all(of: zone.nameServers),
          ttl: "300"
        ).placed(in: parent.workload.account)
      }

      Output("name-servers", .all(of: zone.nameServers))
    }
  }
}

import Strata

extension Financial {
  /// Which of a workload's sites answers.
  ///
  /// 4.30 Warm standby: the second when the first is not healthy. 4.31 Multi-region: whichever is nearer, as long as it is healthy. Otherwise the
  /// first, and a person decides.
  @Stack final class TrafficStack {
    let id: String
    let workload: Workload
    let domain: DomainStack
    let primary: ComputeStack
    let recovery: ComputeStack?

    lazy var healthCheck =
      isRouted
      ? Route53.HealthCheck(
        "health",
        healthCheckConfig: .init(
          type: .https, enableSni: true, failureThreshold: 3, fullyQualifiedDomainName: primary.balancer.loadBalancer.dnsName, port: 443,
          requestInterval: 30, resourcePath: "/health")) : nil

    var body: some Infrastructure {
      record("primary", to: primary, failover: "PRIMARY", healthCheck: healthCheck)
      if isRouted, let recovery { record("recovery", to: recovery, failover: "SECONDARY", healthCheck: nil) }

      Output("url", "https://\(workload.domain)")
    }

    /// Whether DNS chooses between two sites.
    private var isRouted: Bool { recovery != nil && workload.recovery >= .warmStandby }

    private func record(
      _ id: String, to compute: ComputeStack, failover: String, healthCheck: Route53.HealthCheck?
    ) -> Route53.RecordSet {
      let balancer = compute.balancer.loadBalancer
      let usesLatency = workload.recovery == .multiRegion
      return Route53.RecordSet(
        id, name: workload.domain, type: "A",
        aliasTarget: .init(
          dnsName: balancer.dnsName, hostedZoneId: .existing(balancer.canonicalHostedZoneId), evaluateTargetHealth: true),
        failover: isRouted && !usesLatency ? failover : nil, healthCheckId: healthCheck, hostedZoneId: domain.zone,
        region: isRouted && usesLatency ? compute.site.region : nil, setIdentifier: isRouted ? compute.site.id : nil)
    }
  }
}

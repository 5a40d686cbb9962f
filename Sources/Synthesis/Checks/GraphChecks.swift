/// All checks over several properties or resources, by domain.
enum GraphChecks {
  static let all: [any GraphCheck] = [
    // Identity
    PolicySizes(), InlinePolicySize(), RoleTrust(),
    // Encryption
    KeyAdministration(), KeyAccess(),
    // Networking
    SubnetRanges(), AvailabilityZones(), VPCEndpoints(), AccessListRules(), LoadBalancerLogs(),
    // Compute
    ServiceContainers(), TaskDefinitions(), ScaledServices(), Functions(),
    // Data
    TableKeys(), DatabaseReplicas(), CacheSecurity(), BucketProtection(), BackupLifecycles(),
    // Users
    UserPools(), UserPoolClients(),
    // Edge
    Distributions(), WebFirewalls(), DeliverySources(), RecordNames(),
    // Observability
    TrailDelivery(), MetricFilters(), AlarmRegions(), DashboardBodies(), Remediations(),
    // Quotas
    ResourceQuotas(), SingletonTypes(), TagCounts(), ServiceControlPolicies(),
    // Placement
    RegionAgreement(), AccountAgreement(), NameCollisions(),
  ]

  /// The checks that a program gives reason for.
  static func checks(for program: ProgramIndex) -> [any GraphCheck] {
    all.filter { check in check.types.contains { $0 == "*" || program.indicesByType[$0] != nil } }
  }
}

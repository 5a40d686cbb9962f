/// The table of all rules.
enum CloudRules {
  static let all: [any CloudRule] = [
    PolicyPrincipalRule(), RoleTrustRule(), KeyRotationRule(), KeyLockoutRule(), AliasRule(), ReplicaKeyRule(), KeyPolicyCoverageRule(),
    TrailBucketRule(), TrailLogsRule(), LogFilterRule(), DeliverySourceRule(), ObjectLockRule(), ConfigRecorderRule(), StandardRule(),
    UserPoolTierRule(), UserPoolMessagesRule(), UserPoolClientFlowRule(), RefreshTokenRule(), WebACLScopeRule(), WebACLAssociationRule(),
    WebACLLoggingRule(), ViewerCertificateRule(), DistributionWebACLRule(), SubnetRangeRule(), NatGatewayRule(), RouteTargetRule(),
    GatewayDetachRule(), SameNetworkRule(), EndpointDomainNameRule(), RegionalQuotaRule(), LoadBalancerZonesRule(),
    ListenerCertificateRule(),
    ServiceTargetGroupRule(), ReplicaSourceRule(), SubnetGroupZonesRule(), AuthTokenRule(), RecordNameRule(), CompositeAlarmRule(),
  ]

  static func rules(of type: String) -> [any CloudRule] { table[type] ?? [] }

  private static let table: [String: [any CloudRule]] = {
    var table: [String: [any CloudRule]] = [:]
    for rule in all { for type in rule.types { table[type, default: []].append(rule) } }
    return table
  }()
}

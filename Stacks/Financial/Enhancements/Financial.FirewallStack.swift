import Strata

extension Financial {
  /// 4.35 "WAF & Shield: For enhanced protection of public-facing applications".
  @Stack final class FirewallStack {
    let id: String
    let settings: Settings
    let site: Site
    let security: SecurityStack
    let compute: ComputeStack

    lazy var logs = EncryptedLogGroup("logs", name: "aws-waf-logs-\(site.prefix)", key: security.key, retention: .years(1))
    lazy var firewall = WebFirewall("firewall", name: site.prefix, scope: .regional, logs: logs)

    var body: some Infrastructure {
      WAFv2.WebACLAssociation("association", resourceArn: compute.balancer.loadBalancer.loadBalancerArn, webAclArn: firewall)
      // Needs a subscription to Shield Advanced, which no resource type makes: $3,000 a month, for a year.
      if settings.has(.shieldAdvanced) {
        Shield.Protection("shield", name: site.prefix, resourceArn: compute.balancer.loadBalancer.loadBalancerArn)
      }
    }
  }
}

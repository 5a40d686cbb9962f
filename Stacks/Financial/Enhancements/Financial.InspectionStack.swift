import Strata

extension Financial {
  /// 4.38 "AWS Network Firewall: For enhanced network security filtering".
  @Stack final class InspectionStack {
    let id: String
    let network: NetworkStack
    let security: SecurityStack
    let site: Site

    lazy var inspection = InspectedInternet(
      "inspection", name: site.prefix, network: network.network, key: security.key, logGroup: site.logGroup("firewall"),
      allowedDomains: [".\(site.workload.domain)"])
  }
}

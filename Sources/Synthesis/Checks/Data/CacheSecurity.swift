import StrataLanguage
import StrataModel

/// A token needs encrypted connections; failover needs a second node.
struct CacheSecurity: GraphCheck {
  let types = ["AWS::ElastiCache::ReplicationGroup"]
  let source = "ElastiCache API reference, CreateReplicationGroup: AuthToken, AutomaticFailoverEnabled, MultiAZEnabled"

  func run(_ program: ProgramIndex, _ report: inout DiagnosticReport) {
    for index in program.indices(of: "AWS::ElastiCache::ReplicationGroup") {
      let group = program.resources[index]
      let encryption = group.properties["TransitEncryptionEnabled"]
      if group.properties["AuthToken"] != nil, encryption == nil || encryption?.isFalse == true {
        report.error(
          "token-without-encryption", "AuthToken needs TransitEncryptionEnabled", remedy: "set TransitEncryptionEnabled to true", at: group,
          path: "AuthToken")
      }
      let failover = group.properties["AutomaticFailoverEnabled"]
      if failover?.isTrue == true, let nodes = group.properties["NumCacheClusters"]?.wholeNumber, nodes < 2 {
        report.error(
          "failover-without-replica", "AutomaticFailoverEnabled needs NumCacheClusters of 2 or more, not \(nodes)", at: group,
          path: "NumCacheClusters")
      }
      if group.properties["MultiAZEnabled"]?.isTrue == true, failover?.isFalse == true {
        report.error(
          "failover-without-replica", "MultiAZEnabled needs AutomaticFailoverEnabled", remedy: "set AutomaticFailoverEnabled to true",
          at: group, path: "MultiAZEnabled")
      }
    }
  }
}

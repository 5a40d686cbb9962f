/// Properties for which a consumer need not wait until the producer is stable.
///
/// The consumer stores a text; nothing uses it before the producer works. A missing entry costs only time.
enum EarlyReadiness {
  static func apply(to table: inout BehaviorTable) {
    for (type, properties) in rows {
      table.update(type) { behavior in
        for property in properties { behavior.earlyReadiness[property] = "readable" }
      }
    }
  }

  private static let rows: [(String, [String])] = [
    ("Backup::BackupSelection", ["BackupSelection.Resources"]),
    ("CloudWatch::Alarm", ["Dimensions", "Metrics"]),
    ("CloudWatch::Dashboard", ["DashboardBody"]),
    ("ECS::TaskDefinition", ["ContainerDefinitions"]),
    ("IAM::ManagedPolicy", ["PolicyDocument"]),
    ("IAM::Role", ["Policies"]),
    ("IAM::RolePolicy", ["PolicyDocument"]),
    ("Lambda::Function", ["Environment"]),
    ("Logs::MetricFilter", ["FilterPattern"]),
    // Records of a distribution or load balancer may stand before it answers.
    ("Route53::RecordSet", ["AliasTarget"]),
    ("SSM::Parameter", ["Value"]),
  ]
}
